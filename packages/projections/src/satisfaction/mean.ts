/**
 * Means, and how far they may be off.
 *
 * @since 0.1.0
 */
import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'
import { around, type Interval, isZ, z95 } from '../shared/interval.js'
import { clip, isOn, isScale, type Scale } from './scale.js'

/** The mean of `n` values. One value alone says nothing of how far it may be off: its interval is none. */
export interface Mean {
  readonly n: number
  readonly value: number
  readonly interval: O.Option<Interval>
}

/** A mean and the spread about it; of one value the variance is 0. */
export interface Moments {
  readonly n: number
  readonly value: number
  /** Of the sample: the squares' sum by n - 1. */
  readonly variance: number
}

/** Of one value or more, all on the scale; in two passes, so that a million of them lose no digit that shows. */
export const moments = (scale: Scale, values: ReadonlyArray<number>): Moments => {
  const n = values.length
  const value = clip(scale)(sum(values) / n)
  const squares = sum(values.map((each) => (each - value) ** 2))
  return { n, value, variance: squares / Math.max(1, n - 1) }
}

/** Above it Student's law is the normal one to nine digits, and its quantile is not asked for. */
const mostFreedom = 1e9

/**
 * How far to go to either side: Student's t (1908, Biometrika 6:1-25) that covers as much as `z` does in the
 * normal law, times the standard error.
 */
export const margin = (standardError: number, freedom: number, z: number): number =>
  standardError === 0
    ? 0
    : tQuantile(normalCdf(z, 0, 1), Math.min(freedom, mostFreedom)) * standardError

/**
 * The mean of values on a scale, with Student's interval, which ends where the scale does.
 * A value that is not on the scale is not counted. None where nothing was counted, the scale has not two ends in
 * order within ±1e15, or `z` (95 % unless given) is not from 0 to 1e100.
 */
export const mean =
  (scale: Scale, z: number = z95) =>
  (values: ReadonlyArray<number>): O.Option<Mean> => {
    const counted = values.filter(isOn(scale))
    if (counted.length === 0 || !isScale(scale) || !isZ(z)) return O.none
    const { n, value, variance } = moments(scale, counted)
    const bounds = { lower: scale.lowest, upper: scale.highest }
    return O.some({
      n,
      value,
      interval:
        n === 1 ? O.none : O.some(around(value, margin(Math.sqrt(variance / n), n - 1, z), bounds)),
    })
  }
