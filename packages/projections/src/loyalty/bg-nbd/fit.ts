/**
 * The parameters of BG/NBD under which what customers did is likeliest.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import { week } from '../durations.js'
import { sketched } from '../distinct.js'
import type { FitFailed } from '../fit-failed.js'
import { maximise } from '../newton.js'
import type { Row } from '../summary.js'
import { grouped, type Grouped, mapColumns } from './grouped.js'
import type { Params } from './model.js'
import { slopeOf } from './slope.js'

export interface Fit {
  readonly params: Params
  readonly logLikelihood: number
  /** Of each parameter, in its own unit. */
  readonly standardErrors: Params
  /** How many customers it was fitted on. */
  readonly n: number
  /** The rows' unit of time, in milliseconds. */
  readonly unit: number
}

export interface FitOptions {
  /** The rows' unit of time, in milliseconds: a week unless given. It changes no figure, and goes with the fit. */
  readonly unit?: number | undefined
}

const names = ['r', 'alpha', 'a', 'b'] as const

const paramsOf = ([r = NaN, alpha = NaN, a = NaN, b = NaN]: ReadonlyArray<number>): Params => ({
  r,
  alpha,
  a,
  b,
})

const inUnit = ({ r, alpha, a, b }: Params, scale: number): Params => ({
  r,
  alpha: alpha * scale,
  a,
  b,
})

/** Few and many who never come back, rates alike and apart. */
const startsAround = (rate: number): ReadonlyArray<ReadonlyArray<number>> => [
  [0.3, 0.3 / rate, 1, 3],
  [1, 1 / rate, 0.3, 3],
  [3, 3 / rate, 1, 1],
]

const fitGrouped = (rows: Grouped, unit: number): E.Either<FitFailed, Fit> => {
  // In units of the longest time, so that neither days nor years lead the search elsewhere.
  const scale = rows.T.reduce((most, T) => Math.max(most, T), 0)
  const scaled = { ...rows, tx: rows.tx.map((tx) => tx / scale), T: rows.T.map((T) => T / scale) }
  const ofAll = (of: Float64Array): number =>
    of.reduce((all, each, i) => all + each * (rows.count[i] ?? 0), 0)
  const repeats = ofAll(rows.x)
  const slopeAt = (of: Grouped) => {
    const slope = slopeOf(of)
    return (point: ReadonlyArray<number>) => slope(paramsOf(point))
  }
  const few = sketched(rows.x.length)
  return pipe(
    maximise(
      names,
      slopeAt(scaled),
      startsAround(repeats / ofAll(scaled.T)),
      few && slopeAt(mapColumns(scaled, few)),
    ),
    E.map(({ point, value, standardErrors }) => ({
      params: inUnit(paramsOf(point), scale),
      // Each repeat purchase has a density over time.
      logLikelihood: value - repeats * Math.log(scale),
      standardErrors: inUnit(paramsOf(standardErrors), scale),
      n: rows.count.reduce((all, count) => all + count, 0),
      unit,
    })),
  )
}

/**
 * The maximum of `logLikelihood`, without a penalty, from several starts; and how sure each parameter is, by the inverse
 * of the Hessian there. In another unit of time it gives the same r, a and b, alpha in that unit, and a log-likelihood
 * lower by the logarithm of the units' ratio for each repeat purchase.
 *
 * Fader, Hardie and Lee (2005), equation 7; the derivatives are its own.
 */
export const fit = (
  rows: ReadonlyArray<Row>,
  { unit = week }: FitOptions = {},
): E.Either<FitFailed, Fit> =>
  pipe(
    grouped(rows),
    E.flatMap((alike) => fitGrouped(alike, unit)),
  )
