import { describe, expect, it } from 'vitest'

import { Instant } from '../../src/shared/instant.js'
import { outOfTime, tooLongAgo } from '../../src/shared/written-later.js'
import { make } from '../support/make.js'

const on = (day: number, ms = 0) =>
  make(Instant)(new Date(Date.UTC(2026, 10, day) + ms).toISOString())
const stream = { began: on(1), latest: on(20) }

describe('what was written down later', () => {
  it('is welcome for seven days', () => {
    expect(outOfTime(stream, on(13))).toBeUndefined()
  })

  it('is too long ago after them', () => {
    expect(outOfTime(stream, on(13, -1))).toEqual({ _tag: 'TooLongAgo', earliest: on(13) })
  })

  it('is welcome within the limit that is given', () => {
    expect(outOfTime(stream, on(20, -5), 5)).toBeUndefined()
  })

  it('is too long ago beyond it', () => {
    expect(outOfTime(stream, on(20, -6), 5)).toEqual({ _tag: 'TooLongAgo', earliest: on(20, -5) })
  })

  it('is welcome as old as the first', () => {
    expect(outOfTime({ began: on(1), latest: on(2) }, on(1))).toBeUndefined()
  })

  it('is not, from before the first', () => {
    expect(outOfTime({ began: on(1), latest: on(2) }, on(1, -1))).toEqual({
      _tag: 'BeforeItBegan',
      began: on(1),
    })
  })

  it('is from before the first rather than too long ago', () => {
    expect(outOfTime(stream, on(1, -1))).toEqual({ _tag: 'BeforeItBegan', began: on(1) })
  })

  it('may be of any instant after the latest', () => {
    expect(outOfTime(stream, on(30))).toBeUndefined()
  })
})

describe('what was written down later, where nothing has to come first', () => {
  it('is welcome for seven days', () => {
    expect(tooLongAgo(on(20), on(13))).toBeUndefined()
  })

  it('is too long ago after them', () => {
    expect(tooLongAgo(on(20), on(13, -1))).toEqual({ _tag: 'TooLongAgo', earliest: on(13) })
  })

  it('is welcome within the limit that is given, and not beyond it', () => {
    expect(tooLongAgo(on(20), on(20, -5), 5)).toBeUndefined()
    expect(tooLongAgo(on(20), on(20, -6), 5)).toEqual({
      _tag: 'TooLongAgo',
      earliest: on(20, -5),
    })
  })
})
