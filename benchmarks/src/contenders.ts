/**
 * Who is measured. Each works through the commands one at a time, on a store of its own that is empty at first,
 * and says how many events are on record afterwards.
 */
import {
  DeciderCommandHandler,
  getInMemoryEventStore,
  type InMemoryEventStore,
} from '@event-driven-io/emmett'
import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import type { complaint } from '@troth/core'
import { handle, inProcessCache } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { type Asked, type Command, decider, type Event, type State } from './desk.ts'

type Contender = (all: ReadonlyArray<Asked>) => Promise<number>

type Ask = (asked: Asked) => Promise<number>

/** Two ways to ask one command of the same store; each gives how many events it recorded. */
export const troth = (): { readonly cached: Ask; readonly uncached: Ask } => {
  const host = { eventStore: memory().eventStore, runtime: systemRuntime }
  const asking =
    (ask: ReturnType<typeof handle<Command, State, Event, complaint.ComplaintRejection>>): Ask =>
    async ({ id, command, commandId }) => {
      const answer = await ask(id, command, { commandId })()
      return E.isRight(answer) && answer.right._tag === 'Appended' ? answer.right.events.length : 0
    }
  return {
    cached: asking(handle(decider, { ...host, cache: inProcessCache({ max: 10_000 }) })),
    uncached: asking(handle(decider, host)),
  }
}

const withTroth =
  (how: 'cached' | 'uncached'): Contender =>
  async (all) => {
    const ask = troth()[how]
    let events = 0
    for (const asked of all) events += await ask(asked)
    return events
  }

const decided = (command: Command, state: State): Event[] => {
  const decision = decider.decide(command)(state)
  if (E.isLeft(decision)) throw new Error(decision.left._tag)
  return [...decision.right]
}

const emmettHandle = DeciderCommandHandler<State, Command, Event>({
  decide: decided,
  evolve: decider.evolve,
  initialState: () => decider.initial,
})

/** Emmett's store keeps the objects that it is given; told so, it keeps their data as JSON text, as a store would. */
const asText = {
  schema: {
    versioning: {
      downcast: ({ type, data }: Event) => ({ type, data: JSON.stringify(data) }),
      upcast: ({ type, data }: { readonly type: string; readonly data: string }) => ({
        type,
        data: JSON.parse(data) as unknown,
      }),
    },
  },
}

const withEmmett =
  (stores: () => (id: string) => InMemoryEventStore, options = {}): Contender =>
  async (all) => {
    const storeOf = stores()
    let events = 0
    for (const { id, command } of all)
      events += (await emmettHandle(storeOf(id), id, command, options)).newEvents.length
    return events
  }

const oneStore = (): ((id: string) => InMemoryEventStore) => {
  const store = getInMemoryEventStore()
  return () => store
}

const aStoreForEach = (): ((id: string) => InMemoryEventStore) => {
  const stores = new Map<string, InMemoryEventStore>()
  return (id) => {
    const store = stores.get(id) ?? getInMemoryEventStore()
    stores.set(id, store)
    return store
  }
}

/** The least that there is to do: decide, evolve, keep the event as JSON. */
const plainLoop: Contender = (all) => {
  const streams = new Map<string, { state: State; readonly events: string[] }>()
  let events = 0
  for (const { id, command } of all) {
    const stream = streams.get(id) ?? { state: decider.initial, events: [] }
    streams.set(id, stream)
    for (const event of decided(command, stream.state)) {
      stream.events.push(JSON.stringify(event))
      stream.state = decider.evolve(stream.state, event)
      events++
    }
  }
  return Promise.resolve(events)
}

export const contenders = {
  'handle, with the cache': withTroth('cached'),
  'handle, without': withTroth('uncached'),
  Emmett: withEmmett(oneStore),
  'Emmett, data as JSON text': withEmmett(oneStore, asText),
  'Emmett, a store for each stream': withEmmett(aStoreForEach),
  'plain loop': plainLoop,
} satisfies Record<string, Contender>

export type Name = keyof typeof contenders
