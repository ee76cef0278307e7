import { describe, expect, it } from 'vitest'

import { marks } from '../../src/running/marks.js'

const keys = (prefix: string, n: number): ReadonlyArray<string> =>
  Array.from({ length: n }, (_, i) => `${prefix}-${String(i)}`)

describe('marks', () => {
  it('know every key again that was seen, and hardly one that was not', () => {
    const first = keys('a', 1_000)
    const later = keys('b', 50_000)
    const seen = marks(first)
    for (const key of later) seen.mark(key)
    for (const key of [...first, ...later]) expect(seen.has(key)).toBe(true)
    expect(keys('c', 10_000).filter(seen.has).length).toBeLessThan(120)
    expect(marks([]).has('')).toBe(false)
  })
})
