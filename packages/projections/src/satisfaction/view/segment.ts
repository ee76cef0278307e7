/**
 * By what figures are told apart.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'

import type { Customers } from '../../shared/customers.js'
import type { Placed } from './observation.js'

/**
 * Everybody together, or each value of one thing. `tier`: as the complaint has it when it happens, else the customer's class;
 * `product`: what a complaint is about, what was on the order, what is looked after; `handler`: who answered for the business,
 * made the promise, was to visit, had the complaint in hand, passed it on, or is charged by the rule; `department`: the
 * handler's, where a complaint says so.
 */
export type Segmentation =
  | {
      readonly by:
        | 'everyone'
        | 'customer'
        | 'tier'
        | 'manager'
        | 'product'
        | 'channel'
        | 'handler'
        | 'department'
    }
  /** By the customer's class of a scheme, when it happened. */
  | { readonly by: 'classification'; readonly scheme: string }

const some = (value: string | undefined): ReadonlyArray<string> =>
  value === undefined ? [] : [value]

/**
 * The segments that something is in: several, where it concerns several (an order of two products); none, where it was not said.
 */
export const segmentsOf =
  ({ classAt, managerAt }: Customers, segmentation: Segmentation) =>
  ({
    at,
    customer,
    tier,
    products,
    channel,
    handlers,
    departments,
  }: Omit<Placed, 'first' | 'last'>): ReadonlyArray<string> => {
    switch (segmentation.by) {
      case 'everyone':
        return ['everyone']
      case 'customer':
        return [customer]
      case 'tier':
        return some(tier ?? classAt(customer, 'tier', at))
      case 'classification':
        return some(classAt(customer, segmentation.scheme, at))
      case 'manager':
        return some(managerAt(customer, at))
      case 'product':
        return products
      case 'channel':
        return some(channel)
      case 'handler':
        return handlers
      case 'department':
        return departments
    }
  }

/** Whether a segment has customers of its own: a product or a handler has none that can be counted. */
const hasCustomers = ({ by }: Segmentation): boolean =>
  by !== 'product' && by !== 'channel' && by !== 'handler' && by !== 'department'

const nowhere = {
  tier: undefined,
  products: [],
  channel: undefined,
  handlers: [],
  departments: [],
}

/** How many customers are in each segment at an instant; under `''` those of whom it was not said. */
export const customersIn = (
  customers: Customers,
  segmentation: Segmentation,
  at: Instant,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  if (!hasCustomers(segmentation)) return counts
  const segments = segmentsOf(customers, segmentation)
  for (const customer of customers.all) {
    if (!customers.isThere(customer, at)) continue
    const [segment = ''] = segments({ ...nowhere, at, customer })
    counts.set(segment, (counts.get(segment) ?? 0) + 1)
  }
  return counts
}
