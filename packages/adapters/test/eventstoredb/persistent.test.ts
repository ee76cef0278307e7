import * as E from 'fp-ts/lib/Either.js'
import { expect, it, onTestFinished } from 'vitest'

import {
  eventStoreDB,
  type NewGroup,
  persistentSubscription,
  type PersistentSubscriptionOptions,
} from '../../src/eventstoredb/index.js'
import type { Delivery } from '../../src/eventstoredb/index.js'
import { onBoth } from './on-both.js'
import { delivery, event, right } from './written.js'

const shown = ({ event: { data }, retryCount }: Delivery) => [data, retryCount]

onBoth('a group that shares out the events of a stream', (connected) => {
  const filled = async (n: number, options: Partial<PersistentSubscriptionOptions> = {}) => {
    const connect = await connected()
    const stream = `work-${crypto.randomUUID()}`
    const stores = eventStoreDB(connect)
    onTestFinished(stores.close)
    const write = async (data: number) =>
      right(await stores.eventStore.append(stream, 'any', [event(data)])())
    for (let i = 0; i < n; i++) await write(i)
    const work = persistentSubscription(connect, { stream, group: 'desk', ...options })
    onTestFinished(work.close)
    const consumer = () => work.deliveries()[Symbol.asyncIterator]()
    return { work, write, consumer, stores, stream, connect }
  }

  it('gives each event, again what was refused, and parked ones on request', async () => {
    const { work, consumer } = await filled(3)
    right(await work.create({ maxRetryCount: 1 })())
    // A second time it is there already.
    right(await work.create()())
    const seen: (readonly [data: unknown, retryCount: number])[] = []
    let replaying: ReturnType<typeof setInterval> | undefined
    const items = consumer()
    for (let done = 0; done < 3;) {
      const { event: given, retryCount, acknowledge, refuse } = await delivery(items)
      const isFirst = !seen.some(([data]) => data === given.data)
      seen.push([given.data, retryCount])
      if (given.data === 0 && isFirst) await refuse('retry', 'not now')()
      else if (given.data === 1 && isFirst) {
        await refuse('park', 'not at all')()
        // The server learns of it by another call, a little later.
        replaying = setInterval(() => void work.replayParked(), 300)
      } else {
        await acknowledge()
        done++
      }
    }
    clearInterval(replaying)
    expect(seen).toContainEqual([0, 0])
    expect(seen).toContainEqual([0, 1])
    expect(seen).toContainEqual([2, 0])
    expect(seen.filter(([data]) => data === 1)).toEqual([
      [1, 0],
      [1, 0],
    ])
    await items.return?.()
    right(await work.remove())
    right(await work.remove())
  })

  it('gives an event that was not answered in time again, and parks it after so many tries', async () => {
    const { work, consumer } = await filled(1)
    right(await work.create({ messageTimeout: 300, maxRetryCount: 2 })())
    const items = consumer()
    const given = [await delivery(items), await delivery(items), await delivery(items)]
    expect(given.map(shown)).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ])
    const replaying = setInterval(() => void work.replayParked(), 300)
    const last = await delivery(items)
    clearInterval(replaying)
    expect(shown(last)).toEqual([0, 0])
    await last.acknowledge()
    await items.return?.()
  })

  it('begins where it is told to', async () => {
    const { work, consumer } = await filled(3)
    right(await work.create({ startFrom: 2n })())
    const items = consumer()
    expect(shown(await delivery(items))).toEqual([2, 0])
    await items.return?.()
  })

  it('begins with what is written after it was made', async () => {
    const { work, write, consumer } = await filled(2)
    right(await work.create({ startFrom: 'end' })())
    const items = consumer()
    const first = delivery(items)
    await write(2)
    expect(shown(await first)).toEqual([2, 0])
    await items.return?.()
  })

  it('shares its events among its consumers, each to one of them', async () => {
    const { work, consumer, write } = await filled(0, { bufferSize: 5 })
    right(await work.create()())
    const seen: unknown[] = []
    const consumers = [consumer(), consumer()]
    const working = consumers.map(async (items) => {
      for (let item = await items.next(); item.done !== true; item = await items.next()) {
        const { event: given, acknowledge } = right(item.value)
        seen.push(given.data)
        await acknowledge()
      }
    })
    for (let i = 0; i < 20; i++) await write(i)
    await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(20)
    expect(new Set(seen).size).toBe(20)
    for (const items of consumers) await items.return?.()
    await Promise.all(working)
  })

  it('gives to another what one left unanswered', async () => {
    const { work, consumer } = await filled(3, { bufferSize: 3 })
    right(await work.create({ messageTimeout: 60_000 })())
    const leaving = consumer()
    await (await delivery(leaving)).acknowledge()
    const unanswered = [(await delivery(leaving)).event.data, (await delivery(leaving)).event.data]
    await leaving.return?.()
    const items = consumer()
    const again = [await delivery(items), await delivery(items)]
    expect(again.map((each) => each.event.data).sort()).toEqual(unanswered.sort())
    expect(again.map(({ retryCount }) => retryCount)).toEqual([1, 1])
    for (const each of again) await each.acknowledge()
    await items.return?.()
  })

  it('that was never created says so', async () => {
    const { work, consumer } = await filled(1)
    const none = { _tag: 'InvalidArgument', field: 'group', expected: 'one that was created' }
    const items = consumer()
    expect((await items.next()).value).toEqual(E.left(none))
    expect((await items.next()).done).toBe(true)
    expect(await work.replayParked()).toEqual(E.left(none))
  })

  it('that is removed ends for its consumers, who are told', async () => {
    const { work, consumer } = await filled(0)
    right(await work.create()())
    const waiting = consumer().next()
    await new Promise((resolve) => setTimeout(resolve, 200))
    right(await work.remove())
    expect((await waiting).value).toMatchObject({ left: { field: 'group' } })
  })

  it('ends for a consumer who waits when it is closed, and for one who comes later', async () => {
    const { work, consumer } = await filled(0)
    right(await work.create()())
    const waiting = consumer().next()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await work.close()
    expect((await waiting).done).toBe(true)
    const later = consumer()
    expect((await later.next()).value).toMatchObject({ left: { _tag: 'Unavailable' } })
    expect((await later.next()).done).toBe(true)
    expect(await work.create()()).toMatchObject({ left: { _tag: 'Unavailable' } })
  })

  it('may be closed with deliveries unanswered, and answering them then ends at once', async () => {
    const { work, consumer } = await filled(2)
    right(await work.create()())
    const items = consumer()
    const [first, second] = [await delivery(items), await delivery(items)]
    await work.close()
    await first.acknowledge()
    await second.refuse('retry', 'too late')()
    expect((await items.next()).done).toBe(true)
  })

  it('passes over the metadata and links to nothing, and says so to the server', async () => {
    const { stores, stream, work, consumer, write } = await filled(1)
    right(await stores.retain(stream, { maxCount: 9 })())
    right(await work.create()())
    await write(1)
    const items = consumer()
    expect([shown(await delivery(items)), shown(await delivery(items))]).toEqual([
      [0, 0],
      [1, 0],
    ])
    await items.return?.()
  })
})

