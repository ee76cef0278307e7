/**
 * The same customers, before something and after it.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { around, type Interval, isZ, z95 } from '../shared/interval.js'
import { margin, moments } from './mean.js'
import { isOn, isScale, type Scale } from './scale.js'

/** What one customer said before and after; who said only one of them makes no pair. */
export interface BeforeAndAfter {
  readonly before: number
  readonly after: number
}

/** Means over the `n` pairs, and the mean of after minus before; one pair alone has no interval. */
export interface PairedDifference extends BeforeAndAfter {
  readonly n: number
  readonly difference: number
  readonly interval: O.Option<Interval>
}

/**
 * The mean difference of pairs on a scale, with Student's interval of the differences (1908, Biometrika 6:1-25), which
 * ends where the scale's width does. A pair of which one is not on the scale is not counted.
 * None where nothing was counted, the scale has not two ends in order within ±1e15, or `z` is not from 0 to 1e100.
 */
export const beforeAndAfter =
  (scale: Scale, z: number = z95) =>
  (pairs: ReadonlyArray<BeforeAndAfter>): O.Option<PairedDifference> => {
    const on = isOn(scale)
    const counted = pairs.filter(({ before, after }) => on(before) && on(after))
    if (counted.length === 0 || !isScale(scale) || !isZ(z)) return O.none
    const width = scale.highest - scale.lowest
    const { n, value, variance } = moments(
      { lowest: -width, highest: width },
      counted.map(({ before, after }) => after - before),
    )
    return O.some({
      n,
      before: moments(
        scale,
        counted.map(({ before }) => before),
      ).value,
      after: moments(
        scale,
        counted.map(({ after }) => after),
      ).value,
      difference: value,
      interval:
        n === 1
          ? O.none
          : O.some(
              around(value, margin(Math.sqrt(variance / n), n - 1, z), {
                lower: -width,
                upper: width,
              }),
            ),
    })
  }

/**
 * How far a customer's satisfaction came back: after a complaint minus before it, one pair a customer. Above 0 it is higher than
 * it was (the recovery paradox of McCollough & Bharadwaj 1992). As `beforeAndAfter`.
 */
export const recovery: typeof beforeAndAfter = (scale, z) => beforeAndAfter(scale, z)
