import type {
  EventStore,
  FeedItem,
  JsonObject,
  NewEvent,
  RecordedEvent,
  StoreError,
  Stores,
  Subscription,
} from '@troth/core/store'
import { eventStoreContract } from '@troth/core/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { describe, expect, it } from 'vitest'

import { memory } from '../../src/memory/index.js'

/** The titles of the lines that stores break; one that is not over in `within` milliseconds is broken too. */
const broken = async (makeStores: () => Stores, within: number): Promise<ReadonlyArray<string>> => {
  const lines: (readonly [string, () => Promise<void>])[] = []
  eventStoreContract(() => Promise.resolve(makeStores()), {
    test: (title, run) => lines.push([title, run]),
  })
  const failed = await Promise.all(
    lines.map(async ([title, run]) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<string>((resolve) => {
        timer = setTimeout(resolve, within, title)
      })
      const ended = run().then(
        () => undefined,
        () => title,
      )
      const failed = await Promise.race([ended, late])
      clearTimeout(timer)
      return failed
    }),
  )
  return failed.filter((title) => title !== undefined)
}

const withStore =
  (change: (store: EventStore) => Partial<EventStore>) =>
  (stores: Stores): Stores => ({
    ...stores,
    eventStore: { ...stores.eventStore, ...change(stores.eventStore) },
  })

const withItems =
  (change: (items: AsyncIterator<FeedItem>) => AsyncIterator<FeedItem>) =>
  (stores: Stores): Stores => ({
    ...stores,
    feed: {
      subscribe: (subscription) => ({
        [Symbol.asyncIterator]: () =>
          change(stores.feed.subscribe(subscription)[Symbol.asyncIterator]()),
      }),
    },
  })

const withSubscription =
  (change: (subscription: Subscription) => Subscription) =>
  (stores: Stores): Stores => ({
    ...stores,
    feed: { subscribe: (subscription) => stores.feed.subscribe(change(subscription)) },
  })

const without =
  (part: keyof Subscription) =>
  (subscription: Subscription): Subscription =>
    Object.fromEntries(Object.entries(subscription).filter(([key]) => key !== part))

const readMapped = (store: EventStore, map: (e: RecordedEvent) => RecordedEvent): EventStore => ({
  ...store,
  read: (...args) =>
    TE.map(O.map((events: ReadonlyArray<RecordedEvent>) => events.map(map)))(store.read(...args)),
})

/** The same event under another id, unless its own is to be refused. */
const anew = (e: NewEvent): NewEvent =>
  e.id.length === 36 && !e.id.startsWith('00000000-') ? { ...e, id: crypto.randomUUID() } : e

const given = new Map<string, NewEvent>()

