import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { margin } from '../../src/satisfaction/mean.js'
import { numbersIn, runs, some } from './support.js'

const { mean, z95 } = satisfaction
const wide = { lowest: -10, highest: 10 }
/** Hours of sleep gained with a drug, ten patients (Student 1908). */
const sleep = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

describe('a mean', () => {
  it('has Student’s interval: his sleepers, as R prints them', () => {
    const figure = some(mean(wide)(sleep))
    expect(figure).toMatchObject({ n: 10 })
    expect(figure.value).toBeCloseTo(2.33, 14)
    const { lower, upper } = some(figure.interval)
    expect(lower).toBeCloseTo(0.8976775, 7)
    expect(upper).toBeCloseTo(3.7623225, 7)
  })

  it('has an interval that ends where the scale does', () => {
    expect(some(some(mean(satisfaction.scales.csat)([1, 5])).interval)).toEqual({
      lower: 1,
      upper: 5,
    })
    expect(some(some(mean(satisfaction.scales.csat)([4, 4, 4])).interval)).toEqual({
      lower: 4,
      upper: 4,
    })
  })

  it('has an interval as wide as is asked for', () => {
    const widthOf = (z: number) => {
      const { lower, upper } = some(some(mean(wide, z)(sleep)).interval)
      return upper - lower
    }
    expect(widthOf(0)).toBe(0)
    expect(widthOf(1)).toBeLessThan(widthOf(2))
    expect(widthOf(1e100)).toBe(20)
  })

  it('of one value has no interval', () => {
    expect(mean(wide)([3])).toEqual(O.some({ n: 1, value: 3, interval: O.none }))
  })

  it('does not count what is not on the scale', () => {
    expect(mean(wide)([...sleep, 11, -10.5, NaN, Infinity])).toEqual(mean(wide)(sleep))
  })

  it('is none where nothing was counted, or on no scale, or for no width', () => {
    expect(mean(wide)([])).toEqual(O.none)
    expect(mean(wide)([11])).toEqual(O.none)
    expect(mean({ lowest: 3, highest: 3 })([3])).toEqual(O.none)
    expect(mean({ lowest: -1e300, highest: 1e300 })([3])).toEqual(O.none)
    expect(mean(wide, -1)(sleep)).toEqual(O.none)
    expect(mean(wide, NaN)(sleep)).toEqual(O.none)
  })

  it('is finite, on the scale and within its interval, whatever is given', () => {
    const scale = fc.constantFrom(
      { lowest: 1, highest: 7 },
      { lowest: 0, highest: 0.1 },
      { lowest: -1e15, highest: 1e15 },
      { lowest: 0, highest: 5e-324 },
    )
    const value = fc.oneof(
      fc.constantFrom(0, 0.1, 1, 7, 5e-324, -1e15, 1e15, NaN, Infinity),
      fc.double(),
    )
    const z = fc.constantFrom(0, 1e-300, 1, z95, 9, 1e100)
    fc.assert(
      fc.property(scale, fc.array(value), z, (scale, values, z) => {
        const figure = mean(scale, z)(values)
        if (O.isNone(figure)) return true
        const { value, interval } = figure.value
        const { lower, upper } = O.getOrElse(() => ({ lower: value, upper: value }))(interval)
        return (
          numbersIn(figure).every(Number.isFinite) &&
          scale.lowest <= lower &&
          lower <= value &&
          value <= upper &&
          upper <= scale.highest
        )
      }),
      { numRuns: runs },
    )
  })

  it('of a million answers is exact to the digits that show', () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => (i % 7) + 1)
    const figure = some(mean(satisfaction.scales.effort)(million))
    expect(figure.n).toBe(1_000_000)
    expect(figure.value).toBeCloseTo(4, 4)
    const { lower, upper } = some(figure.interval)
    expect((upper - lower) / 2).toBeCloseTo(z95 * (2 / 1000), 7)
  })
})

describe('Student’s margin', () => {
  // The table that every textbook prints, at 97.5 %.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [5, 2.5706],
    [10, 2.2281],
    [30, 2.0423],
    [120, 1.9799],
  ])('of %i degrees of freedom is %d standard errors', (freedom, t) => {
    expect(margin(1, freedom, z95)).toBeCloseTo(t, 4)
    expect(margin(3, freedom, z95)).toBeCloseTo(3 * t, 3)
  })

  it('is less with each degree, down to the normal law’s', () => {
    const margins = [1, 1.5, 2, 10, 1e3, 1e6, 1e9].map((freedom) => margin(1, freedom, z95))
    expect([...margins].sort((a, b) => b - a)).toEqual(margins)
    expect(margin(1, 1e9, z95)).toBeCloseTo(z95, 8)
    expect(margin(1, 1e300, z95)).toBeCloseTo(z95, 8)
  })

  it('is nothing where there is no error, however wide', () => {
    expect(margin(0, 1, 1e100)).toBe(0)
  })
})
