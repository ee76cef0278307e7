/**
 * How likely what customers spend is under Gamma-Gamma, and how that changes with its parameters.
 *
 * @since 0.1.0
 */
import digamma from '@stdlib/math-base-special-digamma'
import gammaln from '@stdlib/math-base-special-gammaln'
import trigamma from '@stdlib/math-base-special-trigamma'

import { distinct } from '../distinct.js'
import type { Slope } from '../newton.js'
import type { Params } from './model.js'

/** Customers with repeat purchases of known worth, in columns: each `x` and each `m` is positive. */
export interface Buyers {
  readonly x: Float64Array
  readonly m: Float64Array
}

/** What the number of purchases decides, the same for all who made as many. */
const ofCount = ({ p, q }: Params, x: number) => {
  const all = p * x + q
  const bend = trigamma(all)
  return {
    value: gammaln(all) - gammaln(p * x) - gammaln(q),
    p: x * (digamma(all) - digamma(p * x)),
    q: digamma(all) - digamma(q),
    pp: x * x * (bend - trigamma(p * x)),
    pq: x * bend,
    qq: bend - trigamma(q),
  }
}

/**
 * The log-likelihood of what each buyer spent on average, and its derivatives by p, q and gamma, at a point.
 *
 * Fader and Hardie (2013), equation 1a; its powers of x, m and gamma + m x taken together, so that none of them is large.
 */
export const slopeOf = ({ x: xs, m: ms }: Buyers) => {
  const { values, at } = distinct(xs)
  const lnAll = ms.reduce((all, m) => all + Math.log(m), 0)
  return (params: Params): Slope => {
    const { p, q, gamma } = params
    const counts = values.map((x) => ofCount(params, x))
    let value = -lnAll
    let [gp, gq, gg] = [0, 0, 0]
    let [pp, pq, pg, qq, qg, gg2] = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < at.length; i += 1) {
      const of = counts[at[i] ?? 0]
      if (of === undefined) continue
      const x = xs[i] ?? NaN
      const spent = x * (ms[i] ?? NaN)
      const all = gamma + spent
      const s = p * x + q
      const lnGammaShare = -Math.log1p(spent / gamma)
      const lnSpentShare = -Math.log1p(gamma / spent)
      value += of.value + q * lnGammaShare + p * x * lnSpentShare
      gp += of.p + x * lnSpentShare
      gq += of.q + lnGammaShare
      gg += q / gamma - s / all
      pp += of.pp
      pq += of.pq
      pg -= x / all
      qq += of.qq
      qg += 1 / gamma - 1 / all
      gg2 += s / (all * all) - q / (gamma * gamma)
    }
    return {
      value,
      gradient: [gp, gq, gg],
      hessian: [
        [pp, pq, pg],
        [pq, qq, qg],
        [pg, qg, gg2],
      ],
    }
  }
}
