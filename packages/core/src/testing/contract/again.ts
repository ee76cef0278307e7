/**
 * An append that is sent again. A store knows it by its events' ids and their places, and by no more.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Appended, EventStore, ExpectedRevision, StoreError } from '../../store/event-store.js'
import {
  conflicts,
  equal,
  event,
  events,
  ids,
  type Lines,
  newStream,
  readAll,
  right,
  sameAnswer,
  written,
} from './case.js'

/** A stream of two events, then three that were written with `expected`, then one more. */
const history = async (eventStore: EventStore, expected: ExpectedRevision) => {
  const { stream, events: before } = await written(eventStore, 2)
  const sent = events(3)
  const first = await right(eventStore.append(stream, expected, sent))
  const after = event('after')
  await right(eventStore.append(stream, 4n, [after]))
  const holds = async () => {
    equal(ids(await readAll(eventStore, stream)), ids([...before, ...sent, after]), 'the stream')
  }
  return { stream, sent, first, holds }
}

/** A store need not tell at once what became of the second of two that are under way. */
const untilKnown = async (append: TaskEither<StoreError, Appended>): Promise<Appended> => {
  for (let left = 9; left > 0; left--) {
    const answer = await append()
    if (E.isRight(answer) || answer.left._tag !== 'OutcomeUnknown') break
  }
  return right(append)
}

export const again: Lines = {
  'an append that is sent again answers with the first one’s revision': async ({ eventStore }) => {
    const { stream, sent, first, holds } = await history(eventStore, 1n)
    equal(first.revision, 4n)
    sameAnswer(await right(eventStore.append(stream, 1n, sent)), first)
    await holds()
  },

  'the first append of a stream, sent again, answers with its own revision': async ({
    eventStore,
  }) => {
    const { stream, events: sent } = await written(eventStore, 2)
    const more = events(2)
    await right(eventStore.append(stream, 1n, more))
    equal((await right(eventStore.append(stream, 'noStream', sent))).revision, 1n)
    equal(ids(await readAll(eventStore, stream)), ids([...sent, ...more]))
  },

  'an append to the present end, sent again, is written once': async ({ eventStore }) => {
    const stream = newStream()
    const one = [event()] as const
    await right(eventStore.append(stream, 'noStream', one))
    equal((await right(eventStore.append(stream, 'noStream', one))).revision, 0n)
    equal(ids(await readAll(eventStore, stream)), ids(one))
  },

  'sent again at the same time, it is written once and both learn the same': async ({
    eventStore,
  }) => {
    const stream = newStream()
    const sent = events(3)
    const append = () => untilKnown(eventStore.append(stream, 'noStream', sent))
    const [one, two] = await Promise.all([append(), append()])
    equal([one.revision, two.revision], [2n, 2n])
    equal(ids(await readAll(eventStore, stream)), ids(sent))
  },

  'a leading part of an append is known again': async ({ eventStore }) => {
    const { stream, sent, holds } = await history(eventStore, 1n)
    equal((await right(eventStore.append(stream, 1n, [sent[0]]))).revision, 2n)
    await holds()
  },

  'an append that is sent again is known by its ids, whatever its data': async ({ eventStore }) => {
    const { stream, sent, first, holds } = await history(eventStore, 1n)
    const other = sent.map((e) => ({ ...e, type: 'Other', data: 'other' }))
    sameAnswer(await right(eventStore.append(stream, 1n, other as unknown as typeof sent)), first)
    await holds()
  },

  'an id in capitals is the same id': async ({ eventStore }) => {
    const { stream, events: sent } = await written(eventStore, 1)
    const loud = { ...sent[0], id: sent[0].id.toUpperCase() }
    equal((await right(eventStore.append(stream, 'noStream', [loud]))).revision, 0n)
    equal(ids(await readAll(eventStore, stream)), ids(sent))
  },

  'the same ids at the stream’s present end are written a second time': async ({ eventStore }) => {
    const { stream, events: sent } = await written(eventStore, 2)
    equal((await right(eventStore.append(stream, 1n, sent))).revision, 3n)
    equal(ids(await readAll(eventStore, stream)), ids([...sent, ...sent]))
  },

  'the same ids in another stream are other events': async ({ eventStore }) => {
    const { events: sent } = await written(eventStore, 2)
    const stream = newStream()
    equal((await right(eventStore.append(stream, 'noStream', sent))).revision, 1n)
    equal(ids(await readAll(eventStore, stream)), ids(sent))
  },

  'an append with any or streamExists, sent again at once, is known': async ({ eventStore }) => {
    for (const expected of ['any', 'streamExists'] as const) {
      const { stream, sent, first, holds } = await history(eventStore, expected)
      sameAnswer(await right(eventStore.append(stream, expected, sent)), first)
      equal((await right(eventStore.append(stream, expected, [sent[0]]))).revision, 2n)
      await holds()
    }
  },

  'the same ids in another order are a conflict': async ({ eventStore }) => {
    const { stream, sent, holds } = await history(eventStore, 1n)
    const [a, b, c] = sent
    if (b === undefined || c === undefined) return
    await conflicts(eventStore.append(stream, 1n, [c, b, a]), 1n, 5n)
    await conflicts(eventStore.append(stream, 1n, [a, c, b]), 1n, 5n)
    await holds()
  },

  'known ids followed by a new one are a conflict': async ({ eventStore }) => {
    const { stream, sent, holds } = await history(eventStore, 1n)
    for (const expected of [1n, 'any', 'streamExists'] as const) {
      const more = [sent[0], ...sent.slice(1), event()] as const
      await conflicts(eventStore.append(stream, expected, more), expected, 5n)
    }
    await holds()
  },

  'sent again to a stream soft-deleted since, it succeeds without a position and is not written':
    async ({ eventStore }) => {
      const { stream, events: sent } = await written(eventStore, 2)
      await right(eventStore.delete(stream, 1n))
      const answer = { revision: 1n, position: O.none }
      equal(await right(eventStore.append(stream, 'noStream', sent)), answer)
      equal(await right(eventStore.append(stream, 'any', sent)), answer)
      equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
    },

  'sent again to a stream truncated since, it succeeds without a position and is not written':
    async ({ eventStore }) => {
      const { stream, events: sent } = await written(eventStore, 2)
      await right(eventStore.truncateBefore(stream, 2n))
      const answer = { revision: 1n, position: O.none }
      equal(await right(eventStore.append(stream, 'noStream', sent)), answer)
      equal(await readAll(eventStore, stream), [])
    },
}
