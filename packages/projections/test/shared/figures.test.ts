import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { median, part, sum, times } from '../../src/shared/figures.js'

describe('figures', () => {
  it('the median is the middle one by size, or between the two in the middle', () => {
    expect(median([])).toEqual(O.none)
    expect(median([7])).toEqual(O.some(7))
    expect(median([10, 2, 9])).toEqual(O.some(9))
    expect(median([10, 2, 9, 4])).toEqual(O.some(6.5))
  })

  it('the values are left in the order in which they came', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('times say of how many they speak, and are none of nothing', () => {
    expect(times([])).toEqual(O.none)
    expect(times([5, 1, 3, 11])).toEqual(
      O.some({ n: 4, median: 4, mean: 5, shortest: 1, longest: 11 }),
    )
  })

  it('a part of nothing is none, and none of something is a part', () => {
    expect(part(0, 0)).toEqual(O.none)
    expect(part(0, 3)).toEqual(O.some({ count: 0, n: 3 }))
  })

  it('adds up', () => {
    expect(sum([])).toBe(0)
    expect(sum([1, 2, 3])).toBe(6)
  })
})
