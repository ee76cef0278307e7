/**
 * The fold: one row a complaint, from its own stream alone.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'

import { evolving } from '../shared/evolving.js'
import { rowAStream, type Projection } from '../shared/projection.js'
import { type Given, noRow, type Row } from './row.js'

const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }): number => a.at - b.at

const withGiven = (given: Row['given'], { to, at }: Given): Row['given'] =>
  given.some((each) => each.to === to) ? given : [...given, { to, at }].sort(byTime)

const after = (row: Row, { type, data }: complaint.ComplaintEvent): Row => {
  switch (type) {
    case 'ComplaintClosed': {
      const { at, outcome, summary, evaluation } = data
      return { ...row, closing: { at, outcome, summary, evaluation } }
    }
    case 'CaseGiven':
      return { ...row, given: withGiven(row.given, data) }
    case 'AvoidanceConfirmed': {
      const { at, avoided } = data
      return at < (row.avoidance?.at ?? at) ? row : { ...row, avoidance: { avoided, at } }
    }
    default:
      return row
  }
}

/** The library's projection: rows by complaint (`{tenant}.{id}` where there are tenants). `read` makes the library of them. */
export const library = (
  rules: complaint.ComplaintRules,
): Projection<complaint.ComplaintEvent, Row> => {
  const decider = complaint.complaint(rules)
  const { initial, evolve } = evolving(decider)
  return {
    name: 'case-library',
    ...rowAStream(decider),
    initial: { ...noRow, state: initial },
    apply: (row, { event: fact }) => {
      const state = evolve(row.state, fact)
      // What stands before the record of a complaint is no complaint's.
      return row.state._tag === 'NotRecorded' && state._tag === 'NotRecorded'
        ? row
        : { ...after(row, fact), state }
    },
  }
}
