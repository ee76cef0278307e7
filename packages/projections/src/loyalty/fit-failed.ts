/**
 * Why a model was not fitted.
 *
 * @since 0.1.0
 */

/** A value to switch on; never thrown. */
export type FitFailed =
  /** No rows; or, for a model of value, none with a repeat purchase of known worth. */
  | { readonly _tag: 'FitFailed'; readonly reason: 'NothingToFit' }
  /** A row that no customer can have: the first of them, counted from 0. */
  | { readonly _tag: 'FitFailed'; readonly reason: 'InvalidRow'; readonly row: number }
  /** Nobody came back, so nothing tells one rate from another. */
  | { readonly _tag: 'FitFailed'; readonly reason: 'NoRepeatPurchases' }
  /** The likelihood grows on as this parameter goes there: the rows are too few, or too much alike. */
  | {
      readonly _tag: 'FitFailed'
      readonly reason: 'NoMaximum'
      readonly parameter: string
      readonly towards: 'zero' | 'infinity'
    }
  /** The search gave up. */
  | { readonly _tag: 'FitFailed'; readonly reason: 'NotConverged' }
