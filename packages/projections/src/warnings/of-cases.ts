/**
 * Warnings of one complaint: silence, and a customer who had to call twice.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'

import type { Case, Holding } from './holdings.js'
import type { Thresholds } from './thresholds.js'
import type { Warning } from './warning.js'

const undecided: ReadonlyArray<complaint.Step> = [
  'recorded',
  'judged',
  'assigned',
  'investigated',
  'proposed',
]

/** Nothing was put on the table that could put it right. */
const unremedied = undecided.filter((step) => step !== 'proposed')

/** All that is to be said of one case of a customer at `at`. */
export const ofCase =
  (rules: complaint.ComplaintRules, thresholds: Thresholds, at: Instant) =>
  (
    { customer }: Holding,
    { id, state, courtesyAt, chasedAt = [] }: Case,
  ): ReadonlyArray<Warning> => {
    if (state._tag !== 'Open') return []
    const { file } = state
    const of = { customer, complaint: id, holder: file.holder }
    const { noDecision, courtesiesOnly } = thresholds
    const isOpenTo = (steps: ReadonlyArray<complaint.Step>) =>
      steps.includes(file.step) && file.judgement?.valid !== false
    const since = file.timeline.cycleFrom
    const late = complaint
      .runningClocks(rules)(state)
      .flatMap((clock): ReadonlyArray<Warning> =>
        clock._tag === 'Running' && clock.clock !== 'resolution' && clock.dueAt < at
          ? [{ _tag: 'ReplyOverdue', ...of, clock: clock.clock, dueAt: clock.dueAt }]
          : [],
      )
    return [
      ...late,
      ...(noDecision !== 'off' && isOpenTo(undecided) && at - since > noDecision
        ? [{ _tag: 'NoDecision' as const, ...of, since }]
        : []),
      ...(courtesiesOnly !== 'off' &&
      file.kind === 'complaint' &&
      courtesyAt !== undefined &&
      isOpenTo(unremedied) &&
      at - courtesyAt > courtesiesOnly
        ? [
            {
              _tag: 'CourtesiesOnly' as const,
              ...of,
              since: courtesyAt,
              courtesies: file.courtesies,
            },
          ]
        : []),
      ...(chasedAt.length > 0
        ? [{ _tag: 'CalledTwice' as const, ...of, chased: chasedAt.length }]
        : []),
    ]
  }
