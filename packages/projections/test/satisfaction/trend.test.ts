import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { margin } from '../../src/satisfaction/mean.js'
import { numbersIn, runs, some } from './support.js'

const { mean, meanTrend, share, shareTrend } = satisfaction
const part = (count: number, n: number) => ({ count, n })

describe('the trend of a share', () => {
  // Newcombe 1998, Stat. Med. 17:873-890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i after %i of %i is what Newcombe prints', (a, m, b, n, lower, upper) => {
    const { change, interval } = some(shareTrend(part(b, n), part(a, m)))
    expect(change).toBeCloseTo(a / m - b / n, 15)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
    const back = some(shareTrend(part(a, m), part(b, n)))
    expect(back.interval.lower).toBeCloseTo(-upper, 4)
    expect(back.interval.upper).toBeCloseTo(-lower, 4)
  })

  it('shows both periods, and whether their intervals overlap', () => {
    const far = some(shareTrend(part(10, 100), part(90, 100)))
    expect(far.before).toEqual(some(share(10, 100)))
    expect(far.now).toEqual(some(share(90, 100)))
    expect(far.overlaps).toBe(false)
    expect(some(shareTrend(part(50, 100), part(55, 100))).overlaps).toBe(true)
    expect(some(shareTrend(part(50, 100), part(55, 100), 0)).overlaps).toBe(false)
  })

  it('is none where a period counted nothing', () => {
    expect(shareTrend(part(0, 0), part(1, 2))).toEqual(O.none)
    expect(shareTrend(part(1, 2), part(0, 0))).toEqual(O.none)
    expect(shareTrend(part(3, 2), part(1, 2))).toEqual(O.none)
  })

  it('has an interval that holds the change, within -1 and 1', () => {
    const any = fc
      .oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }))
      .chain((n) =>
        fc.record({
          count: fc.oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n })),
          n: fc.constant(n),
        }),
      )
    fc.assert(
      fc.property(any, any, fc.constantFrom(0, 1.96, 1e100), (before, now, z) => {
        const { change, interval } = some(shareTrend(before, now, z))
        return (
          -1 <= interval.lower &&
          interval.lower <= change &&
          change <= interval.upper &&
          interval.upper <= 1
        )
      }),
      { numRuns: runs },
    )
  })
})

describe('the trend of a mean', () => {
  const wide = { lowest: -10, highest: 10 }
  // Student 1908, taken for different patients.
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  it('has Welch’s interval, as R prints it', () => {
    const trend = some(meanTrend(wide)(first, second))
    expect(trend.change).toBeCloseTo(1.58, 14)
    const { lower, upper } = some(trend.interval)
    expect(lower).toBeCloseTo(-0.2054832, 7)
    expect(upper).toBeCloseTo(3.3654832, 7)
    expect(trend.before).toEqual(some(mean(wide)(first)))
    expect(trend.now).toEqual(some(mean(wide)(second)))
    expect(trend.overlaps).toEqual(O.some(true))
  })

  it('says that intervals far apart do not overlap', () => {
    const trend = some(meanTrend(wide)([1, 1.1, 0.9], [9, 9.1, 8.9]))
    expect(trend.overlaps).toEqual(O.some(false))
    expect(some(trend.interval).lower).toBeGreaterThan(7)
  })

  it('allows the periods different numbers and spreads', () => {
    const [few, many] = [
      [1, 2],
      [4, 4, 5, 4, 4, 5, 4, 4],
    ]
    const { lower, upper } = some(some(meanTrend(wide)(few, many)).interval)
    const [a, b] = [1 / 2 / 2, 3 / 14 / 8]
    const freedom = (a + b) ** 2 / (a ** 2 / 1 + b ** 2 / 7)
    const off = margin(Math.sqrt(a + b), freedom, satisfaction.z95)
    expect(lower).toBeCloseTo(2.75 - off, 10)
    expect(upper).toBeCloseTo(2.75 + off, 10)
  })

  it('with one answer alone in a period says neither how far off nor whether they overlap', () => {
    for (const [before, now] of [
      [[3], first],
      [first, [3]],
    ] as const)
      expect(some(meanTrend(wide)(before, now))).toMatchObject({
        interval: O.none,
        overlaps: O.none,
      })
  })

  it('where all say the same has no width', () => {
    const trend = some(meanTrend(wide)([2, 2], [5, 5]))
    expect(trend.interval).toEqual(O.some({ lower: 3, upper: 3 }))
    expect(trend.overlaps).toEqual(O.some(false))
  })

  it('does not count what is not on the scale, and is none where a period counted nothing', () => {
    expect(meanTrend(wide)([...first, 11], [NaN, ...second])).toEqual(
      meanTrend(wide)(first, second),
    )
    expect(meanTrend(wide)([], second)).toEqual(O.none)
    expect(meanTrend(wide)(first, [11])).toEqual(O.none)
    expect(meanTrend(wide, NaN)(first, second)).toEqual(O.none)
  })

  it('is finite and holds the change, whatever is given', () => {
    const values = fc.array(
      fc.oneof(fc.constantFrom(0, 0.1, 5e-324, 1e-160, -1e15, 1e15, NaN), fc.double()),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(wide, { lowest: -1e15, highest: 1e15 }),
        values,
        values,
        fc.constantFrom(0, 1.96, 1e100),
        (scale, before, now, z) => {
          const trend = meanTrend(scale, z)(before, now)
          if (O.isNone(trend)) return true
          const { change, interval } = trend.value
          return (
            numbersIn(trend).every(Number.isFinite) &&
            (O.isNone(interval) ||
              (interval.value.lower <= change && change <= interval.value.upper))
          )
        },
      ),
      { numRuns: runs },
    )
  })
})
