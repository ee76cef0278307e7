/**
 * How the log-likelihood of BG/NBD changes with its parameters, to the second order.
 *
 * @since 0.1.0
 */
import digamma from '@stdlib/math-base-special-digamma'
import trigamma from '@stdlib/math-base-special-trigamma'

import { type Distinct, distinct } from '../distinct.js'
import type { Slope } from '../newton.js'
import type { Grouped } from './grouped.js'
import { lnOfCount, type Params } from './model.js'

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
const addTimes = (
  sums: Sums,
  { r, alpha, a, b }: Params,
  rows: Grouped,
  { values: xs, at }: Distinct,
): void => {
  const {
    gradient: g,
    hessian: [hr, halpha, ha, hb],
  } = sums
  // What the number of purchases adds to the logarithm of the odds; each logarithm is taken once, as they are what takes time.
  const lnOddsOfCount = Float64Array.from(xs, (x) => Math.log(a / (b + (x - 1))))
  const da = 1 / a
  for (let i = 0; i < at.length; i += 1) {
    const x = rows.x[i] ?? NaN
    const n = rows.count[i] ?? NaN
    const s = r + x
    const now = alpha + (rows.T[i] ?? NaN)
    const lnNow = Math.log(now)
    sums.value -= n * s * lnNow
    g[0] -= n * lnNow
    g[1] -= (n * s) / now
    hr[1] -= n / now
    halpha[1] += (n * s) / (now * now)
    if (x === 0) continue

    const last = alpha + (rows.tx[i] ?? NaN)
    // How the logarithm of the odds changes with each parameter.
    const dr = lnNow - Math.log(last)
    const dlast = 1 / now - 1 / last
    const dalpha = s * dlast
    const db = -1 / (b + (x - 1))
    const lnOdds = (lnOddsOfCount[at[i] ?? 0] ?? NaN) + s * dr
    const lesser = Math.exp(-Math.abs(lnOdds))
    const p = (n * (lnOdds > 0 ? 1 : lesser)) / (1 + lesser)
    const q = (n * lesser) / ((1 + lesser) * (1 + lesser))
    sums.value += n * (Math.max(lnOdds, 0) + Math.log1p(lesser))
    g[0] += p * dr
    g[1] += p * dalpha
    g[2] += p * da
    g[3] += p * db
    hr[0] += q * dr * dr
    hr[1] += q * dr * dalpha + p * dlast
    hr[2] += q * dr * da
    hr[3] += q * dr * db
    halpha[1] += q * dalpha * dalpha - p * s * dlast * (1 / now + 1 / last)
    halpha[2] += q * dalpha * da
    halpha[3] += q * dalpha * db
    ha[2] += q * da * da - p * da * da
    ha[3] += q * da * db
    hb[3] += q * db * db + p * db * db
  }
}

/**
 * The log-likelihood of grouped rows and its derivatives by r, alpha, a and b, at a point.
 *
 * Fader, Hardie and Lee (2005), equation 7.
 */
export const slopeOf = (rows: Grouped) => {
  const counts = distinct(rows.x)
  const customers = Array<number>(counts.values.length).fill(0)
  counts.at.forEach((place, i) => {
    customers[place] = (customers[place] ?? 0) + (rows.count[i] ?? 0)
  })
  return (params: Params): Slope => {
    const sums = zero()
    // What the number of purchases decides is summed once a number, and not once a row.
    counts.values.forEach((x, i) => {
      const n = customers[i] ?? 0
      sums.value += n * lnOfCount(params, x)
      addCount(sums, params, x, n)
    })
    addTimes(sums, params, rows, counts)
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
