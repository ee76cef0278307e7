/**
 * How the log-likelihood of BG/NBD changes with its parameters, to the second order.
 *
 * @since 0.1.0
 */
import digamma from '@stdlib/math-base-special-digamma'
import trigamma from '@stdlib/math-base-special-trigamma'

import type { Slope } from '../newton.js'
import type { Alike } from './grouped.js'
import { lnOddsGone, lnOfCount, type Params, softplus } from './model.js'

/** A symmetric matrix over r, alpha, a and b, as sums to add to. */
interface Sums {
  value: number
  readonly gradient: [number, number, number, number]
  readonly hessian: [
    [number, number, number, number],
    [number, number, number, number],
    [number, number, number, number],
    [number, number, number, number],
  ]
}

const zero = (): Sums => ({
  value: 0,
  gradient: [0, 0, 0, 0],
  hessian: [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ],
})

const addCount = (
  { gradient: g, hessian: [hr, halpha, ha, hb] }: Sums,
  { r, alpha, a, b }: Params,
  x: number,
  n: number,
): void => {
  const ofSum = digamma(a + b) - digamma(a + b + x)
  const bendOfSum = trigamma(a + b) - trigamma(a + b + x)
  g[0] += n * (digamma(r + x) - digamma(r) + Math.log(alpha))
  g[1] += (n * r) / alpha
  g[2] += n * ofSum
  g[3] += n * (ofSum + digamma(b + x) - digamma(b))
  hr[0] += n * (trigamma(r + x) - trigamma(r))
  hr[1] += n / alpha
  halpha[1] -= (n * r) / alpha ** 2
  ha[2] += n * bendOfSum
  ha[3] += n * bendOfSum
  hb[3] += n * (bendOfSum + trigamma(b + x) - trigamma(b))
}

/** Of the two ways to be silent since the last purchase, still there or gone, each weighs as it is probable. */
const addTimes = (sums: Sums, params: Params, row: Alike): void => {
  const { r, alpha, a, b } = params
  const { x, tx, T, count: n } = row
  const {
    gradient: g,
    hessian: [hr, halpha, ha, hb],
  } = sums
  const now = alpha + T
  const lnOdds = lnOddsGone(params, row)
  const s = r + x
  sums.value += n * (softplus(lnOdds) - s * Math.log(now))
  g[0] -= n * Math.log(now)
  g[1] -= (n * s) / now
  hr[1] -= n / now
  halpha[1] += (n * s) / now ** 2
  if (x === 0) return

  const last = alpha + tx
  const gone = 1 / (1 + Math.exp(-lnOdds))
  // How the logarithm of the odds changes with each parameter.
  const dr = Math.log(now / last)
  const dalpha = s * (1 / now - 1 / last)
  const da = 1 / a
  const db = -1 / (b + x - 1)
  const p = n * gone
  const q = p * (1 - gone)
  g[0] += p * dr
  g[1] += p * dalpha
  g[2] += p * da
  g[3] += p * db
  hr[0] += q * dr * dr
  hr[1] += q * dr * dalpha + p * (1 / now - 1 / last)
  hr[2] += q * dr * da
  hr[3] += q * dr * db
  halpha[1] += q * dalpha * dalpha + p * s * (1 / last ** 2 - 1 / now ** 2)
  halpha[2] += q * dalpha * da
  halpha[3] += q * dalpha * db
  ha[2] += q * da * da - p * da * da
  ha[3] += q * da * db
  hb[3] += q * db * db + p * db * db
}

/** The log-likelihood of grouped rows and its derivatives by r, alpha, a and b, at a point. */
export const slopeOf = (rows: ReadonlyArray<Alike>) => {
  // What the number of purchases decides is summed once a number, and not once a row.
  const counts = new Map<number, number>()
  for (const { x, count } of rows) counts.set(x, (counts.get(x) ?? 0) + count)
  return (params: Params): Slope => {
    const sums = zero()
    for (const [x, n] of counts) {
      sums.value += n * lnOfCount(params, x)
      addCount(sums, params, x, n)
    }
    for (const row of rows) addTimes(sums, params, row)
    const [hr, halpha, ha, hb] = sums.hessian
    return {
      value: sums.value,
      gradient: sums.gradient,
      hessian: [
        hr,
        [hr[1], halpha[1], halpha[2], halpha[3]],
        [hr[2], halpha[2], ha[2], ha[3]],
        [hr[3], halpha[3], ha[3], hb[3]],
      ],
    }
  }
}
