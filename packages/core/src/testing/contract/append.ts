/** @since 0.1.0 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { ExpectedRevision, NewEvent } from '../../store/event-store.js'
import {
  conflicts,
  equal,
  event,
  events,
  fail,
  ids,
  type Lines,
  newStream,
  readAll,
  revisions,
  right,
  uuid,
  written,
} from './case.js'

export const appending: Lines = {
  'the first event of a stream has revision 0': async ({ eventStore }) => {
    const stream = newStream()
    const { revision } = await right(eventStore.append(stream, 'noStream', [event()]))
    equal(revision, 0n)
    equal(revisions(await readAll(eventStore, stream)), [0n])
  },

  'an append answers with the revision of its last event': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 2)
    equal((await right(eventStore.append(stream, 1n, events(3)))).revision, 4n)
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n, 2n, 3n, 4n])
  },

  'events come back as they were written': async ({ eventStore }) => {
    const stream = newStream()
    const all: readonly [NewEvent, NewEvent] = [
      {
        id: uuid(),
        type: 'Sonderfälle geklärt 处理',
        data: { text: '"\\\n\u0001 é 处理 😀', deep: [1, -0.5, 1e21, true, null, { '': [] }] },
        metadata: { schemaVersion: 1, $correlationId: uuid() },
      },
      event('a plain text'),
    ]
    await right(eventStore.append(stream, 'noStream', all))
    const read = await readAll(eventStore, stream)
    equal(
      read.map(({ id, type, data, metadata }) => ({ id, type, data, metadata })),
      all,
    )
    equal(
      read.map((e) => e.stream),
      [stream, stream],
    )
    equal(
      read.every(({ recordedAt }) => Number.isInteger(recordedAt)),
      true,
      'a whole number of milliseconds as recordedAt',
    )
  },

  'what is kept is shared with nobody': async ({ eventStore }) => {
    const stream = newStream()
    const data = { list: ['as written'] }
    const metadata = { tenant: 'as written' }
    await right(eventStore.append(stream, 'noStream', [{ ...event(), data, metadata }]))
    const spoil = (e: { data: unknown; metadata: unknown }) => {
      ;(e.data as typeof data).list.push('spoilt')
      ;(e.metadata as typeof metadata).tenant = 'spoilt'
    }
    spoil({ data, metadata })
    const [first] = await readAll(eventStore, stream)
    equal([first?.data, first?.metadata], [{ list: ['as written'] }, { tenant: 'as written' }])
    if (first !== undefined) spoil(first)
    const [second] = await readAll(eventStore, stream)
    equal([second?.data, second?.metadata], [{ list: ['as written'] }, { tenant: 'as written' }])
  },

  'an append that expects no stream meets one: a conflict that says where it stands': async ({
    eventStore,
  }) => {
    const { stream, events: all } = await written(eventStore, 3)
    await conflicts(eventStore.append(stream, 'noStream', [event()]), 'noStream', 2n)
    equal(ids(await readAll(eventStore, stream)), ids(all))
  },

  'an append that expects a stream meets none: a conflict with noStream': async ({
    eventStore,
  }) => {
    const stream = newStream()
    await conflicts(eventStore.append(stream, 0n, [event()]), 0n, 'noStream')
    await conflicts(
      eventStore.append(stream, 'streamExists', [event()]),
      'streamExists',
      'noStream',
    )
    equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
  },

  'an append that expects another revision, earlier or later, is a conflict': async ({
    eventStore,
  }) => {
    const { stream, events: all } = await written(eventStore, 3)
    await conflicts(eventStore.append(stream, 1n, [event()]), 1n, 2n)
    await conflicts(eventStore.append(stream, 3n, [event(), event()]), 3n, 2n)
    equal(ids(await readAll(eventStore, stream)), ids(all))
  },

  'an append that expects anything, or any stream, goes on where the stream stands': async ({
    eventStore,
  }) => {
    const stream = newStream()
    const append = (expected: ExpectedRevision) => eventStore.append(stream, expected, [event()])
    equal((await right(append('any'))).revision, 0n)
    equal((await right(append('any'))).revision, 1n)
    equal((await right(append('streamExists'))).revision, 2n)
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n, 2n])
  },

  'of writers who believe the same, one is first and all others meet a conflict': async ({
    eventStore,
  }) => {
    const { stream } = await written(eventStore, 1)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => eventStore.append(stream, 0n, events(2))()),
    )
    equal(answers.filter(E.isRight).length, 1, 'how many were written')
    for (const answer of answers)
      if (E.isLeft(answer)) equal(answer.left, { _tag: 'Conflict', expected: 0n, actual: 2n })
    equal(revisions(await readAll(eventStore, stream)), [0n, 1n, 2n])
  },

  'appends at the same time are each written whole and once': async ({ eventStore }) => {
    const stream = newStream()
    const batches = Array.from({ length: 10 }, () => events(3))
    await Promise.all(batches.map((batch) => right(eventStore.append(stream, 'any', batch))))
    const read = await readAll(eventStore, stream)
    equal(
      revisions(read),
      Array.from({ length: 30 }, (_, i) => BigInt(i)),
    )
    for (const batch of batches) {
      const at = read.findIndex(({ id }) => id === batch[0].id)
      equal(ids(read.slice(at, at + 3)), ids(batch), 'a batch')
    }
  },

  'streams of long and strange names are kept apart': async ({ eventStore }) => {
    const own = newStream()
    const names = [
      own,
      `${own} `,
      `${own}\u0000`,
      `${own}%2F`,
      `${own}-处理😀`,
      own.padEnd(1_000, 'x'),
    ]
    for (const name of names) await right(eventStore.append(name, 'noStream', [event(name)]))
    for (const name of names) {
      const [only, ...more] = await readAll(eventStore, name)
      equal([only?.data, only?.stream, more], [name, name, []])
    }
  },

  'one append holds 300 events': async ({ eventStore }) => {
    const { stream, events: all } = await written(eventStore, 300)
    equal(ids(await readAll(eventStore, stream)), ids(all))
  },

  'an append is made when it is run, and not before': async ({ eventStore }) => {
    const stream = newStream()
    const append = eventStore.append(stream, 'noStream', [event()])
    equal(await right(eventStore.read(stream, { limit: 1 })), O.none)
    await right(append)
    equal((await readAll(eventStore, stream)).length, 1)
  },

  'one append holds 1,023 KiB of text, and 1,024 KiB are too large': async ({ eventStore }) => {
    const stream = newStream()
    const text = (kib: number) => event('x'.repeat(kib * 1_024))
    await right(eventStore.append(stream, 'noStream', [text(1_023)]))
    for (const tooMuch of [
      [text(1_024)] as const,
      [text(512), text(512)] as const,
      [event('é'.repeat(512 * 1_024))] as const,
    ]) {
      const append = await eventStore.append(stream, 0n, tooMuch)()
      if (E.isRight(append) || append.left._tag !== 'TooLarge') return fail('expected TooLarge')
      const { limit, size } = append.left
      equal([limit, size > limit], [1_048_576, true], 'limit and size')
    }
    equal(revisions(await readAll(eventStore, stream)), [0n])
  },
}
