/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import type { EventStore, ExpectedRevision, NewEvent } from '../../store/event-store.js'
import {
  event,
  equal,
  events,
  invalid,
  type Lines,
  newStream,
  readAll,
  revisions,
  right,
  written,
} from './case.js'

/** What a caller without types might pass. */
const mistyped = (part: Readonly<Record<string, unknown>>): NewEvent => ({ ...event(), ...part })

const circle = (): unknown => {
  const o: { self?: unknown } = {}
  o.self = o
  return o
}

/** Refused alone, and behind a good event, whose company must not get it in. */
const refused = async (eventStore: EventStore, bad: NewEvent, field: string): Promise<void> => {
  const stream = newStream()
  await invalid(eventStore.append(stream, 'noStream', [bad]), field)
  await invalid(eventStore.append(stream, 'any', [event(), bad]), field)
  equal(await right(eventStore.read(stream, { limit: 1 })), O.none, 'what was written')
}

export const refusing: Lines = {
  'an append of nothing is refused': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 1)
    const nothing = [] as unknown as Parameters<EventStore['append']>[2]
    await invalid(eventStore.append(stream, 0n, nothing), 'events')
    equal(revisions(await readAll(eventStore, stream)), [0n])
  },

  'an event without a type, or of one that starts with $, is refused': async ({ eventStore }) => {
    for (const type of ['', '$metadata', '$>'])
      await refused(eventStore, mistyped({ type }), 'type')
  },

  'an id that is no UUID, or is the nil one, is refused': async ({ eventStore }) => {
    for (const id of ['', 'one', `${event().id}0`, '00000000-0000-0000-0000-000000000000'])
      await refused(eventStore, mistyped({ id }), 'id')
  },

  'data that JSON can not hold whole is refused': async ({ eventStore }) => {
    const unheld = [
      1n,
      NaN,
      Infinity,
      undefined,
      () => 1,
      Symbol('s'),
      new Date(0),
      new Map(),
      circle(),
    ]
    for (const data of unheld) {
      await refused(eventStore, mistyped({ data }), 'data')
      await refused(eventStore, mistyped({ data: { deep: [{ data }] } }), 'data')
    }
    await refused(eventStore, mistyped({ data: 'half a pair: \ud83d' }), 'data')
    await refused(eventStore, mistyped({ data: { '\ude00': 1 } }), 'data')
  },

  'metadata that is no object, or that JSON can not hold whole, is refused': async ({
    eventStore,
  }) => {
    for (const metadata of [undefined, null, 'text', [], { n: 1n }, { at: new Date(0) }])
      await refused(eventStore, mistyped({ metadata }), 'metadata')
  },

  'a stream without a name, or of one that starts with $, is refused': async ({ eventStore }) => {
    for (const stream of ['', '$all', '$$contract-1', 'contract-\ud83d']) {
      await invalid(eventStore.append(stream, 'any', [event()]), 'stream')
      await invalid(eventStore.read(stream, { limit: 1 }), 'stream')
      await invalid(
        eventStore.fold(stream, 0n, 0, () => ({ _tag: 'Right', right: 0 })),
        'stream',
      )
      await invalid(eventStore.truncateBefore(stream, 0n), 'stream')
      await invalid(eventStore.delete(stream, 'any'), 'stream')
      await invalid(eventStore.tombstone(stream, 'any'), 'stream')
    }
  },

  'a negative revision is refused, and nothing else is in its place': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 1)
    for (const expected of [
      -1n,
      -2n,
      2n ** 64n,
      0,
      'none',
    ] as ReadonlyArray<unknown> as ReadonlyArray<ExpectedRevision>) {
      await invalid(eventStore.append(stream, expected, events(1)), 'expected')
      await invalid(eventStore.delete(stream, expected), 'expected')
      await invalid(eventStore.tombstone(stream, expected), 'expected')
    }
    await invalid(eventStore.truncateBefore(stream, -1n), 'revision')
    equal(revisions(await readAll(eventStore, stream)), [0n])
  },
}
