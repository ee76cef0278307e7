/** @since 0.1.0 */
import type { Appended, EventStore, Instant, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import {
  checkAppend,
  type CheckedEvent,
  wrongExpected,
  wrongReading,
  wrongRevision,
  wrongStream,
} from '../shared/arguments.js'
import { conflict, streamDeleted } from '../shared/store-errors.js'
import {
  type Entry,
  isReadable,
  lastOf,
  type Log,
  positionOf,
  recorded,
  type Stream,
  streamOf,
} from './log.js'
import { verdict } from './verdict.js'

/** Runs a call from beginning to end in one turn, so that no other comes between; a closed store refuses it. */
export type Answer = <F, A>(
  call: () => E.Either<F | StoreError, A>,
) => TaskEither<F | StoreError, A>

export interface EventStoreParts {
  readonly log: Log
  readonly answer: Answer
  readonly now: () => Instant
  readonly maxAppendSize: number
}

const write = (
  log: Log,
  stream: Stream,
  events: ReadonlyArray<CheckedEvent>,
  recordedAt: Instant,
): void => {
  if (stream.deleted === 'softly') {
    stream.deleted = 'no'
    stream.truncatedBefore = stream.entries.length
  }
  for (const { id, type, data, metadata } of events) {
    const revision = stream.entries.length
    const place = log.entries.length
    const entry: Entry = { id, type, data, metadata, stream, revision, place, recordedAt }
    stream.entries.push(entry)
    log.entries.push(entry)
    if (!stream.firstOf.has(id)) stream.firstOf.set(id, revision)
  }
  log.streams.set(stream.name, stream)
  for (const wake of [...log.waiting]) wake()
}

/** What may be read of a stream from `from` on, as places in its entries: none where there is no stream to read. */
const readable = (
  log: Log,
  name: string,
): E.Either<StoreError, O.Option<{ readonly stream: Stream; readonly first: number }>> => {
  const stream = streamOf(log, name)
  if (stream.deleted === 'forEver') return E.left(streamDeleted(name))
  return stream.deleted === 'softly' || lastOf(stream) < 0
    ? E.right(O.none)
    : E.right(O.some({ stream, first: stream.truncatedBefore ?? 0 }))
}

const appendedAt = (stream: Stream, revision: number): Appended => {
  const entry = stream.entries[revision]
  return {
    revision: BigInt(revision),
    position: entry !== undefined && isReadable(entry) ? O.some(positionOf(entry)) : O.none,
  }
}

export const eventStore = ({ log, answer, now, maxAppendSize }: EventStoreParts): EventStore => ({
  append: (name, expected, events) =>
    answer(() => {
      const checked = checkAppend(name, expected, events, maxAppendSize)
      if (E.isLeft(checked)) return checked
      const stream = streamOf(log, name)
      const said = verdict(
        stream,
        expected,
        checked.right.map(({ id }) => id),
      )
      if (said._tag === 'Refused') return E.left(said.why)
      if (said._tag === 'Go') write(log, stream, checked.right, now())
      return E.right(appendedAt(stream, said._tag === 'Go' ? lastOf(stream) : said.revision))
    }),

  read: (name, options) =>
    answer(() => {
      const wrong = wrongStream(name) ?? wrongReading(options)
      if (wrong !== undefined) return E.left(wrong)
      const { direction, from, limit } = options
      const backwards = direction === 'backwards'
      return E.map(
        O.map(({ stream, first }: { readonly stream: Stream; readonly first: number }) => {
          const last = lastOf(stream)
          const start = from === undefined ? (backwards ? last : 0) : Number(from)
          const [low, high] = backwards
            ? [Math.max(first, Math.min(start, last) - limit + 1), Math.min(start, last)]
            : [Math.max(first, start), Math.max(first, start) + limit - 1]
          const events = stream.entries.slice(low, high + 1).map(recorded)
          return backwards ? events.reverse() : events
        }),
      )(readable(log, name))
    }),

  fold: (name, from, init, step) =>
    answer(() => {
      const wrong = wrongStream(name) ?? wrongRevision('from', from)
      if (wrong !== undefined) return E.left(wrong)
      const found = readable(log, name)
      if (E.isLeft(found)) return found
      if (O.isNone(found.right)) return E.right(O.none)
      const { stream, first } = found.right.value
      // Taken before the first step: one that appends to the stream it folds would otherwise never end.
      const end = stream.entries.length
      let state = init
      let last: O.Option<bigint> = O.none
      for (let i = Math.max(first, Number(from)); i < end; i++) {
        const entry = stream.entries[i]
        if (entry === undefined) break
        const next = step(state, recorded(entry))
        if (E.isLeft(next)) return next
        state = next.right
        last = O.some(BigInt(i))
      }
      return E.right(O.some({ state, last }))
    }),

  truncateBefore: (name, revision) =>
    answer(() => {
      const wrong = wrongStream(name) ?? wrongRevision('revision', revision)
      if (wrong !== undefined) return E.left(wrong)
      const stream = streamOf(log, name)
      if (stream.deleted === 'forEver') return E.left(streamDeleted(name))
      // A stream that is soft-deleted stands again, with all that it had truncated away.
      const least = stream.deleted === 'softly' ? stream.entries.length : 0
      stream.truncatedBefore = Math.max(least, stream.truncatedBefore ?? 0, Number(revision))
      stream.deleted = 'no'
      log.streams.set(name, stream)
      return E.right(undefined)
    }),

  delete: (name, expected) =>
    answer(() => {
      const wrong = wrongStream(name) ?? wrongExpected(expected)
      if (wrong !== undefined) return E.left(wrong)
      const stream = streamOf(log, name)
      const said = verdict(stream, expected, [])
      if (said._tag === 'Refused') return E.left(said.why)
      if (lastOf(stream) < 0 && stream.truncatedBefore === undefined)
        return E.left(conflict(expected, -1))
      stream.deleted = 'softly'
      return E.right(undefined)
    }),

  tombstone: (name, expected) =>
    answer(() => {
      const wrong = wrongStream(name) ?? wrongExpected(expected)
      if (wrong !== undefined) return E.left(wrong)
      const stream = streamOf(log, name)
      const said = verdict(stream, expected, [])
      if (said._tag === 'Refused') return E.left(said.why)
      stream.deleted = 'forEver'
      log.streams.set(name, stream)
      return E.right(undefined)
    }),
})
