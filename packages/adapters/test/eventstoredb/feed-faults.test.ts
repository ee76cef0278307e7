import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import type { FeedItem, RecordedEvent } from '@troth/core/store'
import { describe, expect, it } from 'vitest'

import { text } from './fault-server/log.js'
import type { ReadFault } from './fault-server/server.js'
import { opened } from './support.js'
import { right, upTo } from './written.js'

const eventsOf = (items: ReadonlyArray<FeedItem>): ReadonlyArray<RecordedEvent> =>
  items.flatMap((item) => (item._tag === 'Event' ? [item.event] : []))

/** So many events from here on. */
const has = (n: number): ((item: FeedItem) => boolean) => {
  let left = n
  return ({ _tag }) => (_tag === 'Event' ? --left : left) <= 0
}

const filled = async (n: number) => {
  const at = await opened()
  for (let i = 0; i < n; i++) at.server.put(`a-${i % 3}`, { data: text(String(i)) })
  const items = at.stores.feed.subscribe({ categories: ['a'] })[Symbol.asyncIterator]()
  return { ...at, items }
}

const numbers = (n: number) => Array.from({ length: n }, (_, i) => i)

describe('a subscription gives each event once, in order, over', () => {
  const faults: ReadonlyArray<ReadFault> = (['cut', 'end', 'notLeader'] as const).flatMap((then) =>
    [0, 1, 40, 100].map((after) => ({ after, then })),
  )
  for (const fault of faults)
    it(`${fault.then} behind ${fault.after} of 100 events`, async () => {
      const { server, items } = await filled(100)
      server.onSubscribe.push(fault, { after: 3, then: 'cut' })
      const first = await upTo(items, has(100))
      server.put('a-1', { data: text('100') })
      const last = await upTo(items, has(1))
      const seen = [...first, ...last]
      expect(eventsOf(seen).map(({ data }) => data)).toEqual(numbers(101))
      expect(seen.some(({ _tag }) => _tag === 'Resubscribed')).toBe(true)
    })

  it('a server that never confirms', async () => {
    const { server, items } = await filled(3)
    server.away(true)
    setTimeout(() => {
      server.away(false)
    }, 600)
    const seen = await upTo(items, has(3))
    expect(eventsOf(seen).map(({ data }) => data)).toEqual(numbers(3))
    expect(seen[0]).toMatchObject({ _tag: 'Resubscribed', after: { _tag: 'Unavailable' } })
  })
})

