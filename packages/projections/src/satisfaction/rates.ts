/**
 * How often a word was kept and an answer came: plain counts in, shares with Wilson's interval out. Each is none where there was
 * nothing of which to count, where a count is not a whole number of zero or more, or where `z` (95 % unless given) is
 * not from 0 to 1e100.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Interval, isZ, z95 } from '../shared/interval.js'
import { isCount, share, type Share } from '../shared/share.js'
import { type Csat, csat } from './csat.js'

/** Promises that are settled: kept by their due instant, kept after it, broken. Those withdrawn are in none of them. */
export interface SettledPromises {
  readonly onTime: number
  readonly late: number
  readonly broken: number
}

const ofSettled = (
  { onTime, late, broken }: SettledPromises,
  count: number,
  z: number,
): O.Option<Share> =>
  [onTime, late, broken].every(isCount) ? share(count, onTime + late + broken, z) : O.none

/** Kept of those kept or broken: kept late is kept. */
export const keptRate = (settled: SettledPromises, z: number = z95): O.Option<Share> =>
  ofSettled(settled, settled.onTime + settled.late, z)

/** Kept by the due instant, of those kept or broken. */
export const onTimeRate = (settled: SettledPromises, z: number = z95): O.Option<Share> =>
  ofSettled(settled, settled.onTime, z)

/** Visits and calls that were due, and those of them done within their window. */
export interface DueFollowUps {
  readonly inWindow: number
  readonly due: number
}

/** Done within its window, of what was due. */
export const followUpCompliance = (
  { inWindow, due }: DueFollowUps,
  z: number = z95,
): O.Option<Share> => share(inWindow, due, z)

/** Surveys issued, those of them answered, and those that were not issued for a reason on record. */
export interface SurveysSent {
  readonly issued: number
  readonly answered: number
  readonly suppressed: number
}

/** Answered of issued. Beside it, how many were never asked: a rate can be raised by asking only the content. */
export interface ReplyRate extends Share {
  readonly suppressed: number
}

/** Answered of all issued, be they declined, expired or still out. */
export const replyRate = (
  { issued, answered, suppressed }: SurveysSent,
  z: number = z95,
): O.Option<ReplyRate> =>
  isCount(suppressed)
    ? pipe(
        share(answered, issued, z),
        O.map((rate) => ({ ...rate, suppressed })),
      )
    : O.none

/** One answered survey about a closed complaint: its csat, and whether the customer is a large one. */
export interface ComplaintAnswer {
  readonly score: number
  readonly large: boolean
}

/** Large customers apart, for their target is another. */
export interface ComplaintSatisfaction {
  readonly large: O.Option<Csat>
  readonly others: O.Option<Csat>
}

/** Satisfied of the surveyed closed complaints: 4 and 5 on 1 to 5, as `csat` counts them. */
export const complaintSatisfaction = (
  answers: ReadonlyArray<ComplaintAnswer>,
  z: number = z95,
): ComplaintSatisfaction => {
  const of = (isLarge: boolean) =>
    csat(
      answers.filter(({ large }) => large === isLarge).map(({ score }) => score),
      z,
    )
  return { large: of(true), others: of(false) }
}

/** Not a share: one customer may complain twice. */
export interface PerTenThousand {
  readonly complaints: number
  /** Customers. */
  readonly n: number
  readonly value: number
  readonly interval: Interval
}

/**
 * Complaints for every 10,000 customers, with the score interval of a Poisson count: x + z^2/2 ± z sqrt(x + z^2/4)
 * (Barker 2002, Am. Stat. 56:85-89).
 */
export const complaintsPer10000 = (
  complaints: number,
  customers: number,
  z: number = z95,
): O.Option<PerTenThousand> => {
  if (!isCount(complaints) || !isCount(customers) || customers === 0 || !isZ(z)) return O.none
  const per = 10_000 / customers
  const value = complaints * per
  const middle = complaints + (z * z) / 2
  const off = z * Math.sqrt(complaints + (z * z) / 4)
  return O.some({
    complaints,
    n: customers,
    value,
    // It holds the figure itself, which rounding would miss by a hair where there are no complaints.
    interval: {
      lower: Math.min(value, Math.max(0, (middle - off) * per)),
      upper: Math.max(value, (middle + off) * per),
    },
  })
}
