/**
 * What a question about time may ask, and the answer to one that asks too much.
 *
 * @since 0.1.0
 */
import { Instant } from '../shared/instant.js'

/** Why a question about time has no answer. A value to switch on; never thrown. */
export interface InvalidTime {
  readonly _tag: 'InvalidTime'
  /** What was asked: `start`, `work`, `days`, `pauses[0]`, `pauses[0].from`. */
  readonly field: string
  readonly expected: string
}

export const invalidTime = (field: string, expected: string): InvalidTime => ({
  _tag: 'InvalidTime',
  field,
  expected,
})

/** A day of 24 hours, in milliseconds: what a day on the wall has unless the clock is moved. */
export const day = 86_400_000

/** How far from its start an answer may lie, in milliseconds: 100 years of 365.25 days. */
export const horizon: number = 36_525 * day

/** The last instant, and its negative the first: epoch milliseconds. */
export const latest = 8.64e15

/** What is wrong with an instant that came in as a number, if anything is. */
export const checkInstant = (field: string, u: number): ReadonlyArray<InvalidTime> =>
  Instant.is(u) ? [] : [invalidTime(field, 'whole epoch milliseconds within ±8.64e15')]
