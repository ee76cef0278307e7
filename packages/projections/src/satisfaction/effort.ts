/**
 * Customer effort: three different numbers bear the name CES, and each says which it is. All are of answers from 1 to 7
 * to "it was made easy for me", 7 the easiest (Dixon, Toman & DeLisi 2013, The Effortless Experience; the question of Dixon,
 * Freeman & Toman 2010, Harvard Business Review 88(7):116-122, went from 1 to 5 and the other way round).
 * What is not on the scale is not counted: `n` is less than what was given. None where nothing was counted, or `z` (95 %
 * unless given) is not from 0 to 1e100.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Interval, isZ, z95 } from '../shared/interval.js'
import { share } from '../shared/share.js'
import { type Mean, mean as meanOn } from './mean.js'
import { net, type Net } from './net.js'
import { isAnswer, scales } from './scale.js'

/** From 1 to 7. */
export type EffortScale = typeof scales.effort

/** `value` is the mean, from 1 to 7; one answer alone has no interval. */
export interface EffortMean extends Mean {
  readonly measure: 'mean'
  readonly scale: EffortScale
}

/** `value` is the share of those who agree, from 0 to 1, with Wilson's interval. */
export interface EffortAgreement {
  readonly measure: 'agreement'
  readonly scale: EffortScale
  readonly n: number
  readonly agreeing: number
  readonly value: number
  readonly interval: Interval
}

/** `value` is the share of easy minus the share of hard, from -1 to 1: shown times 100. */
export interface EffortIndex extends Omit<Net, 'score'> {
  readonly measure: 'index'
  readonly scale: EffortScale
  readonly n: number
  readonly easy: number
  readonly hard: number
  readonly value: number
}

const scale = scales.effort
const counted = (scores: ReadonlyArray<number>): ReadonlyArray<number> =>
  scores.filter(isAnswer(scale))

/** The mean answer. */
export const mean = (scores: ReadonlyArray<number>, z: number = z95): O.Option<EffortMean> =>
  pipe(
    meanOn(scale, z)(counted(scores)),
    O.map((figure) => ({ measure: 'mean', scale, ...figure })),
  )

/** The share of those who agree that it was easy: 5, 6 and 7. */
export const agreement = (
  scores: ReadonlyArray<number>,
  z: number = z95,
): O.Option<EffortAgreement> => {
  const answers = counted(scores)
  const agreeing = answers.filter((score) => score >= 5).length
  return pipe(
    share(agreeing, answers.length, z),
    O.map(({ n, share: value, interval }) => ({
      measure: 'agreement',
      scale,
      n,
      agreeing,
      value,
      interval,
    })),
  )
}

/** The share of 6 and 7 minus the share of 1 to 3. */
export const index = (scores: ReadonlyArray<number>, z: number = z95): O.Option<EffortIndex> => {
  const answers = counted(scores)
  const n = answers.length
  if (n === 0 || !isZ(z)) return O.none
  const easy = answers.filter((score) => score >= 6).length
  const hard = answers.filter((score) => score <= 3).length
  const { score: value, ...spread } = net(easy, hard, n, z)
  return O.some({ measure: 'index', scale, n, easy, hard, value, ...spread })
}
