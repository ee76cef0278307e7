/**
 * How one case stands at an instant. Each question is about a case as the board has it, and none about its history.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'

import type { Case } from './cases.js'

export const isOpen = ({ state }: Case): boolean => state._tag === 'Open'

/** Open, and waiting for the customer. */
export const isWaiting = (each: Case): boolean =>
  isOpen(each) && each.file.timeline.waits.some(({ to }) => to === undefined)

/** A clock of an open case that fell due before the instant asked about. */
export interface Overdue {
  readonly id: string
  readonly clock: complaint.ClockName
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly holder: complaint.Party
}

/** The clocks that are late at `at`, which is not before the last event; one that stands still while the customer is waited for is not late. */
export const overdueClocks =
  (rules: complaint.ComplaintRules, at: Instant) =>
  ({ id, state, file: { holder } }: Case): ReadonlyArray<Overdue> =>
    complaint
      .runningClocks(rules)(state)
      .flatMap((running) =>
        running._tag === 'Running' && running.dueAt < at
          ? [
              {
                id,
                clock: running.clock,
                startedAt: running.startedAt,
                dueAt: running.dueAt,
                holder,
              },
            ]
          : [],
      )

/** The department that has it: the holder's own or itself, or else the one that it was assigned to. */
export const departmentOf = ({ file: { holder, assignedTo } }: Case): string | undefined => {
  const of = (party: complaint.Party | undefined) =>
    party?.department ?? (party?.kind === 'department' ? party.id : undefined)
  return of(holder) ?? of(assignedTo)
}

// What was written down out of order, or taken from elsewhere, may name an earlier instant; no time is less than none.
const since = (from: Instant, to: Instant): number => Math.max(0, to - from)

/** Milliseconds from receipt to the first reply by a person. */
export const firstReplyTime = ({ file: { timeline } }: Case): number | undefined =>
  timeline.firstReply === undefined ? undefined : since(timeline.receivedAt, timeline.firstReply)

/** Milliseconds from receipt to the first resolution. A close is none. */
export const firstResolutionTime = ({ file, resolutions }: Case): number | undefined =>
  resolutions.length === 0
    ? undefined
    : since(
        file.timeline.receivedAt,
        resolutions.map(({ at }) => at).reduce((a, b) => (b < a ? b : a)),
      )

/** Milliseconds from receipt to the last resolution of the present cycle: reopened and not resolved again, it has none. */
export const lastResolutionTime = ({ file, resolutions }: Case): number | undefined => {
  const now = resolutions.filter(({ cycle }) => cycle === file.cycle).map(({ at }) => at)
  return now.length === 0
    ? undefined
    : since(
        file.timeline.receivedAt,
        now.reduce((a, b) => (b > a ? b : a)),
      )
}
