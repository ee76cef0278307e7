/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import type { EventStore, NewEvent, Position, RecordedEvent } from '../../store/event-store.js'
import type { EventFeed, FeedItem, Subscription } from '../../store/feed.js'
import {
  equal,
  event,
  events,
  fail,
  ids,
  type Lines,
  mark,
  newCategory,
  newStream,
  readAll,
  right,
  uuid,
} from './case.js'

/** What a subscription gives up to and with the first item that `isLast`. */
const upTo = async (
  feed: EventFeed,
  subscription: Subscription,
  isLast: (item: FeedItem) => boolean,
): Promise<ReadonlyArray<FeedItem>> => {
  const items: FeedItem[] = []
  for await (const item of feed.subscribe(subscription)) {
    items.push(item)
    if (isLast(item)) return items
  }
  return fail(`ended with ${JSON.stringify(items.at(-1)?._tag)}`)
}

const isCaughtUp = ({ _tag }: FeedItem): boolean => _tag === 'CaughtUp'
const isEvent =
  ({ id }: { readonly id: string }) =>
  (item: FeedItem): boolean =>
    item._tag === 'Event' && item.event.id === id

const eventsOf = (items: ReadonlyArray<FeedItem>): ReadonlyArray<RecordedEvent> =>
  items.flatMap((item) => (item._tag === 'Event' ? [item.event] : []))

/** One event to each of the streams, in their order. */
const writeTo = async (
  eventStore: EventStore,
  streams: ReadonlyArray<string>,
  type?: string,
): Promise<ReadonlyArray<NewEvent>> => {
  const all: NewEvent[] = []
  for (const stream of streams) {
    const one = event(all.length, type)
    await right(eventStore.append(stream, 'any', [one]))
    all.push(one)
  }
  return all
}

/** The next event, or what comes in its stead when the sequence ends. */
const nextEvent = async (items: AsyncIterator<FeedItem>): Promise<RecordedEvent | undefined> => {
  for (;;) {
    const { done, value } = (await items.next()) as IteratorResult<FeedItem, undefined>
    if (done === true) return undefined
    if (value._tag === 'Event') return value.event
  }
}

