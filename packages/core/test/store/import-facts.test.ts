import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import * as t from 'io-ts'
import { beforeEach, describe, expect, it } from 'vitest'

import { handle } from '../../src/store/handle.js'
import { importFacts, type Importing, type Origin } from '../../src/store/import-facts.js'
import { isImported } from '../../src/store/metadata.js'
import { registry } from '../../src/store/registry.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { add, added, closed, opened, tally, type TallyEvent } from '../support/tally.js'
import { tinyStore, type TinyStore } from '../support/tiny-store.js'

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const stream = `tally-${id}`
const origin = { source: 'old desk', foreignId: 'CASE 1' }
/** No rule of the tally would have let these happen, in this order. */
const facts: ReadonlyNonEmptyArray<TallyEvent> = [closed, added('a', 500), opened(3)]

let store: TinyStore
beforeEach(() => {
  store = tinyStore()
})
const enter = (
  some: ReadonlyArray<unknown> = facts,
  from: Origin = origin,
  more: Partial<Importing<TallyEvent>> = {},
  into = id,
) =>
  importFacts(tally, { eventStore: store, ...more })(
    into,
    some as ReadonlyNonEmptyArray<TallyEvent>,
    from,
  )()

describe('history from elsewhere', () => {
  it('enters as it was, past every rule', async () => {
    expect(await enter()).toEqual(
      E.right({ _tag: 'Imported', revision: 2n, position: O.some('2') }),
    )
    expect(store.events(stream).map(({ type }) => type)).toEqual([
      'TallyClosed',
      'EntryAdded',
      'TallyOpened',
    ])
  })

  it('is marked with where it came from', async () => {
    await enter(facts, { ...origin, subject: 'someone', tenant: 'acme' })
    for (const { metadata } of store.events(`tally-acme.${id}`)) {
      expect(isImported(metadata)).toBe(true)
      expect(metadata).toEqual({
        schemaVersion: 1,
        commandId: metadata['commandId'],
        $correlationId: metadata['commandId'],
        importedFrom: origin,
        subject: 'someone',
        tenant: 'acme',
      })
    }
    expect(store.events(`tally-acme.${id}`)).toHaveLength(3)
  })

  it('is decided over like any other', async () => {
    await enter()
    const answer = await handle(tally, { eventStore: store, runtime: simulatedRuntime() })(
      id,
      add('b', 4),
      { commandId: '00000000-0000-4000-8000-000000000001' },
    )()
    expect(answer).toMatchObject({ right: { _tag: 'Rejected', why: { _tag: 'OverLimit' } } })
  })

  it('enters once, however often it is brought', async () => {
    await enter()
    expect(await enter()).toEqual(E.right({ _tag: 'AlreadyImported', revision: 2n }))
    store.put(stream, [{ id, type: 'TallyClosed', data: {}, metadata: {} }])
    expect(await enter()).toEqual(E.right({ _tag: 'AlreadyImported', revision: 2n }))
    expect(store.events(stream)).toHaveLength(4)
  })

  it('enters once when it is brought by eight at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter()))
    expect(answers.every(E.isRight)).toBe(true)
    expect(store.events(stream)).toHaveLength(3)
  })

  it('was there before, where only its beginning is brought again', async () => {
    await enter()
    expect(await enter(facts.slice(0, 2))).toEqual(
      E.right({ _tag: 'AlreadyImported', revision: 1n }),
    )
  })

  it.each<[string, ReadonlyArray<TallyEvent>]>([
    ['with more to it', [...facts, closed]],
    ['with another beginning', [opened(3)]],
    ['corrected', [closed, added('a', 501), opened(3)]],
    ['in another order', [closed, opened(3), added('a', 500)]],
  ])('conflicts with what was imported, %s', async (_, others) => {
    await enter()
    expect(await enter(others)).toEqual(
      E.left({ _tag: 'Conflict', expected: 'noStream', actual: 2n }),
    )
    expect(store.events(stream)).toHaveLength(3)
  })

  it('conflicts with what was not imported', async () => {
    store.put(stream, [{ id, type: 'TallyClosed', data: {}, metadata: {} }])
    expect(await enter()).toMatchObject({ left: { _tag: 'Conflict', actual: 0n } })
    expect(await enter(facts, { ...origin, foreignId: 'CASE 2' })).toMatchObject({
      left: { _tag: 'Conflict' },
    })
  })

  it('of another thing, or another system, has other ids', async () => {
    const ids = async (from: Origin, into: string) => {
      await enter(facts, from, {}, into)
      return store.events(`tally-${into}`).map((event) => event.id)
    }
    const all = [
      ...(await ids(origin, 'a')),
      ...(await ids({ ...origin, source: 'other' }, 'b')),
      ...(await ids({ ...origin, foreignId: 'CASE 2' }, 'c')),
      ...(await ids(origin, 'd')),
    ]
    expect(new Set(all).size).toBe(12)
  })

  it.each<[string, unknown, string, string]>([
    [
      'an instant that is none',
      { ...closed, data: { ...closed.data, at: NaN } },
      'data.at',
      'Instant',
    ],
    [
      'a text too long',
      { ...added('a'), data: { ...added('a').data, entry: 'x'.repeat(10_001) } },
      'data.entry',
      'NonEmptyText',
    ],
    ['a missing field', { type: 'TallyClosed', data: { at: 0 } }, 'data.by', 'Actor'],
    ['no data', { type: 'TallyClosed' }, 'data', 'object'],
    ['an unknown type', { type: 'Painted', data: {} }, 'type', 'a known type'],
    ['nothing', null, 'type', 'a known type'],
    [
      'a getter that throws',
      {
        type: 'TallyClosed',
        get data() {
          throw new Error('no')
        },
      },
      '',
      'TallyClosed',
    ],
  ])(
    'is refused whole for one bad fact, by its place and field: %s',
    async (_, bad, field, expected) => {
      const answer = await enter([opened(3), bad, closed])
      expect(answer).toEqual(
        E.left({
          _tag: 'InvalidFact',
          index: 1,
          errors: [expect.objectContaining({ field, expected })],
        }),
      )
      expect(store.calls).toEqual([])
    },
  )

  it.each([
    ['source', { ...origin, source: '' }],
    ['source', { ...origin, source: 'x'.repeat(201) }],
    ['foreignId', { ...origin, foreignId: '' }],
    ['foreignId', { ...origin, foreignId: '\ud83d' }],
    ['foreignId', { ...origin, foreignId: 7 as unknown as string }],
    ['tenant', { ...origin, tenant: 'a.b' }],
    ['subject', { ...origin, subject: '' }],
  ])('is refused for an impossible %s', async (field, from) => {
    expect(await enter(facts, from)).toMatchObject({ left: { _tag: 'InvalidArgument', field } })
    expect(store.calls).toEqual([])
  })

  it('is refused for an impossible id, for no facts, and for a codec without types', async () => {
    expect(await enter(facts, origin, {}, 'a.b')).toMatchObject({ left: { field: 'id' } })
    expect(await enter([])).toMatchObject({ left: { field: 'facts' } })
    const event = t.string as unknown as typeof tally.event
    expect(
      await importFacts({ ...tally, event }, { eventStore: store })(id, facts, origin)(),
    ).toMatchObject({ left: { field: 'decider.event' } })
    expect(store.calls).toEqual([])
  })

  it('is written in the version that the registry says', async () => {
    const versioned = registry(tally.event, {
      versions: { TallyClosed: { current: 2, earlier: [{ version: 1, up: (data) => data }] } },
    })
    if (E.isLeft(versioned)) throw new Error('refused')
    await enter(facts, origin, { registry: versioned.right })
    expect(store.events(stream).map(({ metadata }) => metadata['schemaVersion'])).toEqual([2, 1, 1])
  })
})

