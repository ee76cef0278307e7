/**
 * What is kept of one complaint: where it stands, and of its history what the board, the warnings, the case library and its
 * customer's page ask. What never happened is not there.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

/** Put right, answered or settled: when, and in which cycle (1 at first, one more at each reopening). */
export interface Resolution {
  readonly at: Instant
  readonly cycle: number
}

/** How often a clock of a complaint was judged: each of its runnings once. */
export interface Verdicts {
  readonly met: number
  readonly missed: number
  /** Ended without an answer that could be judged: in neither numerator nor denominator. */
  readonly notApplicable: number
  /** Of those met or missed, how many said otherwise before something written down later showed it wrong. */
  readonly corrected: number
}

/** `latest` is the running of the clock that was judged last: judged again, it is the same one. */
export interface ClockRow extends Partial<Verdicts> {
  readonly latest?: { readonly startedAt: Instant; readonly verdict: complaint.Verdict }
}

/** How often something was done to a complaint. */
export interface Counts {
  readonly handOvers: number
  readonly reopens: number
  readonly escalations: number
  readonly closings: number
}

/** As it was closed last. */
export interface Closing {
  readonly at: Instant
  readonly outcome: complaint.Outcome
  readonly summary: complaint.FactsOf<'ComplaintClosed'>['summary']
  readonly evaluation: complaint.Evaluation
}

/** That the case was given to a project or department. */
export interface Given {
  readonly to: string
  readonly at: Instant
}

/** Whether what went wrong was avoided since, as it was confirmed last. */
export interface Avoidance {
  readonly avoided: boolean
  readonly at: Instant
}

/** What was asked and paid, and how the customer was kept waiting. */
export interface Claims {
  /** When compensation was first put on the table, or given at once. */
  readonly claimedAt?: Instant
  /** When compensation was paid, each time. */
  readonly paidAt?: ReadonlyArray<Instant>
  /** When the customer wrote or called again to chase an answer. */
  readonly chasedAt?: ReadonlyArray<Instant>
  /** When he was first given a courtesy in the present cycle. */
  readonly courtesyAt?: Instant
}

/** What the desk learned of it. */
export interface Lessons {
  readonly closing?: Closing
  /** In the order in which it was given; to the same one twice is once. */
  readonly given?: ReadonlyArray<Given>
  readonly avoidance?: Avoidance
}

export interface Row extends Partial<Counts>, Claims, Lessons {
  readonly state: complaint.ComplaintState
  readonly resolutions?: ReadonlyArray<Resolution>
  readonly clocks?: Readonly<Partial<Record<complaint.ClockName, ClockRow>>>
}
