/**
 * The share of the satisfied.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Interval, z95 } from '../shared/interval.js'
import { share } from '../shared/share.js'
import { isAnswer, scales } from './scale.js'

/** `satisfied` of `n`; the share is from 0 to 1, its interval is Wilson's. */
export interface Csat {
  readonly n: number
  readonly satisfied: number
  readonly share: number
  readonly interval: Interval
}

/**
 * The two best of five count as satisfied: 4 and 5 on 1 to 5 (the top-two-box share). What is not on the scale is not counted:
 * `n` is less than what was given. None where nothing was counted, or `z` (95 % unless given) is not from 0 to 1e100.
 */
export const csat = (scores: ReadonlyArray<number>, z: number = z95): O.Option<Csat> => {
  const counted = scores.filter(isAnswer(scales.csat))
  const satisfied = counted.filter((score) => score >= 4).length
  return pipe(
    share(satisfied, counted.length, z),
    O.map(({ n, share, interval }) => ({ n, satisfied, share, interval })),
  )
}
