/**
 * What the host decides about dealings. Thresholds (what is many, what is declining) are the views' and the policies'.
 *
 * @since 0.1.0
 */
import { type Problem, wholeFrom } from '../shared/problem.js'

export interface DealingsRules {
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = ({ lateBy = 0 }: DealingsRules): ReadonlyArray<Problem> =>
  wholeFrom('lateBy', 0, lateBy)
