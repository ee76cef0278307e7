/**
 * What the desk did in one segment and period.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'
import type * as O from 'fp-ts/lib/Option.js'
import { none, some } from 'fp-ts/lib/Option.js'

import { times, type Times } from '../../shared/figures.js'
import { z95 } from '../../shared/interval.js'
import { share, type Share } from '../../shared/share.js'
import {
  complaintsPer10000,
  followUpCompliance,
  keptRate,
  onTimeRate,
  type PerTenThousand,
} from '../rates.js'
import type { Case } from './cases.js'
import type { Held } from './charge.js'
import type { BySort } from './observation.js'
import type { Terms } from './terms.js'

/** Three figures that are easily taken for each other. Customers are those of the complaints that were closed. */
export interface Closings {
  readonly closings: number
  readonly complaints: number
  readonly customers: number
}

/** So many events, on so many of the `n` complaints that were open in the period, or that they came to. */
export interface Frequency {
  readonly events: number
  readonly complaints: number
  readonly n: number
  readonly perComplaint: number
}

/** `pending`: resolved so far, and the window in which it must not be reopened has not passed. */
export interface FirstContactResolution {
  readonly resolved: O.Option<Share>
  readonly pending: number
}

/** A clock that was missed: in whose hands it ran, which adds up to the time from its start until it was due, and who is charged. */
export interface Miss {
  /** The complaint's key. */
  readonly complaint: string
  readonly clock: complaint.ClockName
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly charged: complaint.Party | undefined
  readonly held: ReadonlyArray<Held>
}

/** Complaints alone are counted, but for `repeatRepairs`, promises and follow-ups. What places each figure: `placedBy`. */
export interface DeskFigures {
  readonly received: number
  readonly closings: O.Option<Closings>
  /** Of the clocks that were judged, those that were met. */
  readonly inTime: Readonly<Record<complaint.ClockName, O.Option<Share>>>
  readonly misses: ReadonlyArray<Miss>
  /** From receipt to the first resolution, in milliseconds. A close is none. */
  readonly toResolution: O.Option<Times>
  /** Of the complaints closed in the period, those that nothing had resolved by now: they are in no time to resolution. */
  readonly closedWithoutResolution: O.Option<Share>
  /** Of the complaints received in the period, those that nothing had resolved by now, closed or not. */
  readonly neverResolved: O.Option<Share>
  readonly keptRate: O.Option<Share>
  readonly onTimeRate: O.Option<Share>
  readonly followUpCompliance: O.Option<Share>
  /** Of the visits that were due, those that were left out for a reason. */
  readonly followUpsSkipped: number
  /** Of the complaints closed in the period, those that were reopened after it, by now. */
  readonly reopened: O.Option<Share>
  /** Of the repairs, those of what had been repaired before. */
  readonly repeatRepairs: O.Option<Share>
  readonly firstContactResolution: FirstContactResolution
  readonly handOvers: O.Option<Frequency>
  /** Of the complaints that were open, or were chased, those that were chased. */
  readonly chased: O.Option<Share>
  /** None for a segment that has no customers of its own: a product, a channel, a handler, a department. */
  readonly complaintsPer10000: O.Option<PerTenThousand>
}

/** Which instant places a thing in a period: what happened in January and is known by another in March is in March. */
export const placedBy = {
  answers: 'the first answer; the score is the last correction',
  recovery: 'the answer after',
  loyaltyByBenefit: 'the answer after',
  replyRate: 'the issue of the survey',
  suppressed: 'the suppression',
  received: 'receipt',
  repeatRepairs: 'receipt',
  complaintsPer10000: 'receipt',
  closings: 'each closing',
  reopened: 'the closing',
  closedWithoutResolution: 'the closing',
  neverResolved: 'receipt',
  toResolution: 'the first resolution',
  firstContactResolution: 'the first resolution or closing, whichever came first',
  inTime: 'when the clock was stopped, or fell due, whichever came first',
  misses: 'when the clock fell due',
  handOvers: 'each hand-over',
  chased: 'each message',
  keptRate: 'the settlement',
  onTimeRate: 'the settlement',
  followUpCompliance: 'when the visit was due',
  followUpsSkipped: 'when the visit was due',
} as const

type Of = ReadonlyArray<{ readonly case: Case }>

const keysOf = (...of: ReadonlyArray<Of>): ReadonlySet<string> => {
  const keys = new Set<string>()
  for (const all of of) for (const each of all) keys.add(each.case.key)
  return keys
}

