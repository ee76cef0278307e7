import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { numbersIn, runs, some } from './support.js'

const { beforeAndAfter, recovery, satisfactionLead, scales } = satisfaction

/** Student 1908: the same ten patients with one drug and with the other. */
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
const pairs = first.map((before, i) => ({ before, after: second[i] ?? NaN }))
const wide = { lowest: -10, highest: 10 }

describe('before and after', () => {
  it('is the mean of each one’s difference: Student’s sleepers, as R prints them', () => {
    const figure = some(beforeAndAfter(wide)(pairs))
    expect(figure.n).toBe(10)
    expect(figure.before).toBeCloseTo(0.75, 14)
    expect(figure.after).toBeCloseTo(2.33, 14)
    expect(figure.difference).toBeCloseTo(1.58, 14)
    const { lower, upper } = some(figure.interval)
    expect(lower).toBeCloseTo(0.7001142, 7)
    expect(upper).toBeCloseTo(2.4598858, 7)
  })

  it('of one customer has no interval', () => {
    expect(recovery(scales.csat)([{ before: 2, after: 5 }])).toEqual(
      O.some({ n: 1, before: 2, after: 5, difference: 3, interval: O.none }),
    )
  })

  it('has an interval no wider than the scale allows', () => {
    const figure = some(
      recovery(scales.csat)([
        { before: 1, after: 5 },
        { before: 5, after: 1 },
      ]),
    )
    expect(figure).toMatchObject({ n: 2, difference: 0 })
    expect(figure.interval).toEqual(O.some({ lower: -4, upper: 4 }))
    expect(some(some(recovery(wide, 0)(pairs)).interval).lower).toBeCloseTo(1.58, 14)
  })

  it('leaves out a pair of which one is not on the scale', () => {
    const good = { before: 2, after: 4 }
    expect(
      recovery(scales.csat)([
        good,
        { before: 0, after: 4 },
        { before: 4, after: 6 },
        { before: NaN, after: 4 },
      ]),
    ).toEqual(recovery(scales.csat)([good]))
  })

  it('is none where nothing was counted, or on no scale, or for no width', () => {
    expect(recovery(scales.csat)([])).toEqual(O.none)
    expect(recovery(scales.csat)([{ before: 0, after: 6 }])).toEqual(O.none)
    expect(recovery({ lowest: -1e300, highest: 1e300 })(pairs)).toEqual(O.none)
    expect(recovery(wide, -1)(pairs)).toEqual(O.none)
  })

  it('is finite and within its interval, whatever is given', () => {
    const value = fc.oneof(fc.constantFrom(-1e15, 1e15, 0, 0.1, 5e-324, NaN), fc.double())
    fc.assert(
      fc.property(
        fc.constantFrom(wide, { lowest: -1e15, highest: 1e15 }, scales.csat),
        fc.array(fc.record({ before: value, after: value })),
        fc.constantFrom(0, 1.96, 1e100),
        (scale, pairs, z) => {
          const figure = beforeAndAfter(scale, z)(pairs)
          if (O.isNone(figure)) return true
          const { difference, interval } = figure.value
          return (
            numbersIn(figure).every(Number.isFinite) &&
            (O.isNone(interval) ||
              (interval.value.lower <= difference && difference <= interval.value.upper))
          )
        },
      ),
      { numRuns: runs },
    )
  })
})

describe('the satisfaction lead', () => {
  it('is our index minus the best rival’s, of those who answered both', () => {
    const figure = some(
      satisfactionLead([
        { own: 10, rival: 1 },
        { own: 10, rival: 1 },
        { own: 1, rival: 1 },
      ]),
    )
    expect(figure.n).toBe(3)
    expect(figure.own).toBeCloseTo(200 / 3, 12)
    expect(figure.rival).toBe(0)
    expect(figure.lead).toBeCloseTo(200 / 3, 12)
    expect(some(figure.interval).upper).toBe(100)
  })

  it('is negative where the rival is ahead', () => {
    expect(some(satisfactionLead([{ own: 4, rival: 7 }])).lead).toBeCloseTo(-100 / 3, 12)
    expect(some(satisfactionLead([{ own: 4, rival: 7 }])).interval).toEqual(O.none)
    const two = [
      { own: 4, rival: 7 },
      { own: 5, rival: 5 },
    ]
    const { lead, interval } = some(satisfactionLead(two, 0))
    expect(interval).toEqual(O.some({ lower: lead, upper: lead }))
  })

  it('does not count who is not on the scale, and is none of nobody', () => {
    const good = { own: 4, rival: 7 }
    expect(
      satisfactionLead([good, { own: 11, rival: 7 }, { own: 4, rival: 0 }, { own: 4.5, rival: 4 }]),
    ).toEqual(satisfactionLead([good]))
    expect(satisfactionLead([])).toEqual(O.none)
    expect(satisfactionLead([good], NaN)).toEqual(O.none)
  })
})
