import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { beforeEach, describe, expect, it } from 'vitest'

import { type Handled, type Handling, handle, handler } from '../../src/store/handle.js'
import type { JsonObject } from '../../src/store/json.js'
import { registry } from '../../src/store/registry.js'
import { inProcessCache } from '../../src/store/state-cache.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import {
  add,
  added,
  close,
  open,
  opened,
  tally,
  type TallyCommand,
  type TallyEvent,
  type TallyRejection,
  type TallyState,
} from '../support/tally.js'
import { tinyStore, type TinyStore } from '../support/tiny-store.js'

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const stream = `tally-${id}`
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let store: TinyStore
let runtime: ReturnType<typeof simulatedRuntime>
beforeEach(() => {
  store = tinyStore()
  runtime = simulatedRuntime()
})

const made = (options: Partial<Handling<TallyState, TallyEvent>> = {}) => {
  const handleIt = handle(tally, { eventStore: store, runtime, ...options })
  let n = 0
  return (command: TallyCommand, commandId = uuid(1000 + n++)) =>
    handleIt(id, command, { commandId })()
}
const cached = () => inProcessCache<TallyState>({ max: 10 })
const right = (answer: E.Either<unknown, Handled<TallyEvent, TallyRejection>>) => {
  if (E.isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
const types = () => store.events(stream).map(({ type }) => type)
/** Someone else, who knows nothing of this process. */
const elsewhere = (...events: ReadonlyArray<TallyEvent>) => {
  store.put(
    stream,
    events.map((event, i) => ({
      id: uuid(500_000 + store.events(stream).length + i),
      type: event.type,
      data: (tally.event.encode(event) as { data: JsonObject }).data,
      metadata: { commandId: uuid(500_000 + store.events(stream).length) },
    })),
  )
}

describe('a command', () => {
  it('is read, decided and recorded', async () => {
    const send = made()
    expect(right(await send(open()))).toEqual({
      _tag: 'Appended',
      revision: 0n,
      position: O.some('0'),
      events: [opened()],
    })
    expect(right(await send(add('a', 10)))).toMatchObject({ _tag: 'Appended', revision: 2n })
    expect(types()).toEqual(['TallyOpened', 'EntryAdded', 'LimitReached'])
    expect(store.calls).toEqual(['fold 0', 'append noStream', 'fold 0', 'append 0'])
  })

  it('that is refused records nothing', async () => {
    const send = made()
    expect(right(await send(add('a')))).toEqual({ _tag: 'Rejected', why: { _tag: 'NotOpen' } })
    expect(types()).toEqual([])
  })

  it('for what is so already is done already, at the end of the stream', async () => {
    const send = made()
    await send(open())
    await send(add('a'))
    expect(right(await send(add('a')))).toEqual({ _tag: 'AlreadyDone', revision: 1n })
    expect(types()).toHaveLength(2)
  })

  it('that has nothing to do on a stream that is not there is done already, without a revision', async () => {
    const quiet = { ...tally, decide: () => () => E.right([]) }
    const answer = await handle(quiet, { eventStore: store, runtime })(id, close, {
      commandId: uuid(1),
    })()
    expect(answer).toEqual(E.right({ _tag: 'AlreadyDone', revision: 'noStream' }))
  })

  it('sent again is done already where it ended, though the state has moved on', async () => {
    const send = made()
    await send(open(), uuid(1))
    await send(add('a', 10), uuid(2))
    await send(close, uuid(3))
    expect(right(await send(add('a', 10), uuid(2)))).toEqual({ _tag: 'AlreadyDone', revision: 2n })
    expect(right(await send(close, uuid(2)))).toEqual({ _tag: 'AlreadyDone', revision: 2n })
    expect(right(await made()(open(), uuid(1)))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(types()).toHaveLength(4)
  })

  it('is the same command whichever case its id is written in', async () => {
    const send = made()
    await send(open(), 'ABCDEF00-0000-4000-8000-000000000001')
    const again = await send(close, 'abcdef00-0000-4000-8000-000000000001')
    expect(right(again)).toEqual({ _tag: 'AlreadyDone', revision: 0n })
  })

  it('is known again after as many others as are remembered, and not for ever', async () => {
    const send = made({ remember: 2 })
    await send(open(1000), uuid(1))
    for (let n = 2; n <= 4; n++) await send(add(`a${String(n)}`), uuid(n))
    expect(right(await send(close, uuid(2)))).toMatchObject({ _tag: 'AlreadyDone' })
    await send(add('a5'), uuid(5))
    expect(right(await send(close, uuid(1)))).toMatchObject({ _tag: 'Appended' })
  })

  it('writes its metadata beside every event', async () => {
    const handleIt = handle(tally, { eventStore: store, runtime })
    await handleIt(id, open(1), { commandId: uuid(1) })()
    await handleIt(id, add('a'), {
      commandId: uuid(2),
      correlationId: 'chain',
      causationId: 'cause',
      subject: 'someone',
    })()
    const metadata = store.events(stream).map((event) => event.metadata)
    const second = {
      schemaVersion: 1,
      commandId: uuid(2),
      $correlationId: 'chain',
      $causationId: 'cause',
      subject: 'someone',
    }
    expect(metadata).toEqual([
      { schemaVersion: 1, commandId: uuid(1), $correlationId: uuid(1) },
      second,
      second,
    ])
  })

  it('of one tenant never meets another tenant', async () => {
    const handleIt = handle(tally, { eventStore: store, runtime })
    for (const tenant of ['acme', 'other-one'])
      await handleIt(id, open(), { commandId: uuid(1), tenant })()
    expect(store.events(`tally-acme.${id}`)[0]?.metadata).toMatchObject({ tenant: 'acme' })
    expect(store.events(`tally-other-one.${id}`)).toHaveLength(1)
    expect(store.events(stream)).toHaveLength(0)
  })

  it('has the same event ids wherever it is handled, and others at each place', async () => {
    const ids = async () => {
      const send = made()
      await send(open(1), uuid(1))
      await send(add('a'), uuid(2))
      return store.events(stream).map((event) => event.id)
    }
    const first = await ids()
    store = tinyStore()
    expect(await ids()).toEqual(first)
    expect(new Set(first).size).toBe(3)
    for (const each of first)
      expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it.each([
    ['commandId', { commandId: '' }],
    ['commandId', { commandId: 'command-1' }],
    ['commandId', { commandId: `${uuid(1)}0` }],
    ['commandId', { commandId: undefined as unknown as string }],
    ['tenant', { commandId: uuid(1), tenant: '' }],
    ['tenant', { commandId: uuid(1), tenant: 'a.b' }],
    ['tenant', { commandId: uuid(1), tenant: 'a b' }],
    ['tenant', { commandId: uuid(1), tenant: 'a'.repeat(101) }],
    ['correlationId', { commandId: uuid(1), correlationId: '' }],
    ['correlationId', { commandId: uuid(1), correlationId: 'x'.repeat(201) }],
    ['causationId', { commandId: uuid(1), causationId: 'a\u0000' }],
    ['subject', { commandId: uuid(1), subject: 'half \ud83d' }],
  ])('with an impossible %s is refused before anything is read', async (field, context) => {
    const answer = await handle(tally, { eventStore: store, runtime })(id, open(), context)()
    expect(E.isLeft(answer) && answer.left).toMatchObject({ _tag: 'InvalidArgument', field })
    expect(store.calls).toEqual([])
  })

  it.each(['', 'a.b', 'a b', 'x'.repeat(101), '\n'])(
    'on a thing with the impossible id %j is refused',
    async (wrong) => {
      const answer = await handle(tally, { eventStore: store, runtime })(wrong, open(), {
        commandId: uuid(1),
      })()
      expect(E.isLeft(answer) && answer.left).toMatchObject({
        _tag: 'InvalidArgument',
        field: 'id',
      })
    },
  )

  it('is answered with an error when what it decides can not be stored', async () => {
    const broken = {
      ...tally,
      decide: () => () =>
        E.right([{ type: 'TallyClosed', data: { at: NaN } } as unknown as TallyEvent]),
    }
    const answer = await handle(broken, { eventStore: store, runtime })(id, close, {
      commandId: uuid(1),
    })()
    expect(answer).toEqual(
      E.left({ _tag: 'InvalidArgument', field: 'event.data.at', expected: 'Instant' }),
    )
    expect(store.events(stream)).toEqual([])
  })

  it('is not decided over an event that can not be read, with the cache or without', async () => {
    elsewhere(opened())
    store.put(stream, [{ id: uuid(9), type: 'TallyPainted', data: {}, metadata: {} }])
    for (const cache of [undefined, cached()]) {
      const send = made(cache && { cache })
      for (let times = 0; times < 2; times++)
        expect(await send(close)).toEqual(
          E.left({
            _tag: 'Undecodable',
            stream,
            revision: 1n,
            type: 'TallyPainted',
            errors: [{ field: 'type', expected: 'a known type', found: 'TallyPainted' }],
          }),
        )
    }
    expect(store.events(stream)).toHaveLength(2)
  })

  it('goes on with what will be read back, where an older version is written', async () => {
    const up = (data: JsonObject) => ({ ...data, limit: Number(data['limit']) * 10 })
    const down = (data: JsonObject) => ({ ...data, limit: Math.floor(Number(data['limit']) / 10) })
    const versioned = registry(tally.event, {
      versions: {
        TallyOpened: {
          current: 2,
          earlier: [{ version: 1, up }],
          write: { version: 1, down },
        },
      },
    })
    if (E.isLeft(versioned)) throw new Error('refused')
    for (const cache of [undefined, cached()]) {
      store = tinyStore()
      const send = made({ registry: versioned.right, ...(cache && { cache }) })
      expect(right(await send(open(15)))).toMatchObject({ events: [opened(10)] })
      expect(store.events(stream)[0]).toMatchObject({
        data: { limit: 1 },
        metadata: { schemaVersion: 1 },
      })
      expect(right(await send(add('a', 11)))).toMatchObject({
        why: { _tag: 'OverLimit', left: 10 },
      })
    }
  })
})

describe('a conflict', () => {
  it('is read and decided anew', async () => {
    const send = made()
    await send(open(5))
    store.beforeAppend = () => {
      store.beforeAppend = undefined
      elsewhere(added('b', 3))
    }
    expect(right(await send(add('a', 2)))).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(types()).toEqual(['TallyOpened', 'EntryAdded', 'EntryAdded', 'LimitReached'])
    expect(store.calls.slice(2)).toEqual(['fold 0', 'append 0', 'fold 1', 'append 1'])
  })

  it('may turn the answer into a refusal', async () => {
    const send = made()
    await send(open(5))
    store.beforeAppend = () => {
      store.beforeAppend = undefined
      elsewhere(added('b', 4))
    }
    expect(right(await send(add('a', 2)))).toEqual({
      _tag: 'Rejected',
      why: { _tag: 'OverLimit', left: 1 },
    })
  })

  it.each([1, 2, 5])('is met %i times at most', async (attempts) => {
    const send = made({ attempts })
    await send(open(1000))
    let n = 0
    store.beforeAppend = () => {
      elsewhere(added(`b${String(n++)}`))
    }
    expect(await send(add('a'))).toEqual(E.left({ _tag: 'Contended', attempts }))
    expect(n).toBe(attempts)
  })

  it('that comes one time less than it may is overcome', async () => {
    const send = made({ attempts: 5 })
    await send(open(1000))
    let n = 0
    store.beforeAppend = () => {
      if (n < 4) elsewhere(added(`b${String(n++)}`))
    }
    expect(right(await send(add('a')))).toMatchObject({ _tag: 'Appended', revision: 5n })
  })

  it('ends when the host cancels', async () => {
    const signal = new AbortController()
    const send = made({ attempts: 1000, signal: signal.signal })
    await send(open(1000))
    let n = 0
    store.beforeAppend = () => {
      elsewhere(added(`b${String(n++)}`))
      if (n === 3) signal.abort()
    }
    expect(await send(add('a'))).toEqual(E.left({ _tag: 'Contended', attempts: 3 }))
  })

  it('among fifty writers leaves nobody out', async () => {
    const senders = Array.from({ length: 50 }, () => made())
    await made()(open(1000), uuid(999))
    const answers = await Promise.all(senders.map((send, i) => send(add(`a${String(i)}`), uuid(i))))
    expect(answers.map((answer) => right(answer)._tag)).toEqual(Array(50).fill('Appended'))
    expect(store.events(stream)).toHaveLength(51)
  })
})

describe('an append of unknown outcome', () => {
  it.each(['lost', 'silent', 'down'] as const)(
    'is sent again as it was, and on record once (%s)',
    async (fault) => {
      const send = made()
      await send(open(1))
      store.faults.push(fault, fault, fault)
      expect(right(await send(add('a')))).toMatchObject({ _tag: 'Appended', revision: 2n })
      expect(types()).toEqual(['TallyOpened', 'EntryAdded', 'LimitReached'])
      expect(store.calls.slice(2)).toEqual(['fold 0', ...Array<string>(4).fill('append 0')])
    },
  )

  it('is sent again with pauses that grow, each differing by chance', async () => {
    const waits: number[] = []
    const chance = [0, 0.5, 0.999, 0, 0, 0, 0, 0]
    const watched = {
      random: () => chance[waits.length] ?? 0,
      pause: (ms: number) => () => {
        waits.push(ms)
        return Promise.resolve()
      },
    }
    store.faults.push(...Array<'down'>(13).fill('down'))
    const answer = await handle(tally, { eventStore: store, runtime: watched })(id, open(), {
      commandId: uuid(1),
    })()
    expect(answer).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
    expect(waits.map(Math.round)).toEqual([
      25, 75, 200, 200, 400, 800, 1600, 2500, 2500, 2500, 2500, 2500,
    ])
  })

  it.each([
    [0, 1],
    [3, 4],
  ])('is sent again %i times at most', async (resends, appends) => {
    store.faults.push(...Array<'silent'>(10).fill('silent'))
    const answer = await made({ resends })(open())
    expect(answer).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'silent' }))
    expect(store.calls).toEqual(['fold 0', ...Array<string>(appends).fill('append noStream')])
  })

  it('stays unknown, whatever the store says later', async () => {
    store.faults.push('lost', 'down', { _tag: 'AccessDenied', reason: 'expired' })
    const answer = await made()(open())
    expect(answer).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'lost' }))
    expect(types()).toEqual(['TallyOpened'])
  })

  it('that met a conflict is known for its own by reading', async () => {
    store.forgetsIds.yes = true
    const send = made()
    await send(open())
    store.faults.push('lost')
    expect(right(await send(add('a')))).toEqual({ _tag: 'AlreadyDone', revision: 1n })
    expect(types()).toEqual(['TallyOpened', 'EntryAdded'])
  })

  it('stays unknown when it met a conflict and nothing can be read', async () => {
    store.forgetsIds.yes = true
    const send = made()
    await send(open())
    store.faults.push('lost')
    store.readFaults.push(undefined, { _tag: 'Unavailable', reason: 'gone' })
    expect(await send(add('a'))).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'lost' }))
  })

  it('stays unknown when it met a conflict at the last attempt', async () => {
    const send = made({ attempts: 1 })
    await send(open())
    store.faults.push('silent')
    store.beforeAppend = () => {
      elsewhere(added('b'))
    }
    expect(await send(add('a'))).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'silent' }))
  })

  it('is not sent again once the host has cancelled', async () => {
    const signal = new AbortController()
    signal.abort()
    store.faults.push('silent', 'silent')
    const handleIt = handle(tally, { eventStore: store, runtime })
    const answer = await handleIt(id, open(), { commandId: uuid(1), signal: signal.signal })()
    expect(answer).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'silent' }))
    expect(store.calls).toEqual(['fold 0', 'append noStream'])
  })

  it('is not sent again when the host cancels during the wait', async () => {
    const signal = new AbortController()
    store.faults.push('silent', 'silent')
    const waiting = {
      random: () => 0,
      pause: () => () => {
        signal.abort()
        return Promise.resolve()
      },
    }
    const answer = await handle(tally, {
      eventStore: store,
      runtime: waiting,
      signal: signal.signal,
    })(id, open(), { commandId: uuid(1) })()
    expect(answer).toEqual(E.left({ _tag: 'OutcomeUnknown', reason: 'silent' }))
    expect(store.calls).toEqual(['fold 0', 'append noStream'])
  })

  it.each([
    { _tag: 'AccessDenied', reason: 'no' },
    { _tag: 'TooLarge', limit: 1, size: 2 },
    { _tag: 'StreamDeleted', stream },
  ] as const)('is not what $_tag is: that is answered at once', async (error) => {
    store.faults.push(error)
    expect(await made()(open())).toEqual(E.left(error))
    expect(store.calls).toEqual(['fold 0', 'append noStream'])
  })

  it('leaves nothing in the cache that is not on record', async () => {
    const cache = cached()
    const send = made({ cache, resends: 0 })
    await send(open(5))
    store.faults.push('silent')
    expect(E.isLeft(await send(add('a', 5)))).toBe(true)
    store.faults.push('down')
    expect(E.isLeft(await send(add('b', 5)))).toBe(true)
    store.faults.push({ _tag: 'AccessDenied', reason: 'no' })
    expect(E.isLeft(await send(close))).toBe(true)
    expect(right(await send(add('c', 5)))).toMatchObject({ _tag: 'Appended', revision: 2n })
  })
})

