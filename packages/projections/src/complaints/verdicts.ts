/**
 * What each event says about the complaint's clocks.
 *
 * @since 0.1.0
 */
import { complaint } from '@troth/core'

import type { ClockRow, Row } from './row.js'

type Clocks = NonNullable<Row['clocks']>

const other = (verdict: complaint.Verdict): complaint.Verdict =>
  verdict === 'met' ? 'missed' : 'met'

/** With one verdict more of that kind, or one fewer. */
const counted = (row: ClockRow, verdict: complaint.Verdict, by: 1 | -1): ClockRow =>
  verdict === 'met'
    ? { ...row, met: (row.met ?? 0) + by }
    : { ...row, missed: (row.missed ?? 0) + by }

const withClock = (clocks: Clocks, clock: complaint.ClockName, row: ClockRow): Clocks => ({
  ...clocks,
  [clock]: row,
})

/** The same running of a clock, judged again, is counted once, as it was judged last. */
const judge = (
  clocks: Clocks,
  { clock, startedAt }: complaint.AppliedClock,
  verdict: complaint.Verdict,
): Clocks => {
  const was: ClockRow = clocks[clock] ?? {}
  const again = was.latest?.startedAt === startedAt ? was.latest.verdict : undefined
  if (again === verdict) return clocks
  const row = counted(again === undefined ? was : counted(was, again, -1), verdict, 1)
  return withClock(clocks, clock, { ...row, latest: { startedAt, verdict } })
}

/** A correction speaks of a verdict on record, of the latest or of one before it. */
const correct = (
  clocks: Clocks,
  { clock, startedAt }: complaint.AppliedClock,
  verdict: complaint.Verdict,
): Clocks => {
  const was: ClockRow = clocks[clock] ?? {}
  const { latest } = was
  const wrong = other(verdict)
  if ((was[wrong] ?? 0) === 0 || (latest?.startedAt === startedAt && latest.verdict === verdict))
    return clocks
  const row = counted(counted(was, wrong, -1), verdict, 1)
  const corrected = { ...row, corrected: (row.corrected ?? 0) + 1 }
  const isLatest = latest?.startedAt === startedAt
  return withClock(
    clocks,
    clock,
    isLatest ? { ...corrected, latest: { startedAt, verdict } } : corrected,
  )
}

/** Closing stops the resolution clock itself; to withdraw or refer leaves that, too, without an answer. */
const endedBy = (type: complaint.ComplaintEvent['type']): ReadonlyArray<complaint.ClockName> => {
  switch (type) {
    case 'ComplaintClosed':
      return ['firstReply', 'nextReply']
    case 'ComplaintWithdrawn':
    case 'ComplaintReferred':
      return ['firstReply', 'nextReply', 'resolution']
    default:
      return []
  }
}

const leaveUnanswered = (clocks: Clocks, clock: complaint.ClockName): Clocks => {
  const was: ClockRow = clocks[clock] ?? {}
  return withClock(clocks, clock, { ...was, notApplicable: (was.notApplicable ?? 0) + 1 })
}

/** The verdicts after an event: `before` is the complaint as the event found it. Nothing judged, it gives back `clocks`. */
export const clocksAfter =
  (rules: complaint.ComplaintRules) =>
  (clocks: Clocks, before: complaint.ComplaintState, event: complaint.ComplaintEvent): Clocks => {
    const { type, data } = event
    if (type === 'ClockMissed') return judge(clocks, data.clock, 'missed')
    if (type === 'VerdictCorrected') return correct(clocks, data.clock, data.verdict)
    const stopped = 'stopped' in data ? data.stopped : []
    const judged = stopped.reduce(
      (all, each) => judge(all, each, data.at <= each.dueAt ? 'met' : 'missed'),
      clocks,
    )
    const ended = endedBy(type)
    if (ended.length === 0) return judged
    return complaint
      .runningClocks(rules)(before)
      .filter(
        ({ clock, startedAt }) =>
          ended.includes(clock) && judged[clock]?.latest?.startedAt !== startedAt,
      )
      .reduce((all, { clock }) => leaveUnanswered(all, clock), judged)
  }
