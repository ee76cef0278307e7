/**
 * The maximum of a likelihood whose parameters are all positive.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { CholeskyDecomposition, Matrix } from 'ml-matrix'

import type { FitFailed } from './fit-failed.js'

/** A likelihood's logarithm at a point, with its first and second derivatives. */
export interface Slope {
  readonly value: number
  readonly gradient: ReadonlyArray<number>
  readonly hessian: ReadonlyArray<ReadonlyArray<number>>
}

/** Where a climb ended: at a maximum, with the parameters' standard errors, or on the way to somewhere else. */
export interface Climb {
  readonly end: 'maximum' | 'runaway' | 'notConverged'
  readonly point: ReadonlyArray<number>
  readonly value: number
  readonly standardErrors: ReadonlyArray<number>
}

/** The slope over the parameters' logarithms, where every step leads to parameters that are positive. */
interface Ground {
  readonly logs: Matrix
  readonly point: ReadonlyArray<number>
  readonly value: number
  readonly gradient: Matrix
  /** The Hessian with its sign changed: positive definite where the likelihood is concave. */
  readonly curvature: Matrix
}

const groundAt =
  (slopeAt: (point: ReadonlyArray<number>) => Slope) =>
  (logs: Matrix): Ground => {
    const point = logs.to1DArray().map(Math.exp)
    const { value, gradient, hessian } = slopeAt(point)
    const scale = Matrix.columnVector(point)
    const along = Matrix.columnVector([...gradient]).mul(scale)
    const curvature = new Matrix(hessian.map((row) => [...row]))
      .mul(scale.mmul(scale.transpose()))
      .add(Matrix.diag(along.to1DArray()))
      .neg()
    return { logs, point, value, gradient: along, curvature }
  }

const isSound = ({ value, gradient, curvature }: Ground): boolean =>
  [value, ...gradient.to1DArray(), ...curvature.to1DArray()].every(Number.isFinite)

/** A parameter 100,000 times off what the data's own scale suggests is on its way to 0 or to infinity. */
const furthest = Math.log(1e5)

const isBeyond = (log: number): boolean => Math.abs(log) > furthest

/** No step changes the logarithm of a parameter by more than this. */
const longest = 2

/** A climb is over when Newton's step promises less than this, in units of log-likelihood. */
const enough = 1e-12

/**
 * Newton's method, damped where its step would not climb (Nocedal and Wright 2006, "Numerical Optimization", 3.4 and
 * 10.3). Standard errors are the roots of the diagonal of the inverse curvature, brought back from the logarithms.
 */
const climb = (at: (logs: Matrix) => Ground, start: ReadonlyArray<number>): Climb => {
  let here = at(Matrix.columnVector(start.map(Math.log)))
  let damping = 0
  const ended = (end: Climb['end'], standardErrors: ReadonlyArray<number> = []): Climb => ({
    end,
    point: here.point,
    value: isSound(here) ? here.value : -Infinity,
    standardErrors,
  })
  const unit = Matrix.eye(start.length)
  for (let i = 0; i < 500 && damping < 1e15 && isSound(here); i += 1) {
    const more = Matrix.mul(unit, damping)
    const damped = new CholeskyDecomposition(Matrix.add(here.curvature, more))
    if (damped.isPositiveDefinite()) {
      const step = damped.solve(here.gradient)
      if (damping === 0 && step.dot(here.gradient) / 2 < enough) {
        const variances = damped.solve(unit).diag()
        const spread = Matrix.columnVector(variances.map(Math.sqrt))
        return ended('maximum', spread.mul(Matrix.columnVector([...here.point])).to1DArray())
      }
      const length = Math.max(...step.to1DArray().map(Math.abs))
      const there = at(Matrix.add(here.logs, step.mul(Math.min(1, longest / length))))
      // Near the top a step gains less than the sum's own rounding.
      if (isSound(there) && there.value >= here.value - 1e-13 * Math.abs(here.value)) {
        here = there
        damping = damping > 1e-3 ? damping / 10 : 0
        if (here.logs.to1DArray().some(isBeyond)) return ended('runaway')
        continue
      }
    }
    damping = Math.max(10 * damping, 1e-3)
  }
  return ended('notConverged')
}

type SlopeAt = (point: ReadonlyArray<number>) => Slope

const isNear = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean =>
  a.every((value, i) => Math.abs(Math.log(value / (b[i] ?? NaN))) < 1e-3)

/** Where climbs over a few of the rows lead, each place once: from there it is not far to go over all. A climb that leads nowhere is none. */
const nearer = (
  sketchAt: SlopeAt,
  starts: ReadonlyArray<ReadonlyArray<number>>,
): ReadonlyArray<ReadonlyArray<number>> =>
  starts
    .map((start) => {
      const { end, point } = climb(groundAt(sketchAt), start)
      return end === 'maximum' ? point : start
    })
    .filter((start, i, all) => all.findIndex((other) => isNear(other, start)) === i)

/**
 * The highest of several climbs. Both `starts` and the answer are in the data's own scale, in which every parameter is
 * some factor of 1. Where a climb without end leads higher than every maximum, there is none. `names` are the parameters';
 * `sketchAt`, where there are very many rows, is the slope over a few of them.
 */
export const maximise = (
  names: ReadonlyArray<string>,
  slopeAt: SlopeAt,
  starts: ReadonlyArray<ReadonlyArray<number>>,
  sketchAt?: SlopeAt,
): E.Either<FitFailed, Climb> => {
  const from = sketchAt === undefined ? starts : nearer(sketchAt, starts)
  const climbs = from.map((start) => climb(groundAt(slopeAt), start))
  const best = climbs.reduce((a, b) => (b.value > a.value ? b : a))
  // Nothing is refused by a few of the rows.
  if (best.end !== 'maximum' && sketchAt !== undefined) return maximise(names, slopeAt, starts)
  switch (best.end) {
    case 'maximum':
      return E.right(best)
    case 'notConverged':
      return E.left({ _tag: 'FitFailed', reason: 'NotConverged' })
    case 'runaway': {
      const logs = best.point.map(Math.log)
      const found = logs.findIndex(isBeyond)
      const towards = (logs[found] ?? 0) > 0 ? 'infinity' : 'zero'
      const parameter = names[found] ?? ''
      return E.left({ _tag: 'FitFailed', reason: 'NoMaximum', parameter, towards })
    }
  }
}
