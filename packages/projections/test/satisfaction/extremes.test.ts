import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { numbersIn, runs, some } from './support.js'

const { csat, effort, index, nps, servqual } = satisfaction

const score = fc.oneof(
  fc.integer({ min: -1, max: 11 }),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 3.5, 1e308, 5e-324),
)
const z = fc.constantFrom(0, 1e-300, 1.96, 1e100, -1, NaN, Infinity)

describe('a figure of anything', () => {
  it('is none or has finite numbers only, and none of its counts is 0', () => {
    fc.assert(
      fc.property(fc.array(score), z, (scores, z) => {
        for (const figure of [nps, csat, effort.mean, effort.agreement, effort.index]) {
          const found = figure(scores, z)
          if (O.isNone(found)) continue
          expect(numbersIn(found.value).every(Number.isFinite)).toBe(true)
          expect(found.value.n).toBeGreaterThan(0)
        }
      }),
      { numRuns: runs },
    )
  })

  it('does not depend on the order of the answers', () => {
    fc.assert(
      fc.property(fc.array(score), (scores) => {
        const backwards = [...scores].reverse()
        for (const figure of [nps, csat, effort.agreement, effort.index])
          expect(figure(backwards)).toEqual(figure(scores))
      }),
      { numRuns: runs },
    )
  })

  it('or of weights of any kind is refused, or has finite numbers only', () => {
    const weight = fc.oneof(score, fc.constantFrom(0.5, 20, 100))
    const dimensions = fc.record({
      tangibles: weight,
      reliability: weight,
      responsiveness: weight,
      assurance: weight,
      empathy: weight,
    })
    const items = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 21, maxLength: 22 })
    const three = fc.record({ overall: weight, expectation: weight, ideal: weight })
    fc.assert(
      fc.property(
        items,
        items,
        dimensions,
        three,
        three,
        (expectations, perceptions, weights, answers, w) => {
          const results: ReadonlyArray<E.Either<satisfaction.InvalidAnswer, unknown>> = [
            servqual({ edition: 1988, expectations, perceptions, weights }),
            index(answers, w),
            index({ overall: 10, expectation: 1, ideal: 10 }, w),
          ]
          for (const result of results)
            if (E.isRight(result)) expect(numbersIn(result.right).every(Number.isFinite)).toBe(true)
            else expect(result.left._tag).toBe('InvalidAnswer')
        },
      ),
      { numRuns: runs },
    )
  })

  it('or of a million answers is finite, and counts them all', () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => (i % 5) + 1)
    expect(some(csat(million))).toMatchObject({ n: 1_000_000, satisfied: 400_000, share: 0.4 })
    expect(some(nps(million))).toMatchObject({ n: 1_000_000, detractors: 1_000_000, score: -1 })
    expect(some(effort.index(million)).value).toBe(-0.6)
  })
})