const faults: Readonly<Record<string, readonly [(stores: Stores) => Stores, string]>> = {
  'that hands out the objects it was given': [
    withStore((store) => ({
      append: (stream, expected, events) => {
        for (const e of events) given.set(e.id, e)
        return store.append(stream, expected, events)
      },
      read: readMapped(store, (e) => ({ ...e, ...given.get(e.id) })).read,
    })),
    'what is kept is shared with nobody',
  ],
  'that counts from 1': [
    withStore((store) => readMapped(store, (e) => ({ ...e, revision: e.revision + 1n }))),
    'the first event of a stream has revision 0',
  ],
  'that ignores what the writer expects': [
    withStore((store) => ({ append: (stream, _, events) => store.append(stream, 'any', events) })),
    'an append that expects another revision, earlier or later, is a conflict',
  ],
  'that compares the expected revision only with later ones': [
    withStore((store) => ({
      append: (stream, expected, events) =>
        TE.orElse((error: StoreError) =>
          error._tag === 'Conflict' &&
          typeof expected === 'bigint' &&
          error.actual !== 'noStream' &&
          error.actual > expected
            ? store.append(stream, 'any', events)
            : TE.left(error),
        )(store.append(stream, expected, events)),
    })),
    'of writers who believe the same, one is first and all others meet a conflict',
  ],
  'that says -1 of an absent stream': [
    withStore((store) => ({
      append: (stream, expected, events) =>
        TE.mapLeft((error: StoreError) =>
          error._tag === 'Conflict' && error.actual === 'noStream'
            ? { ...error, actual: -1n }
            : error,
        )(store.append(stream, expected, events)),
    })),
    'an append that expects a stream meets none: a conflict with noStream',
  ],
  'that does not know an append again': [
    withStore((store) => ({
      append: (stream, expected, [head, ...tail]) =>
        store.append(stream, expected, [anew(head), ...tail.map(anew)]),
    })),
    'an append that is sent again answers with the first one’s revision',
  ],
  'that answers an append sent again with the present end': [
    withStore((store) => ({
      append: (stream, expected, events) =>
        TE.chain((answer: { revision: bigint; position: O.Option<RecordedEvent['position']> }) =>
          TE.map((last: O.Option<ReadonlyArray<RecordedEvent>>) => ({
            ...answer,
            revision: (O.isSome(last) ? last.value[0]?.revision : undefined) ?? answer.revision,
          }))(store.read(stream, { limit: 1, direction: 'backwards' })),
        )(store.append(stream, expected, events)),
    })),
    'the first append of a stream, sent again, answers with its own revision',
  ],
  'that reads from behind the first revision': [
    withStore((store) => ({
      read: (stream, options) =>
        store.read(
          stream,
          options.from === undefined ? options : { ...options, from: options.from + 1n },
        ),
    })),
    'a read begins at its first revision and gives no more than its limit, in either direction',
  ],
  'that takes a limit of nothing': [
    withStore((store) => ({
      read: (stream, options) => store.read(stream, { ...options, limit: options.limit || 1 }),
    })),
    'a read of no events, of fewer, or of a part of one is refused',
  ],
  'that takes an absent stream for an empty one': [
    withStore((store) => ({
      read: (...args) =>
        TE.map((found: O.Option<ReadonlyArray<RecordedEvent>>) =>
          O.some(O.isSome(found) ? found.value : []),
        )(store.read(...args)),
    })),
    'a stream that is not there reads as none',
  ],
  'that folds on over a refusal': [
    withStore((store) => ({
      fold: (stream, from, init, step) =>
        store.fold(stream, from, init, (state, event) => {
          const next = step(state, event)
          return E.isLeft(next) ? E.right(state) : next
        }),
    })),
    'a step that will not go on ends the fold with its own reason',
  ],
  'that forgets truncation': [
    withStore(() => ({ truncateBefore: () => TE.right(undefined) })),
    'events before a truncation are not read, and revisions go on as if they were',
  ],
  'that forgets the last revision of a stream truncated as a whole': [
    withStore((store) => ({
      append: (stream, expected, events) =>
        expected === 'noStream'
          ? TE.orElse(() => store.append(stream, 'any', events))(
              store.append(stream, expected, events),
            )
          : store.append(stream, expected, events),
    })),
    'a stream truncated as a whole refuses noStream with its last revision, and goes on there',
  ],
  'that takes a deletion for a tombstone': [
    withStore((store) => ({ delete: store.tombstone })),
    'noStream, any and the last revision may append to a soft-deleted stream, which goes on',
  ],
  'that takes a tombstone for a deletion': [
    withStore((store) => ({ tombstone: store.delete })),
    'whatever is asked of a stream with a tombstone, it is deleted',
  ],
  'that keeps data as JSON mends it': [
    withStore((store) => ({
      append: (stream, expected, [head, ...tail]) => {
        const mended = (e: NewEvent): NewEvent => {
          try {
            const { d = null } = JSON.parse(JSON.stringify({ d: e.data })) as {
              d?: NewEvent['data']
            }
            return { ...e, data: d }
          } catch {
            return e
          }
        }
        return store.append(stream, expected, [mended(head), ...tail.map(mended)])
      },
    })),
    'data that JSON can not hold whole is refused',
  ],
  'that takes appends of any size': [
    () => memory({ maxAppendSize: 10_000_000 }),
    'one append holds 1,023 KiB of text, and 1,024 KiB are too large',
  ],
  'whose subscriptions begin with the position given': [
    withSubscription(without('from')),
    'a subscription goes on behind the position that it is given',
  ],
  'whose subscriptions let every type through': [
    withSubscription(without('types')),
    'a subscription by category and type gives what both let through',
  ],
  'whose subscriptions let every category through': [
    withSubscription(without('categories')),
    'a subscription by category gives those streams alone',
  ],
  'whose subscriptions end when they have caught up': [
    withItems((items) => {
      let over = false
      return {
        ...items,
        next: async () => {
          const item = over ? { done: true as const, value: undefined } : await items.next()
          over ||= item.done !== true && item.value._tag === 'CaughtUp'
          return item
        },
      }
    }),
    'a subscription gives what is written after it has caught up',
  ],
  'whose checkpoints stand ahead of what they cover': [
    withItems((items) => {
      // Gives each checkpoint before the event that came before it.
      const held: IteratorResult<FeedItem>[] = []
      const next = async (): Promise<IteratorResult<FeedItem>> => {
        const kept = held.shift()
        if (kept !== undefined) return kept
        const item = await items.next()
        if (item.done === true || item.value._tag !== 'Event') return item
        held.push(item)
        return { done: false, value: { _tag: 'Checkpoint', position: item.value.event.position } }
      }
      return { ...items, next }
    }),
    'no checkpoint stands ahead of an event that follows it',
  ],
  'whose subscriptions ask ahead': [
    withItems((items) => {
      let ahead = items.next()
      return {
        ...items,
        next: () => {
          const item = ahead
          ahead = items.next()
          return item
        },
      }
    }),
    'a subscription that is left gives nothing more',
  ],
  'whose subscriptions just end at the close': [
    withItems((items) => ({
      ...items,
      next: async () => {
        const item = await items.next()
        return item.done !== true && item.value._tag === 'Failed'
          ? { done: true as const, value: undefined }
          : item
      },
    })),
    'the close ends a subscription that waits, with a last item that says why',
  ],
  'whose views take a commit from anywhere': [
    (stores) => ({
      ...stores,
      viewStore: {
        ...stores.viewStore,
        commit: (name, changes, expected, position) =>
          TE.chain((stands: O.Option<typeof expected>) =>
            stores.viewStore.commit(
              name,
              changes,
              O.isSome(stands) ? stands.value : expected,
              position,
            ),
          )(stores.viewStore.load(name)),
      },
    }),
    'a commit from where the view does not stand changes nothing',
  ],
  'whose snapshots are what the writer still holds': [
    (stores) => {
      const kept = new Map<string, JsonObject>()
      return {
        ...stores,
        snapshotStore: {
          load: (key) => () => Promise.resolve(E.right(O.fromNullable(kept.get(key)))),
          save: (key, snapshot) => () => {
            kept.set(key, snapshot)
            return Promise.resolve(E.right(undefined))
          },
        },
      }
    },
    'a snapshot is kept as it was when it was saved',
  ],
  'that answers after the close': [
    (stores) => ({ ...stores, close: () => Promise.resolve() }),
    'after the close every call answers Unavailable',
  ],
}

describe('the contract', () => {
  it('is kept by memory', async () => {
    expect(await broken(() => memory(), 30_000)).toEqual([])
  })

  for (const [what, [plant, title]] of Object.entries(faults))
    it(`is broken by a store ${what}`, async () => {
      expect(await broken(() => plant(memory()), 1_000)).toContain(title)
    })
})
