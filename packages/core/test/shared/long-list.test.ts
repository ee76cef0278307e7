import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { append, first, fromArray, last, type LongList } from '../../src/shared/long-list.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const numbers = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)
const none: LongList<number> = []
const grown = (entries: ReadonlyArray<number>): LongList<number> => entries.reduce(append, none)

describe('a long list', () => {
  it('holds what was appended, in order, however it was made', () => {
    fc.assert(
      fc.property(fc.nat(350), (n) => {
        expect(grown(numbers(n)).flat()).toEqual(numbers(n))
        expect(fromArray(numbers(n))).toEqual(grown(numbers(n)))
      }),
      { numRuns },
    )
  })

  it('knows its ends', () => {
    expect([first(none), last(none)]).toEqual([undefined, undefined])
    expect([first(grown([7])), last(grown([7]))]).toEqual([7, 7])
    expect([first(grown(numbers(101))), last(grown(numbers(101)))]).toEqual([0, 100])
  })

  it('has full pages and one that fills', () => {
    const lengths = (n: number) => grown(numbers(n)).map((page) => page.length)
    expect(lengths(99)).toEqual([99])
    expect(lengths(100)).toEqual([100])
    expect(lengths(101)).toEqual([100, 1])
    expect(lengths(200)).toEqual([100, 100])
  })

  it('shares its full pages with what it grew from', () => {
    const before = grown(numbers(10_000))
    const after = append(before, 10_000)
    expect(after.slice(0, 100).every((page, i) => page === before[i])).toBe(true)
    expect(before.flat()).toHaveLength(10_000)
  })
})
