import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { share, wilson } from '../../src/shared/share.js'
import { runs, some } from '../satisfaction/support.js'

describe('the interval of a share', () => {
  it('is Wilson’s: 1 of 11 at 1.96', () => {
    expect(wilson(1, 11, 1.96)).toEqual(
      O.some({ lower: 0.016231752262825982, upper: 0.3773646254862038 }),
    )
  })

  // Newcombe 1998, Stat. Med. 17:857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is what Newcombe prints: %i of %i', (count, n, lower, upper) => {
    const interval = some(wilson(count, n))
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it('is at 95 % unless another width is given', () => {
    expect(wilson(3, 10)).toEqual(wilson(3, 10, 1.959963984540054))
    expect(wilson(3, 10, 0)).toEqual(O.some({ lower: 0.3, upper: 0.3 }))
    expect(some(wilson(3, 10, 1e100))).toEqual({ lower: 0, upper: 1 })
  })

  it('begins at 0 where there is none, and ends at 1 where there are all', () => {
    expect(some(wilson(0, 20)).lower).toBe(0)
    expect(some(wilson(20, 20)).upper).toBe(1)
    expect(some(wilson(0, 1)).upper).toBeCloseTo(0.793, 3)
  })

  it('is none where nothing was counted, or what was counted can not be', () => {
    for (const [count, n, z] of [
      [0, 0],
      [1, 0],
      [2, 1],
      [-1, 3],
      [0.5, 3],
      [1, 2.5],
      [NaN, 3],
      [1, NaN],
      [1, Infinity],
      [1, 2 ** 53],
      [1, 2, -1],
      [1, 2, NaN],
    ] as const)
      expect(wilson(count, n, z)).toEqual(O.none)
  })

  it('holds the share, within 0 and 1, for any counts and any width', () => {
    const n = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }))
    const z = fc.oneof(
      fc.constantFrom(0, 1e-300, 1.96, 1e100),
      fc.double({ min: 0, max: 10, noNaN: true }),
    )
    fc.assert(
      fc.property(
        n.chain((n) =>
          fc.tuple(fc.oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n })), fc.constant(n)),
        ),
        z,
        ([count, n], z) => {
          const { lower, upper } = some(wilson(count, n, z))
          return 0 <= lower && lower <= count / n && count / n <= upper && upper <= 1
        },
      ),
      { numRuns: runs },
    )
  })

  it('is narrower the more were asked', () => {
    const width = (n: number) => {
      const { lower, upper } = some(wilson(n / 2, n))
      return upper - lower
    }
    expect(width(10)).toBeGreaterThan(width(100))
    expect(width(100)).toBeGreaterThan(width(1000))
  })
})

describe('a share', () => {
  it('says how many of how many', () => {
    expect(share(1, 4)).toEqual(
      O.some({ count: 1, n: 4, share: 0.25, interval: some(wilson(1, 4)) }),
    )
    expect(some(share(1, 4, 1)).interval).toEqual(some(wilson(1, 4, 1)))
  })

  it('is none of nothing', () => {
    expect(share(0, 0)).toEqual(O.none)
  })
})
