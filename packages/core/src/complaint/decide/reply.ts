/**
 * What stops a clock says which, and under which due instant; and if a verdict on record was wrong, it says that too.
 *
 * @since 0.1.0
 */
import type { Actor } from '../../shared/actor.js'
import type { Instant } from '../../shared/instant.js'
import { shownWrong, stoppedAt } from '../clocks.js'
import type { ComplaintEvent } from '../events.js'
import type { ClockName } from '../lists.js'
import type { ComplaintRules } from '../rules.js'
import type { CaseFile } from '../state.js'
import type { AppliedClock } from '../values.js'

/** The clocks that a person's word to the customer stops. */
export const replyClocks: ReadonlyArray<ClockName> = ['firstReply', 'nextReply']

/** The event that stops the named clocks, and after it the verdicts that it shows wrong. */
export const answered = (
  rules: ComplaintRules,
  file: CaseFile,
  { at, by }: { readonly at: Instant; readonly by: Actor },
  names: ReadonlyArray<ClockName>,
  event: (stopped: ReadonlyArray<AppliedClock>) => ComplaintEvent,
): ReadonlyArray<ComplaintEvent> => [
  event(stoppedAt(rules, file, at, names)),
  ...shownWrong(rules, file, at, names).map((clock): ComplaintEvent => ({
    type: 'VerdictCorrected',
    data: { clock, verdict: 'met', at, by },
  })),
]
