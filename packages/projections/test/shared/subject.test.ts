import type { JsonObject } from '@troth/core/store'
import { describe, expect, it } from 'vitest'

import { keyOfSubject, subjectOf } from '../../src/index.js'

const heading = (metadata: JsonObject) => ({ stream: 'complaint-north.7', metadata })

describe('whom an event concerns', () => {
  it('is the customer whom its metadata names', () => {
    expect(subjectOf(heading({ subject: 'li' }))).toBe('li')
    expect(subjectOf(heading({}))).toBeUndefined()
    expect(subjectOf(heading({ subject: 7 }))).toBeUndefined()
  })

  it('makes the key of his row, with his tenant, or else the stream does', () => {
    expect(keyOfSubject(heading({ subject: 'li' }))).toBe('li')
    expect(keyOfSubject(heading({ subject: 'li', tenant: 'north' }))).toBe('north.li')
    expect(keyOfSubject(heading({ tenant: 'north' }))).toBe('north.7')
  })
})
