/**
 * What BG/NBD expects of a customer, known or not.
 *
 * @since 0.1.0
 */
import type { Row } from '../summary.js'
import { areParams, type Params, probabilityAlive } from './model.js'
import { purchasesToCome } from './purchases-to-come.js'

/**
 * How many repeat purchases to expect of anybody within `t` of the first; 0 where `t` is not positive, or the parameters are
 * not. `t` is in the parameters' unit of time.
 *
 * Fader, Hardie and Lee (2005), equation 9; not by way of 2F1, which is singular where a + b is 1 or less.
 */
export const expectedPurchases = (params: Params, t: number): number => {
  const { r: shape, alpha: rate, a, b } = params
  return areParams(params) ? purchasesToCome({ shape, rate, a, b }, t) : 0
}

/**
 * How many purchases to expect within `t` from now of a customer with these purchases, the chance that he has gone
 * included; 0 where `t` is not positive, or where `probabilityAlive` is 0. `row` and `t` are in the parameters' unit of time.
 *
 * Fader, Hardie and Lee (2005), equation 10.
 */
export const expectedFuturePurchases = (params: Params, row: Row, t: number): number => {
  const alive = probabilityAlive(params, row)
  if (alive === 0) return 0
  const { r, alpha, a, b } = params
  const { x, T } = row
  return alive * purchasesToCome({ shape: r + x, rate: alpha + T, a, b: b + x }, t)
}
