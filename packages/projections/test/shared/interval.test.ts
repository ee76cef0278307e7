import { describe, expect, it } from 'vitest'

import { around, isZ, overlap } from '../../src/shared/interval.js'

describe('an interval', () => {
  it('overlaps what it shares a point with, be it its end', () => {
    const middle = { lower: 2, upper: 4 }
    expect(overlap(middle, { lower: 4, upper: 5 })).toBe(true)
    expect(overlap(middle, { lower: 0, upper: 2 })).toBe(true)
    expect(overlap(middle, { lower: 0, upper: 9 })).toBe(true)
    expect(overlap(middle, { lower: 4.001, upper: 5 })).toBe(false)
    expect(overlap(middle, { lower: 0, upper: 1.999 })).toBe(false)
  })

  it('ends where its figure does', () => {
    const bounds = { lower: -1, upper: 1 }
    expect(around(0.5, 0.25, bounds)).toEqual({ lower: 0.25, upper: 0.75 })
    expect(around(0.5, 0.75, bounds)).toEqual({ lower: -0.25, upper: 1 })
    expect(around(-0.5, 0.75, bounds)).toEqual({ lower: -1, upper: 0.25 })
  })

  it('may be as narrow as a point and as wide as can be reckoned with', () => {
    expect([0, 1.96, 1e100].map(isZ)).toEqual([true, true, true])
    expect([-1e-9, 1.1e100, Infinity, NaN].map(isZ)).toEqual([false, false, false, false])
  })
})
