import { describe, expect, it } from 'vitest'

import { asOf, from, present } from '../../src/shared/dated.js'
import { monday, tuesday, wednesday } from '../support/complaint.js'

describe('a dated setting', () => {
  const later = from(from(undefined, monday, 'a'), wednesday, 'b')
  it('holds from its instant on, until the next', () => {
    expect(asOf(later, monday)).toBe('a')
    expect(asOf(later, tuesday)).toBe('a')
    expect(asOf(later, wednesday)).toBe('b')
    expect(present(later)).toBe('b')
  })
  it('held nothing before its first, and nothing at all where nothing was said', () => {
    expect(asOf(from(undefined, tuesday, 'a'), monday)).toBeUndefined()
    expect(asOf(undefined, monday)).toBeUndefined()
    expect(present(undefined)).toBeUndefined()
    expect(present([])).toBeUndefined()
  })
  it('takes what is written down late in its own place', () => {
    const mended = from(later, tuesday, 'c')
    expect(mended.map(({ value }) => value)).toEqual(['a', 'c', 'b'])
    expect(present(mended)).toBe('b')
    expect(asOf(mended, tuesday)).toBe('c')
  })
  it('of two from one instant holds the one recorded later', () => {
    const both = from(later, wednesday, 'c')
    expect(present(both)).toBe('c')
    expect(asOf(both, wednesday)).toBe('c')
  })
})
