import { complaint } from '@troth/core'
import {
  handle,
  type Handling,
  importFacts,
  inProcessCache,
  type RecordedEvent,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { memory } from '../../src/memory/index.js'
import { systemRuntime } from '../../src/runtime/index.js'

type State = complaint.ComplaintState
type Event = complaint.ComplaintEvent
type Command = complaint.ComplaintCommand

const decider = complaint.complaint({
  authority: [],
  clocks: [],
  noticeTries: 3,
  reopenWithin: 86_400_000,
  liaisonNote: { within: 86_400_000 },
})
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const always = { at: '2026-03-02T08:00:00.000Z', by: { id: 'desk', role: 'agent' } }
const command = (type: Command['type'], data: object): Command => {
  const decoded = complaint.ComplaintCommand.decode({ type, data: { ...data, ...always } })
  if (E.isLeft(decoded)) throw new Error(`not a ${type}`)
  return decoded.right
}
const record = command('RecordComplaint', {
  kind: 'complaint',
  customer: uuid(1),
  channel: 'email',
  about: { topic: 'order', ref: 'order 7' },
  demand: 'my money back',
})
const contact = (n: number): Command =>
  command('RecordContact', {
    messageId: uuid(n),
    channel: 'email',
    text: 'when?',
    automatic: false,
    purpose: 'chasing',
  })

const id = '0b0f3f4e-1f6a-4d0a-9a37-6f0f2d1c9e11'
const stream = `complaint-${id}`
type Memory = ReturnType<typeof memory>
type Strategy = Pick<Handling<State, Event>, 'cache'>

const made = ({ eventStore }: Memory, strategy: Strategy = {}) => {
  const run = handle(decider, { eventStore, runtime: systemRuntime, ...strategy })
  return async (asked: Command, commandId: string) => {
    const answer = await run(id, asked, { commandId })()
    if (E.isLeft(answer)) throw new Error(answer.left._tag)
    return answer.right
  }
}
const cached = (): Strategy => ({ cache: inProcessCache<State>({ max: 10 }) })
const onRecord = async ({ eventStore }: Memory): Promise<ReadonlyArray<RecordedEvent>> => {
  const read = await eventStore.read(stream, { limit: 1000 })()
  return E.isRight(read) && O.isSome(read.right) ? read.right.value : []
}

describe('commands on the memory store', () => {
  it.each<[string, () => Strategy]>([
    ['without a cache', () => ({})],
    ['with a cache each', cached],
  ])(
    'are on record once when eight handlers get one at once, and again after each forgot everything, %s',
    async (_, strategy) => {
      const stores = memory()
      const eight = (asked: Command, commandId: string) =>
        Promise.all(Array.from({ length: 8 }, () => made(stores, strategy())(asked, commandId)))
      await eight(record, uuid(1))
      await eight(contact(7), uuid(2))
      expect(await onRecord(stores)).toHaveLength(2)
      expect(await eight(contact(7), uuid(2))).toEqual(
        Array(8).fill({ _tag: 'AlreadyDone', revision: 1n }),
      )
      expect(await eight(contact(8), uuid(2))).toEqual(
        Array(8).fill({ _tag: 'AlreadyDone', revision: 1n }),
      )
      expect(await onRecord(stores)).toHaveLength(2)
    },
  )

  it('are each on record, in one order, when fifty writers share a stream', async () => {
    const stores = memory()
    const shared = cached()
    await made(stores)(record, uuid(999))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        made(stores, [{}, shared, cached()][i % 3])(contact(i), uuid(i)),
      ),
    )
    expect(answers.map(({ _tag }) => _tag)).toEqual(Array(50).fill('Appended'))
    const events = await onRecord(stores)
    expect(events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: 51 }, (_, i) => BigInt(i)),
    )
    expect(new Set(events.map(({ metadata }) => metadata['commandId'])).size).toBe(51)
  })

  it('go on where a stream that was truncated whole left off', async () => {
    const stores = memory()
    await made(stores)(record, uuid(1))
    await stores.eventStore.truncateBefore(stream, 1n)()
    expect(await made(stores)(record, uuid(2))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('are not passed off as done anew in a stream deleted since', async () => {
    const stores = memory()
    await made(stores)(record, uuid(1))
    await stores.eventStore.delete(stream, 0n)()
    expect(await made(stores)(record, uuid(1))).toEqual({ _tag: 'AlreadyDone', revision: 0n })
    expect(await made(stores)(record, uuid(2))).toMatchObject({ _tag: 'Appended', revision: 1n })
  })

  it('are told that a stream is gone for ever', async () => {
    const { eventStore } = memory()
    await eventStore.tombstone(stream, 'noStream')()
    const run = handle(decider, { eventStore, runtime: systemRuntime })
    expect(await run(id, record, { commandId: uuid(1) })()).toMatchObject({
      left: { _tag: 'StreamDeleted' },
    })
  })

  it('are refused when what they record is too large, and leave nothing in the cache', async () => {
    const stores = memory({ maxAppendSize: 100 })
    const cache = inProcessCache<State>({ max: 1 })
    const run = handle(decider, { ...stores, runtime: systemRuntime, cache })
    expect(await run(id, record, { commandId: uuid(1) })()).toMatchObject({
      left: { _tag: 'TooLarge', limit: 100 },
    })
    expect(await run(id, contact(7), { commandId: uuid(2) })()).toMatchObject({
      right: { _tag: 'Rejected' },
    })
  })
})

describe('history imported into the memory store', () => {
  it('is there once, before whatever comes after it', async () => {
    const stores = memory()
    const elsewhere = decider.decide(record)(decider.initial)
    if (E.isLeft(elsewhere)) throw new Error('refused')
    const [first, ...rest] = elsewhere.right
    if (first === undefined) throw new Error('nothing decided')
    const enter = importFacts(decider, stores)
    const history = () => enter(id, [first, ...rest], { source: 'desk', foreignId: '7' })()
    expect(await history()).toMatchObject({ right: { _tag: 'Imported', revision: 0n } })
    await made(stores)(contact(7), uuid(1))
    expect(await history()).toEqual(E.right({ _tag: 'AlreadyImported', revision: 0n }))
    expect(await onRecord(stores)).toHaveLength(2)
  })
})
