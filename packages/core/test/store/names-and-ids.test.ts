import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  eventId,
  foreignUuid,
  importId,
  policyId,
  trothNamespace,
} from '../../src/store/event-ids.js'
import { commandIdOf, isImported } from '../../src/store/metadata.js'
import { seenIds } from '../../src/store/seen-ids.js'
import { partsOf, streamName } from '../../src/store/stream-name.js'

const v5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const command = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'

describe('an id that is made of what it stands for', () => {
  // Written once: another namespace, or another way to join, would write twice what is on record.
  it('stays what it was', () => {
    expect(trothNamespace).toBe('6f7c1c1e-5b0f-5d0a-9a2e-3c1d6a8f0a52')
    expect(eventId(command, 'tally-1', 0, { a: 1 })).toBe('4963152a-2f03-5084-9bca-a0c9c8c7ea81')
    expect(foreignUuid('desk', 'CASE-1')).toBe('fafc31ba-b071-52fe-91e1-51e6b20c2348')
    expect(importId('desk', 'CASE-1')).toBe('ebfee0da-828d-5f5d-bd51-f8bb9a5d9aa1')
    expect(policyId('greet', 'plan', '01-01')).toBe('3a81cfb3-592c-54c2-b9fe-da53bd478aae')
  })

  it('differs by the command, the stream, the place and what is recorded', () => {
    const all = [
      eventId(command, 'tally-1', 0, {}),
      eventId(command.replace('0b', '1b'), 'tally-1', 0, {}),
      eventId(command, 'tally-2', 0, {}),
      eventId(command, 'tally-1', 1, {}),
      eventId(command, 'tally-1', 0, { a: 1 }),
      eventId(command, 'tally-1', 0, { a: 2 }),
    ]
    expect(new Set(all).size).toBe(all.length)
    for (const each of all) expect(each).toMatch(v5)
  })

  it('never meets another, however source and foreign id are cut', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', '"', ',', '/', '\\', '\ud83d', '中'),
      maxLength: 3,
    })
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        expect(foreignUuid(a, b)).toMatch(v5)
        expect(foreignUuid(a, b) === foreignUuid(c, d)).toBe(a === c && b === d)
        expect(importId(a, b)).not.toBe(foreignUuid(a, b))
        expect(policyId(a, b)).toMatch(v5)
        expect(policyId(a, b) === policyId(c, d)).toBe(a === c && b === d)
        expect([importId(a, b), foreignUuid(a, b)]).not.toContain(policyId(a, b))
        expect(policyId(a, b, '')).not.toBe(policyId(a, b))
      }),
    )
  })
})

describe('a stream', () => {
  it('is called by its category, its tenant and its id', () => {
    expect(streamName('tally', command)).toEqual(E.right(`tally-${command}`))
    expect(streamName('followUp', 'a', 'acme')).toEqual(E.right('followUp-acme.a'))
  })

  it('is never shared by two', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '-', '.'), minLength: 1, maxLength: 3 })
    const named = fc.tuple(part, part, fc.option(part, { nil: undefined }))
    fc.assert(
      fc.property(named, named, (a, b) => {
        const [one, other] = [streamName(...a), streamName(...b)]
        if (E.isRight(one) && E.isRight(other) && one.right === other.right) expect(a).toEqual(b)
      }),
    )
  })

  it.each([
    ['a'.repeat(64), 'a', undefined, undefined],
    ['a'.repeat(65), 'a', undefined, 'category'],
    ['a-b', 'a', undefined, 'category'],
    ['tally', 'a'.repeat(100), 'b'.repeat(100), undefined],
    ['tally', 'a'.repeat(101), undefined, 'id'],
    ['tally', 'a', 'b'.repeat(101), 'tenant'],
    ['tally', 'a', '', 'tenant'],
    ['tally', 'a', '$b', 'tenant'],
    ['tally', '', undefined, 'id'],
  ])('is called so or not: %s, %s, %s', (category, id, tenant, field) => {
    const name = streamName(category, id, tenant)
    expect(E.isLeft(name) ? name.left.field : undefined).toBe(field)
  })
})

describe('what a stream is called', () => {
  it('says what it was made of', () => {
    const part = fc.string({
      unit: fc.constantFrom('a', 'Z', '0', '-', '_'),
      minLength: 1,
      maxLength: 3,
    })
    const category = fc.constantFrom('tally', 'followUp', 'a')
    fc.assert(
      fc.property(category, part, fc.option(part, { nil: undefined }), (of, id, tenant) => {
        const name = streamName(of, id, tenant)
        expect(E.isRight(name) && partsOf(name.right)).toEqual({
          category: of,
          id,
          ...(tenant !== undefined && { tenant }),
        })
      }),
    )
    expect(partsOf('followUp-a')).not.toHaveProperty('tenant')
    const [most, half] = ['a'.repeat(100), 'b'.repeat(64)]
    expect(partsOf(`${half}-${most}.${most}`)).toEqual({ category: half, id: most, tenant: most })
  })

  it.each([
    '',
    'tally',
    '-a',
    'tally-',
    'tally-.a',
    'tally-a.',
    'tally-a.b.c',
    '$ce-a b',
    'my_tally-a',
    ' tally-a',
    'tally-a ',
    '1tally-a',
    `${'a'.repeat(65)}-a`,
    `tally-${'a'.repeat(101)}`,
    `tally-${'a'.repeat(101)}.a`,
  ])('is nothing of ours: %j', (name) => {
    expect(partsOf(name)).toBeUndefined()
  })
})

describe('metadata', () => {
  it('says whether an event was imported', () => {
    expect(isImported({ importedFrom: { source: 'desk', foreignId: '1' } })).toBe(true)
    expect(isImported({ commandId: command })).toBe(false)
  })

  it('says which command recorded an event, where it does', () => {
    expect(commandIdOf({ commandId: command })).toBe(command)
    for (const other of [{}, { commandId: 3 }, null, undefined, [], 'a'])
      expect(commandIdOf(other)).toBeUndefined()
  })
})

describe('the commands that are remembered', () => {
  it('are the last ones at least, and never more than twice as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 40 }), (remember, many) => {
        const seen = seenIds(remember)
        for (let i = 0; i < many; i++) seen.note(String(i), BigInt(i))
        const known = Array.from({ length: many }, (_, i) => i).filter(
          (i) => seen.at(String(i)) === BigInt(i),
        )
        expect(known.length).toBeGreaterThanOrEqual(Math.min(remember, many))
        expect(known.length).toBeLessThanOrEqual(2 * remember)
        expect(known).toEqual(known.map((_, i) => many - known.length + i))
      }),
    )
  })

  it('are known by where they ended last, in whichever half they are', () => {
    const seen = seenIds(2)
    seen.note('a', 0n)
    seen.note('a', 1n)
    seen.note('a', 0n)
    expect(seen.at('a')).toBe(1n)
    seen.note('b', 2n)
    seen.note('c', 3n)
    seen.note('a', 4n)
    expect(seen.at('a')).toBe(4n)
    seen.note('d', 5n)
    seen.note('e', 6n)
    expect(seen.at('a')).toBeUndefined()
    expect(seen.at('e')).toBe(6n)
  })
})
