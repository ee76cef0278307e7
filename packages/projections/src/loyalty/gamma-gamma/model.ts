/**
 * Gamma-Gamma: what a customer spends on a purchase.
 *
 * Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value". What one customer spends on a purchase is
 * Gamma(p, v), and v differs between customers as Gamma(q, gamma); how much he spends has nothing to do with how often.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

/** All are positive and finite; `gamma` is in the unit of value. */
export interface Params {
  readonly p: number
  readonly q: number
  readonly gamma: number
}

/** A customer's repeat purchases, and what they were worth on average; not known where there was none. */
export interface Row {
  readonly x: number
  readonly meanRepeatValue?: number | undefined
}

/** Whether a customer can have it: `x` is whole, and no value is negative. */
export const isRow = ({ x, meanRepeatValue: m }: Row): boolean =>
  Number.isSafeInteger(x) && x >= 0 && (m === undefined || (Number.isFinite(m) && m >= 0))

const areParams = ({ p, q, gamma }: Params): boolean =>
  p > 0 && q > 0 && gamma > 0 && Math.max(p, q, gamma) < Infinity

/**
 * What a customer's purchases are worth on average, by what is known of him and of all others together. With `x` 0 it
 * is what others spend, whatever his `meanRepeatValue`. None where p x + q - 1 is not positive: then the law has no mean;
 * where he has repeat purchases of unknown worth, or a row that nobody can have; and where a parameter is not positive.
 * In the unit of value that the parameters were fitted in.
 *
 * Fader and Hardie (2013), equation 5.
 */
export const expectedValue = (
  { p, q, gamma }: Params,
  { x, meanRepeatValue }: Row,
): O.Option<number> => {
  const of = { x, meanRepeatValue: x === 0 ? 0 : (meanRepeatValue ?? NaN) }
  if (!isRow(of) || !areParams({ p, q, gamma })) return O.none
  const below = p * x + q - 1
  const value = (p * (x * of.meanRepeatValue + gamma)) / below
  return below > 0 && Number.isFinite(value) ? O.some(value) : O.none
}
