/** What tests write and read through the port, on whatever server. */
import {
  type Decider,
  type EventStore,
  type FeedItem,
  handle,
  type Handle,
  type Handling,
  inProcessCache,
  type NewEvent,
  type RecordedEvent,
  type StoreError,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { expect } from 'vitest'

import type { Delivery } from '../../src/eventstoredb/index.js'
import { systemRuntime } from '../../src/runtime/index.js'

export const event = (data: NewEvent['data'] = {}, type = 'Noted'): NewEvent => ({
  id: crypto.randomUUID(),
  type,
  data,
  metadata: {},
})

const Noted = t.type({ type: t.literal('Noted'), data: t.type({ text: t.string }) })
type Noted = t.TypeOf<typeof Noted>
interface Note {
  readonly text: string
}

/** Notes whatever it is told: what is on record is what was said. */
const noting: Decider<Note, number, Noted, never> = {
  category: 'note',
  event: Noted,
  initial: 0,
  evolve: (n) => n + 1,
  decide:
    ({ text }) =>
    () =>
      E.right([{ type: 'Noted', data: { text } }]),
}

export const note = (
  eventStore: EventStore,
  handling: Partial<Handling<number, Noted>> = {},
): Handle<Note, Noted, never> =>
  handle(noting, {
    eventStore,
    runtime: systemRuntime,
    cache: inProcessCache({ max: 100 }),
    attempts: 1_000,
    resends: 12,
    ...handling,
  })

/** What a stream holds, as the host reads it. */
export const textsOf = async (
  eventStore: EventStore,
  stream: string,
): Promise<ReadonlyArray<unknown>> => {
  const read = await eventStore.read(stream, { limit: 100_000 })()
  if (E.isLeft(read)) throw new Error(JSON.stringify(read.left))
  const events: ReadonlyArray<RecordedEvent> = O.isSome(read.right) ? read.right.value : []
  return events.map(({ data }) => (data as { text?: unknown }).text)
}

/** Asks for items until one is the last that is wanted. */
export const upTo = async (
  items: AsyncIterator<FeedItem>,
  isLast: (item: FeedItem) => boolean,
): Promise<ReadonlyArray<FeedItem>> => {
  const seen: FeedItem[] = []
  for (;;) {
    const { done, value } = (await items.next()) as IteratorResult<FeedItem, undefined>
    if (done === true) return seen
    seen.push(value)
    if (isLast(value)) return seen
  }
}

export const right = <A>(answer: E.Either<unknown, A>): A => {
  if (E.isRight(answer)) return answer.right
  expect(answer.left).toBe('an answer')
  throw new Error('unreachable')
}

/** The next of a group's deliveries, which must come. */
export const delivery = async (
  items: AsyncIterator<E.Either<StoreError, Delivery>>,
): Promise<Delivery> => {
  const item = await items.next()
  if (item.done === true) throw new Error('no more deliveries')
  return right(item.value)
}