describe('a reading that fails', () => {
  it('is a failure of the command, and the cache holds nothing of it', async () => {
    const cache = cached()
    const send = made({ cache })
    store.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    expect(await send(open())).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
    expect(cache.get(stream)).toBeUndefined()
    expect(right(await send(open()))).toMatchObject({ _tag: 'Appended' })
    store.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    expect(await send(open())).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
  })

  it('after a conflict is a failure too, and the command may be sent again', async () => {
    const cache = cached()
    const send = made({ cache })
    await send(open())
    elsewhere(added('b'))
    store.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    expect(await send(add('a'))).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
    expect(right(await send(add('a')))).toMatchObject({ _tag: 'Appended', revision: 2n })
  })
})

describe('a stream that was cut or deleted', () => {
  it('goes on where it was when every event was truncated away', async () => {
    const send = made()
    await send(open())
    await send(add('a'))
    await store.truncateBefore(stream, 2n)()
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Appended', revision: 2n })
    expect(right(await send(add('b')))).toMatchObject({ _tag: 'Appended', revision: 3n })
  })

  it('goes on where it was when every event was truncated away beneath the cache', async () => {
    const send = made({ cache: cached() })
    await send(open())
    elsewhere(added('a'), added('b'))
    await store.truncateBefore(stream, 3n)()
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Rejected' })
    expect(right(await send(add('c')))).toMatchObject({ _tag: 'Rejected' })
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Appended', revision: 3n })
    expect(right(await send(add('c')))).toMatchObject({ _tag: 'Appended', revision: 4n })
  })

  it('begins anew when it was soft-deleted', async () => {
    const send = made()
    await send(open())
    await store.delete(stream, 0n)()
    expect(right(await send(add('a')))).toMatchObject({ _tag: 'Rejected' })
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('is found deleted by a cache that was about to refuse', async () => {
    const send = made({ cache: cached() })
    await send(open(5))
    await store.delete(stream, 0n)()
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('does not let a command be done that it did before it was deleted', async () => {
    const cache = cached()
    const send = made({ cache })
    await send(open(5), uuid(1))
    await store.delete(stream, 0n)()
    expect(right(await made()(open(5), uuid(1)))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    cache.drop(stream)
    expect(right(await send(open(5), uuid(1)))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(right(await send(add('a')))).toMatchObject({
      _tag: 'Rejected',
      why: { _tag: 'NotOpen' },
    })
  })

  it('is found behind the cache when the store was restored from before', async () => {
    const cache = cached()
    const send = made({ cache })
    await send(open(5))
    await send(add('a'))
    const restored = tinyStore()
    restored.put(stream, store.events(stream).slice(0, 1))
    store = restored
    const again = handle(tally, { eventStore: store, runtime, cache })
    const answer = await again(id, add('b', 4), { commandId: uuid(7) })()
    expect(right(answer)).toMatchObject({ _tag: 'Appended', revision: 1n })
    const empty = handle(tally, { eventStore: tinyStore(), runtime, cache })
    expect(right(await empty(id, close, { commandId: uuid(8) })())).toMatchObject({
      _tag: 'Rejected',
    })
  })

  it('that never shows what is in the way is given up', async () => {
    const blind = { ...store, fold: () => () => Promise.resolve(E.right(O.none)) }
    await made()(open())
    const answer = await handle(tally, { eventStore: blind, runtime, attempts: 3 })(id, open(7), {
      commandId: uuid(7),
    })()
    expect(answer).toEqual(E.left({ _tag: 'Contended', attempts: 3 }))
  })
})

describe('a store that gives no positions', () => {
  it('is asked whether an append can be read, and the cache goes on', async () => {
    store.givesPositions.yes = false
    const send = made({ cache: cached() })
    expect(right(await send(open()))).toMatchObject({ _tag: 'Appended', position: O.none })
    expect(right(await send(add('a')))).toMatchObject({ _tag: 'Appended', revision: 1n })
    expect(store.calls).toEqual(['fold 0', 'append noStream', 'read 0', 'append 0', 'read 1'])
  })

  it('is believed when it can not be asked', async () => {
    store.givesPositions.yes = false
    store.readFaults.push(undefined, { _tag: 'Unavailable', reason: 'down' })
    expect(right(await made()(open()))).toMatchObject({ _tag: 'Appended' })
  })
})

describe('the cache', () => {
  it('spares every reading of an accepted command', async () => {
    const send = made({ cache: cached() })
    await send(open(100))
    await send(add('a'))
    await send(add('b'))
    expect(store.calls).toEqual(['fold 0', 'append noStream', 'append 0', 'append 1'])
  })

  it('does not refuse before it has read what is new', async () => {
    const send = made({ cache: cached() })
    await send(open(100))
    store.calls.length = 0
    expect(right(await send(open(7)))).toMatchObject({ _tag: 'Rejected' })
    expect(store.calls).toEqual(['fold 1'])
  })

  it('does not refuse what has become possible elsewhere', async () => {
    const one = made({ cache: cached() })
    await one(add('a'))
    await made()(open(100))
    expect(right(await one(add('a')))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('does not take for done what is so no more elsewhere', async () => {
    const one = made({ cache: cached() })
    await one(open(3))
    await one(close)
    elsewhere(opened(3))
    expect(right(await one(close))).toMatchObject({ _tag: 'Appended', revision: 3n })
  })

  it('knows a command again without reading', async () => {
    const send = made({ cache: cached() })
    await send(open(100), uuid(1))
    store.calls.length = 0
    expect(right(await send(open(100), uuid(1)))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(store.calls).toEqual([])
  })

  it('that is stale does not pass another sender off as this one', async () => {
    const stale = made({ cache: cached() })
    await stale(open(100), uuid(1))
    await made()(add('b'), uuid(2))
    expect(right(await stale(add('a'), uuid(2)))).toEqual({ _tag: 'AlreadyDone', revision: 1n })
    expect(right(await stale(add('b'), uuid(3)))).toEqual({ _tag: 'AlreadyDone', revision: 1n })
  })

  it('is not corrupted by commands at the same time', async () => {
    const cache = inProcessCache<TallyState>({ max: 1 })
    const send = made({ cache })
    await send(open(30))
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => send(add(`a${String(i)}`), uuid(i))),
    )
    const tags = answers.map((answer) => right(answer)._tag)
    expect(tags.filter((tag) => tag === 'Appended')).toHaveLength(30)
    expect(tags.filter((tag) => tag === 'Rejected')).toHaveLength(10)
    expect(cache.get(stream)).toMatchObject({ last: 31n, state: { total: 30 } })
  })

  it('keeps the streams that were used last', async () => {
    const cache = inProcessCache<TallyState>({ max: 2 })
    const handleIt = handle(tally, { eventStore: store, runtime, cache })
    const touch = (thing: string, n: number) =>
      handleIt(thing, add(String(n)), { commandId: uuid(n) })()
    await touch('a', 1)
    await touch('b', 2)
    await touch('a', 3)
    await touch('c', 4)
    expect(['a', 'b', 'c'].map((thing) => cache.get(`tally-${thing}`) !== undefined)).toEqual([
      true,
      false,
      true,
    ])
    expect(cache.get('tally-b')).toBeUndefined()
  })
})

describe('one command sent by eight handlers', () => {
  const eight = (options: () => Partial<Handling<TallyState, TallyEvent>>) =>
    Array.from({ length: 8 }, () => made(options()))

  it.each([
    ['without a cache', () => ({})],
    ['with a cache each', () => ({ cache: cached() })],
  ])(
    'at once, and again after each forgot everything, is on record once, %s',
    async (_, options) => {
      const tags = async () =>
        (await Promise.all(eight(options).map((send) => send(open(100), uuid(1))))).map(
          (answer) => right(answer)._tag,
        )
      expect(new Set(await tags())).toContain('Appended')
      expect(store.events(stream)).toHaveLength(1)
      expect(await tags()).toEqual(Array(8).fill('AlreadyDone'))
      expect(store.events(stream)).toHaveLength(1)
    },
  )

  it('is on record once in the middle of a stream, when the store remembers no ids', async () => {
    store.forgetsIds.yes = true
    await made()(open(100), uuid(1))
    await Promise.all(eight(() => ({})).map((send) => send(add('a'), uuid(2))))
    await Promise.all(eight(() => ({})).map((send) => send(add('a'), uuid(2))))
    expect(types()).toEqual(['TallyOpened', 'EntryAdded'])
  })

  it('counts as it was first used, when each means something else by it', async () => {
    await made()(open(100), uuid(1))
    const answers = await Promise.all(
      eight(() => ({ cache: cached() })).map((send, i) => send(add(`a${String(i)}`), uuid(2))),
    )
    expect(types()).toEqual(['TallyOpened', 'EntryAdded'])
    expect(answers.filter((answer) => right(answer)._tag === 'Appended')).toHaveLength(1)
    expect(answers.map(right)).toContainEqual({ _tag: 'AlreadyDone', revision: 1n })
  })
})

describe('options that can not be meant', () => {
  it.each([
    ['attempts', { attempts: 0 }],
    ['attempts', { attempts: 1.5 }],
    ['attempts', { attempts: NaN }],
    ['resends', { resends: -1 }],
    ['remember', { remember: 0 }],
    ['cache.max', { cache: inProcessCache<TallyState>({ max: 0 }) }],
    ['cache.max', { cache: inProcessCache<TallyState>({ max: 2.5 }) }],
  ])('are refused at once (%s), and by every command', async (field, options) => {
    const handling = { eventStore: store, runtime, ...options }
    const refused = handler(tally, handling)
    expect(E.isLeft(refused) && refused.left).toMatchObject({ _tag: 'InvalidArgument', field })
    expect(await handle(tally, handling)(id, open(), { commandId: uuid(1) })()).toEqual(refused)
    expect(store.calls).toEqual([])
  })

  it('are not those at the bound', () => {
    const handling = {
      eventStore: store,
      runtime,
      attempts: 1,
      resends: 0,
      remember: 1,
      cache: inProcessCache<TallyState>({ max: 1 }),
    }
    expect(E.isRight(handler(tally, handling))).toBe(true)
  })

  it.each(['', 'a-b', 'a.b', '1a', ' a'])('are a category such as %j', (category) => {
    const refused = handler({ ...tally, category }, { eventStore: store, runtime })
    expect(E.isLeft(refused) && refused.left).toMatchObject({ field: 'category' })
  })

  it('are a codec that does not say its types', () => {
    const event = t.string as unknown as typeof tally.event
    const refused = handler({ ...tally, event }, { eventStore: store, runtime })
    expect(E.isLeft(refused) && refused.left).toMatchObject({ field: 'decider.event' })
  })
})