const closingsOf = (those: BySort): O.Option<Closings> => {
  const closings = those('closing')
  return closings.length === 0
    ? none
    : some({
        closings: closings.length,
        complaints: keysOf(closings).size,
        customers: new Set(closings.map(({ customer }) => customer)).size,
      })
}

const isReopened = ({ reopenings }: Case, after: Instant): boolean =>
  reopenings.some((at) => at >= after)

const reopenedOf = (those: BySort, z: number): O.Option<Share> => {
  const closings = those('closing')
  const again = closings.filter((each) => isReopened(each.case, each.at))
  return share(keysOf(again).size, keysOf(closings).size, z)
}

const isUnresolved = (each: { readonly case: Case }): boolean => each.case.resolutions.length === 0

const closedWithoutResolutionOf = (those: BySort, z: number): O.Option<Share> => {
  const closings = those('closing')
  const without = closings.filter(isUnresolved)
  return share(keysOf(without).size, keysOf(closings).size, z)
}

const firstContactOf = (those: BySort, z: number): FirstContactResolution => {
  const of = those('firstEnd').map(({ firstContact }) => firstContact)
  const resolved = of.filter((each) => each === 'resolved').length
  const pending = of.filter((each) => each === 'pending').length
  return { resolved: share(resolved, of.length - pending, z), pending }
}

const handOversOf = (those: BySort): O.Option<Frequency> => {
  const handOvers = those('handOver')
  const n = keysOf(those('inHand'), handOvers).size
  return n === 0
    ? none
    : some({
        events: handOvers.length,
        complaints: keysOf(handOvers).size,
        n,
        perComplaint: handOvers.length / n,
      })
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const missesOf = (those: BySort): ReadonlyArray<Miss> =>
  those('verdict')
    .filter(({ judged }) => judged.verdict === 'missed')
    .map(({ case: { key }, judged: { clock, startedAt, dueAt }, charged, held }) => ({
      complaint: key,
      clock,
      startedAt,
      dueAt,
      charged: charged?.party,
      held,
    }))
    .sort((a, b) => a.dueAt - b.dueAt || inOrder(a.complaint, b.complaint))

/** The figures of what was observed in one segment and period; `customers`: how many it has. */
export const deskFigures = (
  those: BySort,
  { z = z95 }: Pick<Terms, 'z'>,
  customers: number,
): DeskFigures => {
  const received = those('received')
  const complaints = received.filter((each) => each.case.kind === 'complaint')
  const repairs = received.filter((each) => each.case.kind === 'repair')
  const resolutions = those('resolution')
  const chases = those('chase')
  const verdicts = those('verdict').map(({ judged }) => judged)
  const promises = those('promise').map(({ verdict }) => verdict)
  const visits = those('visit')
  const inTime = (clock: complaint.ClockName): O.Option<Share> => {
    const of = verdicts.filter((each) => each.clock === clock)
    return share(of.filter(({ verdict }) => verdict === 'met').length, of.length, z)
  }
  const settled = {
    onTime: promises.filter((verdict) => verdict === 'keptOnTime').length,
    late: promises.filter((verdict) => verdict === 'keptLate').length,
    broken: promises.filter((verdict) => verdict === 'broken').length,
  }
  return {
    received: complaints.length,
    closings: closingsOf(those),
    inTime: {
      firstReply: inTime('firstReply'),
      nextReply: inTime('nextReply'),
      resolution: inTime('resolution'),
    },
    misses: missesOf(those),
    // What was written down out of order may be resolved before it came; no time is less than none.
    toResolution: times(resolutions.map((each) => Math.max(0, each.at - each.case.receivedAt))),
    closedWithoutResolution: closedWithoutResolutionOf(those, z),
    neverResolved: share(complaints.filter(isUnresolved).length, complaints.length, z),
    keptRate: keptRate(settled, z),
    onTimeRate: onTimeRate(settled, z),
    followUpCompliance: followUpCompliance(
      { inWindow: visits.filter(({ inWindow }) => inWindow).length, due: visits.length },
      z,
    ),
    followUpsSkipped: visits.filter(({ skipped }) => skipped).length,
    reopened: reopenedOf(those, z),
    repeatRepairs: share(repairs.filter((each) => each.case.repeat).length, repairs.length, z),
    firstContactResolution: firstContactOf(those, z),
    handOvers: handOversOf(those),
    chased: share(keysOf(chases).size, keysOf(those('inHand'), chases).size, z),
    complaintsPer10000: complaintsPer10000(complaints.length, customers, z),
  }
}
