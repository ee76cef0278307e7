/**
 * The fold: one row a promise, from its own stream alone.
 *
 * @since 0.1.0
 */
import { promise } from '@troth/core'

import { rowAStream, type Projection } from '../shared/projection.js'
import { type Delay, noRow, type Row } from './row.js'

const explained = (
  delays: Row['delays'],
  { explanationId, at, expectedAt, understood }: Delay,
): Row['delays'] =>
  delays.some((each) => each.explanationId === explanationId)
    ? delays
    : [
        ...delays.filter((each) => each.at <= at),
        { explanationId, at, expectedAt, understood },
        ...delays.filter((each) => each.at > at),
      ]

/** The ledger's projection: rows by promise (`{tenant}.{id}` where there are tenants). `read` makes the ledger of them. */
export const ledger = (rules: promise.PromiseRules): Projection<promise.PromiseEvent, Row> => {
  const decider = promise.promise(rules)
  const { initial, evolve } = decider
  return {
    name: 'promise-ledger',
    ...rowAStream(decider),
    initial: { ...noRow, state: initial },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before the making of a promise is no promise's.
      if (state._tag === 'NotMade') return row
      if (row.state._tag === 'NotMade') return { ...row, state, giver: fact.data.by }
      const delays =
        fact.type === 'DelayExplained' && row.state._tag !== 'Settled'
          ? explained(row.delays, fact.data)
          : row.delays
      return { ...row, state, delays }
    },
  }
}
