/**
 * How many purchases are to be expected of a customer who is still there.
 *
 * @since 0.1.0
 */
import betaln from '@stdlib/math-base-special-betaln'

import { softplus } from './model.js'

/** What is known of him: his rate is Gamma(shape, rate) and his chance of leaving after each purchase Beta(a, b). */
export interface Known {
  readonly shape: number
  readonly rate: number
  readonly a: number
  readonly b: number
}

/**
 * Were nobody to leave, the number N of purchases would be negative binomial; the purchase after j others is made by who
 * has stayed j times. So the expectation is the sum over k of P(N = k) (s(0) + … + s(k-1)), s(j) = E[(1-p)^j]. All terms
 * are positive: nothing cancels, and neither a = 1 nor a + b = 1 is a special case, as they are of 2F1.
 */
const bySum = ({ shape, a, b }: Known, y: number): number => {
  const z = y / (1 + y)
  let chance = Math.exp(-shape * Math.log1p(y))
  let stayed = 1
  let made = 0
  let total = 0
  for (let k = 1; ; k += 1) {
    const ratio = (z * (shape + k - 1)) / k
    chance *= ratio
    made += stayed
    stayed *= (b + k - 1) / (a + b + k - 1)
    total += chance * made
    if (ratio < 1 && chance * made < 1e-18 * total) return total
  }
}

/**
 * The integral over p of Beta(p; a, b) (1 - (1 + p y)^-shape) / p, by the trapezoidal rule over the log-odds of p, whose
 * error falls exponentially with the step: Trefethen and Weideman (2014), "The Exponentially Convergent Trapezoidal
 * Rule". Towards both ends the integrand becomes a geometric series, whose sum is known.
 */
const byIntegral = ({ shape, a, b }: Known, y: number): number => {
  const lnBeta = betaln(a, b)
  const step = Math.min(0.2, 0.4 * Math.sqrt(1 / a + 1 / b))
  const middle = Math.log(a / b)
  const at = (u: number): number => {
    const p = Math.exp(-softplus(-u))
    const weight = Math.exp(-a * softplus(-u) - b * softplus(u) - lnBeta)
    const small = p * y * (shape + 1) < 1e-17
    return weight * (small ? shape * y : -Math.expm1(-shape * Math.log1p(p * y)) / p)
  }
  const walk = (direction: 1 | -1, end: number, slope: number): number => {
    let total = 0
    for (let i = 1; ; i += 1) {
      const u = middle + direction * i * step
      const height = at(u)
      total += height
      if (height < 1e-18 * total) return total
      if (direction * u > end) return total + height / Math.expm1(slope * step)
    }
  }
  const left = 40 + Math.log(Math.max(a + b, 1 + y * (shape + 1)))
  const right = 40 + Math.log(a + b + shape + 1)
  return step * (at(middle) + walk(-1, left, a) + walk(1, right, b))
}

/** The number of purchases to expect within `t`; 0 where `t` is not after now. */
export const purchasesToCome = (known: Known, t: number): number => {
  if (t <= 0) return 0
  const y = Math.min(t / known.rate, 1e300)
  // The sum would be of thousands of terms, or begin with one too small for a number.
  return y < 50 && known.shape * Math.log1p(y) < 700 ? bySum(known, y) : byIntegral(known, y)
}
