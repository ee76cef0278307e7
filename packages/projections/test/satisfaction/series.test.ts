import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { at, day, numbersIn, refused, right, runs } from './support.js'

const { cumulative, scales, transactions } = satisfaction
const on = (days: number, score: number) => ({ at: at(days), score })
const answers = [on(2, 1), on(0, 5), on(1, 3)]
const values = ({ points }: satisfaction.Series) => points.map(({ value }) => value)

describe('the series of transactions', () => {
  it('has what was said at each instant, in the order of time', () => {
    expect(transactions(scales.csat)([...answers, on(1, 4)])).toEqual(
      E.right({
        kind: 'transaction',
        points: [
          { at: at(0), n: 1, value: 5 },
          { at: at(1), n: 2, value: 3.5 },
          { at: at(2), n: 1, value: 1 },
        ],
      }),
    )
  })

  it('of no answers has no point', () => {
    expect(transactions(scales.csat)([])).toEqual(E.right({ kind: 'transaction', points: [] }))
  })
})

describe('the cumulative series', () => {
  it('is the mean so far, where the host picks the mean', () => {
    expect(cumulative(scales.csat, { by: 'mean' })(answers)).toEqual(
      E.right({
        kind: 'cumulative',
        method: { by: 'mean' },
        points: [
          { at: at(0), n: 1, value: 5 },
          { at: at(1), n: 2, value: 4 },
          { at: at(2), n: 3, value: 3 },
        ],
      }),
    )
  })

  it('is what was said last, where the host picks the latest', () => {
    const series = right(cumulative(scales.csat, { by: 'latest' })([...answers, on(2, 2)]))
    expect(values(series)).toEqual([5, 3, 1.5])
    expect(series.points.at(-1)?.n).toBe(4)
  })

  it('halves the weight of an answer every half-life, where the host picks decay', () => {
    const series = right(cumulative(scales.csat, { by: 'decay', halfLife: day })(answers))
    expect(values(series)[0]).toBe(5)
    expect(values(series)[1]).toBeCloseTo((5 / 2 + 3) / (1 / 2 + 1), 14)
    expect(values(series)[2]).toBeCloseTo((5 / 4 + 3 / 2 + 1) / (1 / 4 + 1 / 2 + 1), 14)
    const slow = right(cumulative(scales.csat, { by: 'decay', halfLife: 2 * day })(answers))
    expect(values(slow)[1]).toBeCloseTo((5 * Math.SQRT1_2 + 3) / (Math.SQRT1_2 + 1), 14)
  })

  it('by a long half-life is the mean, by a short one the latest', () => {
    const by = (halfLife: number) =>
      values(right(cumulative(scales.csat, { by: 'decay', halfLife })(answers)))
    expect(by(Number.MAX_VALUE)).toEqual([5, 4, 3])
    expect(by(Number.MIN_VALUE)).toEqual([5, 3, 1])
  })

  it('refuses a half-life that is not above 0', () => {
    for (const halfLife of [0, -1, NaN, Infinity])
      expect(cumulative(scales.csat, { by: 'decay', halfLife })(answers)).toEqual(
        refused('halfLife', 'milliseconds above 0'),
      )
  })

  it('refuses what is not on the scale, by its place', () => {
    expect(cumulative(scales.csat, { by: 'mean' })([on(0, 5), on(1, 6)])).toEqual(
      refused('answers[1].score', 'from 1 to 5'),
    )
    expect(transactions(scales.csat)([on(0, NaN)])).toEqual(
      refused('answers[0].score', 'from 1 to 5'),
    )
    expect(transactions(scales.csat)([on(NaN, 5)])).toEqual(refused('answers[0].at', 'an instant'))
  })

  it('does not depend on the order in which answers came, and stays on the scale', () => {
    const scale = { lowest: 0, highest: 0.3 }
    const answer = fc.record({
      at: fc
        .oneof(fc.constantFrom(-8.64e15, 8.64e15), fc.integer({ min: 0, max: 3 }))
        .map((ms) => ms as ReturnType<typeof at>),
      score: fc.constantFrom(0, 0.1, 0.2, 0.3, 5e-324),
    })
    const method = fc.constantFrom<satisfaction.CumulativeMethod>(
      { by: 'mean' },
      { by: 'latest' },
      { by: 'decay', halfLife: 1 },
      { by: 'decay', halfLife: 5e-324 },
      { by: 'decay', halfLife: 1e308 },
    )
    const shuffled = fc
      .array(answer)
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      )
    fc.assert(
      fc.property(shuffled, method, ([all, again], method) => {
        const series = right(cumulative(scale, method)(all))
        expect(right(cumulative(scale, method)(again))).toEqual(series)
        expect(right(transactions(scale)(again))).toEqual(right(transactions(scale)(all)))
        expect(numbersIn(series).every(Number.isFinite)).toBe(true)
        for (const value of values(series)) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(0.3)
        }
      }),
      { numRuns: runs },
    )
  })
})