export const following: Lines = {
  'a subscription gives the events of all streams in the order they were written': async ({
    eventStore,
    feed,
  }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const [a, b] = [newStream(category), newStream(category)]
    const sent = await writeTo(eventStore, [a, b, a, a, b])
    const items = await upTo(feed, { from, categories: [category] }, isCaughtUp)
    equal(ids(eventsOf(items)), ids(sent))
    const [fourth, third] = [eventsOf(items)[3], (await readAll(eventStore, a))[2]]
    equal({ ...fourth, position: 0 }, { ...third, position: 0 }, 'an event as it is read')
  },

  'a subscription goes on behind the position that it is given': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const sent = await writeTo(eventStore, [newStream(category), newStream(category)])
    const subscription = { from, categories: [category] }
    const [first] = eventsOf(await upTo(feed, subscription, isCaughtUp))
    if (first === undefined) return fail('no event came')
    const rest = await upTo(feed, { ...subscription, from: first.position }, isCaughtUp)
    equal(ids(eventsOf(rest)), ids(sent.slice(1)))
  },

  'a subscription without a position begins with the first event': async ({ eventStore, feed }) => {
    const category = newCategory()
    const sent = await writeTo(eventStore, [newStream(category), newStream(category)])
    const items = await upTo(feed, { categories: [category] }, isCaughtUp)
    equal(ids(eventsOf(items)), ids(sent))
  },

  'a subscription gives what is written after it has caught up': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const items = feed.subscribe({ from, categories: [category] })[Symbol.asyncIterator]()
    for (let item = await items.next(); item.done !== true; item = await items.next())
      if (isCaughtUp(item.value)) break
    const stream = newStream(category)
    for (const expected of ['noStream', 0n] as const) {
      const one = event()
      const coming = nextEvent(items)
      await right(eventStore.append(stream, expected, [one]))
      equal((await coming)?.id, one.id)
    }
    await items.return?.()
  },

  'a subscription by category gives those streams alone': async ({ eventStore, feed }) => {
    const [one, two, other] = [newCategory(), newCategory(), newCategory()]
    const from = await mark({ eventStore, feed }, other)
    const sent = await writeTo(eventStore, [
      newStream(one),
      newStream(other),
      // The part before the first dash, the whole of it, and nothing without a dash.
      newStream(`${one}x`),
      `x${newStream(one)}`,
      `${two}-with-more-${uuid()}`,
      one,
    ])
    const items = await upTo(feed, { from, categories: [two, one] }, isCaughtUp)
    equal(ids(eventsOf(items)), [sent[0]?.id, sent[4]?.id])
    const none = await upTo(feed, { from, categories: [] }, isCaughtUp)
    equal(eventsOf(none), [], 'what an empty list of categories lets through')
  },

  'a subscription by type gives those events alone': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const [one, two] = [`Type${uuid()}`, `Type${uuid()}`]
    const stream = newStream(category)
    const first = await writeTo(eventStore, [stream], one)
    await writeTo(eventStore, [stream], `${one}More`)
    const second = await writeTo(eventStore, [stream], two)
    const items = await upTo(feed, { from, types: [two, one] }, isCaughtUp)
    equal(ids(eventsOf(items)), ids([...first, ...second]))
  },

  'a subscription by category and type gives what both let through': async ({
    eventStore,
    feed,
  }) => {
    const [category, other] = [newCategory(), newCategory()]
    const from = await mark({ eventStore, feed }, category)
    const type = `Type${uuid()}`
    const both = await writeTo(eventStore, [newStream(category)], type)
    await writeTo(eventStore, [newStream(other)], type)
    await writeTo(eventStore, [newStream(category)])
    const items = await upTo(feed, { from, categories: [category], types: [type] }, isCaughtUp)
    equal(ids(eventsOf(items)), ids(both))
  },

  'a subscription to everything gives nothing of the store’s own': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const stream = newStream(category)
    await right(eventStore.append(stream, 'noStream', events(2)))
    await right(eventStore.truncateBefore(stream, 1n))
    await right(eventStore.delete(stream, 1n))
    const [end] = await writeTo(eventStore, [newStream(category)])
    if (end === undefined) return
    const given = eventsOf(await upTo(feed, { from }, isEvent(end)))
    equal(
      given.filter((e) => e.type.startsWith('$') || e.stream.startsWith('$')),
      [],
    )
  },

  'subscribers see each event once, and all in the same order, while many write': async ({
    eventStore,
    feed,
  }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const streams = Array.from({ length: 5 }, () => newStream(category))
    const end = event('end')
    const follow = async () =>
      eventsOf(await upTo(feed, { from, categories: [category] }, isEvent(end)))
    const subscribers = [follow(), follow()]
    await Promise.all(
      streams.map(async (stream) => {
        for (let i = 0; i < 10; i++) await right(eventStore.append(stream, 'any', [event(i)]))
      }),
    )
    const late = follow()
    await right(eventStore.append(newStream(category), 'noStream', [end]))
    const [first, second, third] = await Promise.all([...subscribers, late])
    equal(first.length, 51, 'how many events came')
    for (const stream of streams)
      equal(
        first.filter((e) => e.stream === stream).map(({ revision }) => revision),
        Array.from({ length: 10 }, (_, i) => BigInt(i)),
        'the revisions of one stream',
      )
    equal(
      [second, third].map((each) => each && ids(each)),
      [ids(first), ids(first)],
    )
  },

  'no checkpoint stands ahead of an event that follows it': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const stream = newStream(category)
    const [type, end] = [`Type${uuid()}`, event('end')]
    for (let i = 0; i < 4; i++) {
      await right(eventStore.append(stream, 'any', [event(i, type)]))
      await right(eventStore.append(stream, 'any', events(60)))
    }
    const last = { ...end, type }
    await right(eventStore.append(stream, 'any', [last]))
    const subscription = { from, categories: [category], types: [type] }
    const items = await upTo(feed, subscription, isEvent(last))
    for (const [i, item] of items.entries()) {
      if (item._tag !== 'Checkpoint') continue
      const rest = await upTo(feed, { ...subscription, from: item.position }, isEvent(last))
      equal(ids(eventsOf(rest)), ids(eventsOf(items.slice(i))), 'what follows a checkpoint')
    }
    equal(eventsOf(items).length, 5, 'how many events came')
  },

  'a subscription that is left gives nothing more': async ({ eventStore, feed }) => {
    const category = newCategory()
    await writeTo(eventStore, [newStream(category), newStream(category)])
    const items = feed.subscribe({ categories: [category] })[Symbol.asyncIterator]()
    await nextEvent(items)
    await items.return?.()
    equal((await items.next()).done, true)
  },

  'a subscription that is left while it waits ends the wait': async ({ eventStore, feed }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const items = feed.subscribe({ from, categories: [category] })[Symbol.asyncIterator]()
    const waiting = nextEvent(items)
    await items.return?.()
    equal(await waiting, undefined)
  },

  'a subscription may be opened again, and begins again': async ({ eventStore, feed }) => {
    const category = newCategory()
    const [one] = await writeTo(eventStore, [newStream(category)])
    const subscription = feed.subscribe({ categories: [category] })
    for (let i = 0; i < 2; i++) {
      const items = subscription[Symbol.asyncIterator]()
      equal((await nextEvent(items))?.id, one?.id)
      await items.return?.()
    }
  },

  'a position that no store gave ends the subscription with what is wrong': async ({ feed }) => {
    const items: FeedItem[] = []
    for await (const item of feed.subscribe({ from: 'no position' as Position })) items.push(item)
    const [only, ...more] = items
    if (only?._tag !== 'Failed' || only.error._tag !== 'InvalidArgument')
      return fail('expected Failed with InvalidArgument')
    equal([only.error.field, more], ['from', []])
  },

  'the position that an append answers is the one its last event has in the feed': async ({
    eventStore,
    feed,
  }) => {
    const category = newCategory()
    const from = await mark({ eventStore, feed }, category)
    const answer = await right(eventStore.append(newStream(category), 'noStream', events(2)))
    const given = eventsOf(await upTo(feed, { from, categories: [category] }, isCaughtUp))
    if (O.isSome(answer.position)) equal(given[1]?.position, answer.position.value)
  },
}
