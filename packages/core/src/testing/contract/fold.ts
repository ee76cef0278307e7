/** @since 0.1.0 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { EventStore, RecordedEvent } from '../../store/event-store.js'
import {
  equal,
  events,
  fail,
  ids,
  invalid,
  left,
  type Lines,
  newStream,
  readAll,
  revisions,
  right,
  written,
} from './case.js'

const collect = (state: ReadonlyArray<RecordedEvent>, event: RecordedEvent) =>
  E.right([...state, event])

const folded = (eventStore: EventStore, stream: string, from = 0n) =>
  right(eventStore.fold(stream, from, [] as ReadonlyArray<RecordedEvent>, collect))

export const folding: Lines = {
  'a fold sees each event once, in order, and says which was the last': async ({ eventStore }) => {
    const { stream, events: first } = await written(eventStore, 200)
    const more = events(100)
    await right(eventStore.append(stream, 199n, more))
    const answer = await folded(eventStore, stream)
    if (O.isNone(answer)) return fail('the stream is there')
    equal(answer.value.last, O.some(299n))
    equal(ids(answer.value.state), ids([...first, ...more]))
    equal(answer.value.state.slice(0, 9), await readAll(eventStore, stream, { limit: 9 }))
  },

  'a fold begins with the event of the revision that it is given': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 4)
    const answer = await folded(eventStore, stream, 2n)
    equal(O.isSome(answer) && revisions(answer.value.state), [2n, 3n])
  },

  'a fold past the end gives what it began with, and no last event': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 2)
    equal(await folded(eventStore, stream, 2n), O.some({ state: [], last: O.none }))
  },

  'a fold of a stream that is not there gives none': async ({ eventStore }) => {
    equal(await folded(eventStore, newStream()), O.none)
  },

  'a step that will not go on ends the fold with its own reason': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 5)
    const seen: bigint[] = []
    const why = { _tag: 'Enough' as const }
    const answer = left(
      eventStore.fold(stream, 0n, 0, (n, { revision }) => {
        seen.push(revision)
        return revision === 2n ? E.left(why) : E.right(n + 1)
      }),
    )
    equal(await answer, why)
    equal(seen, [0n, 1n, 2n])
  },

  'a step that throws does the store no harm': async ({ eventStore }) => {
    const { stream, events: all } = await written(eventStore, 2)
    const thrown = await eventStore
      .fold(stream, 0n, 0, () => fail('a mistake in a step'))()
      .then(E.isLeft, () => true)
    equal(thrown, true, 'that the mistake is not lost')
    equal((await right(eventStore.append(stream, 1n, events(1)))).revision, 2n)
    equal(ids(await readAll(eventStore, stream, { limit: 2 })), ids(all))
  },

  'a fold from a negative revision is refused': async ({ eventStore }) => {
    const { stream } = await written(eventStore, 1)
    await invalid(
      eventStore.fold(stream, -1n, [], () => E.right([])),
      'from',
    )
  },
}
