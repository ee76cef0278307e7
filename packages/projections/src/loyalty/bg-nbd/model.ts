/**
 * BG/NBD: how likely a customer's purchases are, and that he is still there.
 *
 * Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model",
 * Marketing Science 24(2). Rates of purchase differ between customers as Gamma(r, alpha), chances of leaving after a
 * purchase as Beta(a, b).
 *
 * @since 0.1.0
 */
import gammaln from '@stdlib/math-base-special-gammaln'

import type { Row } from '../summary.js'

/** All are positive and finite; `alpha` is in the rows' unit of time. */
export interface Params {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** Beyond it log gamma is no number. */
const most = 1e300

/** Whether all parameters are what they must be. */
export const areParams = ({ r, alpha, a, b }: Params): boolean =>
  r > 0 && alpha > 0 && a > 0 && b > 0 && Math.max(r, alpha, a, b) <= most

/**
 * Whether the formulas have a value. They ask less of a row than `fit` does: no whole `x`, and no `tx <= T`, which rounded
 * rows miss by a hair.
 */
const haveValue = (params: Params, { x, tx, T }: Row): boolean =>
  areParams(params) &&
  T >= 0 &&
  T <= most &&
  (x === 0 || (x >= 1 && x <= most && tx >= 0 && tx <= most))

/** `ln(1 + e^u)`, also where `e^u` is beyond all numbers. */
export const softplus = (u: number): number => Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)))

/** The logarithm of the odds that a customer has gone; nobody is known to have gone before his first repeat. */
export const lnOddsGone = ({ r, alpha, a, b }: Params, { x, tx, T }: Row): number =>
  x === 0
    ? -Infinity
    : Math.log(a) - Math.log(b + (x - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tx))

/** What the number of purchases alone adds to a log-likelihood. */
export const lnOfCount = ({ r, alpha, a, b }: Params, x: number): number =>
  gammaln(r + x) -
  gammaln(r) +
  r * Math.log(alpha) +
  (gammaln(a + b) - gammaln(b) + gammaln(b + x) - gammaln(a + b + x))

/** What the times of the purchases add to it. */
export const lnOfTimes = (params: Params, row: Row): number =>
  softplus(lnOddsGone(params, row)) - (params.r + row.x) * Math.log(params.alpha + row.T)

/**
 * The logarithm of the likelihood of all rows: 0 for none. Rows have whole `x >= 0` and `0 <= tx <= T`, in the parameters' unit
 * of time; with one that nobody can have, or parameters that are not positive, it is -Infinity, as that can not happen.
 *
 * Fader, Hardie and Lee (2005), equations 6 and 7.
 */
export const logLikelihood = (params: Params, rows: ReadonlyArray<Row>): number =>
  rows.reduce(
    (sum, row) =>
      haveValue(params, row) ? sum + lnOfCount(params, row.x) + lnOfTimes(params, row) : -Infinity,
    0,
  )

/**
 * The probability, from 0 to 1, that a customer with these purchases will buy again some day. It is 1 by definition where `x` is
 * 0, which says nothing about him: a view says `neverRepeated` there. Nobody with a row that can not be (a negative `x`, no
 * number) is there: 0.
 *
 * Fader and Hardie (2008), "Computing P(alive) Using the BG/NBD Model".
 */
export const probabilityAlive = (params: Params, row: Row): number =>
  haveValue(params, row) ? 1 / (1 + Math.exp(lnOddsGone(params, row))) : 0
