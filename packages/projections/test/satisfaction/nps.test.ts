import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { some, times } from './support.js'

const { nps, z95 } = satisfaction

describe('Net Promoter Score', () => {
  it('of 0, 7, 7, 9, 9, 9 is a third', () => {
    const figure = some(nps([0, 7, 7, 9, 9, 9]))
    expect(figure).toMatchObject({ n: 6, promoters: 3, passives: 2, detractors: 1 })
    expect(figure.score).toBeCloseTo(1 / 3, 15)
    expect(figure.variance).toBeCloseTo(5 / 9, 15)
    expect(figure.standardError).toBeCloseTo(0.304, 3)
    expect(figure.standardError).toBeCloseTo(Math.sqrt(5 / 54), 15)
  })

  it('counts promoters from 9, passives from 7 to 8, detractors up to 6', () => {
    expect(some(nps([0, 6, 7, 8, 9, 10]))).toMatchObject({
      n: 6,
      promoters: 2,
      passives: 2,
      detractors: 2,
      score: 0,
    })
  })

  it('has a plain interval, so many standard errors to either side', () => {
    const { score, standardError, wald } = some(nps(times({ 0: 20, 7: 30, 10: 50 })))
    expect(wald.lower).toBeCloseTo(score - z95 * standardError, 14)
    expect(wald.upper).toBeCloseTo(score + z95 * standardError, 14)
    expect(wald.lower).toBeCloseTo(0.1469, 4)
    expect(wald.upper).toBeCloseTo(0.4531, 4)
  })

  it('has an adjusted one, as though three more had answered', () => {
    // 15 + 3/4 of 39 for, 8 + 3/4 of 39 against.
    const { adjustedWald } = some(nps(times({ 0: 8, 7: 13, 10: 15 })))
    const [plus, minus] = [15.75 / 39, 8.75 / 39]
    const off = z95 * Math.sqrt((plus + minus - (plus - minus) ** 2) / 39)
    expect(adjustedWald.lower).toBeCloseTo(plus - minus - off, 14)
    expect(adjustedWald.upper).toBeCloseTo(plus - minus + off, 14)
    expect(adjustedWald.lower).toBeCloseTo(-0.06, 2)
    expect(adjustedWald.upper).toBeCloseTo(0.42, 2)
  })

  it('knows more than the plain interval where all say the same', () => {
    expect(some(nps([10, 10, 10]))).toMatchObject({ score: 1, wald: { lower: 1, upper: 1 } })
    const { lower, upper } = some(nps([10, 10, 10])).adjustedWald
    expect(lower).toBeLessThan(0.5)
    expect(upper).toBe(1)
    expect(some(nps([0])).adjustedWald.lower).toBeGreaterThanOrEqual(-1)
  })

  it('has as wide intervals as are asked for', () => {
    const figure = some(nps([0, 9, 10], 0))
    expect(figure.wald).toEqual({ lower: figure.score, upper: figure.score })
    expect(some(nps([0, 9, 10], 1e100)).adjustedWald).toEqual({ lower: -1, upper: 1 })
    expect(nps([0, 9, 10], -1)).toEqual(O.none)
    expect(nps([0, 9, 10], NaN)).toEqual(O.none)
  })

  it('does not count what is not on the scale, and says so by its n', () => {
    expect(nps([11, -1, 3.5, NaN, Infinity, 0, 9])).toEqual(nps([0, 9]))
    expect(some(nps([11, 9])).n).toBe(1)
  })

  it('is none where nothing was counted', () => {
    expect(nps([])).toEqual(O.none)
    expect(nps([11, 3.5])).toEqual(O.none)
  })
})
