/**
 * What the library keeps of one complaint.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

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

export interface Row {
  readonly state: complaint.ComplaintState
  readonly closing?: Closing
  /** In the order in which it was given; to the same one twice is once. */
  readonly given: ReadonlyArray<Given>
  readonly avoidance?: Avoidance
}

export const noRow: Row = { state: { _tag: 'NotRecorded' }, given: [] }