it('what can not be meant is refused before anything is asked', async () => {
  const at = (part: Partial<PersistentSubscriptionOptions>) =>
    persistentSubscription(
      () => {
        throw new Error('asked')
      },
      { stream: 'work-1', group: 'desk', ...part },
    )
  const options: ReadonlyArray<readonly [Partial<PersistentSubscriptionOptions>, string]> = [
    [{ stream: '' }, 'stream'],
    [{ stream: '$all' }, 'stream'],
    [{ group: '' }, 'group'],
    [{ timeout: 0 }, 'timeout'],
    [{ timeout: 1.5 }, 'timeout'],
    [{ bufferSize: 0 }, 'bufferSize'],
    [{ bufferSize: -1 }, 'bufferSize'],
    [{ bufferSize: 2.5 }, 'bufferSize'],
    [{ bufferSize: NaN }, 'bufferSize'],
  ]
  for (const [part, field] of options) {
    const work = at(part)
    const refused = { left: { _tag: 'InvalidArgument', field } }
    expect(await work.create()()).toMatchObject(refused)
    expect(await work.remove()).toMatchObject(refused)
    expect(await work.replayParked()).toMatchObject(refused)
    const items = work.deliveries()[Symbol.asyncIterator]()
    expect((await items.next()).value).toMatchObject(refused)
    expect((await items.next()).done).toBe(true)
    await work.close()
  }
  const settings: ReadonlyArray<readonly [NewGroup, string]> = [
    [{ startFrom: -1n }, 'startFrom'],
    [{ startFrom: 1 as unknown as bigint }, 'startFrom'],
    [{ messageTimeout: 0 }, 'messageTimeout'],
    [{ messageTimeout: -1 }, 'messageTimeout'],
    [{ messageTimeout: 0.5 }, 'messageTimeout'],
    [{ messageTimeout: 2 ** 31 }, 'messageTimeout'],
    [{ maxRetryCount: -1 }, 'maxRetryCount'],
    [{ maxRetryCount: 1.5 }, 'maxRetryCount'],
  ]
  const work = at({})
  for (const [group, field] of settings)
    expect(await work.create(group)()).toMatchObject({ left: { _tag: 'InvalidArgument', field } })
  const asked = { left: { _tag: 'InvalidArgument', field: 'connect', expected: 'asked' } }
  expect(await work.create()()).toMatchObject(asked)
  expect((await work.deliveries()[Symbol.asyncIterator]().next()).value).toMatchObject(asked)
  await work.close()
})
