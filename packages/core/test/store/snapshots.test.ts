import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Decider } from '../../src/shared/decider.js'
import { handle, handler, type Handling } from '../../src/store/handle.js'
import type { Json } from '../../src/store/json.js'
import type { SnapshotTrouble } from '../../src/store/snapshots.js'
import { inProcessCache } from '../../src/store/state-cache.js'
import { stateReader } from '../../src/store/state-reader.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import { add, open, tally, type TallyEvent, type TallyState } from '../support/tally.js'
import { tinySnapshots, type TinySnapshots } from '../support/tiny-snapshots.js'
import { tinyStore, type TinyStore } from '../support/tiny-store.js'

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const stream = `tally-${id}`
const key = `${stream}@1`
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let store: TinyStore
let kept: TinySnapshots
let troubles: SnapshotTrouble[]
beforeEach(() => {
  store = tinyStore()
  kept = tinySnapshots()
  troubles = []
})

const report = (trouble: SnapshotTrouble): void => {
  troubles.push(trouble)
}
type Options = Partial<Handling<TallyState, TallyEvent>>
const with_ = (every: number, options: Options = {}): Handling<TallyState, TallyEvent> => ({
  eventStore: store,
  runtime: simulatedRuntime(),
  snapshots: { store: kept, every, report },
  ...options,
})

/** Nobody waits for a snapshot that is being kept, but a test. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

/** An opened tally and so many entries: command `n` recorded event `n`. */
const filled = async (entries: number, every: number, options: Options = {}) => {
  const send = handle(tally, with_(every, options))
  await send(id, open(1_000), { commandId: uuid(0) })()
  for (let n = 1; n <= entries; n++) {
    await settled()
    await send(id, add(`e${n}`), { commandId: uuid(n) })()
  }
  await settled()
  store.calls.length = 0
}
const revisions = () => (kept.saved.get(key) ?? []).map(({ revision }) => revision)
const addOne = (options: Options = {}) =>
  handle(tally, with_(3, options))(id, add('new'), { commandId: uuid(99) })()

describe('a snapshot', () => {
  it.each([
    [1, ['0', '1', '2', '3', '4', '5', '6']],
    [2, ['1', '3', '5']],
    [3, ['2', '5']],
    [7, ['6']],
    [8, []],
  ])('is kept every %i events', async (every, ends) => {
    await filled(6, every)
    expect(revisions()).toEqual(ends)
  })

  it('is kept as often by a handler that has a cache too', async () => {
    await filled(6, 3, { cache: inProcessCache({ max: 5 }) })
    expect(revisions()).toEqual(['2', '5'])
    expect(store.calls).toEqual([])
  })

  it('spares the reading of what it holds', async () => {
    await filled(6, 3)
    expect(await addOne()).toMatchObject({ right: { _tag: 'Appended', revision: 7n } })
    expect(store.calls).toEqual(['fold 5', 'append 6'])
  })

  it('knows the commands that it holds', async () => {
    await filled(6, 3)
    const again = await handle(tally, with_(3))(id, add('e2'), { commandId: uuid(2) })()
    expect(again).toEqual(E.right({ _tag: 'AlreadyDone', revision: 2n }))
    expect(store.calls).toEqual(['fold 5'])
  })

  it('serves whoever looks, and is not kept by him', async () => {
    await filled(6, 3)
    const look = stateReader(tally, { ...with_(3) })
    expect(await look(id)()).toMatchObject({ right: { total: 6 } })
    expect(store.calls).toEqual(['fold 5'])
    expect(revisions()).toEqual(['2', '5'])
  })

  it('of another fold is not found', async () => {
    await filled(6, 3)
    const next = { ...tally, foldVersion: 2 }
    await handle(next, with_(3))(id, add('new'), { commandId: uuid(99) })()
    await settled()
    expect(store.calls).toEqual(['fold 0', 'append 6'])
    expect(troubles).toEqual([])
    expect([...kept.saved.keys()]).toEqual([key, `${stream}@2`])
  })
})

describe('a snapshot that can not be relied on is said, and the stream is read whole:', () => {
  const whole = async (why: SnapshotTrouble, options: Options = {}) => {
    expect(await addOne(options)).toMatchObject({ right: { _tag: 'Appended' } })
    expect(store.calls.filter((call) => call.startsWith('fold')).at(-1)).toBe('fold 0')
    expect(troubles).toContainEqual(why)
  }

  it('its store is away', async () => {
    await filled(6, 3)
    kept.found = 'away'
    await whole({ _tag: 'NotRead', stream, why: { _tag: 'Unavailable', reason: 'away' } })
  })

  it.each(['garbled', 'another’s'] as const)('it is %s', async (found) => {
    await filled(6, 3)
    kept.found = found
    await whole({ _tag: 'Ignored', stream, why: 'unreadable' })
  })

  it('it knows fewer commands than the handler has to', async () => {
    await filled(6, 3, { remember: 5 })
    await whole({ _tag: 'Ignored', stream, why: 'forgetful' }, { remember: 6 })
  })

  it('its codec can not read it', async () => {
    await filled(6, 3)
    const codec = t.never as unknown as t.Type<TallyState, Json>
    await whole(
      { _tag: 'Ignored', stream, why: 'unreadable' },
      { snapshots: { store: kept, every: 3, codec, report } },
    )
  })

  it('another event stands where it ends', async () => {
    await filled(6, 3)
    const other = tinyStore()
    other.put(
      stream,
      store.events(stream).map((each, i) => (i < 3 ? each : { ...each, id: uuid(500 + i) })),
    )
    store = other
    await whole({ _tag: 'Ignored', stream, why: 'superseded' })
  })

  it('the stream ends before it', async () => {
    await filled(6, 3)
    const other = tinyStore()
    other.put(stream, store.events(stream).slice(0, 4))
    store = other
    await whole({ _tag: 'Ignored', stream, why: 'superseded' })
  })

  it('there is no stream', async () => {
    await filled(6, 3)
    store = tinyStore()
    expect(await handle(tally, with_(3))(id, open(7), { commandId: uuid(99) })()).toMatchObject({
      right: { _tag: 'Appended', revision: 0n },
    })
    expect(troubles).toEqual([{ _tag: 'Ignored', stream, why: 'superseded' }])
  })
})

