import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { runs, some } from './support.js'

const { declining, dickBasu, pastCustomerValue, relativeAttitude } = loyalty
const { shareOfPurchases, shareOfVisits, shareOfWallet } = loyalty

describe('a share', () => {
  it('of purchases and of visits is ours of all, with its interval', () => {
    const figure = some(shareOfPurchases({ own: 3, rivals: 9 }))
    expect(figure).toMatchObject({ count: 3, n: 12, share: 0.25 })
    expect(figure.interval.lower).toBeLessThan(0.25)
    expect(figure.interval.upper).toBeGreaterThan(0.25)
    expect(shareOfVisits({ own: 3, rivals: 9 })).toEqual(O.some(figure))
    expect(shareOfPurchases({ own: 0, rivals: 0 })).toEqual(O.none)
  })

  it('of wallet is what he spent with us of all he spent', () => {
    expect(shareOfWallet({ own: 30, rivals: 90.5 })).toEqual(
      O.some({ own: 30, total: 120.5, share: 30 / 120.5 }),
    )
    expect(shareOfWallet({ own: 5, rivals: 0 })).toMatchObject(O.some({ share: 1 }))
    expect(shareOfWallet({ own: 0, rivals: 5 })).toMatchObject(O.some({ share: 0 }))
  })

  it.each([
    [0, 0],
    [-1, 3],
    [3, -1],
    [NaN, 1],
    [1, NaN],
    [1e308, 1e308],
  ])('of wallet of %d and %d is none', (own, rivals) => {
    expect(shareOfWallet({ own, rivals })).toEqual(O.none)
  })
})

describe('past customer value', () => {
  const margins = [800, 50, 50, 30, 20].map((turnover) => turnover * 0.3)

  it('is the published one', () => {
    expect(pastCustomerValue(margins, 0.0125, { firstExponent: 1 })).toBeCloseTo(302.01486, 5)
  })

  it('is less by a period where the newest is not compounded', () => {
    expect(pastCustomerValue(margins, 0.0125, { firstExponent: 0 })).toBeCloseTo(
      302.01486 / 1.0125,
      5,
    )
    expect(pastCustomerValue([7, 5], 0, { firstExponent: 1 })).toBe(12)
    expect(pastCustomerValue([7, 5], 1, { firstExponent: 0 })).toBe(19)
    expect(pastCustomerValue([7, 5], 1, { firstExponent: 1 })).toBe(38)
    expect(pastCustomerValue([], 0.1, { firstExponent: 1 })).toBe(0)
  })
})

describe('a fall in value', () => {
  it('is one from the threshold on', () => {
    const at = (last: number) => some(declining({ before: 100, last }, 0.25))
    expect(at(75)).toEqual({
      before: 100,
      last: 75,
      change: -0.25,
      threshold: 0.25,
      declining: true,
    })
    expect(at(76).declining).toBe(false)
    expect(at(74).declining).toBe(true)
    expect(at(130)).toMatchObject({ change: 0.3, declining: false })
  })

  it('is none where there was nothing before', () => {
    expect(declining({ before: 0, last: 5 }, 0.1)).toEqual(O.none)
    expect(declining({ before: -5, last: 5 }, 0.1)).toEqual(O.none)
    expect(declining({ before: 5, last: NaN }, 0.1)).toEqual(O.none)
  })
})

describe('the class of Dick and Basu', () => {
  const cutOffs = { relativeAttitude: 2, repeatPatronage: 0.5 }

  it.each([
    [2, 0.5, 'loyal'],
    [2, 0.49, 'latent'],
    [1.99, 0.5, 'spurious'],
    [1.99, 0.49, 'none'],
  ])('of attitude %d and patronage %d is %s', (attitude, repeatPatronage, of) => {
    expect(dickBasu({ relativeAttitude: attitude, repeatPatronage }, cutOffs)).toBe(of)
  })

  it('takes an attitude against the best rival', () => {
    expect(relativeAttitude({ us: 7, bestRival: 9 })).toBe(-2)
  })
})

describe('a correlation', () => {
  const { correlation } = loyalty

  it('is Pearson’s', () => {
    // Anscombe's first set (1973).
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    const found = some(correlation(xs.map((x, i) => [x, ys[i] ?? NaN])))
    expect(found.n).toBe(11)
    expect(found.value).toBeCloseTo(0.8164205163448399, 14)
  })

  it('is 1 and -1 on a line, however large or small', () => {
    for (const scale of [1e-300, 1, 1e300]) {
      const line = [1, 2, 4].map((i) => [i * scale, 3 * i] as const)
      expect(some(correlation(line)).value).toBeCloseTo(1, 14)
      expect(some(correlation(line.map(([a, b]) => [a, -b]))).value).toBeCloseTo(-1, 14)
    }
  })

  it('is none of less than two, and of figures that do not differ', () => {
    expect(correlation([])).toEqual(O.none)
    expect(correlation([[1, 2]])).toEqual(O.none)
    const alike = [0.1, 0.1, 0.1].map((a, i) => [a, i] as const)
    expect(correlation(alike)).toEqual(O.none)
    expect(correlation(alike.map(([a, b]) => [b, a]))).toEqual(O.none)
    expect(
      correlation([
        [0, 1],
        [0, 2],
      ]),
    ).toEqual(O.none)
  })

  it('lies from -1 to 1, whatever goes with what', () => {
    const figure = fc.double({ min: -1e3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, figure)), (pairs) => {
        const found = correlation(pairs)
        if (O.isSome(found)) expect(Math.abs(found.value.value)).toBeLessThanOrEqual(1)
      }),
      { numRuns: runs },
    )
  })
})
