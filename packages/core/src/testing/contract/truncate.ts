/** @since 0.1.0 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { conflicts, equal, event, type Lines, readAll, revisions, right, written } from './case.js'

export const truncating: Lines = {
  'events before a truncation are not read, and revisions go on as if they were': async ({
    eventStore,
  }) => {
    const { stream } = await written(eventStore, 5)
    await right(eventStore.truncateBefore(stream, 2n))
    equal(revisions(await readAll(eventStore, stream)), [2n, 3n, 4n])
    equal(revisions(await readAll(eventStore, stream, { from: 1n, limit: 9 })), [2n, 3n, 4n])
    const backwards = { limit: 9, direction: 'backwards' } as const
    equal(revisions(await readAll(eventStore, stream, backwards)), [4n, 3n, 2n])
    equal((await right(eventStore.append(stream, 4n, [event()]))).revision, 5n)
  },

  'a fold begins with the first event that a truncation left': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 4)
    await right(eventStore.truncateBefore(stream, 3n))
    const count = eventStore.fold(stream, 0n, 0, (n) => E.right(n + 1))
    equal(await right(count), O.some({ state: 1, last: O.some(3n) }))
  },

  'a stream truncated before its first event reads whole': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 2)
    await right(eventStore.truncateBefore(stream, 0n))
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n])
  },

  'a stream truncated as a whole reads as empty, and is there': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 6)
    await right(eventStore.truncateBefore(stream, 6n))
    equal(await readAll(eventStore, stream), [])
    equal(await readAll(eventStore, stream, { limit: 1, direction: 'backwards' }), [])
    const count = eventStore.fold(stream, 0n, 0, (n) => E.right(n + 1))
    equal(await right(count), O.some({ state: 0, last: O.none }))
  },

  'a stream truncated as a whole refuses noStream with its last revision, and goes on there':
    async ({ eventStore }) => {
      const { stream } = await written(eventStore, 6)
      await right(eventStore.truncateBefore(stream, 6n))
      await conflicts(eventStore.append(stream, 'noStream', [event()]), 'noStream', 5n)
      equal((await right(eventStore.append(stream, 5n, [event()]))).revision, 6n)
      equal(revisions(await readAll(eventStore, stream)), [6n])
    },
}
