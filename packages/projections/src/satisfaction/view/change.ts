/**
 * A figure of one period against the same figure of the period before.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../../shared/figures.js'
import { type Interval, overlap } from '../../shared/interval.js'
import { shareTrend, type ShareTrend } from '../trend.js'

/** Two figures of one sort, what changed, and whether their intervals have a point in common. */
export interface Change<Figure> {
  readonly before: Figure
  readonly now: Figure
  readonly change: number
  readonly overlaps: boolean
}

/** None, where one of the two is. */
export const changeOf =
  <Figure>(value: (figure: Figure) => number, interval: (figure: Figure) => Interval) =>
  (before: O.Option<Figure>, now: O.Option<Figure>): O.Option<Change<Figure>> =>
    O.isNone(before) || O.isNone(now)
      ? O.none
      : O.some({
          before: before.value,
          now: now.value,
          change: value(now.value) - value(before.value),
          overlaps: overlap(interval(before.value), interval(now.value)),
        })

/** The same of two shares. */
export const shareChange = (
  before: O.Option<Part>,
  now: O.Option<Part>,
  z: number,
): O.Option<ShareTrend> =>
  O.isNone(before) || O.isNone(now) ? O.none : shareTrend(before.value, now.value, z)
