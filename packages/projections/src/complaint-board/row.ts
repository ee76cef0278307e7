/**
 * What the board keeps of one complaint: where it stands, and what happened to it how often.
 *
 * @since 0.1.0
 */
import type { complaint, Instant } from '@troth/core'

/** Put right, answered or settled: when, and in which cycle (1 at first, one more at each reopening). */
export interface Resolution {
  readonly at: Instant
  readonly cycle: number
}

/** The verdicts on one clock of one complaint, and the latest of them. */
export interface Verdicts {
  readonly met: number
  readonly missed: number
  /** Ended without an answer that could be judged: in neither numerator nor denominator. */
  readonly notApplicable: number
  /** Of those met or missed, how many said otherwise before something written down later showed it wrong. */
  readonly corrected: number
}

/** `latest` is the running of the clock that was judged last: judged again, it is the same one. */
export interface ClockRow extends Verdicts {
  readonly latest?: { readonly startedAt: Instant; readonly verdict: complaint.Verdict }
}

export interface Row {
  readonly state: complaint.ComplaintState
  readonly resolutions: ReadonlyArray<Resolution>
  readonly handOvers: number
  readonly reopens: number
  readonly escalations: number
  readonly closings: number
  readonly clocks: Readonly<Partial<Record<complaint.ClockName, ClockRow>>>
}

export const noRow: Row = {
  state: { _tag: 'NotRecorded' },
  resolutions: [],
  handOvers: 0,
  reopens: 0,
  escalations: 0,
  closings: 0,
  clocks: {},
}

export const noVerdicts: Verdicts = { met: 0, missed: 0, notApplicable: 0, corrected: 0 }
