/**
 * How far ahead of the best rival.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Interval, z95 } from '../shared/interval.js'
import { beforeAndAfter } from './before-and-after.js'
import { isAnswer, scales } from './scale.js'

/** One person's answers to the same overall item, from 1 to 10: about us, and about the best of our rivals. */
export interface OwnAndRival {
  readonly own: number
  readonly rival: number
}

/** All in points of the index, 0 to 100; `lead` is own minus rival's, and from one person has no interval. */
export interface Lead extends OwnAndRival {
  readonly n: number
  readonly lead: number
  readonly interval: O.Option<Interval>
}

/** One answer from 1 to 10 in points of the index, 0 to 100. */
export const points = (score: number): number => (100 * (score - 1)) / 9

/**
 * Our index minus the best rival's, of the one item that was asked about both (100 * (x - 1) / 9, as the whole index does it), over
 * those who answered both. Who did not, or not on the scale, is not counted. None where nothing was counted, or `z` (95 %
 * unless given) is not from 0 to 1e100.
 */
export const satisfactionLead = (
  answers: ReadonlyArray<OwnAndRival>,
  z: number = z95,
): O.Option<Lead> => {
  const on = isAnswer(scales.item)
  return pipe(
    answers
      .filter(({ own, rival }) => on(own) && on(rival))
      .map(({ own, rival }) => ({ before: points(rival), after: points(own) })),
    beforeAndAfter(scales.index, z),
    O.map(({ n, before: rival, after: own, difference: lead, interval }) => ({
      n,
      own,
      rival,
      lead,
      interval,
    })),
  )
}
