import type { Instant } from '@troth/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inTime, keep, type Kept, known } from '../../src/shared/kept.js'
import { runs } from './history.js'

interface Fact {
  readonly at: Instant
  readonly n: number
}
const at = (ms: number): Instant => ms as Instant
const kept = (batches: ReadonlyArray<ReadonlyArray<Fact>>) =>
  batches.reduce<Kept<Fact>>((all, more) => keep(all, more), [])

describe('what is kept of events', () => {
  it('is read in the order in which it was recorded, up to an instant', () => {
    const fact = fc.record({ at: fc.integer({ min: 0, max: 5 }).map(at), n: fc.nat() })
    const batches = fc.array(fc.array(fact, { maxLength: 3 }), { maxLength: 400 })
    fc.assert(
      fc.property(batches, (all) => {
        const flat = all.flat()
        expect(known(at(5))(kept(all))).toEqual(flat)
        expect(known(at(2))(kept(all))).toEqual(flat.filter((each) => each.at <= 2))
        expect(inTime(flat).map((each) => each.at)).toEqual(flat.map((each) => each.at).sort())
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })

  it('shares what was there: one more copies a page, not the whole', () => {
    const one = kept(Array.from({ length: 250 }, (_, n) => [{ at: at(n), n }]))
    const two = keep(one, [{ at: at(250), n: 250 }])
    expect(one.map((page) => page.length)).toEqual([100, 100, 50])
    expect(two.map((page) => page.length)).toEqual([100, 100, 51])
    expect([two[0] === one[0], two[1] === one[1], two[2] === one[2]]).toEqual([true, true, false])
    expect(keep(one, [])).toBe(one)
    expect(keep(undefined, [])).toEqual([])
    expect(known(at(0))(undefined)).toEqual([])
  })

  it('of one instant is in the order in which it was recorded', () => {
    const facts = [3, 1, 2].map((n) => ({ at: at(n === 1 ? 0 : 1), n }))
    expect(inTime(facts).map(({ n }) => n)).toEqual([1, 3, 2])
  })
})
