import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { runs, some } from './support.js'

const {
  complaintSatisfaction,
  complaintsPer10000,
  csat,
  followUpCompliance,
  keptRate,
  onTimeRate,
  replyRate,
  share,
} = satisfaction

describe('the kept rate and the on-time rate', () => {
  const settled = { onTime: 6, late: 2, broken: 1 }

  it('have the same denominator: kept late is kept, and not on time', () => {
    expect(keptRate(settled)).toEqual(share(8, 9))
    expect(onTimeRate(settled)).toEqual(share(6, 9))
    expect(keptRate(settled, 1)).toEqual(share(8, 9, 1))
    expect(onTimeRate(settled, 1)).toEqual(share(6, 9, 1))
  })

  it('are none where nothing was settled, or what was counted can not be', () => {
    for (const none of [
      { onTime: 0, late: 0, broken: 0 },
      { onTime: 2, late: -1, broken: 0 },
      { onTime: -1, late: 2, broken: 0 },
      { onTime: 1, late: 1, broken: -1 },
      { onTime: 0.5, late: 0.5, broken: 0 },
      { onTime: NaN, late: 1, broken: 0 },
    ]) {
      expect(keptRate(none)).toEqual(O.none)
      expect(onTimeRate(none)).toEqual(O.none)
    }
  })
})

describe('follow-up compliance', () => {
  it('is done within the window, of what was due', () => {
    expect(followUpCompliance({ inWindow: 3, due: 4 })).toEqual(share(3, 4))
    expect(followUpCompliance({ inWindow: 3, due: 4 }, 1)).toEqual(share(3, 4, 1))
    expect(followUpCompliance({ inWindow: 0, due: 0 })).toEqual(O.none)
    expect(followUpCompliance({ inWindow: 5, due: 4 })).toEqual(O.none)
  })
})

describe('the reply rate', () => {
  it('is answered of issued, and says how many were never asked', () => {
    expect(replyRate({ issued: 10, answered: 4, suppressed: 90 })).toEqual(
      O.some({ ...some(share(4, 10)), suppressed: 90 }),
    )
    expect(some(replyRate({ issued: 10, answered: 4, suppressed: 0 }, 1)).interval).toEqual(
      some(share(4, 10, 1)).interval,
    )
  })

  it('is none where none was issued', () => {
    expect(replyRate({ issued: 0, answered: 0, suppressed: 3 })).toEqual(O.none)
    expect(replyRate({ issued: 3, answered: 1, suppressed: -1 })).toEqual(O.none)
    expect(replyRate({ issued: 3, answered: 4, suppressed: 0 })).toEqual(O.none)
  })
})

describe('complaint satisfaction', () => {
  it('keeps large customers apart', () => {
    expect(
      complaintSatisfaction([
        { score: 5, large: true },
        { score: 2, large: false },
        { score: 4, large: false },
      ]),
    ).toEqual({ large: csat([5]), others: csat([2, 4]) })
  })

  it('is none for those of whom none was asked', () => {
    expect(complaintSatisfaction([{ score: 5, large: true }], 1)).toEqual({
      large: csat([5], 1),
      others: O.none,
    })
  })
})

describe('complaints per 10,000 customers', () => {
  it('may be more than 10,000', () => {
    expect(some(complaintsPer10000(3, 20_000))).toMatchObject({
      complaints: 3,
      n: 20_000,
      value: 1.5,
    })
    expect(some(complaintsPer10000(3, 2)).value).toBe(15_000)
  })

  it('has the score interval of a Poisson count', () => {
    // With z = 2: 12 + 2 ± 2 sqrt(13), of 10,000.
    const { interval } = some(complaintsPer10000(12, 10_000, 2))
    expect(interval.lower).toBeCloseTo(14 - 2 * Math.sqrt(13), 12)
    expect(interval.upper).toBeCloseTo(14 + 2 * Math.sqrt(13), 12)
    expect(some(complaintsPer10000(12, 10_000)).interval).toEqual(
      some(complaintsPer10000(12, 10_000, satisfaction.z95)).interval,
    )
    expect(some(complaintsPer10000(0, 10_000, 2)).interval).toEqual({ lower: 0, upper: 4 })
  })

  it('is none without customers, or where what was counted can not be', () => {
    expect(complaintsPer10000(0, 0)).toEqual(O.none)
    expect(complaintsPer10000(-1, 5)).toEqual(O.none)
    expect(complaintsPer10000(1.5, 5)).toEqual(O.none)
    expect(complaintsPer10000(1, NaN)).toEqual(O.none)
    expect(complaintsPer10000(1, 5, NaN)).toEqual(O.none)
  })

  it('is finite and within its interval, whatever was counted', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(2 ** 53 - 1))
    fc.assert(
      fc.property(count, count, fc.constantFrom(0, 1e-300, 1.96, 1e100), (complaints, n, z) => {
        const figure = complaintsPer10000(complaints, n, z)
        if (O.isNone(figure)) return n === 0
        const { value, interval } = figure.value
        return (
          0 <= interval.lower &&
          interval.lower <= value &&
          value <= interval.upper &&
          Number.isFinite(interval.upper)
        )
      }),
      { numRuns: runs },
    )
  })
})
