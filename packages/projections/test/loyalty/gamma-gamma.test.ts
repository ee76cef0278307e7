import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Params } from '../../src/loyalty/gamma-gamma/model.js'
import { slopeOf } from '../../src/loyalty/gamma-gamma/slope.js'
import { loyalty } from '../../src/index.js'
import { numbers, right, runs, some } from './support.js'

const { fit, expectedValue } = loyalty.gammaGamma

const positive = fc.double({ min: 0.1, max: 20, noNaN: true })
const params = fc.record({ p: positive, q: positive, gamma: positive })
const buyer = fc.record({ x: fc.constantFrom(1, 2, 9, 1000), m: fc.constantFrom(0.01, 1, 35, 9e4) })

const columns = (who: ReadonlyArray<{ readonly x: number; readonly m: number }>) => ({
  x: Float64Array.from(who, ({ x }) => x),
  m: Float64Array.from(who, ({ m }) => m),
})

const refused = (rows: ReadonlyArray<loyalty.gammaGamma.Row>) => {
  const answer = fit(rows)
  return E.isLeft(answer) ? answer.left : answer.right
}

/** Customers with p = 2 and q = 3: of what each spends, sums of exponentials. */
const buyers = (n: number, gamma: number): ReadonlyArray<loyalty.gammaGamma.Row> => {
  const next = numbers(19_960_101)
  const gammas = (k: number) =>
    Array.from({ length: k }, () => -Math.log(next())).reduce((a, b) => a + b, 0)
  return Array.from({ length: n }, () => {
    const x = 1 + Math.floor(4 * next())
    return { x, meanRepeatValue: gammas(2 * x) / ((gammas(3) / gamma) * x) }
  })
}

