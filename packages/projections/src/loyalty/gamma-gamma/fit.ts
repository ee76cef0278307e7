/**
 * The parameters of Gamma-Gamma under which what customers spent is likeliest.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as O from 'fp-ts/lib/Option.js'

import { sum } from '../../shared/figures.js'
import { type Correlation, correlation } from '../correlation.js'
import { sketched } from '../distinct.js'
import type { FitFailed } from '../fit-failed.js'
import { maximise } from '../newton.js'
import { isRow, type Params, type Row } from './model.js'
import { type Buyers, slopeOf } from './slope.js'

export interface Fit {
  readonly params: Params
  readonly logLikelihood: number
  /** Of each parameter, in its own unit. */
  readonly standardErrors: Params
  /** How many customers it was fitted on. */
  readonly n: number
  /** Of how often and how much, over the same customers. The model takes it for 0: the further from it, the less it holds. */
  readonly correlation: O.Option<Correlation>
}

/** A customer with repeat purchases of known worth. */
interface Buyer {
  readonly x: number
  readonly m: number
}

const paramsOf = ([p = NaN, q = NaN, gamma = NaN]: ReadonlyArray<number>): Params => ({
  p,
  q,
  gamma,
})

const inUnit = ({ p, q, gamma }: Params, scale: number): Params => ({ p, q, gamma: gamma * scale })

/** Each has the mean at 1: customers alike and apart, steady and unsteady. */
const starts: ReadonlyArray<ReadonlyArray<number>> = [
  [6, 4, 0.5],
  [1, 2, 1],
  [2, 21, 10],
]

const fitBuyers = (buyers: ReadonlyArray<Buyer>): E.Either<FitFailed, Fit> => {
  const n = buyers.length
  const largest = buyers.reduce((most, { m }) => Math.max(most, m), 0)
  // The mean, by the largest first, since a sum of large amounts may be beyond all numbers.
  const scale = (sum(buyers.map(({ m }) => m / largest)) / n) * largest
  const x = Float64Array.from(buyers, (buyer) => buyer.x)
  const m = Float64Array.from(buyers, (buyer) => buyer.m / scale)
  const slopeAt = (of: Buyers) => {
    const slope = slopeOf(of)
    return (point: ReadonlyArray<number>) => slope(paramsOf(point))
  }
  const few = sketched(n)
  return pipe(
    maximise(
      ['p', 'q', 'gamma'],
      slopeAt({ x, m }),
      starts,
      few && slopeAt({ x: few(x), m: few(m) }),
    ),
    E.map(({ point, value, standardErrors }) => ({
      params: inUnit(paramsOf(point), scale),
      // Each mean has a density over value.
      logLikelihood: value - n * Math.log(scale),
      standardErrors: inUnit(paramsOf(standardErrors), scale),
      n,
      correlation: correlation(buyers.map(({ x, m }) => [x, m])),
    })),
  )
}

/**
 * The maximum of the likelihood over the customers with `x` > 0 and `meanRepeatValue` > 0, without a penalty, from several
 * starts; and how sure each parameter is, by the inverse of the Hessian there. In another unit of value it gives the same
 * p and q, and gamma in that unit.
 *
 * Fader and Hardie (2013), on parameter estimation.
 */
export const fit = (rows: ReadonlyArray<Row>): E.Either<FitFailed, Fit> => {
  const invalid = rows.findIndex((row) => !isRow(row))
  if (invalid >= 0) return E.left({ _tag: 'FitFailed', reason: 'InvalidRow', row: invalid })
  const buyers = rows.flatMap(({ x, meanRepeatValue: m = 0 }) => (x > 0 && m > 0 ? [{ x, m }] : []))
  return buyers.length === 0
    ? E.left({ _tag: 'FitFailed', reason: 'NothingToFit' })
    : fitBuyers(buyers)
}
