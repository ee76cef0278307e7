/**
 * What was got for what was given.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { sum } from '../shared/figures.js'
import { answerOn, type InvalidAnswer, invalidAnswer, isAnswer, scales } from './scale.js'

/** Each from 1 to 10; of the sacrifice at least one part. */
export interface ValueAnswers {
  readonly gain: number
  readonly sacrifice: Readonly<Partial<Record<Sacrifice, number>>>
}

export type Sacrifice = 'money' | 'time' | 'effort' | 'energy'

const sacrifices: ReadonlyArray<Sacrifice> = ['money', 'time', 'effort', 'energy']

/** From -9, all given up for nothing, to 9. */
export const valueScale = { lowest: -9, highest: 9 } as const

/**
 * The gain minus the mean of the sacrifices that were named, from -9 to 9: what is got against what is given up (Zeithaml 1988,
 * J. Marketing 52(3):2-22). A mean, so that one more part named lowers nothing by itself.
 * Refused: an answer that is not a whole number from 1 to 10, and a sacrifice of no part.
 */
export const perceivedValue = ({
  gain,
  sacrifice,
}: ValueAnswers): E.Either<InvalidAnswer, number> => {
  const on = isAnswer(scales.item)
  if (!on(gain)) return E.left(invalidAnswer('gain', answerOn(scales.item)))
  const given = sacrifices.flatMap((part) => {
    const score = sacrifice[part]
    return score === undefined ? [] : [{ part, score }]
  })
  if (given.length === 0)
    return E.left(invalidAnswer('sacrifice', `one of ${sacrifices.join(' | ')}`))
  const wrong = given.find(({ score }) => !on(score))
  return wrong !== undefined
    ? E.left(invalidAnswer(`sacrifice.${wrong.part}`, answerOn(scales.item)))
    : E.right(gain - sum(given.map(({ score }) => score)) / given.length)
}
