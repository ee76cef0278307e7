/**
 * What the host decides about surveys. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Problem } from '../shared/problem.js'
import { whole } from '../shared/whole.js'
import { horizon } from '../time/invalid-time.js'

export interface SurveyRules {
  /** Milliseconds after it was issued that a survey may be answered, where it does not say so itself. */
  readonly answerWithin: number
  /** Milliseconds after it was given that an answer may be corrected; 0 where none may be. */
  readonly correctWithin: number
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

const milliseconds = (field: string, least: number, n: number): ReadonlyArray<Problem> =>
  whole(least, horizon).is(n)
    ? []
    : [{ field, expected: `whole milliseconds from ${String(least)} to 100 years` }]

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = ({
  answerWithin,
  correctWithin,
  lateBy = 0,
}: SurveyRules): ReadonlyArray<Problem> => [
  ...milliseconds('answerWithin', 1, answerWithin),
  ...milliseconds('correctWithin', 0, correctWithin),
  ...milliseconds('lateBy', 0, lateBy),
]
