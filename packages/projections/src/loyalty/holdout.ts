/**
 * How far BG/NBD misses: what it expected of a later time, and what customers did in it.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../shared/figures.js'
import { expectedFuturePurchases, type Params } from './bg-nbd/index.js'
import { type Correlation, correlation } from './correlation.js'
import type { Summary } from './summary.js'

/** Customers with as many repeat purchases until the holdout began; purchases in it are means of a customer. */
export interface HoldoutGroup {
  readonly x: number
  /** Whether those with more are in it. */
  readonly orMore: boolean
  readonly n: number
  readonly actual: number
  readonly expected: number
}

export interface Holdout {
  /** Customers. */
  readonly n: number
  /** Purchases of all of them. */
  readonly actual: number
  readonly expected: number
  /** By how much the expectation is off for one customer, on average, either way. */
  readonly meanAbsoluteError: number
  readonly rootMeanSquareError: number
  /** Of actual and expected, over customers. */
  readonly correlation: O.Option<Correlation>
  readonly byFrequency: ReadonlyArray<HoldoutGroup>
}

interface Outcome {
  readonly x: number
  readonly actual: number
  readonly expected: number
}

const mean = (values: ReadonlyArray<number>): number => sum(values) / values.length

const groups = (outcomes: ReadonlyArray<Outcome>, most: number): ReadonlyArray<HoldoutGroup> =>
  Array.from({ length: most + 1 }, (_, x) => x).flatMap((x) => {
    const of = outcomes.filter((outcome) => Math.min(outcome.x, most) === x)
    const actual = mean(of.map((outcome) => outcome.actual))
    const expected = mean(of.map((outcome) => outcome.expected))
    return of.length === 0 ? [] : [{ x, orMore: x === most, n: of.length, actual, expected }]
  })

/**
 * `calibration` is what `summarise` said when the holdout began, in the parameters' unit of time, and `whole` what it says at
 * its end; who is in both is compared. From `most` repeat purchases on (7 unless given) customers are one group. None where nobody is.
 *
 * Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way", on the holdout of CDNOW.
 */
export const holdout = (
  params: Params,
  calibration: ReadonlyArray<Summary>,
  whole: ReadonlyArray<Summary>,
  most = 7,
): O.Option<Holdout> => {
  const ends = new Map(whole.map((summary) => [summary.customerId, summary]))
  const outcomes = calibration.flatMap((then): ReadonlyArray<Outcome> => {
    const now = ends.get(then.customerId)
    if (now === undefined) return []
    const expected = expectedFuturePurchases(params, then, now.T - then.T)
    return [{ x: then.x, actual: now.x - then.x, expected }]
  })
  if (outcomes.length === 0) return O.none
  const misses = outcomes.map(({ actual, expected }) => Math.abs(actual - expected))
  return O.some({
    n: outcomes.length,
    actual: sum(outcomes.map(({ actual }) => actual)),
    expected: sum(outcomes.map(({ expected }) => expected)),
    meanAbsoluteError: mean(misses),
    rootMeanSquareError: Math.sqrt(mean(misses.map((miss) => miss * miss))),
    correlation: correlation(outcomes.map(({ actual, expected }) => [actual, expected])),
    byFrequency: groups(outcomes, most),
  })
}
