/**
 * The satisfaction index, in the form of the American Customer Satisfaction Index.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { answerOn, type InvalidAnswer, invalidAnswer, isAnswer, scales } from './scale.js'
import { wrongWeights } from './weights.js'

/** Three items, each from 1 to 10: satisfaction overall, against what was expected, against the ideal. */
export interface IndexAnswers {
  readonly overall: number
  readonly expectation: number
  readonly ideal: number
}

/** How much each item counts for: together 1. */
export type IndexWeights = IndexAnswers

export const indexItems = ['overall', 'expectation', 'ideal'] as const
const thirds: IndexWeights = { overall: 1 / 3, expectation: 1 / 3, ideal: 1 / 3 }

/**
 * 100 * (w1(x1 - 1) + w2(x2 - 1) + w3(x3 - 1)) / 9, from 0 to 100 (Fornell, Johnson, Anderson, Cha & Bryant 1996,
 * J. Marketing 60(4):7-18). The real index's weights come from its model and are not published: a third each unless given.
 * Refused: an answer that is not a whole number from 1 to 10, weights that are not together 1 (to 1e-9).
 * Of several who answered, the index is the `mean` on `scales.index`.
 */
export const index = (
  answers: IndexAnswers,
  weights: IndexWeights = thirds,
): E.Either<InvalidAnswer, number> => {
  const off = indexItems.find((item) => !isAnswer(scales.item)(answers[item]))
  if (off !== undefined) return E.left(invalidAnswer(off, answerOn(scales.item)))
  const wrong = wrongWeights('weights', indexItems, weights, 1)
  if (wrong !== undefined) return E.left(wrong)
  const above = indexItems.reduce((total, item) => total + weights[item] * (answers[item] - 1), 0)
  // Rounding must not carry the best answer above the best index.
  return E.right(Math.min(100, (100 * above) / 9))
}
