/**
 * What the host decides about faults. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Authority } from '../shared/authority.js'
import { type Problem, wholeFrom } from '../shared/problem.js'

export interface FaultRules {
  /** Whoever may decide a `majorMatter` may declare a crisis; nobody else may. */
  readonly authority: Authority
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = ({ lateBy = 0 }: FaultRules): ReadonlyArray<Problem> =>
  wholeFrom('lateBy', 0, lateBy)
