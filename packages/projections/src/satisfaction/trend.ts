/**
 * This period against the one before.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../shared/figures.js'
import { around, type Interval, overlap, z95 } from '../shared/interval.js'
import { share, type Share } from '../shared/share.js'
import { margin, mean, type Mean, moments } from './mean.js'
import { isOn, type Scale } from './scale.js'

/** `change` is now minus before, with its own interval; `overlaps`: whether those of the two periods do. */
export interface ShareTrend {
  readonly before: Share
  readonly now: Share
  readonly change: number
  readonly interval: Interval
  readonly overlaps: boolean
}

/** As for shares; with one answer alone in a period there is neither interval nor saying whether they overlap. */
export interface MeanTrend {
  readonly before: Mean
  readonly now: Mean
  readonly change: number
  readonly interval: O.Option<Interval>
  readonly overlaps: O.Option<boolean>
}

/**
 * Two proportions of different people. The interval of the change is put together of both Wilson intervals
 * (Newcombe 1998, Stat. Med. 17:873-890, method 10): within -1 to 1, and it holds the change.
 * None where one of the periods counted nothing.
 */
export const shareTrend = (before: Part, now: Part, z: number = z95): O.Option<ShareTrend> => {
  const [was, is] = [share(before.count, before.n, z), share(now.count, now.n, z)]
  if (O.isNone(was) || O.isNone(is)) return O.none
  const [a, b] = [was.value, is.value]
  const change = b.share - a.share
  return O.some({
    before: a,
    now: b,
    change,
    interval: {
      lower: Math.max(
        -1,
        change - Math.hypot(b.share - b.interval.lower, a.interval.upper - a.share),
      ),
      upper: Math.min(
        1,
        change + Math.hypot(b.interval.upper - b.share, a.share - a.interval.lower),
      ),
    },
    overlaps: overlap(a.interval, b.interval),
  })
}

/** The interval of a difference of means, each with a variance of its own. */
const welch = (
  scale: Scale,
  before: ReadonlyArray<number>,
  now: ReadonlyArray<number>,
  z: number,
): Interval => {
  const [a, b] = [moments(scale, before), moments(scale, now)]
  const squared = a.variance / a.n + b.variance / b.n
  // As shares of the whole, since the squares of small variances would vanish.
  const part = a.variance / a.n / squared
  const freedom = 1 / (part ** 2 / (a.n - 1) + (1 - part) ** 2 / (b.n - 1))
  const width = scale.highest - scale.lowest
  return around(b.value - a.value, margin(Math.sqrt(squared), freedom, z), {
    lower: -width,
    upper: width,
  })
}

/**
 * Two means of different people, on one scale. The interval of the change allows each period a spread of its own (Welch 1947,
 * Biometrika 34:28-35), and ends where the scale's width does. What is not on the scale is not counted.
 * None where one of the periods counted nothing.
 */
export const meanTrend =
  (scale: Scale, z: number = z95) =>
  (before: ReadonlyArray<number>, now: ReadonlyArray<number>): O.Option<MeanTrend> => {
    if (before.length === 0 || now.length === 0) return O.none
    const [was, is] = [mean(scale, z)(before), mean(scale, z)(now)]
    if (O.isNone(was) || O.isNone(is)) return O.none
    const [a, b] = [was.value, is.value]
    const on = isOn(scale)
    const trend = { before: a, now: b, change: b.value - a.value }
    return O.isNone(a.interval) || O.isNone(b.interval)
      ? O.some({ ...trend, interval: O.none, overlaps: O.none })
      : O.some({
          ...trend,
          interval: O.some(welch(scale, before.filter(on), now.filter(on), z)),
          overlaps: O.some(overlap(a.interval.value, b.interval.value)),
        })
  }
