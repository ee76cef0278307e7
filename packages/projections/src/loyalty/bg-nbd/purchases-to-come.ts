/**
 * How many purchases are to be expected of a customer who is still there.
 *
 * @since 0.1.0
 */
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
    const ratio = (z * (shape + (k - 1))) / k
    chance *= ratio
    made += stayed
    stayed *= (b + (k - 1)) / (a + b + (k - 1))
    total += chance * made
    if (ratio < 1 && chance * made <= 1e-18 * total) return total
  }
}

/** `ln(rest + part e^u)`, where `part` and `rest` are 1 together, without the rounding of that. */
const lnOfMix = (rest: number, part: number, u: number): number => {
  if (u > 700) return u + Math.log(part)
  return u < -1 && part > rest
    ? Math.log(rest + part * Math.exp(u))
    : Math.log1p(part * Math.expm1(u))
}

/**
 * The integral over p of Beta(p; a, b) (1 - (1 + p y)^-shape) / p, by the trapezoidal rule over the log-odds of p, whose
 * error falls exponentially with the step: Trefethen and Weideman (2014), "The Exponentially Convergent Trapezoidal
 * Rule". Towards both ends the integrand becomes a geometric series, whose sum is known. What Beta's density is divided by
 * is summed by the same rule: no large logarithms of it are subtracted from each other.
 */
const byIntegral = ({ shape, a, b }: Known, y: number): number => {
  const [leave, stay] = [a / (a + b), b / (a + b)]
  const odds = a / b
  const step = Math.min(0.25, 0.4 * Math.sqrt(1 / a + 1 / b))
  const bought = (p: number): number =>
    p * y * (shape + 1) < 1e-17 ? shape * y : -Math.expm1(-shape * Math.log1p(p * y)) / p
  // Everybody's chance is the same, as far as numbers tell.
  if (step < 1e-9) return bought(leave)
  let [weights, purchases] = [1, bought(leave)]
  const walk = (direction: 1 | -1, end: number, slope: number): void => {
    for (let i = 1; ; i += 1) {
      const u = direction * i * step
      const weight = Math.exp(-a * lnOfMix(leave, stay, -u) - b * lnOfMix(stay, leave, u))
      const height = weight * bought(1 / (1 + Math.exp(-u) / odds))
      const isEnd = direction * u > end
      // Of the rest, beyond the end.
      const times = isEnd ? 1 + 1 / Math.expm1(slope * step) : 1
      weights += times * weight
      purchases += times * height
      if (isEnd || (weight <= 1e-18 * weights && height <= 1e-18 * purchases)) return
    }
  }
  walk(-1, 40 + Math.log(Math.max(a + b, 1 + y * (shape + 1))) + Math.log(odds), a)
  walk(1, 40 + Math.log(a + b + shape + 1) - Math.log(odds), b)
  return purchases / weights
}

const within = (least: number, n: number): number => Math.min(Math.max(least, n), 1e100)

/** The number of purchases to expect within `t`; 0 where `t` is not after now. What is known is positive. */
export const purchasesToCome = ({ shape, rate, a, b }: Known, t: number): number => {
  if (!(t > 0)) return 0
  // So far out that nothing changes, and not so far that a product of two is no number.
  const known = { rate, shape: within(0, shape), a: within(1e-100, a), b: within(1e-100, b) }
  const y = within(0, t / rate)
  // The sum would be of thousands of terms, or begin with one too small for a number.
  return y < 50 && known.shape * Math.log1p(y) < 700 ? bySum(known, y) : byIntegral(known, y)
}
