import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { refused, right, runs, some } from './support.js'

const { dimensionMeans, dimensions, servperf, servqual } = satisfaction

const all = (score: number): ReadonlyArray<number> => Array<number>(22).fill(score)
/** The same answer to all items but these. */
const but = (score: number, others: Readonly<Record<number, number>>): ReadonlyArray<number> =>
  all(score).map((each, i) => others[i + 1] ?? each)
const equal = { tangibles: 20, reliability: 20, responsiveness: 20, assurance: 20, empathy: 20 }

/** Which items each dimension has, said once more and otherwise. */
const sizes = { tangibles: 4, reliability: 5, responsiveness: 4, assurance: 4, empathy: 5 }

describe('SERVQUAL', () => {
  it('is perception minus expectation', () => {
    expect(right(servqual({ edition: 1991, expectations: all(6), perceptions: all(4) }))).toEqual({
      tangibles: -2,
      reliability: -2,
      responsiveness: -2,
      assurance: -2,
      empathy: -2,
      unweighted: -2,
    })
  })

  it.each([
    ['tangibles', 1, 4],
    ['reliability', 5, 9],
    ['responsiveness', 10, 13],
    ['assurance', 14, 17],
    ['empathy', 18, 22],
  ] as const)('%s are the items %i to %i', (dimension, first, last) => {
    for (const item of [first, last]) {
      const scores = right(
        servqual({ edition: 1991, expectations: all(4), perceptions: but(4, { [item]: 5 }) }),
      )
      for (const each of dimensions)
        expect(scores[each]).toBe(each === dimension ? 1 / sizes[dimension] : 0)
    }
  })

  it('weighs the dimensions alike, whatever their items', () => {
    const perceptions = but(4, { 5: 6, 6: 6, 7: 6, 8: 6, 9: 6 })
    const { unweighted } = right(servqual({ edition: 1991, expectations: all(4), perceptions }))
    expect(unweighted).toBe(2 / 5)
    expect(unweighted).not.toBeCloseTo(10 / 22, 3)
  })

  it('of 1988 reads items 10 to 13 and 18 to 22 the other way round', () => {
    for (let item = 1; item <= 22; item += 1) {
      const answers = { expectations: all(4), perceptions: but(4, { [item]: 7 }) }
      const gapOf = (edition: 1988 | 1991) =>
        right(servqual({ edition, ...answers })).unweighted > 0 ? 'more' : 'less'
      expect(gapOf(1991)).toBe('more')
      expect(gapOf(1988)).toBe((item >= 10 && item <= 13) || item >= 18 ? 'less' : 'more')
    }
    expect(right(servperf({ edition: 1988, perceptions: all(7) }))).toMatchObject({
      tangibles: 7,
      responsiveness: 1,
      empathy: 1,
    })
  })

  it('has a weighted score where the customer said what weighs how much', () => {
    const perceptions = but(4, { 1: 5, 2: 5, 3: 5, 4: 5 })
    const answers = { edition: 1991, expectations: all(4), perceptions } as const
    expect(right(servqual({ ...answers, weights: equal })).weighted).toBeCloseTo(0.2, 15)
    const weights = { ...equal, tangibles: 60, reliability: 0, empathy: 0 }
    expect(right(servqual({ ...answers, weights })).weighted).toBeCloseTo(0.6, 15)
    expect(right(servqual(answers))).not.toHaveProperty('weighted')
  })

  it('refuses answers that are not on the scale, or not 22', () => {
    const good = { edition: 1991, expectations: all(6), perceptions: all(4) } as const
    const whole = 'a whole number from 1 to 7'
    expect(servqual({ ...good, perceptions: but(4, { 3: 3.5 }) })).toEqual(
      refused('perceptions[2]', whole),
    )
    expect(servqual({ ...good, expectations: but(4, { 22: 8 }) })).toEqual(
      refused('expectations[21]', whole),
    )
    expect(servqual({ ...good, expectations: but(4, { 1: 0 }) })).toEqual(
      refused('expectations[0]', whole),
    )
    expect(servqual({ ...good, expectations: but(4, { 1: NaN }) })).toEqual(
      refused('expectations[0]', whole),
    )
    expect(servqual({ ...good, perceptions: all(4).slice(1) })).toEqual(
      refused('perceptions', '22 answers'),
    )
    expect(servqual({ ...good, expectations: [...all(4), 4] })).toEqual(
      refused('expectations', '22 answers'),
    )
    expect(servqual({ ...good, perceptions: Array<number>(22) })).toEqual(
      refused('perceptions[0]', whole),
    )
    expect(servqual({ ...good, edition: 1990 as 1991 })).toEqual(refused('edition', '1988 | 1991'))
  })

  it('refuses weights that are not together 100', () => {
    const good = { edition: 1991, expectations: all(6), perceptions: all(4) } as const
    expect(servqual({ ...good, weights: { ...equal, empathy: 19 } })).toEqual(
      refused('weights', 'a sum of 100'),
    )
    expect(servqual({ ...good, weights: { ...equal, empathy: 21 } })).toEqual(
      refused('weights', 'a sum of 100'),
    )
    expect(servqual({ ...good, weights: { ...equal, empathy: -20, assurance: 60 } })).toEqual(
      refused('weights.empathy', 'from 0 to 100'),
    )
    const { tangibles, ...rest } = equal
    expect(servqual({ ...good, weights: rest as typeof equal })).toEqual(
      refused('weights.tangibles', `from 0 to ${tangibles * 5}`),
    )
  })

  it('lies between the worst gap and the best, in either edition', () => {
    const items = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 22, maxLength: 22 })
    fc.assert(
      fc.property(
        fc.constantFrom(1988, 1991),
        items,
        items,
        (edition, expectations, perceptions) => {
          const scores = right(servqual({ edition, expectations, perceptions, weights: equal }))
          const there = right(
            servqual({ edition, expectations: perceptions, perceptions: expectations }),
          )
          return dimensions.every(
            (each) => Math.abs(scores[each]) <= 6 && scores[each] === -there[each] + 0,
          )
        },
      ),
      { numRuns: runs },
    )
  })
})

