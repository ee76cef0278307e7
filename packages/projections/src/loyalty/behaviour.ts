/**
 * What customers did: their share that is ours, what they were worth, and whether that falls.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { share, type Share } from '../shared/share.js'

/** What a customer bought or visited, of ours and, so far as he told, of rivals. */
export interface OwnAndRivals {
  readonly own: number
  readonly rivals: number
}

/**
 * Of all his purchases those from us, counted, with Wilson's interval. None where there were none.
 *
 * Cunningham (1956), "Brand Loyalty: What, Where, How Much?", Harvard Business Review 34(1).
 */
export const shareOfPurchases = ({ own, rivals }: OwnAndRivals): O.Option<Share> =>
  share(own, own + rivals)

/** Of all his visits those to us, as `shareOfPurchases`. */
export const shareOfVisits = ({ own, rivals }: OwnAndRivals): O.Option<Share> =>
  share(own, own + rivals)

/** A part of what a customer spent, in one currency's units: no count, and so without an interval. */
export interface ShareOfWallet {
  readonly own: number
  /** With us and with rivals. */
  readonly total: number
  readonly share: number
}

/** Of all he spent what he spent with us. None where he spent nothing, or where either is negative or no number. */
export const shareOfWallet = ({ own, rivals }: OwnAndRivals): O.Option<ShareOfWallet> => {
  const total = own + rivals
  return own >= 0 && rivals >= 0 && total > 0 && total < Infinity
    ? O.some({ own, total, share: own / total })
    : O.none
}

/** From which exponent the newest period counts: 0, where it is not compounded, or 1. */
export interface Compounding {
  readonly firstExponent: 0 | 1
}

/**
 * What a customer has been worth until now: the sum of margin * (1 + rate)^k, k periods ago. `margins` has one entry a
 * period, the oldest first, and `rate` is the discount of one period; 0 of no periods.
 *
 * Kumar and Reinartz (2018), "Customer Relationship Management", on past customer value.
 */
export const pastCustomerValue = (
  margins: ReadonlyArray<number>,
  rate: number,
  { firstExponent }: Compounding,
): number =>
  // Horner's rule: each period's end compounds all before it.
  margins.reduce((value, margin) => value * (1 + rate) + margin, 0) * (1 + rate) ** firstExponent

/** What a customer was worth in two windows of equal length, one after the other. */
export interface Windows {
  readonly before: number
  readonly last: number
}

/** `change` is -0.25 for a quarter less. */
export interface Change extends Windows {
  readonly change: number
  readonly threshold: number
  readonly declining: boolean
}

/**
 * The last window against the one before. It is `declining` where it lost as great a part as `threshold` says, or a greater
 * one. None where there was nothing before to lose.
 */
export const declining = ({ before, last }: Windows, threshold: number): O.Option<Change> => {
  const change = (last - before) / before
  return before > 0 && Number.isFinite(change)
    ? O.some({ before, last, change, threshold, declining: -change >= threshold })
    : O.none
}
