/**
 * Who the customers are by now, as every other view asks: the projection of their own streams.
 *
 * @since 0.1.0
 */
import { customer } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'

/** One row a customer (`{tenant}.{id}` where there are tenants): his own stream, folded. Erased, it holds nothing personal. */
export const customers = (
  rules: customer.CustomerRules,
): Projection<customer.CustomerEvent, customer.CustomerState> => {
  const decider = customer.customer(rules)
  const { initial, evolve } = decider
  return {
    name: 'customers',
    ...rowAStream(decider),
    initial,
    apply: (state, fact) => evolve(state, fact.event),
  }
}