describe('SERVPERF', () => {
  it('is perception alone', () => {
    expect(
      right(servperf({ edition: 1991, perceptions: but(4, { 1: 6, 2: 6 }), weights: equal })),
    ).toEqual({
      tangibles: 5,
      reliability: 4,
      responsiveness: 4,
      assurance: 4,
      empathy: 4,
      unweighted: 4.2,
      weighted: 4.2,
    })
  })

  it('refuses as SERVQUAL does', () => {
    expect(servperf({ edition: 1991, perceptions: [] })).toEqual(
      refused('perceptions', '22 answers'),
    )
    expect(
      servperf({ edition: 1991, perceptions: all(4), weights: { ...equal, empathy: 0 } }),
    ).toEqual(refused('weights', 'a sum of 100'))
  })
})

describe('SERVQUAL of several people', () => {
  it('of dimension gaps -0.65, -1.10, -0.83, -0.70, -1.01 is -0.858', () => {
    // A hundred people whose gaps of whole numbers come to these means.
    const gaps = {
      tangibles: -0.65,
      reliability: -1.1,
      responsiveness: -0.83,
      assurance: -0.7,
      empathy: -1.01,
    }
    const people = Array.from({ length: 100 }, (_, person) => {
      const perceptions = dimensions.flatMap((dimension) =>
        Array.from({ length: sizes[dimension] }, () =>
          // So many in a hundred fall short by one step more than the rest do.
          person < Math.round(-gaps[dimension] * 100) % 100
            ? 6 - Math.ceil(-gaps[dimension])
            : 6 - Math.floor(-gaps[dimension]),
        ),
      )
      return right(servqual({ edition: 1991, expectations: all(6), perceptions }))
    })
    const means = some(dimensionMeans(people))
    for (const each of dimensions) expect(means[each]).toBeCloseTo(gaps[each], 12)
    expect(means.unweighted).toBeCloseTo(-0.858, 12)
    expect(means).toMatchObject({ n: 100, weighted: O.none })
  })

  it('counts weights only where they were given', () => {
    const answers = { edition: 1991, expectations: all(6) } as const
    const people = [
      right(servqual({ ...answers, perceptions: all(4), weights: equal })),
      right(servqual({ ...answers, perceptions: all(5), weights: equal })),
      right(servqual({ ...answers, perceptions: all(6) })),
    ]
    expect(some(dimensionMeans(people))).toMatchObject({
      n: 3,
      tangibles: -1,
      weighted: O.some({ n: 2, value: -1.5 }),
    })
  })

  it('is none of nobody', () => {
    expect(dimensionMeans([])).toEqual(O.none)
  })
})
