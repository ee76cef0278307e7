/**
 * Satisfaction over time, in two series that are not each other: what was said of each transaction, and how one stands with us
 * on the whole.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import { sum } from '../shared/figures.js'
import { type DatedScore, wrongScore } from './gap.js'
import { clip, type InvalidAnswer, invalidAnswer, type Scale } from './scale.js'

/** The value at an instant, and how many answers it stands on. */
export interface Point {
  readonly at: Instant
  readonly n: number
  readonly value: number
}

/** How answers become one standing: their mean, the latest one, or a mean in which each loses half its weight every `halfLife` ms. */
export type CumulativeMethod =
  { readonly by: 'mean' | 'latest' } | { readonly by: 'decay'; readonly halfLife: number }

/** Points in the order of time, one an instant. */
export type Series =
  | { readonly kind: 'transaction'; readonly points: ReadonlyArray<Point> }
  | {
      readonly kind: 'cumulative'
      readonly method: CumulativeMethod
      readonly points: ReadonlyArray<Point>
    }

/** What was answered at one instant. */
interface Moment {
  readonly at: Instant
  readonly n: number
  readonly total: number
}

const wrongAnswer = (
  scale: Scale,
  answers: ReadonlyArray<DatedScore>,
): InvalidAnswer | undefined => {
  for (const [i, answer] of answers.entries()) {
    const wrong = wrongScore(scale, `answers[${i}]`, answer)
    if (wrong !== undefined) return wrong
  }
  return undefined
}

/** By time and, so that the order in which they came changes no digit, by score. */
const momentsOf =
  (scale: Scale) =>
  (answers: ReadonlyArray<DatedScore>): E.Either<InvalidAnswer, ReadonlyArray<Moment>> => {
    const wrong = wrongAnswer(scale, answers)
    if (wrong !== undefined) return E.left(wrong)
    const at = new Map<Instant, number[]>()
    for (const answer of [...answers].sort((a, b) => a.at - b.at || a.score - b.score)) {
      const there = at.get(answer.at)
      if (there) there.push(answer.score)
      else at.set(answer.at, [answer.score])
    }
    return E.right([...at].map(([at, scores]) => ({ at, n: scores.length, total: sum(scores) })))
  }

/** What was said of each transaction: the mean at each instant, and nothing carried over. */
export const transactions =
  (scale: Scale) =>
  (answers: ReadonlyArray<DatedScore>): E.Either<InvalidAnswer, Series> =>
    pipe(
      answers,
      momentsOf(scale),
      E.map((moments) => ({
        kind: 'transaction',
        points: moments.map(({ at, n, total }) => ({ at, n, value: clip(scale)(total / n) })),
      })),
    )

/** What is wrong with a method, if anything is. */
export const wrongMethod = (method: CumulativeMethod): InvalidAnswer | undefined =>
  method.by === 'decay' && !(method.halfLife > 0 && Number.isFinite(method.halfLife))
    ? invalidAnswer('halfLife', 'milliseconds above 0')
    : undefined

/** What is left of the weight of all before, once `passed` ms have gone by. */
const kept = (method: CumulativeMethod, passed: number): number => {
  switch (method.by) {
    case 'mean':
      return 1
    case 'latest':
      return 0
    case 'decay':
      return 2 ** (-passed / method.halfLife)
  }
}

/**
 * How one stands with us after each answer, by the method that the host picks: there is no default, for the mean of transactions is
 * not what a customer thinks of us on the whole. Between two answers nothing moves. Answers of one instant weigh the same.
 * Refused: a score that is not on the scale, a scale that has not two ends in order within ±1e15, a half-life that is not above 0.
 */
export const cumulative =
  (scale: Scale, method: CumulativeMethod) =>
  (answers: ReadonlyArray<DatedScore>): E.Either<InvalidAnswer, Series> => {
    const wrong = wrongMethod(method)
    if (wrong !== undefined) return E.left(wrong)
    return pipe(
      answers,
      momentsOf(scale),
      E.map((moments) => {
        let last: Instant | undefined
        let [n, weight, total] = [0, 0, 0]
        const points = moments.map((moment): Point => {
          const left = kept(method, moment.at - (last ?? moment.at))
          n += moment.n
          weight = weight * left + moment.n
          total = total * left + moment.total
          last = moment.at
          return { at: moment.at, n, value: clip(scale)(total / weight) }
        })
        return { kind: 'cumulative', method, points }
      }),
    )
  }
