import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hasKey, type KeySet, noKeys, withKey } from '../../src/shared/key-set.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const setOf = (keys: ReadonlyArray<string>): KeySet => keys.reduce(withKey, noKeys)
const numbered = (n: number): ReadonlyArray<string> =>
  Array.from({ length: n }, (_, i) => `reply/${String(i)}`)
const countOf = (set: KeySet): number =>
  'keys' in set ? set.keys.length : set.branches.reduce((sum, each) => sum + countOf(each), 0)
const depthOf = (set: KeySet): number =>
  'keys' in set ? 1 : 1 + Math.max(...set.branches.map(depthOf))
const leavesOf = (set: KeySet): ReadonlyArray<ReadonlyArray<string>> =>
  'keys' in set ? [set.keys] : set.branches.flatMap(leavesOf)

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

describe('a set of keys', () => {
  it('is empty at first', () => {
    expect(noKeys).toEqual({ keys: [] })
    expect(hasKey(noKeys, '')).toBe(false)
  })
  it('has what was put in, and nothing else', () => {
    const set = setOf(numbered(10_000))
    expect(numbered(10_000).every((key) => hasKey(set, key))).toBe(true)
    expect(hasKey(set, 'reply/10000')).toBe(false)
    expect(hasKey(set, 'reply/')).toBe(false)
    expect(hasKey(set, '')).toBe(false)
    expect(countOf(set)).toBe(10_000)
  })
  it('is itself when a key is put in again', () => {
    const set = setOf(numbered(1_000))
    expect(withKey(set, 'reply/7')).toBe(set)
    expect(withKey(setOf(['a']), 'a')).toEqual({ keys: ['a'] })
  })
  it('stays as it was when another is made of it', () => {
    const set = setOf(numbered(500))
    const before = JSON.stringify(set)
    withKey(set, 'another')
    expect(JSON.stringify(set)).toBe(before)
    expect(hasKey(set, 'another')).toBe(false)
  })
  it('is a short list up to sixteen keys, and branches from the seventeenth on', () => {
    expect(setOf(numbered(16))).toEqual({ keys: numbered(16) })
    const more = setOf(numbered(17))
    expect('branches' in more && more.branches).toHaveLength(16)
    expect(leavesOf(more).flat().sort()).toEqual([...numbered(17)].sort())
  })
  it('spreads keys evenly: ten thousand lie shallow, in short leaves', () => {
    const set = setOf(numbered(10_000))
    expect(depthOf(set)).toBeLessThanOrEqual(6)
    expect(Math.max(...leavesOf(set).map((keys) => keys.length))).toBeLessThanOrEqual(16)
  })
  it('shares all but a few short lists when one key is added to ten thousand', () => {
    const set = setOf(numbered(10_000))
    const next = withKey(set, 'another')
    const nodes = (s: KeySet): ReadonlyArray<KeySet> =>
      'keys' in s ? [s] : [s, ...s.branches.flatMap(nodes)]
    const old = new Set(nodes(set))
    expect(nodes(next).filter((node) => !old.has(node)).length).toBeLessThan(40)
  })
  it('is plain JSON, which means the same when it is read back', () => {
    const set = setOf(numbered(1_000))
    const read = JSON.parse(JSON.stringify(set)) as KeySet
    expect(read).toEqual(set)
    expect(numbered(1_000).every((key) => hasKey(read, key))).toBe(true)
  })
  it('tells keys apart that hash alike, however many', () => {
    // FNV-1a of 32 bits maps these two to the same number.
    const alike = ['costarring', 'liquid']
    expect(hasKey(setOf(['costarring']), 'liquid')).toBe(false)
    const set = setOf([...numbered(5_000), ...alike])
    expect(alike.every((key) => hasKey(set, key))).toBe(true)
  })
  it('does not go deeper than its hash, when a leaf is full of keys that hash alike', () => {
    const keys = alikeKeys(40)
    const [first = '', ...rest] = keys
    const set = setOf(rest)
    expect(rest.every((key) => hasKey(set, key))).toBe(true)
    expect(hasKey(set, first)).toBe(false)
    expect(countOf(set)).toBe(39)
    expect(depthOf(set)).toBe(9)
    expect(withKey(set, rest[0] ?? '')).toBe(set)
    expect(hasKey(withKey(set, first), first)).toBe(true)
  })
  it('is a set, whatever is put in, in any order', () => {
    const key = fc.oneof(fc.string(), fc.nat({ max: 300 }).map(String))
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200, size: 'max' }), key, (keys, other) => {
        const set = setOf(keys)
        const real = new Set(keys)
        expect([...leavesOf(set).flat()].sort()).toEqual([...real].sort())
        expect(hasKey(set, other)).toBe(real.has(other))
        expect(withKey(set, other) === set).toBe(real.has(other))
      }),
      { numRuns: Math.min(numRuns, 300) },
    )
  })
})