describe('a snapshot that can not be kept is said, and the command is on record:', () => {
  it('its store is away', async () => {
    kept.found = 'away'
    await filled(2, 3)
    expect(troubles).toContainEqual({
      _tag: 'NotKept',
      stream,
      why: { _tag: 'Unavailable', reason: 'away' },
    })
    expect(store.events(stream)).toHaveLength(3)
  })

  interface Tags {
    readonly tags: ReadonlySet<string>
  }
  const tagging: Decider<string, Tags, { type: 'Tagged'; data: { tag: string } }, never> = {
    category: 'tags',
    event: t.type({ type: t.literal('Tagged'), data: t.type({ tag: t.string }) }),
    initial: { tags: new Set() },
    evolve: ({ tags }, { data }) => ({ tags: new Set([...tags, data.tag]) }),
    foldVersion: 1,
    decide: (tag) => () => E.right([{ type: 'Tagged', data: { tag } }]),
  }

  it('its state is no JSON', async () => {
    const { cache: _, snapshots, ...handling } = with_(1)
    if (snapshots === undefined) throw new Error('none')
    const answer = await handle(tagging, {
      eventStore: handling.eventStore,
      runtime: handling.runtime,
      snapshots: { store: kept, every: 1, report },
    })('1', 'a', { commandId: uuid(1) })()
    expect(answer).toMatchObject({ right: { _tag: 'Appended' } })
    expect(troubles).toMatchObject([
      { _tag: 'NotKept', why: { _tag: 'InvalidArgument', field: 'state' } },
    ])
  })

  it('and is, by a codec', async () => {
    const codec = new t.Type<Tags, Json>(
      'Tags',
      (u): u is Tags => typeof u === 'object',
      (u) => t.success({ tags: new Set(u as string[]) }),
      ({ tags }) => [...tags],
    )
    const { runtime } = with_(1)
    const tag = handle(tagging, {
      eventStore: store,
      runtime,
      snapshots: { store: kept, every: 1, codec, report },
    })
    for (const [n, each] of ['a', 'b', 'c'].entries()) {
      await tag('1', each, { commandId: uuid(n) })()
      await settled()
    }
    expect(kept.saved.get('tags-1@1')?.map(({ state }) => state)).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'b', 'c'],
    ])
    expect(troubles).toEqual([])
  })
})

describe('a command is answered as it would be without, whatever its snapshots do:', () => {
  const broken = (): never => {
    throw new Error('broken')
  }
  const rejects = () => Promise.reject(new Error('broken'))
  it.each([
    ['a load that throws', { load: broken }, report],
    ['a load that rejects', { load: () => rejects }, report],
    ['a save that throws', { save: broken }, report],
    ['a save that rejects', { save: () => rejects }, report],
    ['a listener that throws', { save: () => rejects }, broken],
    ['a listener that rejects', { save: () => rejects }, rejects],
  ])('%s', async (_, over, listener) => {
    const snapshots = { store: { ...kept, ...over }, every: 1, report: listener }
    const send = handle(tally, with_(1, { snapshots }))
    expect(await send(id, open(9), { commandId: uuid(1) })()).toMatchObject({ _tag: 'Right' })
    expect(await send(id, add('a'), { commandId: uuid(2) })()).toMatchObject({ _tag: 'Right' })
    await settled()
    expect(store.events(stream)).toHaveLength(2)
    if (listener === report)
      expect(troubles[0]).toMatchObject({ why: { _tag: 'Unavailable', reason: 'Error: broken' } })
  })

  it('a save that never ends, and one of a stream is enough', async () => {
    let saves = 0
    const save = () => () => {
      saves++
      return new Promise<never>(() => undefined)
    }
    const snapshots = { store: { ...kept, save }, every: 1, report }
    const send = handle(tally, with_(1, { snapshots, cache: inProcessCache({ max: 5 }) }))
    await send(id, open(9), { commandId: uuid(0) })()
    for (let n = 1; n < 5; n++) await send(id, add(`e${n}`), { commandId: uuid(n) })()
    expect(saves).toBe(1)
  })
})

describe('snapshots that can not be meant are refused at once:', () => {
  it.each([0, -1, 1.5, NaN])('every %d events', (every) => {
    expect(handler(tally, with_(every))).toMatchObject({
      left: { _tag: 'InvalidArgument', field: 'snapshots.every' },
    })
  })

  it.each([undefined, 0, 1.5])('of fold %s', (foldVersion) => {
    const { foldVersion: _, ...unversioned } = tally
    const decider = foldVersion === undefined ? unversioned : { ...tally, foldVersion }
    expect(handler(decider, with_(1))).toMatchObject({
      left: { _tag: 'InvalidArgument', field: 'decider.foldVersion' },
    })
  })
})
