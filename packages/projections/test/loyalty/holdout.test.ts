import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { published, some } from './support.js'

const { bgNbd, holdout } = loyalty

const summary = (customerId: string, x: number, tx: number, T: number): loyalty.Summary => ({
  customerId,
  x,
  tx,
  T,
  meanRepeatValue: undefined,
})
const before = [summary('a', 0, 0, 10), summary('b', 2, 8, 10), summary('c', 9, 9, 12)]
const after = [summary('c', 15, 20, 22), summary('b', 2, 8, 20), summary('a', 1, 15, 20)]
const expected = before.map((row) => bgNbd.expectedFuturePurchases(published, row, 10))

describe('a holdout', () => {
  it('compares each customer with himself, later', () => {
    const told = some(holdout(published, before, after))
    expect(told).toMatchObject({ n: 3, actual: 7 })
    const [a = NaN, b = NaN, c = NaN] = expected
    expect(told.expected).toBeCloseTo(a + b + c, 12)
    const misses = [1 - a, b, 6 - c].map(Math.abs)
    expect(told.meanAbsoluteError).toBeCloseTo(misses.reduce((sum, m) => sum + m, 0) / 3, 12)
    expect(told.rootMeanSquareError).toBeCloseTo(Math.hypot(...misses) / Math.sqrt(3), 12)
    expect(some(told.correlation).n).toBe(3)
  })

  it('shows who had bought as often, and the last group with all who had more', () => {
    const [a, b, c] = expected
    expect(some(holdout(published, before, after)).byFrequency).toEqual([
      { x: 0, orMore: false, n: 1, actual: 1, expected: a },
      { x: 2, orMore: false, n: 1, actual: 0, expected: b },
      { x: 7, orMore: true, n: 1, actual: 6, expected: c },
    ])
    expect(some(holdout(published, before, after, 2)).byFrequency).toMatchObject([
      { x: 0, orMore: false, n: 1 },
      { x: 2, orMore: true, n: 2, actual: 3 },
    ])
  })

  it('leaves out who is not in both', () => {
    expect(some(holdout(published, before, after.slice(1))).n).toBe(2)
    expect(some(holdout(published, before.slice(1), after)).n).toBe(2)
    expect(holdout(published, before, [])).toEqual(O.none)
    expect(holdout(published, [], after)).toEqual(O.none)
  })
})
