/**
 * A net share: those for minus those against, of all who answered.
 *
 * @since 0.1.0
 */
import { around, type Interval } from '../shared/interval.js'

/** From -1 to 1, with two intervals: the plain one, and the one that holds for few answers too. */
export interface Net {
  readonly score: number
  /** Of one answer, counted as 1, 0 or -1. */
  readonly variance: number
  readonly standardError: number
  readonly wald: Interval
  /** May leave the score itself outside, when there are few answers and all are alike. */
  readonly adjustedWald: Interval
}

const all: Interval = { lower: -1, upper: 1 }

const spread = (plus: number, minus: number, n: number) => {
  const score = (plus - minus) / n
  const variance = Math.max(0, (plus + minus) / n - score ** 2)
  return { score, variance, standardError: Math.sqrt(variance / n) }
}

/**
 * `plus` for and `minus` against, of `n` answers, which are one or more: variance p + d - (p - d)^2.
 * Adjusted Wald: three answers are added, 3/4 for, 3/4 against and 3/2 neither (Bonett & Price 2012, J. Educ. Behav.
 * Stat. 37:479-488, after Agresti & Min 2005; recommended for NPS by Rocks 2016, Am. Stat. 70:365-372).
 */
export const net = (plus: number, minus: number, n: number, z: number): Net => {
  const plain = spread(plus, minus, n)
  const adjusted = spread(plus + 3 / 4, minus + 3 / 4, n + 3)
  return {
    ...plain,
    wald: around(plain.score, z * plain.standardError, all),
    adjustedWald: around(adjusted.score, z * adjusted.standardError, all),
  }
}
