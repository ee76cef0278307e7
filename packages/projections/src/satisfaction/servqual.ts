/**
 * SERVQUAL: what was perceived minus what was expected, over 22 items in five dimensions; and SERVPERF, what was perceived.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'
import { answerOn, type InvalidAnswer, invalidAnswer, isAnswer, scales } from './scale.js'
import { wrongWeights } from './weights.js'

/**
 * Of 1988 (Parasuraman, Zeithaml & Berry, J. Retailing 64:12-40), where items 10-13 and 18-22 are worded the other way round
 * and score 8 - x, or of 1991 (the same, J. Retailing 67:420-450), where none is.
 */
export type Edition = 1988 | 1991

export type Dimension = (typeof dimensions)[number]

/** The five, in the order of their items. */
export const dimensions = [
  'tangibles',
  'reliability',
  'responsiveness',
  'assurance',
  'empathy',
] as const

/** How much each dimension counts for: points, together 100. */
export type DimensionWeights = Readonly<Record<Dimension, number>>

/** The 22 answers to one half of the instrument, each from 1 to 7, item 1 first. */
export type Items = ReadonlyArray<number>

/** The answers of one person to the perceptions. */
export interface ServperfAnswers {
  readonly edition: Edition
  readonly perceptions: Items
  readonly weights?: DimensionWeights
}

/** The answers of one person to both halves. */
export interface ServqualAnswers extends ServperfAnswers {
  readonly expectations: Items
}

/** A score for each dimension, the mean of the five, and their weighted sum where weights were given. */
export interface DimensionScores extends Readonly<Record<Dimension, number>> {
  readonly unweighted: number
  readonly weighted?: number
}

/** From which item to which, counted from 1. */
const itemsOf: Readonly<Record<Dimension, readonly [first: number, last: number]>> = {
  tangibles: [1, 4],
  reliability: [5, 9],
  responsiveness: [10, 13],
  assurance: [14, 17],
  empathy: [18, 22],
}
const itemCount = 22

const isReversed = (edition: Edition, item: number): boolean =>
  edition === 1988 && ((item >= 10 && item <= 13) || item >= 18)

const wrongItems = (field: string, items: Items): InvalidAnswer | undefined => {
  if (items.length !== itemCount) return invalidAnswer(field, `${itemCount} answers`)
  const wrong = items.findIndex((score) => !isAnswer(scales.servqual)(score))
  return wrong === -1 ? undefined : invalidAnswer(`${field}[${wrong}]`, answerOn(scales.servqual))
}

const editions: ReadonlyArray<number> = [1988, 1991]

const wrongEdition = (edition: number): InvalidAnswer | undefined =>
  editions.includes(edition) ? undefined : invalidAnswer('edition', '1988 | 1991')

const straight = (edition: Edition, items: Items): Items =>
  items.map((score, i) => (isReversed(edition, i + 1) ? 8 - score : score))

const meanOf = (values: ReadonlyArray<number>): number => sum(values) / values.length

const byDimension = (
  of: (dimension: Dimension) => number,
): Readonly<Record<Dimension, number>> => ({
  tangibles: of('tangibles'),
  reliability: of('reliability'),
  responsiveness: of('responsiveness'),
  assurance: of('assurance'),
  empathy: of('empathy'),
})

/** Each dimension weighs the same, however many items it has. */
const unweighted = (scores: Readonly<Record<Dimension, number>>): number =>
  meanOf(dimensions.map((dimension) => scores[dimension]))

const scored = (items: Items, weights: DimensionWeights | undefined): DimensionScores => {
  const scores = byDimension((dimension) => {
    const [first, last] = itemsOf[dimension]
    return meanOf(items.slice(first - 1, last))
  })
  return {
    ...scores,
    unweighted: unweighted(scores),
    ...(weights && {
      weighted: sum(dimensions.map((each) => weights[each] * scores[each])) / 100,
    }),
  }
}

const wrongAnswers = ({ edition, perceptions, weights }: ServperfAnswers) =>
  wrongEdition(edition) ??
  wrongItems('perceptions', perceptions) ??
  (weights && wrongWeights('weights', dimensions, weights, 100))

/** One person's gap of each of the 22 items, perception minus expectation, from -6 to 6; reversed items are turned round. As `servqual`. */
export const itemGaps = (answers: ServqualAnswers): E.Either<InvalidAnswer, Items> => {
  const { edition, expectations, perceptions } = answers
  const wrong = wrongItems('expectations', expectations) ?? wrongAnswers(answers)
  if (wrong !== undefined) return E.left(wrong)
  const expected = straight(edition, expectations)
  return E.right(straight(edition, perceptions).map((score, i) => score - (expected[i] ?? 0)))
}

/**
 * One person's gaps, perception minus expectation, from -6 to 6: each dimension the mean of its items' gaps, `unweighted` the
 * mean of the five dimensions (not of the 22 items), `weighted` the sum of weight / 100 times dimension (Parasuraman,
 * Zeithaml & Berry 1988, 1991). Refused: another edition, not 22 whole numbers from 1 to 7, weights that are not together 100.
 */
export const servqual = (answers: ServqualAnswers): E.Either<InvalidAnswer, DimensionScores> =>
  pipe(
    itemGaps(answers),
    E.map((gaps) => scored(gaps, answers.weights)),
  )

/** Perceptions alone, from 1 to 7, arranged as `servqual` does the gaps (Cronin & Taylor 1992, J. Marketing 56(3):55-68). */
export const servperf = (answers: ServperfAnswers): E.Either<InvalidAnswer, DimensionScores> => {
  const wrong = wrongAnswers(answers)
  if (wrong !== undefined) return E.left(wrong)
  return E.right(scored(straight(answers.edition, answers.perceptions), answers.weights))
}

/** The scores of several: means over the `n` who answered; `weighted` over those who gave weights. */
export interface DimensionMeans extends Readonly<Record<Dimension, number>> {
  readonly n: number
  readonly unweighted: number
  readonly weighted: O.Option<{ readonly n: number; readonly value: number }>
}

/** What several people's `servqual` or `servperf` come to. None of nobody. */
export const dimensionMeans = (
  scores: ReadonlyArray<DimensionScores>,
): O.Option<DimensionMeans> => {
  if (scores.length === 0) return O.none
  const means = byDimension((dimension) => meanOf(scores.map((each) => each[dimension])))
  const weighted = scores.flatMap((each) => (each.weighted === undefined ? [] : [each.weighted]))
  return O.some({
    n: scores.length,
    ...means,
    unweighted: unweighted(means),
    weighted:
      weighted.length === 0 ? O.none : O.some({ n: weighted.length, value: meanOf(weighted) }),
  })
}
