import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { refused, right, runs } from './support.js'

const { index } = satisfaction
const best = { overall: 10, expectation: 10, ideal: 10 }
const worst = { overall: 1, expectation: 1, ideal: 1 }
const whole = 'a whole number from 1 to 10'

describe('the satisfaction index', () => {
  it('goes from 0 to 100', () => {
    expect(index(worst)).toEqual(E.right(0))
    expect(index(best)).toEqual(E.right(100))
    expect(right(index({ overall: 10, expectation: 1, ideal: 1 }))).toBeCloseTo(100 / 3, 12)
  })

  it('weighs the items as it is told', () => {
    // The weights that the State of Ohio is reported to have used.
    const weights = { overall: 0.3885, expectation: 0.319, ideal: 0.2925 }
    expect(right(index({ overall: 8, expectation: 7, ideal: 6 }, weights))).toBeCloseTo(
      (100 * (0.3885 * 7 + 0.319 * 6 + 0.2925 * 5)) / 9,
      12,
    )
    expect(right(index({ ...worst, ideal: 10 }, { overall: 0, expectation: 0, ideal: 1 }))).toBe(
      100,
    )
    expect(right(index({ ...worst, ideal: 10 }, { overall: 1, expectation: 0, ideal: 0 }))).toBe(0)
  })

  it('refuses what is not on the scale', () => {
    expect(index({ ...best, overall: 11 })).toEqual(refused('overall', whole))
    expect(index({ ...best, expectation: 0 })).toEqual(refused('expectation', whole))
    expect(index({ ...best, ideal: 3.5 })).toEqual(refused('ideal', whole))
    expect(index({ ...best, ideal: NaN })).toEqual(refused('ideal', whole))
  })

  it('refuses weights that are not together 1', () => {
    const of = (overall: number, expectation: number, ideal: number) =>
      index(best, { overall, expectation, ideal })
    expect(of(0.3, 0.3, 0.3)).toEqual(refused('weights', 'a sum of 1'))
    expect(of(0.4, 0.4, 0.4)).toEqual(refused('weights', 'a sum of 1'))
    expect(of(0, 0, 0)).toEqual(refused('weights', 'a sum of 1'))
    expect(of(1.5, -0.5, 0)).toEqual(refused('weights.overall', 'from 0 to 1'))
    expect(of(1, 0.5, -0.5)).toEqual(refused('weights.ideal', 'from 0 to 1'))
    expect(of(1, NaN, 0)).toEqual(refused('weights.expectation', 'from 0 to 1'))
    expect(E.isRight(of(0.1, 0.2, 0.7))).toBe(true)
    expect(E.isRight(of(0.1, 0.2, 0.7 + 1e-10))).toBe(true)
    expect(of(0.1, 0.2, 0.7 + 1e-8)).toEqual(refused('weights', 'a sum of 1'))
  })

  it('is from 0 to 100 whatever the weights', () => {
    const item = fc.integer({ min: 1, max: 10 })
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({ overall: item, expectation: item, ideal: item }),
        part,
        part,
        (answers, a, b) => {
          const [overall, expectation] = [a, (1 - a) * b]
          const ideal = Math.max(0, 1 - overall - expectation)
          const value = right(index(answers, { overall, expectation, ideal }))
          return value >= 0 && value <= 100
        },
      ),
      { numRuns: runs },
    )
  })
})
