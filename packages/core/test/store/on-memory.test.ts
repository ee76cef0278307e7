import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import type { Decider } from '../../src/shared/decider.js'
import type { RecordedEvent } from '../../src/store/event-store.js'
import { handle, type Handling } from '../../src/store/handle.js'
import { importFacts } from '../../src/store/import-facts.js'
import { inProcessCache } from '../../src/store/state-cache.js'

/** The least aggregate: it holds words, each once, and no more than `most`. */
const Said = t.strict({ type: t.literal('Said'), data: t.strict({ word: t.string }) }, 'Said')
type Said = t.TypeOf<typeof Said>
const said = (word: string): Said => ({ type: 'Said', data: { word } })

const words = (most: number): Decider<string, ReadonlyArray<string>, Said, 'full'> => ({
  category: 'words',
  event: Said,
  initial: [],
  evolve: (state, { data }) => (state.includes(data.word) ? state : [...state, data.word]),
  decide: (word) => (state) => {
    if (state.includes(word)) return E.right([])
    return state.length < most ? E.right([said(word)]) : E.left('full' as const)
  },
})

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const stream = `words-${id}`
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const made = (
  { eventStore }: ReturnType<typeof memory>,
  more: Partial<Handling<ReadonlyArray<string>, Said>> = {},
  most = 1_000_000,
) => {
  const run = handle(words(most), { eventStore, runtime: systemRuntime, ...more })
  return async (word: string, commandId: string) => {
    const answer = await run(id, word, { commandId })()
    if (E.isLeft(answer)) throw new Error(answer.left._tag)
    return answer.right
  }
}
const cached = () => ({ cache: inProcessCache<ReadonlyArray<string>>({ max: 10 }) })
const onRecord = async ({
  eventStore,
}: ReturnType<typeof memory>): Promise<ReadonlyArray<RecordedEvent>> => {
  const read = await eventStore.read(stream, { limit: 1000 })()
  return E.isRight(read) && O.isSome(read.right) ? read.right.value : []
}

describe('commands on the memory store', () => {
  it('are on record once when eight handlers get the same one at once, and again after each forgot everything', async () => {
    for (const strategy of [() => ({}), cached]) {
      const stores = memory()
      await made(stores)('first', uuid(1))
      const eight = () =>
        Promise.all(Array.from({ length: 8 }, () => made(stores, strategy())('a', uuid(2))))
      await eight()
      expect(await onRecord(stores)).toHaveLength(2)
      expect(await eight()).toEqual(Array(8).fill({ _tag: 'AlreadyDone', revision: 1n }))
      expect(await onRecord(stores)).toHaveLength(2)
    }
  })

  it('are each on record, in one order, when fifty writers share a stream', async () => {
    const stores = memory()
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => made(stores)(String(i), uuid(i))),
    )
    expect(answers.every(({ _tag }) => _tag === 'Appended')).toBe(true)
    const events = await onRecord(stores)
    expect(events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 50 }, (_, i) => BigInt(i)),
    )
    expect(new Set(events.map((event) => event.metadata['commandId'])).size).toBe(50)
  })

  it('keep their rule whoever else writes', async () => {
    const stores = memory()
    const shared = cached()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        made(stores, i % 3 === 0 ? {} : i % 3 === 1 ? shared : cached(), 10)(String(i), uuid(i)),
      ),
    )
    expect(answers.filter(({ _tag }) => _tag === 'Appended')).toHaveLength(10)
    expect(answers.filter(({ _tag }) => _tag === 'Rejected')).toHaveLength(30)
    expect(await onRecord(stores)).toHaveLength(10)
  })

  it('go on where a stream that was truncated whole left off', async () => {
    const stores = memory()
    await made(stores)('a', uuid(1))
    await stores.eventStore.truncateBefore(stream, 1n)()
    expect(await made(stores)('a', uuid(2))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('are not passed off as done anew in a stream deleted since', async () => {
    const stores = memory()
    await made(stores)('a', uuid(1))
    await stores.eventStore.delete(stream, 0n)()
    expect(await made(stores)('a', uuid(1))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(await made(stores)('a', uuid(2))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('are told that a stream is gone for ever', async () => {
    const { eventStore } = memory()
    await eventStore.tombstone(stream, 'noStream')()
    const run = handle(words(1), { eventStore, runtime: systemRuntime })
    expect(await run(id, 'a', { commandId: uuid(1) })()).toMatchObject({
      left: { _tag: 'StreamDeleted' },
    })
  })

  it('are refused when what they record is too large', async () => {
    const { eventStore } = memory({ maxAppendSize: 1_000 })
    const run = handle(words(1), { eventStore, runtime: systemRuntime, ...cached() })
    expect(await run(id, 'x'.repeat(1_000), { commandId: uuid(1) })()).toMatchObject({
      left: { _tag: 'TooLarge', limit: 1_000 },
    })
    expect(await run(id, 'x', { commandId: uuid(1) })()).toMatchObject({
      right: { _tag: 'Appended', revision: 0n },
    })
  })
})

describe('history imported into the memory store', () => {
  it('is there once, before whatever comes after it', async () => {
    const stores = memory()
    const enter = importFacts(words(1), stores)
    const history = () => enter(id, [said('a'), said('b')], { source: 'desk', foreignId: '7' })()
    expect(await history()).toMatchObject({ right: { _tag: 'Imported', revision: 1n } })
    await made(stores)('c', uuid(1))
    expect(await history()).toEqual(E.right({ _tag: 'AlreadyImported', revision: 1n }))
    expect(await onRecord(stores)).toHaveLength(3)
  })
})
