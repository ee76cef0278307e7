import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { beforeEach, describe, expect, it } from 'vitest'

import { handle } from '../../src/store/handle.js'
import { registry } from '../../src/store/registry.js'
import { inProcessCache } from '../../src/store/state-cache.js'
import { stateReader } from '../../src/store/state-reader.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { add, open, tally, type TallyState } from '../support/tally.js'
import { tinyStore, type TinyStore } from '../support/tiny-store.js'

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let store: TinyStore
beforeEach(() => {
  store = tinyStore()
})

const desk = (cache = inProcessCache<TallyState>({ max: 10 })) => {
  const send = handle(tally, { eventStore: store, runtime: simulatedRuntime(), cache })
  return { cache, send, read: stateReader(tally, { eventStore: store, cache }) }
}
const total = (answer: E.Either<unknown, TallyState>) =>
  E.isRight(answer) ? answer.right.total : answer.left

describe('looking at a stream', () => {
  it('finds the initial state where there is none', async () => {
    expect(await desk().read(id)()).toEqual(E.right(tally.initial))
  })

  it('finds what is on record, from the beginning once and then what is new', async () => {
    const { send, read } = desk()
    await send(id, open(), { commandId: uuid(1) })()
    await send(id, add('a', 2), { commandId: uuid(2) })()
    const elsewhere = desk()
    expect(total(await elsewhere.read(id)())).toBe(2)
    store.calls.length = 0
    await send(id, add('b', 3), { commandId: uuid(3) })()
    expect(total(await elsewhere.read(id)())).toBe(5)
    expect(total(await read(id)())).toBe(5)
    expect(store.calls).toEqual(['append 1', 'fold 2', 'fold 3'])
  })

  it('shares what it has read with whoever handles the next command', async () => {
    const { send } = desk()
    await send(id, open(), { commandId: uuid(1) })()
    const elsewhere = desk()
    await elsewhere.read(id)()
    store.calls.length = 0
    await elsewhere.send(id, add('a', 2), { commandId: uuid(2) })()
    const again = await elsewhere.send(id, open(), { commandId: uuid(1) })()
    expect(store.calls).toEqual(['append 0'])
    expect(again).toEqual(E.right({ _tag: 'AlreadyDone', revision: 0n }))
  })

  it('reads from the beginning each time without a cache', async () => {
    const { send } = desk()
    await send(id, open(), { commandId: uuid(1) })()
    store.calls.length = 0
    const read = stateReader(tally, { eventStore: store })
    expect(total(await read(id)())).toBe(0)
    await read(id)()
    expect(store.calls).toEqual(['fold 0', 'fold 0'])
  })

  it('finds nothing of a stream that was deleted beneath the cache', async () => {
    const { send, read } = desk()
    await send(id, open(), { commandId: uuid(1) })()
    await store.delete(`tally-${id}`, 'any')()
    expect(await read(id)()).toEqual(E.right(tally.initial))
    expect(await read(id)()).toEqual(E.right(tally.initial))
  })

  it('looks within a tenant', async () => {
    const { send, read } = desk()
    await send(id, open(), { commandId: uuid(1), tenant: 'north' })()
    expect(await read(id)()).toEqual(E.right(tally.initial))
    expect(await read(id, 'north')()).toMatchObject(E.right({ life: 'open' }))
  })

  it('says what can not be right, and what could not be read', async () => {
    const { read, send } = desk()
    expect(await read('SN 4711')()).toMatchObject(E.left({ _tag: 'InvalidArgument', field: 'id' }))
    expect(await read(id, 'a.b')()).toMatchObject(E.left({ field: 'tenant' }))
    store.readFaults.push({ _tag: 'Unavailable', reason: 'down' })
    expect(await read(id)()).toEqual(E.left({ _tag: 'Unavailable', reason: 'down' }))
    expect((await send(id, open(), { commandId: uuid(1) })())._tag).toBe('Right')
    store.put(`tally-${id}`, [{ id: uuid(9), type: 'Unheard', data: {}, metadata: {} }])
    expect(await read(id)()).toMatchObject(E.left({ _tag: 'Undecodable', type: 'Unheard' }))
  })

  it('reads by the registry that it is given', async () => {
    const { send } = desk()
    await send(id, open(), { commandId: uuid(1) })()
    const made = registry(tally.event)
    const read = stateReader(tally, {
      eventStore: store,
      ...(E.isRight(made) && {
        registry: { ...made.right, decode: () => E.left({ _tag: 'Undecodable' } as never) },
      }),
    })
    expect(await read(id)()).toEqual(E.left({ _tag: 'Undecodable' }))
  })

  it('is not to be had for events without a type', async () => {
    const event = t.strict({ data: t.string }) as unknown as typeof tally.event
    const read = stateReader({ ...tally, event }, { eventStore: store })
    expect(await read(id)()).toMatchObject(
      E.left({ _tag: 'InvalidArgument', field: 'decider.event' }),
    )
    expect(store.calls).toEqual([])
  })
})