describe('an import that the store does not answer', () => {
  it('is sent again where there is a runtime to wait with', async () => {
    store.faults.push('lost', 'silent', 'down')
    expect(await enter(facts, origin, { runtime: simulatedRuntime() })).toMatchObject({
      right: { _tag: 'Imported', revision: 2n },
    })
    expect(store.events(stream)).toHaveLength(3)
  })

  it('is unknown where there is none, and may be brought again', async () => {
    store.faults.push('lost')
    expect(await enter()).toMatchObject({ left: { _tag: 'OutcomeUnknown' } })
    expect(await enter()).toMatchObject({ right: { _tag: 'AlreadyImported', revision: 2n } })
  })

  it('stays unknown, whatever the store says later', async () => {
    store.faults.push('lost', { _tag: 'AccessDenied', reason: 'expired' })
    expect(await enter(facts, origin, { runtime: simulatedRuntime() })).toMatchObject({
      left: { _tag: 'OutcomeUnknown' },
    })
  })

  it('is told at once what the store refuses', async () => {
    const error = { _tag: 'TooLarge', limit: 1, size: 2 } as const
    store.faults.push(error)
    expect(await enter(facts, origin, { runtime: simulatedRuntime() })).toEqual(E.left(error))
    store.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    expect(await enter()).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
  })

  it('to a stream deleted since was made before, and writes nothing', async () => {
    await enter()
    await store.delete(stream, 2n)()
    expect(await enter()).toEqual(E.right({ _tag: 'AlreadyImported', revision: 2n }))
    expect(store.events(stream)).toHaveLength(3)
  })

  it('is believed of a store that gives no positions, once it can be read', async () => {
    store.givesPositions.yes = false
    expect(await enter()).toEqual(E.right({ _tag: 'Imported', revision: 2n, position: O.none }))
    const other = { ...origin, foreignId: 'CASE 2' }
    store.readFaults.push(undefined, { _tag: 'Unavailable', reason: 'down' })
    expect(await enter(facts, other, {}, 'b')).toEqual(
      E.left({ _tag: 'Unavailable', reason: 'down' }),
    )
  })
})
