/**
 * What a complaint's events say of how it was closed and what was made of it.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

import type { Given, Row } from './row.js'

const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }): number => a.at - b.at

const withGiven = (given: ReadonlyArray<Given>, { to, at }: Given): ReadonlyArray<Given> =>
  given.some((each) => each.to === to) ? given : [...given, { to, at }].sort(byTime)

/** The row after an event. */
export const withLessons = (row: Row, { type, data }: complaint.ComplaintEvent): Row => {
  switch (type) {
    case 'ComplaintClosed': {
      const { at, outcome, summary, evaluation } = data
      return { ...row, closing: { at, outcome, summary, evaluation } }
    }
    case 'CaseGiven':
      return { ...row, given: withGiven(row.given ?? [], data) }
    case 'AvoidanceConfirmed': {
      const { at, avoided } = data
      return at < (row.avoidance?.at ?? at) ? row : { ...row, avoidance: { avoided, at } }
    }
    default:
      return row
  }
}
