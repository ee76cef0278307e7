/**
 * What the host decides about promises. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Authority, Matter } from '../shared/authority.js'
import type { PromiseKind } from '../shared/commitment.js'
import { type Problem, wholeFrom } from '../shared/problem.js'
import { checkTarget, type Target } from '../time/deadline.js'

// #region rules
export interface PromiseRules {
  readonly authority: Authority
  /** Milliseconds after the due instant before a promise may be broken. Default: 0. */
  readonly grace?: number
  /**
   * What a promise of a kind decides, where it does not say so itself: `{ contract: 'majorMatter' }`.
   * Default: nothing, so that anybody may promise it.
   */
  readonly matters?: Readonly<Partial<Record<PromiseKind, Matter>>>
  /** By when a temporary agreement is to be confirmed, where it does not say so itself. Default: by the due instant. */
  readonly confirmWithin?: Target
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}
// #endregion rules

/** Money given must say how much: without the sum nobody can tell whose it is to grant. */
export const needsCost = (matter: Matter): boolean =>
  matter === 'compensation' || matter === 'priceReduction'

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = (rules: PromiseRules): ReadonlyArray<Problem> => {
  const { grace = 0, matters = {}, confirmWithin, lateBy = 0 } = rules
  return [
    ...wholeFrom('grace', 0, grace),
    // It stands in for what nobody said, and of a sum nobody said how much.
    ...Object.entries(matters).flatMap(([kind, matter]) =>
      needsCost(matter) ? [{ field: `matters.${kind}`, expected: 'a matter without a sum' }] : [],
    ),
    ...(confirmWithin === undefined ? [] : checkTarget(confirmWithin)).map((problem) => ({
      ...problem,
      field: `confirmWithin.${problem.field}`,
    })),
    ...wholeFrom('lateBy', 0, lateBy),
  ]
}
