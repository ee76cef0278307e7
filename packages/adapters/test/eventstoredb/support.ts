import { EventStoreDBClient } from '@eventstore/db-client'
import {
  type Decider,
  type EventStore,
  type FeedItem,
  handle,
  type Handle,
  inProcessCache,
  type NewEvent,
  type RecordedEvent,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'
import { afterEach, expect } from 'vitest'

import {
  eventStoreDB,
  type EventStoreDBOptions,
  type EventStoreDBStores,
} from '../../src/eventstoredb/index.js'
import { systemRuntime } from '../../src/runtime/index.js'
import { type FaultServer, faultServer } from './fault-server/server.js'

const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** Short, so that a fault is over in milliseconds. */
const short: EventStoreDBOptions = { timeout: 400, patience: 5_000 }

/** A server of its own for one test, and stores on it; both end with the test. */
export const opened = async (
  options: EventStoreDBOptions = {},
  address = (port: number) => `esdb://127.0.0.1:${port}?tls=false`,
): Promise<{
  readonly server: FaultServer
  readonly stores: EventStoreDBStores
  /** How many clients were made. */
  readonly connections: () => number
}> => {
  const server = await faultServer()
  endings.push(server.stop)
  let made = 0
  const stores = eventStoreDB(
    () => {
      made++
      return EventStoreDBClient.connectionString(address(server.port))
    },
    { ...short, ...options },
  )
  endings.push(stores.close)
  return { server, stores, connections: () => made }
}

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

export const note = (eventStore: EventStore): Handle<Note, Noted, never> =>
  handle(noting, {
    eventStore,
    runtime: systemRuntime,
    cache: inProcessCache({ max: 100 }),
    attempts: 1_000,
    resends: 12,
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
