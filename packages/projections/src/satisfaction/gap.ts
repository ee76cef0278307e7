/**
 * What was perceived against what was expected, item by item.
 *
 * @since 0.1.0
 */
import { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import { type InvalidAnswer, invalidAnswer, isOn, isScale, type Scale } from './scale.js'

/** A score on some scale, and when it was given. */
export interface DatedScore {
  readonly at: Instant
  readonly score: number
}

/** `value` is perceived minus expected: above 0 more than was expected, below 0 less. */
export interface Gap {
  readonly value: number
  readonly expectedAt: Instant
  readonly perceivedAt: Instant
}

/** What is wrong with a dated score, if anything is. */
export const wrongScore = (
  scale: Scale,
  field: string,
  { at, score }: DatedScore,
): InvalidAnswer | undefined => {
  if (!isScale(scale)) return invalidAnswer('scale', 'two ends in order, within ±1e15')
  if (!isOn(scale)(score))
    return invalidAnswer(`${field}.score`, `from ${scale.lowest} to ${scale.highest}`)
  return Instant.is(at) ? undefined : invalidAnswer(`${field}.at`, 'an instant')
}

/**
 * The disconfirmation of an expectation (Oliver 1980, J. Marketing Research 17:460-469). Both are facts of their own
 * date, whichever was asked for first. Refused: a score that is not on the scale, and a scale that has not two ends in
 * order within ±1e15.
 */
export const gap =
  (scale: Scale) =>
  (expected: DatedScore, perceived: DatedScore): E.Either<InvalidAnswer, Gap> => {
    const wrong =
      wrongScore(scale, 'expected', expected) ?? wrongScore(scale, 'perceived', perceived)
    return wrong !== undefined
      ? E.left(wrong)
      : E.right({
          value: perceived.score - expected.score,
          expectedAt: expected.at,
          perceivedAt: perceived.at,
        })
  }
