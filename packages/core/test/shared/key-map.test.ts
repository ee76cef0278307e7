import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { entriesOf, type KeyMap, noEntries, valueOf, withValue } from '../../src/shared/key-map.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const mapOf = (keys: ReadonlyArray<string>): KeyMap<string> =>
  keys.reduce<KeyMap<string>>((map, key) => withValue(map, key, `of ${key}`), noEntries)
const numbered = (n: number): ReadonlyArray<string> =>
  Array.from({ length: n }, (_, i) => `order ${String(i)}`)
const leavesOf = <A>(map: KeyMap<A>): ReadonlyArray<ReadonlyArray<readonly [string, A]>> =>
  'entries' in map ? [map.entries] : map.branches.flatMap(leavesOf)
const depthOf = <A>(map: KeyMap<A>): number =>
  'entries' in map ? 1 : 1 + Math.max(...map.branches.map(depthOf))

/** Keys whose 32-bit FNV-1a hash is 0: the last UTF-16 unit of each is the one that leads there. */
const alikeKeys = (count: number): ReadonlyArray<string> => {
  const found: string[] = []
  for (let n = 0; found.length < count; n++) {
    const start = String(n)
    let h = 0x811c9dc5
    for (let i = 0; i < start.length; i++) h = Math.imul(h ^ start.charCodeAt(i), 0x01000193)
    if (h >>> 16 === 0) found.push(start + String.fromCharCode(h))
  }
  return found
}

describe('a map of keys', () => {
  it('is empty at first', () => {
    expect(noEntries).toEqual({ entries: [] })
    expect(valueOf<string>(noEntries, '')).toBeUndefined()
  })

  it('leads from each of ten thousand keys to its value, and from no other', () => {
    const map = mapOf(numbered(10_000))
    expect(numbered(10_000).every((key) => valueOf(map, key) === `of ${key}`)).toBe(true)
    expect(valueOf(map, 'order 10000')).toBeUndefined()
    expect(valueOf(map, '')).toBeUndefined()
    expect(leavesOf(map).flat()).toHaveLength(10_000)
    expect(depthOf(map)).toBeLessThan(6)
  })

  it.each([1, 16, 17, 1_000])('of %i leads to the value put in last', (n) => {
    const map = withValue(mapOf(numbered(n)), 'order 0', 'another')
    expect(valueOf(map, 'order 0')).toBe('another')
    expect(leavesOf(map).flat()).toHaveLength(n)
    expect(
      numbered(n)
        .slice(1)
        .every((key) => valueOf(map, key) === `of ${key}`),
    ).toBe(true)
  })

  it('is a short list up to sixteen keys, and branches from the seventeenth on', () => {
    expect(leavesOf(mapOf(numbered(16)))).toHaveLength(1)
    const more = mapOf(numbered(17))
    expect('branches' in more && more.branches).toHaveLength(16)
    expect(
      leavesOf(more)
        .flat()
        .map(([key]) => key)
        .sort(),
    ).toEqual([...numbered(17)].sort())
  })

  it.each([0, 16, 17, 1_000])('of %i has each of its entries once', (n) => {
    const entries = entriesOf(mapOf(numbered(n)))
    expect([...entries].sort()).toEqual(
      numbered(n)
        .map((key) => [key, `of ${key}`])
        .sort(),
    )
  })

  it('shares all but a few arrays with the one it was made of, which stays as it was', () => {
    const map = mapOf(numbered(10_000))
    const before = JSON.stringify(map)
    const kept = new Set(leavesOf(map))
    const next = withValue(map, 'order 7', 'another')
    expect(leavesOf(next).filter((leaf) => !kept.has(leaf))).toHaveLength(1)
    expect(JSON.stringify(map)).toBe(before)
    expect(valueOf(map, 'order 7')).toBe('of order 7')
  })

  it('holds keys that hash alike, however many, in one leaf at the end of its branches', () => {
    const alike = alikeKeys(40)
    const map = mapOf(alike)
    expect(alike.every((key) => valueOf(map, key) === `of ${key}`)).toBe(true)
    expect(depthOf(map)).toBe(9)
    const again = withValue(map, alike[39] ?? '', 'another')
    expect(valueOf(again, alike[39] ?? '')).toBe('another')
    expect(leavesOf(again).flat()).toHaveLength(40)
  })

  it('is as a Map is, through JSON as well', () => {
    const key = fc.nat({ max: 60 }).map((n) => `k${String(n)}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.nat()), { maxLength: 120, size: 'max' }), (puts) => {
        const map = puts.reduce<KeyMap<number>>((m, [k, v]) => withValue(m, k, v), noEntries)
        const plain = new Map(puts)
        expect(new Map(entriesOf(map))).toEqual(plain)
        expect(entriesOf(map)).toHaveLength(plain.size)
        const stored = JSON.parse(JSON.stringify(map)) as KeyMap<number>
        for (const [k, v] of plain) expect(valueOf(stored, k)).toBe(v)
      }),
      { numRuns },
    )
  })
})