describe('what customers spend', () => {
  it('is as likely as the published formula says, where gamma functions are factorials', () => {
    // G(px+q) g^q m^(px-1) x^px / (G(px) G(q) (g + m x)^(px+q)), p = 1, q = 2, g = 3, x = 2, m = 4.
    const likelihood = (6 * 3 ** 2 * 4 * 2 ** 2) / (1 * 1 * 11 ** 4)
    const slope = slopeOf(columns([{ x: 2, m: 4 }]))
    expect(slope({ p: 1, q: 2, gamma: 3 }).value).toBeCloseTo(Math.log(likelihood), 12)
  })

  it('changes in likelihood as the derivatives say', () => {
    fc.assert(
      fc.property(params, fc.array(buyer, { minLength: 1, maxLength: 6 }), (at, who) => {
        const slope = slopeOf(columns(who))
        const here = slope(at)
        const names = ['p', 'q', 'gamma'] as const
        names.forEach((name, i) => {
          const h = 1e-4 * at[name]
          const moved = (by: number): Params => ({ ...at, [name]: at[name] + by })
          const [up, down] = [slope(moved(h)), slope(moved(-h))]
          const size = who.reduce((sum, { x }) => sum + x + 1, 0) * (1 + at[name] ** -2) * 50
          const near = (found: number | undefined, expected: number) =>
            expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(1e-5 * size)
          near(here.gradient[i], (up.value - down.value) / (2 * h))
          names.forEach((_, j) =>
            near(
              here.hessian[i]?.[j],
              ((up.gradient[j] ?? NaN) - (down.gradient[j] ?? NaN)) / (2 * h),
            ),
          )
        })
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })
})

describe('the expected value of a purchase', () => {
  const cdnow = { p: 6.25, q: 3.74, gamma: 15.44 }

  it('lies between what he spent and what others do', () => {
    const others = some(expectedValue(cdnow, { x: 0 }))
    expect(others).toBeCloseTo((6.25 * 15.44) / 2.74, 12)
    const his = some(expectedValue(cdnow, { x: 2, meanRepeatValue: 100 }))
    expect(his).toBeCloseTo((6.25 * 2 * 100 + 15.44 * 6.25) / (12.5 + 2.74), 10)
    expect(his).toBeGreaterThan(others)
    expect(his).toBeLessThan(100)
  })

  it('is what others spend, for who never came back, whatever is said of him', () => {
    expect(expectedValue(cdnow, { x: 0, meanRepeatValue: 7 })).toEqual(
      expectedValue(cdnow, { x: 0 }),
    )
    expect(expectedValue(cdnow, { x: 0, meanRepeatValue: NaN })).toEqual(
      expectedValue(cdnow, { x: 0 }),
    )
  })

  it('is none where the law has no mean', () => {
    expect(expectedValue({ p: 1, q: 1, gamma: 1 }, { x: 0 })).toEqual(O.none)
    expect(expectedValue({ p: 1, q: 0.5, gamma: 1 }, { x: 0 })).toEqual(O.none)
    expect(expectedValue({ p: 0.25, q: 0.5, gamma: 1 }, { x: 2, meanRepeatValue: 5 })).toEqual(
      O.none,
    )
    expect(
      O.isSome(expectedValue({ p: 0.3, q: 0.5, gamma: 1 }, { x: 2, meanRepeatValue: 5 })),
    ).toBe(true)
  })

  it('is none for a row that nobody can have, and by parameters that are none', () => {
    for (const row of [
      { x: -0.4, meanRepeatValue: 3 },
      { x: 1.5, meanRepeatValue: 3 },
      { x: NaN, meanRepeatValue: 3 },
      { x: 2, meanRepeatValue: -3 },
    ])
      expect(expectedValue(cdnow, row)).toEqual(O.none)
    for (const wrong of [{ p: -1 }, { gamma: 0 }, { gamma: NaN }, { q: Infinity }])
      expect(expectedValue({ ...cdnow, ...wrong }, { x: 2, meanRepeatValue: 9 })).toEqual(O.none)
  })

  it('is none where his purchases are of unknown worth', () => {
    expect(expectedValue(cdnow, { x: 1 })).toEqual(O.none)
    expect(expectedValue(cdnow, { x: 1, meanRepeatValue: NaN })).toEqual(O.none)
  })
})

describe('a fit of value', () => {
  it('finds the parameters that customers were made with', () => {
    const { params: found, standardErrors, n, correlation } = right(fit(buyers(10_000, 40)))
    const truth = { p: 2, q: 3, gamma: 40 }
    for (const name of ['p', 'q', 'gamma'] as const) {
      expect(Math.abs(found[name] - truth[name])).toBeLessThan(4 * standardErrors[name])
      expect(standardErrors[name]).toBeLessThan(0.1 * truth[name])
    }
    expect(n).toBe(10_000)
    expect(Math.abs(some(correlation).value)).toBeLessThan(0.04)
  })

  it('counts those alone who came back and spent something', () => {
    const made = buyers(500, 40)
    const more = [
      ...made,
      { x: 0 },
      { x: 0, meanRepeatValue: 9 },
      { x: 3, meanRepeatValue: 0 },
      { x: 2 },
    ]
    expect(fit(more)).toEqual(fit(made))
  })

  it('is refused by name', () => {
    expect(refused([])).toEqual({ _tag: 'FitFailed', reason: 'NothingToFit' })
    expect(refused([{ x: 0 }, { x: 2 }])).toEqual({ _tag: 'FitFailed', reason: 'NothingToFit' })
    expect(refused([{ x: 1, meanRepeatValue: 5 }])).toMatchObject({ reason: 'NoMaximum' })
    const alike = Array.from({ length: 50 }, (_, i) => ({ x: 1 + (i % 3), meanRepeatValue: 5 }))
    expect(refused(alike)).toMatchObject({ reason: 'NoMaximum', towards: 'infinity' })
  })

  it.each([
    [{ x: -1 }],
    [{ x: 1.5, meanRepeatValue: 3 }],
    [{ x: 1, meanRepeatValue: -3 }],
    [{ x: 1, meanRepeatValue: NaN }],
    [{ x: 1, meanRepeatValue: Infinity }],
  ])('is refused for %j, which no customer can have', (row) => {
    expect(refused([{ x: 1, meanRepeatValue: 5 }, row])).toEqual({
      _tag: 'FitFailed',
      reason: 'InvalidRow',
      row: 1,
    })
  })

  it('is a fit or a refusal, however large or small the amounts are', () => {
    for (const scale of [1e-200, 1, 1e300]) {
      const made = buyers(300, 40).map(({ x, meanRepeatValue: m = 0 }) => ({
        x,
        meanRepeatValue: m * scale,
      }))
      const { params: found, logLikelihood } = right(fit(made))
      expect(found.p).toBeCloseTo(right(fit(buyers(300, 40))).params.p, 6)
      expect(Number.isFinite(found.gamma) && Number.isFinite(logLikelihood)).toBe(true)
    }
  })
})
