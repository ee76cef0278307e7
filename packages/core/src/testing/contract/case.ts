/**
 * What the lines of the contract are written with.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type {
  Appended,
  EventStore,
  ExpectedRevision,
  NewEvent,
  Position,
  ReadOptions,
  RecordedEvent,
  StoreError,
} from '../../store/event-store.js'
import type { Json } from '../../store/json.js'
import type { Stores } from '../../store/stores.js'
import { difference, show } from '../difference.js'

/** One line of the contract: it rejects where a store breaks it. */
export type Line = (stores: Stores) => Promise<void>

/** Lines by their titles. */
export type Lines = Readonly<Record<string, Line>>

export const fail = (message: string): never => {
  throw new Error(message)
}

/** Deep equality; the message says where the two differ. */
export const equal = (actual: unknown, expected: unknown, what = 'the answer'): void => {
  const found = difference(actual, expected, what)
  if (found !== undefined) fail(found)
}

/** The answer of a call that must succeed. */
export const right = async <F, A>(task: TaskEither<F, A>): Promise<A> => {
  const answer = await task()
  return E.isRight(answer) ? answer.right : fail(`expected an answer, got ${show(answer.left)}`)
}

/** The error of a call that must be refused. */
export const left = async <F, A>(task: TaskEither<F, A>): Promise<F> => {
  const answer = await task()
  return E.isLeft(answer) ? answer.left : fail(`expected a refusal, got ${show(answer.right)}`)
}

export const conflicts = async (
  task: TaskEither<StoreError, unknown>,
  expected: ExpectedRevision,
  actual: bigint | 'noStream',
): Promise<void> => {
  equal(await left(task), { _tag: 'Conflict', expected, actual })
}

/** Refused as an argument that no store takes; the words that say what it takes are the store's own. */
export const invalid = async (task: TaskEither<StoreError, unknown>, field: string) => {
  const error = await left(task)
  if (error._tag !== 'InvalidArgument') return fail(`expected InvalidArgument, got ${show(error)}`)
  equal(error.field, field, 'the field')
}

const hex = (digits: number): string =>
  Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join('')

export const uuid = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`

/** A category that no stream had before. */
export const newCategory = (): string => `contract${hex(16)}`

/** The name of a stream that never was. */
export const newStream = (category = 'contract'): string => `${category}-${uuid()}`

export const event = (data: Json = {}, type = 'Noted'): NewEvent => ({
  id: uuid(),
  type,
  data,
  metadata: {},
})

/** So many new events, numbered from 0 in their data. */
export const events = (n: number, type?: string): ReadonlyNonEmptyArray<NewEvent> => [
  event(0, type),
  ...Array.from({ length: n - 1 }, (_, i) => event(i + 1, type)),
]

/** The name of a new stream that holds so many events, and the events. */
export const written = async (eventStore: EventStore, n: number, category?: string) => {
  const stream = newStream(category)
  const all = events(n)
  await right(eventStore.append(stream, 'noStream', all))
  return { stream, events: all }
}

/** The events of a stream that must be there to be read. */
export const readAll = async (
  eventStore: EventStore,
  stream: string,
  options: ReadOptions = { limit: 1_000 },
): Promise<ReadonlyArray<RecordedEvent>> => {
  const found = await right(eventStore.read(stream, options))
  return O.isSome(found) ? found.value : fail(`${stream} is not there`)
}

/**
 * Writes one event of its own to a new stream, and answers where it stands in the order of all events: as the append
 * says, or else the feed. A read of a stream need not know (EventStoreDB sends no position with it).
 */
export const mark = async (
  { eventStore, feed }: Pick<Stores, 'eventStore' | 'feed'>,
  category: string,
): Promise<Position> => {
  const one = event('mark')
  const { position } = await right(eventStore.append(newStream(category), 'noStream', [one]))
  if (O.isSome(position)) return position.value
  for await (const item of feed.subscribe({ categories: [category] }))
    if (item._tag === 'Event' && item.event.id === one.id) return item.event.position
  return fail('the feed ended before what was written')
}

/** The same revision, and the same position where both say one. */
export const sameAnswer = (actual: Appended, expected: Appended): void => {
  equal(actual.revision, expected.revision, 'the revision')
  if (O.isSome(actual.position) && O.isSome(expected.position))
    equal(actual.position, expected.position, 'the position')
}

export const revisions = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<bigint> =>
  events.map(({ revision }) => revision)

export const ids = (events: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<string> =>
  events.map(({ id }) => id)
