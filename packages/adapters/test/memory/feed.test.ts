import type { EventStore, FeedItem, NewEvent, Position } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { memory } from '../../src/memory/index.js'

const event = (data: NewEvent['data'], type = 'Noted'): NewEvent => ({
  id: crypto.randomUUID(),
  type,
  data,
  metadata: {},
})

const write = async (store: EventStore, stream: string, ...data: ReadonlyArray<number>) => {
  for (const n of data) {
    const answer = await store.append(stream, 'any', [event(n)])()
    if (E.isLeft(answer)) throw new Error(answer.left._tag)
  }
}

/** An item in short: an event by its data, a checkpoint by its position, all else by its tag. */
const short = (item: FeedItem): unknown => {
  if (item._tag === 'Event') return item.event.data
  if (item._tag === 'Checkpoint') return `up to ${item.position}`
  return item._tag
}

const next = async (items: AsyncIterator<FeedItem>): Promise<unknown> => {
  const { done, value } = (await items.next()) as IteratorResult<FeedItem, undefined>
  return done === true ? 'done' : short(value)
}

const take = async (items: AsyncIterator<FeedItem>, n: number): Promise<ReadonlyArray<unknown>> => {
  const taken: unknown[] = []
  while (taken.length < n) taken.push(await next(items))
  return taken
}

describe('the feed of memory', () => {
  it('has caught up at once where nothing was ever written', async () => {
    const items = memory().feed.subscribe({})[Symbol.asyncIterator]()
    expect(await next(items)).toBe('CaughtUp')
  })

  it('gives a checkpoint after so many passed over, and before it has caught up', async () => {
    const { eventStore, feed } = memory({ checkpointEvery: 3 })
    await write(eventStore, 'other-1', 1, 2, 3, 4, 5, 6, 7)
    await write(eventStore, 'mine-1', 8)
    await write(eventStore, 'other-1', 9)
    const items = feed.subscribe({ categories: ['mine'] })[Symbol.asyncIterator]()
    expect(await take(items, 5)).toEqual(['up to 2', 'up to 5', 8, 'up to 8', 'CaughtUp'])
  })

  it('goes on with checkpoints when a filter lets nothing through for long', async () => {
    const { eventStore, feed } = memory({ checkpointEvery: 3 })
    const items = feed.subscribe({ categories: ['mine'] })[Symbol.asyncIterator]()
    await next(items)
    const coming = take(items, 2)
    await write(eventStore, 'other-1', 0, 1, 2, 3, 4)
    await write(eventStore, 'mine-1', 5)
    expect(await coming).toEqual(['up to 2', 5])
  })

  it('gives no checkpoint where events say it all', async () => {
    const { eventStore, feed } = memory({ checkpointEvery: 1 })
    await write(eventStore, 'mine-1', 1, 2, 3)
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    expect(await take(items, 4)).toEqual([1, 2, 3, 'CaughtUp'])
  })

  it('tells a subscriber who had caught up that he fell behind, and when he has caught up again', async () => {
    const { eventStore, feed } = memory({ behindBy: 2 })
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    expect(await next(items)).toBe('CaughtUp')
    await write(eventStore, 'mine-1', 1, 2)
    expect(await take(items, 2)).toEqual([1, 2])
    await write(eventStore, 'mine-1', 3, 4, 5)
    expect(await take(items, 5)).toEqual(['FellBehind', 3, 4, 5, 'CaughtUp'])
  })

  it('does not give what was truncated or deleted', async () => {
    const { eventStore, feed } = memory()
    await write(eventStore, 'cut-1', 1, 2)
    await write(eventStore, 'gone-1', 3)
    await write(eventStore, 'dead-1', 4)
    await write(eventStore, 'back-1', 5)
    await eventStore.truncateBefore('cut-1', 1n)()
    await eventStore.delete('gone-1', 'any')()
    await eventStore.tombstone('dead-1', 'any')()
    await eventStore.delete('back-1', 'any')()
    await write(eventStore, 'back-1', 6)
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    expect(await take(items, 3)).toEqual([2, 6, 'CaughtUp'])
  })

  it('answers several askers in the order they asked', async () => {
    const { eventStore, feed } = memory()
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    const asked = [next(items), next(items), next(items)]
    await write(eventStore, 'mine-1', 1, 2)
    expect(await Promise.all(asked)).toEqual(['CaughtUp', 1, 2])
  })

  it('gives all who wait at the close the end, and the reason to the first', async () => {
    const { feed, close } = memory()
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    const asked = [next(items), next(items), next(items)]
    await close()
    expect(await Promise.all(asked)).toEqual(['CaughtUp', 'Failed', 'done'])
  })

  it('gives nothing after the close, though events are left', async () => {
    const { eventStore, feed, close } = memory()
    await write(eventStore, 'mine-1', 1, 2)
    const items = feed.subscribe({})[Symbol.asyncIterator]()
    await next(items)
    await close()
    expect(await take(items, 2)).toEqual(['Failed', 'done'])
  })

  it('goes on from the very last position', async () => {
    const { eventStore, feed } = memory()
    await write(eventStore, 'mine-1', 1)
    const items = feed.subscribe({ from: '0' as Position })[Symbol.asyncIterator]()
    expect(await next(items)).toBe('CaughtUp')
    const coming = next(items)
    await write(eventStore, 'mine-1', 2)
    expect(await coming).toBe(2)
  })

  it.each(['1', '-1', '00', '0.5', '1e0', ' 0', ''])(
    'refuses the position %j of a log of one event',
    async (from) => {
      const { eventStore, feed } = memory()
      await write(eventStore, 'mine-1', 1)
      const items = feed.subscribe({ from: from as Position })[Symbol.asyncIterator]()
      expect(await take(items, 2)).toEqual(['Failed', 'done'])
    },
  )

  it('is not kept waiting by a subscriber who never asks', async () => {
    const { eventStore, feed } = memory()
    const idle = feed.subscribe({})[Symbol.asyncIterator]()
    await next(idle)
    const busy = feed.subscribe({})[Symbol.asyncIterator]()
    await write(eventStore, 'mine-1', 1, 2)
    expect(await take(busy, 3)).toEqual([1, 2, 'CaughtUp'])
    expect(await take(idle, 2)).toEqual([1, 2])
  })
})
