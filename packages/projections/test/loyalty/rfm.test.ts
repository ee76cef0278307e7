import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { instant, runs, zone } from './support.js'

const { behaviours, nested, quantileThresholds, scoreByThresholds } = loyalty.rfm

const thresholds = {
  recency: [115, 181, 297, 482],
  frequency: [4, 5, 6, 8],
  monetary: [256, 382, 506, 666],
}

describe('an RFM score by thresholds', () => {
  it('is the published one', () => {
    const score = scoreByThresholds({ recency: 205, frequency: 6, monetary: 472 }, thresholds)
    expect(score).toBe('343')
  })

  it.each([
    [{ recency: 0, frequency: 8, monetary: 666 }, '555'],
    [{ recency: 114, frequency: 7, monetary: 665 }, '544'],
    [{ recency: 115, frequency: 6, monetary: 506 }, '444'],
    [{ recency: 482, frequency: 3, monetary: 255 }, '111'],
    [{ recency: 481, frequency: 4, monetary: 256 }, '222'],
  ])('of %j is %s', (behaviour, score) => {
    expect(scoreByThresholds(behaviour, thresholds)).toBe(score)
  })
})

describe('quantile thresholds', () => {
  it('lie between values by how far they are from either, as R has them by default', () => {
    expect(quantileThresholds([10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 5)).toEqual([
      2.8,
      4.6,
      6.4,
      expect.closeTo(8.2, 12),
    ])
    expect(quantileThresholds([1, 2, 3, 4, 5, 6], 5)).toEqual([2, 3, 4, 5])
  })

  it('of one value are that value, and of none are none', () => {
    expect(quantileThresholds([7], 5)).toEqual([7, 7, 7, 7])
    expect(quantileThresholds([], 5)).toEqual([])
    expect(quantileThresholds([1, 2], 1)).toEqual([])
    expect(quantileThresholds([1, 3], 2)).toEqual([2])
  })

  it('rise, lie within the values, and leave these as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1 }), (values) => {
        const before = [...values]
        const found = quantileThresholds(values, 5)
        expect(found).toEqual([...found].sort((a, b) => a - b))
        expect(Math.min(...values)).toBeLessThanOrEqual(Math.min(...found))
        expect(Math.max(...values)).toBeGreaterThanOrEqual(Math.max(...found))
        expect(values).toEqual(before)
      }),
      { numRuns: runs },
    )
  })
})

describe('nested RFM', () => {
  const customer = (customerId: string, recency: number, frequency = 1, monetary = 1) => ({
    customerId,
    recency,
    frequency,
    monetary,
  })
  const scores = (customers: ReadonlyArray<loyalty.rfm.Customer>) =>
    Object.fromEntries(nested(customers).map(({ customerId, score }) => [customerId, score]))

  it('gives each cell of 125 one of 125 customers', () => {
    const five = [1, 2, 3, 4, 5]
    const all = five.flatMap((r) =>
      // Frequency and value run so that only within a cell they rank as they should.
      five.flatMap((f) => five.map((m) => customer(`${r}${f}${m}`, -r, f - 9 * r, m - 99 * f))),
    )
    const found = nested(all)
    expect(found.map(({ score }) => score)).toEqual(found.map(({ customerId }) => customerId))
    expect(found[0]?.score).toBe('555')
    expect(new Set(found.map(({ score }) => score)).size).toBe(125)
  })

  it('gives the best scores first, where there are less than five', () => {
    expect(scores([customer('li', 3)])).toEqual({ li: '555' })
    expect(scores([customer('li', 3), customer('wu', 2)])).toEqual({ wu: '555', li: '355' })
    expect(nested([])).toEqual([])
  })

  it('goes by frequency, value and id where recency is alike', () => {
    const alike = [customer('b', 1, 1, 2), customer('a', 1, 1, 2), customer('c', 1, 1, 9)]
    const more = [...alike, customer('d', 1, 2, 0), customer('e', 0, 0, 0)]
    expect(nested(more).map(({ customerId }) => customerId)).toEqual(['e', 'd', 'c', 'a', 'b'])
  })

  it('has cells that differ by one customer at most, in whatever order customers come', () => {
    const figure = fc.constantFrom(1, 2, 3)
    const some = fc
      .array(fc.tuple(figure, figure, figure), { maxLength: 40 })
      .map((figures) => figures.map((of, i) => customer(String(i), ...of)))
    fc.assert(
      fc.property(some, (customers) => {
        const found = nested(customers)
        expect(nested([...customers].reverse())).toEqual(found)
        const sizes = [1, 2, 3, 4, 5].map(
          (r) => found.filter(({ score }) => score.startsWith(String(r))).length,
        )
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(found).toHaveLength(customers.length)
      }),
      { numRuns: runs },
    )
  })
})

describe('recency, frequency and monetary value', () => {
  it('are days since the last date, purchases, and their worth together', () => {
    const until = instant('2026-03-31T12:00:00.000Z')
    const bought = (customerId: string, iso: string, amount: number) => ({
      customerId,
      at: instant(iso),
      amount,
    })
    const found = behaviours(
      [
        bought('li', '2026-03-29T10:00:00.000Z', 5),
        bought('li', '2026-03-01T10:00:00.000Z', 7),
        bought('li', '2026-03-01T11:00:00.000Z', 1),
        bought('wu', '2026-03-31T12:00:00.000Z', 2),
        bought('wu', '2026-03-31T12:00:00.001Z', 2),
      ],
      until,
      zone('UTC'),
    )
    expect(found).toEqual([
      { customerId: 'li', recency: 2, frequency: 3, monetary: 13 },
      { customerId: 'wu', recency: 0, frequency: 1, monetary: 2 },
    ])
  })

  it('count days on the wall of a zone', () => {
    const purchases = [{ customerId: 'li', at: instant('2026-03-29T11:30:00.000Z'), amount: 1 }]
    const recencyIn = (name: string) =>
      behaviours(purchases, instant('2026-03-31T10:30:00.000Z'), zone(name))[0]?.recency
    expect(recencyIn('UTC')).toBe(2)
    expect(recencyIn('Pacific/Auckland')).toBe(1)
  })
})
