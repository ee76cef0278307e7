import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { Instant } from '../../src/shared/instant.js'
import { message } from '../../src/shared/message.js'
import { make } from '../support/make.js'

const Moved = message('Moved', { to: t.string }, { until: Instant, why: t.string })

const stored = {
  type: 'Moved',
  data: {
    to: 'the shelf',
    at: '2026-03-02T08:00:00.000Z',
    by: { id: 'agent-17', role: 'agent' },
    until: '2026-03-03T08:00:00.000Z',
  },
} as const
const moved = make(Moved)(stored)

describe('a message as it is written', () => {
  it('is what it was read from, in the order of the codec', () => {
    expect(JSON.stringify(Moved.encode(moved))).toBe(JSON.stringify(stored))
    const { at, by, to, until } = moved.data
    const otherwise = { data: { ...(until && { until }), by, at, to }, type: moved.type }
    expect(JSON.stringify(Moved.encode(otherwise))).toBe(JSON.stringify(stored))
  })

  it('has no field that the codec does not know', () => {
    const more = { ...moved, also: 1, data: { ...moved.data, also: 1 } }
    expect(Moved.encode(more)).toEqual(stored)
  })

  it('has no field for what was left out, however it was left out', () => {
    const { until, ...rest } = moved.data
    const { until: _, ...without } = stored.data
    for (const data of [rest, { ...rest, until: undefined }])
      expect(Moved.encode({ ...moved, data } as typeof moved)).toStrictEqual({
        type: 'Moved',
        data: without,
      })
  })

  it('is refused where a field that it must have is not there', () => {
    const { at, ...data } = moved.data
    expect(() => Moved.encode({ ...moved, data } as unknown as typeof moved)).toThrow(RangeError)
  })
})
