/** @since 0.1.0 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { EventStore } from '../../store/event-store.js'
import {
  conflicts,
  equal,
  event,
  events,
  left,
  type Lines,
  newStream,
  readAll,
  revisions,
  right,
  written,
} from './case.js'

const count = (eventStore: EventStore, stream: string) =>
  eventStore.fold(stream, 0n, 0, (n) => E.right(n + 1))

/** A stream whose three events were soft-deleted. */
const deleted = async (eventStore: EventStore) => {
  const { stream } = await written(eventStore, 3)
  await right(eventStore.delete(stream, 2n))
  return stream
}

export const deleting: Lines = {
  'a soft-deleted stream reads as none': async ({ eventStore }) => {
    const stream = await deleted(eventStore)
    equal(await right(eventStore.read(stream, { limit: 9 })), O.none)
    equal(await right(eventStore.read(stream, { limit: 9, direction: 'backwards' })), O.none)
    equal(await right(count(eventStore, stream)), O.none)
  },

  'noStream, any and the last revision may append to a soft-deleted stream, which goes on': async ({
    eventStore,
  }) => {
    for (const expected of ['noStream', 'any', 2n] as const) {
      const stream = await deleted(eventStore)
      equal((await right(eventStore.append(stream, expected, events(2)))).revision, 4n)
      equal(revisions(await readAll(eventStore, stream)), [3n, 4n], `after ${String(expected)}`)
      await conflicts(eventStore.append(stream, 'noStream', [event()]), 'noStream', 4n)
    }
  },

  'streamExists does not append to a soft-deleted stream': async ({ eventStore }) => {
    const stream = await deleted(eventStore)
    const append = eventStore.append(stream, 'streamExists', [event()])
    equal(await left(append), { _tag: 'StreamDeleted', stream })
  },

  'another revision does not append to a soft-deleted stream': async ({ eventStore }) => {
    const stream = await deleted(eventStore)
    await conflicts(eventStore.append(stream, 1n, [event()]), 1n, 2n)
    equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
  },

  'a stream that is not there can not be deleted': async ({ eventStore }) => {
    const stream = newStream()
    await conflicts(eventStore.delete(stream, 'any'), 'any', 'noStream')
    await conflicts(eventStore.delete(stream, 0n), 0n, 'noStream')
    await conflicts(eventStore.delete(stream, 'streamExists'), 'streamExists', 'noStream')
  },

  'a stream is deleted only where it stands as expected': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 3)
    await conflicts(eventStore.delete(stream, 1n), 1n, 2n)
    await conflicts(eventStore.delete(stream, 3n), 3n, 2n)
    await conflicts(eventStore.delete(stream, 'noStream'), 'noStream', 2n)
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n, 2n])
    await right(eventStore.delete(stream, 'streamExists'))
    equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
  },

  'a tombstone is set only where the stream stands as expected': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 3)
    await conflicts(eventStore.tombstone(stream, 1n), 1n, 2n)
    await conflicts(eventStore.tombstone(stream, 'noStream'), 'noStream', 2n)
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n, 2n])
  },

  'whatever is asked of a stream with a tombstone, it is deleted': async ({ eventStore }) => {
    for (const expected of [2n, 'any'] as const) {
      const { stream, events: sent } = await written(eventStore, 3)
      await right(eventStore.tombstone(stream, expected))
      const gone = { _tag: 'StreamDeleted', stream }
      for (const again of ['any', 'noStream', 'streamExists', 2n] as const) {
        equal(await left(eventStore.append(stream, again, [event()])), gone, 'append')
        equal(await left(eventStore.delete(stream, again)), gone, 'delete')
        equal(await left(eventStore.tombstone(stream, again)), gone, 'tombstone')
      }
      equal(await left(eventStore.append(stream, 'noStream', sent)), gone, 'append again')
      equal(await left(eventStore.read(stream, { limit: 1 })), gone, 'read')
      equal(await left(count(eventStore, stream)), gone, 'fold')
      equal(await left(eventStore.truncateBefore(stream, 1n)), gone, 'truncateBefore')
    }
  },

  'a tombstone may stand on a soft-deleted stream': async ({ eventStore }) => {
    const stream = await deleted(eventStore)
    await right(eventStore.tombstone(stream, 2n))
    const append = eventStore.append(stream, 'any', [event()])
    equal(await left(append), { _tag: 'StreamDeleted', stream })
  },
}
