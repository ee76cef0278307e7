import fc from 'fast-check'
import { parse, v5 } from 'uuid'
import { describe, expect, it } from 'vitest'

import { uuidV5 } from '../../src/store/uuid-v5.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const namespace = '6f7c1c1e-5b0f-5d0a-9a2e-3c1d6a8f0a52'
const mine = (name: string) => uuidV5(parse(namespace), name)

describe('a UUID of version 5', () => {
  it('is that of the standard', () => {
    // The example of RFC 9562, appendix A.4.
    expect(uuidV5(parse('6ba7b810-9dad-11d1-80b4-00c04fd430c8'), 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
  })

  it('is that of the package, for any text', () => {
    const unit = fc.constantFrom(
      'a',
      '"',
      '\u007f',
      '\u0080',
      '\u07ff',
      '\u0800',
      '\uffff',
      '\u{10000}',
      '\u{10ffff}',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (name) => {
        expect(mine(name)).toBe(v5(name, namespace))
      }),
      { numRuns },
    )
  })

  it('is that of the package, for any length', () => {
    for (const length of [...Array(300).keys(), 1335, 1336, 1337, 4007, 4008, 5000, 100_000]) {
      const name = 'x'.repeat(length)
      expect(mine(name)).toBe(v5(name, namespace))
    }
  })

  it('takes half of a surrogate pair for what replaces it', () => {
    for (const half of ['\ud83d', '\ude00', 'a\ud83d', '\ud83da', '\ude00\ud83d'])
      expect(mine(half)).toBe(v5(half.replace(/\p{Surrogate}/gu, '\ufffd'), namespace))
  })
})
