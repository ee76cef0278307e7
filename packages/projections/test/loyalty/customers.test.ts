import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { runs, some } from './support.js'

const { churn, valuePyramid } = loyalty

describe('the value pyramid', () => {
  const accounts = (n: number): ReadonlyArray<loyalty.Account> =>
    Array.from({ length: n }, (_, i) => ({ customerId: `c${i + 1}`, turnover: i + 1 }))
  const sizes = (of: ReadonlyArray<loyalty.Account>) =>
    valuePyramid(of).map(({ level, n }) => [level, n])

  it('ranks by turnover, and says how much each layer brings', () => {
    const [top, large, medium, small] = valuePyramid(accounts(100))
    expect(top).toEqual({
      level: 'top',
      n: 1,
      turnover: 100,
      share: O.some(100 / 5050),
      customers: ['c100'],
    })
    expect(large?.customers).toEqual(['c99', 'c98', 'c97', 'c96'])
    expect(medium).toMatchObject({ n: 15, turnover: 1320 })
    expect(small).toMatchObject({ n: 80, turnover: 3240 })
  })

  it.each([
    [0, [0, 0, 0, 0]],
    [1, [1, 0, 0, 0]],
    [20, [1, 0, 3, 16]],
    [21, [1, 1, 3, 16]],
    [101, [2, 4, 15, 80]],
    [300, [3, 12, 45, 240]],
  ])('cuts %d customers, rounding up', (n, of) => {
    expect(sizes(accounts(n)).slice(0, 4)).toEqual([
      ['top', of[0]],
      ['large', of[1]],
      ['medium', of[2]],
      ['small', of[3]],
    ])
  })

  it('has below them who bought before, might buy, or is no more than a name', () => {
    const found = valuePyramid([
      { customerId: 'a', turnover: 5 },
      { customerId: 'b', turnover: 0 },
      { customerId: 'c', turnover: 9, standing: 'inactive' },
      { customerId: 'd', turnover: 0, standing: 'active' },
      { customerId: 'e', turnover: 0, standing: 'prospect' },
      { customerId: 'f', turnover: 0, standing: 'suspect' },
    ])
    expect(found.map(({ level, customers }) => [level, customers])).toEqual([
      ['top', ['a']],
      ['large', []],
      ['medium', []],
      ['small', ['d']],
      ['inactive', ['c', 'b']],
      ['prospect', ['e']],
      ['suspect', ['f']],
    ])
    expect(valuePyramid([]).every(({ share }) => O.isNone(share))).toBe(true)
  })

  it('does not depend on the order of the customers, and has each once', () => {
    const some = fc
      .array(fc.constantFrom(0, 1, 2), { maxLength: 60 })
      .map((turnovers) => turnovers.map((turnover, i) => ({ customerId: String(i), turnover })))
    fc.assert(
      fc.property(some, (of) => {
        const found = valuePyramid(of)
        expect(valuePyramid([...of].reverse())).toEqual(found)
        const all = found.flatMap(({ customers }) => customers)
        expect([...all].sort()).toEqual(of.map(({ customerId }) => customerId).sort())
      }),
      { numRuns: runs },
    )
  })
})

describe('churn', () => {
  it('is who left of those at the start, why, and who came for them', () => {
    const found = churn({
      atStart: ['a', 'b', 'c', 'd'],
      lost: [
        { customerId: 'a', reason: 'neglected' },
        { customerId: 'x', reason: 'competitorOffer' },
        { customerId: 'b', reason: 'competitorOffer' },
      ],
      gained: ['x', 'y', 'x'],
    })
    expect(some(found.retention)).toMatchObject({ count: 2, n: 4, share: 0.5 })
    expect(found).toMatchObject({ lost: 3, gained: 2 })
    expect(found.byReason.map(({ reason, count, n }) => [reason, count, n])).toEqual([
      ['competitorOffer', 2, 3],
      ['neglected', 1, 3],
    ])
    expect(some(found.newForEachLost)).toBeCloseTo(2 / 3, 15)
  })

  it('counts a customer once, and the last reason given', () => {
    const found = churn({
      atStart: ['a', 'a', 'b'],
      lost: [
        { customerId: 'a', reason: 'neglected' },
        { customerId: 'a', reason: 'weakService' },
      ],
      gained: [],
    })
    expect(found).toMatchObject({ lost: 1, newForEachLost: O.some(0) })
    expect(some(found.retention)).toMatchObject({ count: 1, n: 2 })
    expect(found.byReason).toMatchObject([{ reason: 'weakService', count: 1, n: 1 }])
  })

  it('names equal reasons in their order', () => {
    const lost = ['b', 'a'].map((reason) => ({ customerId: reason, reason }))
    const found = churn({ atStart: [], lost, gained: [] })
    expect(found.byReason.map(({ reason }) => reason)).toEqual(['a', 'b'])
  })

  it('says nothing of nobody', () => {
    expect(churn({ atStart: [], lost: [], gained: ['a'] })).toEqual({
      retention: O.none,
      lost: 0,
      gained: 1,
      byReason: [],
      newForEachLost: O.none,
    })
  })
})
