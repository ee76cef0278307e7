import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { message } from '../../src/shared/message.js'
import type { Position, RecordedEvent } from '../../src/store/event-store.js'
import type { Json, JsonObject } from '../../src/store/json.js'
import { registry, type RegistryOptions } from '../../src/store/registry.js'
import type { Instant } from '../../src/shared/instant.js'
import { added, at, by, type TallyEvent, TallyEvent as Codec, tally } from '../support/tally.js'

const iso = '2026-11-23T09:00:00.000Z'
const always = { at: iso, by }
const recorded = (type: string, data: Json, metadata: JsonObject = {}): RecordedEvent => ({
  id: '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11',
  stream: 'tally-1',
  revision: 7n,
  position: '7' as Position,
  recordedAt: 0 as Instant,
  type,
  data,
  metadata,
})
const made = (options?: RegistryOptions<TallyEvent>) => {
  const answer = registry(tally.event, options)
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
const refused = (options: RegistryOptions<TallyEvent>) => {
  const answer = registry(Codec, options)
  return E.isLeft(answer) ? answer.left.problems : 'made'
}
const undecodable = (type: string, ...errors: ReadonlyArray<object>) =>
  E.left({ _tag: 'Undecodable', stream: 'tally-1', revision: 7n, type, errors })

/** Version 1 said `size`, version 2 `amount` as text, version 3 is today's. */
const threeVersions = {
  EntryAdded: {
    current: 3,
    earlier: [
      {
        version: 1,
        codec: t.type({ size: t.Int }),
        up: ({ size, ...rest }: JsonObject) => ({ ...rest, amount: `${Number(size)}` }),
      },
      {
        version: 2,
        up: (data: JsonObject) => ({ ...data, amount: Number(data['amount']) }),
      },
    ],
  },
}
const today = { entry: 'a', amount: 5, ...always }

describe('a registry', () => {
  it('knows the types of a union, in order, each in version 1', () => {
    expect(made().types).toEqual(['TallyOpened', 'EntryAdded', 'LimitReached', 'TallyClosed'])
    expect(made().decode(recorded('TallyClosed', always, { schemaVersion: 1 }))).toEqual(
      E.right({ type: 'TallyClosed', data: { at, by } }),
    )
  })

  it('knows a single message', () => {
    const one = registry(message('Told', {}))
    expect(E.isRight(one) && one.right.types).toEqual(['Told'])
  })

  it('knows the messages of a union of unions', () => {
    const nested = t.union([Codec, message('Told', {})])
    const all = registry(nested)
    expect(E.isRight(all) && all.right.types).toContain('Told')
    expect(E.isRight(all) && all.right.types).toHaveLength(5)
  })

  it.each([
    ['no message', t.string],
    ['a message without a type', t.type({ data: t.string })],
    ['a type that is no text', t.type({ type: t.literal(3) })],
    ['an empty type', t.type({ type: t.literal('') })],
    ['a type that is any text', t.type({ type: t.string })],
    ['two of one type', t.union([message('Told', {}), message('Told', { n: t.number })])],
    ['one without a type among others', t.union([message('Told', {}), t.string])],
  ])('is refused over %s', (_, codec) => {
    expect(registry(codec as unknown as typeof Codec)).toEqual(
      E.left({
        _tag: 'InvalidRegistry',
        problems: [
          { field: 'codec', expected: 'one message, or a union of them, each of its own type' },
        ],
      }),
    )
  })

  it('takes an event without a version for one of version 1', () => {
    expect(E.isRight(made().decode(recorded('EntryAdded', today)))).toBe(true)
    const [first] = threeVersions.EntryAdded.earlier
    expect(first?.version).toBe(1)
    const old = recorded('EntryAdded', { entry: 'a', size: 5, ...always })
    expect(made({ versions: threeVersions }).decode(old)).toEqual(E.right(added('a', 5)))
  })

  it('takes an event without metadata for one of version 1', () => {
    const bare = { ...recorded('EntryAdded', today), metadata: null as unknown as JsonObject }
    expect(E.isRight(made().decode(bare))).toBe(true)
  })

  it.each([
    [1, { entry: 'a', size: 5, ...always }],
    [2, { entry: 'a', amount: '5', ...always }],
    [3, today],
  ])('raises an event of version %i to today', (schemaVersion, data) => {
    const { decode } = made({ versions: threeVersions })
    expect(decode(recorded('EntryAdded', data, { schemaVersion }))).toEqual(E.right(added('a', 5)))
  })

  it.each([
    [4, '4'],
    [0, '0'],
    [1.5, '1.5'],
    ['3', '3'],
    [null, undefined],
    ['x'.repeat(1_000), `${'x'.repeat(39)}…`],
  ])('does not read an event of version %s', (schemaVersion, found) => {
    const { decode } = made({ versions: threeVersions })
    const answer = decode(recorded('EntryAdded', today, { schemaVersion }))
    if (found === undefined) {
      // Nothing said is version 1, whose data this is not.
      expect(E.isLeft(answer) && answer.left.errors).toEqual([
        { field: 'data.size', expected: 'Int' },
      ])
      return
    }
    expect(answer).toEqual(
      undecodable('EntryAdded', {
        field: 'metadata.schemaVersion',
        expected: 'a version from 1 to 3',
        found,
      }),
    )
  })

  it('says what is wrong with old data by the old codec', () => {
    const { decode } = made({ versions: threeVersions })
    const old = recorded('EntryAdded', { size: 'five', ...always }, { schemaVersion: 1 })
    expect(decode(old)).toEqual(undecodable('EntryAdded', { field: 'data.size', expected: 'Int' }))
  })

  it.each([[null], [[]], ['text'], [3]])('does not raise data that is no object: %j', (data) => {
    const { decode } = made({ versions: threeVersions })
    expect(decode(recorded('EntryAdded', data, { schemaVersion: 2 }))).toEqual(
      undecodable('EntryAdded', { field: 'data', expected: 'object' }),
    )
  })

  it('refuses what an upcaster trips over, and throws nothing', () => {
    const { decode } = made({
      versions: {
        TallyClosed: {
          current: 2,
          earlier: [
            {
              version: 1,
              up: () => {
                throw new Error('tripped')
              },
            },
          ],
        },
      },
    })
    expect(decode(recorded('TallyClosed', always))).toEqual(
      undecodable('TallyClosed', { field: 'data', expected: 'data of version 1' }),
    )
  })

  it('says what is wrong with an event by its field', () => {
    const bad = { ...today, by: { id: 'desk', role: '' } }
    expect(made().decode(recorded('EntryAdded', bad))).toEqual(
      undecodable('EntryAdded', { field: 'data.by.role', expected: 'Role' }),
    )
  })

  it.each([['EntryAdded'], ['constructor'], ['__proto__'], ['']])(
    'never throws over a malformed event of type %j',
    (type) => {
      for (const data of [null, [], '', 0, { __proto__: null }, { data: {} }] as Json[])
        expect(E.isLeft(made().decode(recorded(type, data)))).toBe(true)
    },
  )

  it('reads what is forgotten as Redacted, and keeps it so', () => {
    const data = { ...today, note: { redacted: true } }
    const { decode, encode } = made()
    const event = decode(recorded('EntryAdded', data))
    if (E.isLeft(event)) throw new Error('not read')
    expect(event.right.data).toMatchObject({ note: { redacted: true } })
    expect(E.map(({ data: again }: { data: Json }) => again)(encode(event.right))).toEqual(
      E.right(data),
    )
  })
})

describe('an event of an unknown type', () => {
  const strange = recorded('TallyPainted', always)
  const why = {
    _tag: 'Undecodable',
    stream: 'tally-1',
    revision: 7n,
    type: 'TallyPainted',
    errors: [{ field: 'type', expected: 'a known type', found: 'TallyPainted' }],
  }

  it('is an error to a decider, whatever views do with it', () => {
    for (const unknown of ['fail', 'skip', 'report'] as const)
      expect(made({ unknown }).decode(strange)).toEqual(E.left(why))
  })

  it('is an error to a view, unless it is told otherwise', () => {
    expect(made().read(strange)).toEqual(E.left(why))
    expect(made({ unknown: 'fail' }).read(strange)).toEqual(E.left(why))
  })

  it('is skipped by a view that skips', () => {
    expect(made({ unknown: 'skip' }).read(strange)).toEqual(E.right({ _tag: 'Skipped' }))
  })

  it('is reported by a view that reports', () => {
    expect(made({ unknown: 'report' }).read(strange)).toEqual(E.right({ _tag: 'Unknown', why }))
  })

  it('is not what a malformed or a newer event is', () => {
    for (const unknown of ['fail', 'skip', 'report'] as const) {
      const { read } = made({ unknown })
      expect(E.isLeft(read(recorded('EntryAdded', {})))).toBe(true)
      expect(E.isLeft(read(recorded('EntryAdded', today, { schemaVersion: 2 })))).toBe(true)
      expect(read(recorded('EntryAdded', today))).toEqual(
        E.right({ _tag: 'Known', event: added('a', 5) }),
      )
    }
  })
})

describe('what is written', () => {
  it('is the current version', () => {
    const { encode } = made({ versions: threeVersions })
    expect(encode(added('a', 5))).toEqual(
      E.right({ type: 'EntryAdded', data: today, schemaVersion: 3, event: added('a', 5) }),
    )
  })

  const cautious = {
    EntryAdded: {
      ...threeVersions.EntryAdded,
      write: {
        version: 2,
        down: ({ note: _, ...data }: JsonObject): JsonObject => ({
          ...data,
          amount: `${Number(data['amount'])}`,
        }),
      },
    },
  }

  it('is an earlier version while readers are not ready, and the event is what they will read', () => {
    const noted = {
      ...added('a', 5),
      data: { ...added('a', 5).data, note: 'private' },
    } as TallyEvent
    const { encode, decode } = made({ versions: cautious })
    const answer = encode(noted)
    expect(answer).toEqual(
      E.right({
        type: 'EntryAdded',
        data: { entry: 'a', amount: '5', ...always },
        schemaVersion: 2,
        event: added('a', 5),
      }),
    )
    if (E.isRight(answer)) {
      const { type, data, schemaVersion } = answer.right
      expect(decode(recorded(type, data, { schemaVersion }))).toEqual(E.right(answer.right.event))
    }
  })

  it('is refused when it could not be read back', () => {
    const lossy = {
      EntryAdded: { ...cautious.EntryAdded, write: { version: 2, down: () => ({}) } },
    }
    const answer = made({ versions: lossy }).encode(added('a', 5))
    expect(E.isLeft(answer) && answer.left.map(({ field }) => field)).toEqual([
      'data.entry',
      'data.amount',
      'data.at',
      'data.by',
    ])
  })

  it('is refused by its field when it is not what the codec decodes to', () => {
    const { encode } = made()
    const event = { type: 'TallyClosed', data: { at: NaN, by } } as unknown as TallyEvent
    expect(encode(event)).toEqual(E.left([{ field: 'data.at', expected: 'Instant' }]))
    const unknown = { type: 'TallyPainted', data: {} } as unknown as TallyEvent
    expect(encode(unknown)).toEqual(
      E.left([{ field: 'type', expected: 'a known type', found: 'TallyPainted' }]),
    )
  })

  it('is refused when nothing more can be said than that it can not be encoded', () => {
    const down = (): JsonObject => {
      throw new Error('tripped')
    }
    const { encode } = made({
      versions: { EntryAdded: { ...threeVersions.EntryAdded, write: { version: 1, down } } },
    })
    expect(encode(added('a'))).toEqual(E.left([{ field: '', expected: 'EntryAdded' }]))
  })

  it('is verified by being read back, through JSON, when nobody vouches for it', () => {
    const { verify } = made()
    expect(E.isRight(verify(added('a', 5)))).toBe(true)
    for (const nothing of [null, undefined, 3, 'a', [], {}, { type: null }])
      expect(verify(nothing as unknown as TallyEvent)).toEqual(
        E.left([{ field: 'type', expected: 'a known type' }]),
      )
    const long = { ...added('a'), data: { ...added('a').data, entry: '' } } as unknown as TallyEvent
    expect(verify(long)).toEqual(E.left([{ field: 'data.entry', expected: 'NonEmptyText' }]))
    const number = registry(message('Told', { n: t.number }))
    const nan = { type: 'Told', data: { n: NaN, at, by } } as const
    expect(E.isRight(number) && number.right.verify(nan)).toEqual(
      E.left([{ field: 'data.n', expected: 'number' }]),
    )
  })
})

describe('versions that can not be meant', () => {
  const up = (data: JsonObject) => data
  const down = up

  it.each([
    ['a type that the codec has not', { Painted: { current: 1, earlier: [] } }, 'versions.Painted'],
    ['no version', { TallyClosed: { current: 0, earlier: [] } }, 'versions.TallyClosed.current'],
    [
      'half a version',
      { TallyClosed: { current: 1.5, earlier: [] } },
      'versions.TallyClosed.current',
    ],
    ['a gap', { TallyClosed: { current: 2, earlier: [] } }, 'versions.TallyClosed.earlier'],
    [
      'versions out of order',
      {
        TallyClosed: {
          current: 3,
          earlier: [
            { version: 2, up },
            { version: 1, up },
          ],
        },
      },
      'versions.TallyClosed.earlier',
    ],
    [
      'an earlier version that is the current one',
      { TallyClosed: { current: 1, earlier: [{ version: 1, up }] } },
      'versions.TallyClosed.earlier',
    ],
    [
      'a written version that is the current one',
      { TallyClosed: { current: 2, earlier: [{ version: 1, up }], write: { version: 2, down } } },
      'versions.TallyClosed.write.version',
    ],
    [
      'a written version that never was',
      { TallyClosed: { current: 2, earlier: [{ version: 1, up }], write: { version: 0, down } } },
      'versions.TallyClosed.write.version',
    ],
  ])('are refused when the registry is made: %s', (_, versions, field) => {
    expect(refused({ versions } as RegistryOptions<TallyEvent>)).toEqual([
      expect.objectContaining({ field }),
    ])
  })

  it('are all named', () => {
    const versions = {
      TallyClosed: { current: 0, earlier: [] },
      EntryAdded: { current: 2, earlier: [] },
    }
    expect(refused({ versions })).toHaveLength(2)
  })

  it('are not those at the bound', () => {
    const versions = {
      TallyClosed: { current: 2, earlier: [{ version: 1, up }], write: { version: 1, down } },
      EntryAdded: { current: 1, earlier: [] },
    }
    expect(refused({ versions })).toBe('made')
  })
})
