/** @since 0.1.0 */
import * as E from 'fp-ts/lib/Either.js'

import type { FeedItem } from '../../store/feed.js'
import { equal, event, fail, left, type Lines, newCategory, newStream, right } from './case.js'

export const closing: Lines = {
  'after the close every call answers Unavailable': async (stores) => {
    const { eventStore, viewStore, keyStore, snapshotStore, close } = stores
    await close()
    const stream = newStream()
    const checkpoint = { generation: 0, position: 'start' } as const
    const calls = [
      eventStore.append(stream, 'any', [event()]),
      eventStore.read(stream, { limit: 1 }),
      eventStore.fold(stream, 0n, 0, () => E.right(0)),
      eventStore.truncateBefore(stream, 0n),
      eventStore.delete(stream, 'any'),
      eventStore.tombstone(stream, 'any'),
      viewStore.load('contract'),
      viewStore.get('contract', 'a'),
      viewStore.entries('contract'),
      viewStore.commit('contract', { put: [], delete: [] }, checkpoint, 'p' as never),
      ...(keyStore ? [keyStore.get('s'), keyStore.put('s', 'k'), keyStore.drop('s')] : []),
      ...(snapshotStore ? [snapshotStore.load('s'), snapshotStore.save('s', {})] : []),
    ]
    for (const [i, call] of calls.entries()) {
      const { _tag } = await left<{ readonly _tag: string }, unknown>(call)
      equal(_tag, 'Unavailable', `call ${i}`)
    }
    const items: FeedItem[] = []
    for await (const item of stores.feed.subscribe({})) items.push(item)
    const [only] = items
    equal([items.length, only?._tag === 'Failed' && only.error._tag], [1, 'Unavailable'])
  },

  'the close ends a subscription that waits, with a last item that says why': async ({
    eventStore,
    feed,
    close,
  }) => {
    const category = newCategory()
    await right(eventStore.append(newStream(category), 'noStream', [event()]))
    const seen: FeedItem[] = []
    for await (const item of feed.subscribe({ categories: [category] })) {
      seen.push(item)
      // Run while the loop already waits for its next item, or is just about to.
      if (item._tag === 'CaughtUp') void Promise.resolve().then(close)
    }
    const last = seen.at(-1)
    if (last?._tag !== 'Failed') return fail('expected Failed')
    equal(last.error._tag, 'Unavailable')
  },

  'stores may be closed twice': async ({ close }) => {
    await close()
    await close()
  },
}
