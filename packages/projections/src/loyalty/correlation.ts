/**
 * Whether two figures of the same customers go together.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'

/** From -1 to 1, over `n` customers. */
export interface Correlation {
  readonly n: number
  readonly value: number
}

const centred = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  // By the largest first, so that no sum and no square is beyond all numbers, or vanishes.
  const largest = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  const scaled = values.map((v) => (largest === 0 ? 0 : v / largest))
  const mean = sum(scaled) / scaled.length
  return scaled.map((v) => v - mean)
}

const length = (values: ReadonlyArray<number>): number => Math.sqrt(sum(values.map((v) => v * v)))

/**
 * Pearson's correlation of pairs of finite numbers (Pearson 1895, Proc. R. Soc. 58:240-242). None where there are not two
 * pairs, or where one of the figures is the same for all.
 */
export const correlation = (
  pairs: ReadonlyArray<readonly [number, number]>,
): O.Option<Correlation> => {
  const [as, bs] = [centred(pairs.map(([a]) => a)), centred(pairs.map(([, b]) => b))]
  const [first, second] = pairs
  if (first === undefined || second === undefined) return O.none
  if ([0, 1].some((i) => pairs.every((pair) => pair[i] === first[i]))) return O.none
  const across = sum(as.map((a, i) => a * (bs[i] ?? 0)))
  const value = across / (length(as) * length(bs))
  // Rounding may go past the end of the scale by a hair.
  return O.some({ n: pairs.length, value: Math.max(-1, Math.min(1, value)) })
}