describe('a subscription', () => {
  it('gives a checkpoint behind every event that it covers, though the client tells of it before', async () => {
    const at = await opened({ checkpointEvery: 1 })
    // Few enough to lie in the client's buffer together with the checkpoint.
    for (let i = 0; i < 10; i++) at.server.put('a-1', { data: text(String(i)) })
    const items = at.stores.feed.subscribe({ categories: ['a'] })[Symbol.asyncIterator]()
    const seen: FeedItem[] = []
    for (let item = await items.next(); item.done !== true; item = await items.next()) {
      seen.push(item.value)
      if (item.value._tag === 'CaughtUp') break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const at8 = seen.findIndex(({ _tag }) => _tag === 'Checkpoint')
    expect(eventsOf(seen.slice(0, at8)).map(({ data }) => data)).toEqual(numbers(8))
    expect(eventsOf(seen).map(({ data }) => data)).toEqual(numbers(10))
    await items.return?.()
  })

  it('passes over links to nothing and metadata, and its checkpoints move on', async () => {
    const at = await opened({ checkpointEvery: 1_000 })
    at.server.put('a-1', { data: text('0') })
    at.server.put('a-1', { type: '$>' }, true)
    at.server.put('$$a-1', { type: '$metadata', data: text('{"$tb":0}') })
    at.server.put('a-1', { type: '$>' })
    const items = at.stores.feed.subscribe({ categories: ['a'] })[Symbol.asyncIterator]()
    const seen = await upTo(items, ({ _tag }) => _tag === 'CaughtUp')
    expect(seen.map(({ _tag }) => _tag)).toEqual(['Event', 'Checkpoint', 'CaughtUp'])
    expect(seen[1]).toMatchObject({ position: '400/400' })
    await items.return?.()
  })

  it('that fell behind says so, and goes on in order', async () => {
    const { server, items } = await filled(20)
    server.onSubscribe.push({ after: 7, then: 'fellBehind' })
    const seen = await upTo(items, has(20))
    const behind = seen.findIndex(({ _tag }) => _tag === 'FellBehind')
    expect(eventsOf(seen.slice(0, behind))).toHaveLength(7)
    expect(eventsOf(seen).map(({ data }) => data)).toEqual(numbers(20))
    await items.return?.()
  })

  it('gives what others wrote as far as JSON can hold it', async () => {
    const { server, stores } = await opened()
    server.put('a-1', { data: text('{"cut'), metadata: text('not JSON') })
    const octets = 'application/octet-stream'
    server.put('a-1', { data: new Uint8Array([1, 2, 255]), contentType: octets })
    server.put('a-1', { data: text('') })
    server.put('a-1', { data: text('7') })
    const items = stores.feed.subscribe({ categories: ['a'] })[Symbol.asyncIterator]()
    const seen = eventsOf(await upTo(items, has(4)))
    expect(seen.map(({ data, metadata }) => [data, metadata])).toEqual([
      ['{"cut', {}],
      ['AQL/', {}],
      ['', {}],
      [7, {}],
    ])
    await items.return?.()
  })

  it('begins again with what was given last and not acknowledged, where another reader takes it up', async () => {
    const { stores, items } = await filled(10)
    const [last] = eventsOf(await upTo(items, has(4))).slice(-1)
    // The fifth was asked for and never handled.
    await items.next()
    await items.return?.()
    const from = last?.position
    const again = stores.feed.subscribe({ ...(from && { from }), categories: ['a'] })
    const rest = eventsOf(
      await upTo(again[Symbol.asyncIterator](), ({ _tag }) => _tag === 'CaughtUp'),
    )
    expect(rest.map(({ data }) => data)).toEqual(numbers(10).slice(4))
  })

  it('that is left while it rests between two connections ends at once', async () => {
    const { server, items } = await filled(1)
    await upTo(items, ({ _tag }) => _tag === 'CaughtUp')
    server.away(true)
    const waiting = items.next()
    server.cut()
    await new Promise((resolve) => setTimeout(resolve, 300))
    const began = performance.now()
    await items.return?.()
    expect((await waiting).done).toBe(true)
    expect(performance.now() - began).toBeLessThan(50)
  })

  it('that is left has no call open', async () => {
    const { server, stores } = await filled(100)
    for (let i = 0; i < 20; i++) {
      const items = stores.feed.subscribe({})[Symbol.asyncIterator]()
      await upTo(items, has(5))
      await items.return?.()
    }
    for (let i = 0; i < 100 && server.openReads() > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.openReads()).toBe(0)
  })

  it('that is refused ends with what is wrong', async () => {
    const { stores } = await opened()
    await stores.close()
    const items = stores.feed.subscribe({})[Symbol.asyncIterator]()
    expect(await upTo(items, () => false)).toMatchObject([
      { _tag: 'Failed', error: { _tag: 'Unavailable' } },
    ])
  })

  it('holds no more than it is asked for, however slow the reader', async () => {
    const { server, items } = await filled(100_000)
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    await upTo(items, has(1_000))
    collect()
    const before = process.memoryUsage()
    for (let i = 0; i < 200; i++) {
      await upTo(items, has(1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    collect()
    const after = process.memoryUsage()
    const grown = after.heapUsed + after.external - before.heapUsed - before.external
    expect(grown).toBeLessThan(50 * 1024 * 1024)
    const rest = await upTo(items, has(98_000))
    expect(eventsOf(rest).at(-1)?.data).toBe(99_199)
    expect(server.log.all).toHaveLength(100_000)
  }, 120_000)
})

it('what a view store keeps is given by no subscription', async () => {
  const { stores } = await opened()
  const start = { generation: 0, position: 'start' } as const
  right(
    await stores.viewStore.commit(
      'v',
      { put: [['a', 1]], delete: [] },
      start,
      '100/100' as never,
    )(),
  )
  const items = stores.feed.subscribe({})[Symbol.asyncIterator]()
  const seen = await upTo(items, ({ _tag }) => _tag === 'CaughtUp')
  expect(eventsOf(seen)).toEqual([])
  await items.return?.()
})
