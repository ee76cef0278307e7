/** A desk on memory whose policies can be run, stopped, killed and run again. */
import {
  businessCalendar,
  complaint,
  customer,
  dealings,
  fault,
  followUp,
  policies,
  promise,
  type Role,
  survey,
} from '@troth/core'
import {
  type Handle,
  handle,
  type Handled,
  importFacts,
  type RecordedEvent,
  stateReader,
  type Stores,
} from '@troth/core/store'
import { type SimulatedRuntime, simulatedRuntime } from '@troth/core/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { memory } from '../../src/memory/index.js'

export const hour = 3_600_000
export const day = 24 * hour
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const calendar = right(
  businessCalendar({
    timeZone: 'UTC',
    week: {
      mon: [['08:00', '18:00']],
      tue: [['08:00', '18:00']],
      wed: [['08:00', '18:00']],
      thu: [['08:00', '18:00']],
      fri: [['08:00', '18:00']],
    },
  }),
)
const window = { early: day, late: day }

export const deciders = {
  complaint: complaint.complaint({
    authority: [{ role: 'agent' as Role, matter: 'compensation' }],
    clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
    noticeTries: 3,
    reopenWithin: 30 * day,
    liaisonNote: { within: day },
  }),
  customer: customer.customer({ authority: [], purposes: ['survey'] }),
  followUp: followUp.followUp({
    calendar,
    windows: { returnVisit: window, inspection: window, fieldVisit: window, touch: window },
    callBack: { late: day },
    cadences: [],
  }),
  promise: promise.promise({ authority: [] }),
  dealings: dealings.dealings({}),
  fault: fault.fault({ authority: [] }),
  survey: survey.survey({ answerWithin: 7 * day, correctWithin: day }),
}
type Deciders = typeof deciders

const codecs = {
  complaint: complaint.ComplaintCommand,
  customer: customer.CustomerCommand,
  followUp: followUp.FollowUpCommand,
  promise: promise.PromiseCommand,
  dealings: dealings.DealingsCommand,
  fault: fault.FaultCommand,
  survey: survey.SurveyCommand,
}

export interface Desk {
  readonly stores: Stores
  readonly runtime: SimulatedRuntime
  readonly desk: policies.Desk
  /** Sends a command, in plain words, as of now. */
  readonly ask: (
    to: keyof Deciders,
    id: string,
    type: string,
    data: object,
    commandId?: string,
  ) => Promise<Handled<unknown, unknown>>
  readonly bringIn: (
    facts: ReadonlyArray<{ type: string; data: object }>,
    id: string,
    category?: keyof Deciders,
  ) => Promise<void>
  readonly events: (stream: string) => Promise<ReadonlyArray<RecordedEvent>>
  readonly types: (stream: string) => Promise<ReadonlyArray<string>>
}

export const openDesk = (given?: Partial<Stores>): Desk => {
  const runtime = simulatedRuntime()
  const stores = { ...memory({ now: runtime.now }), ...given }
  const { eventStore } = stores
  const parts = { eventStore, runtime }
  const streamOf = (category: keyof Deciders) => ({
    handle: handle(deciders[category] as never, parts),
    read: stateReader(deciders[category] as never, parts),
  })
  const streams = {
    complaint: streamOf('complaint'),
    customer: streamOf('customer'),
    followUp: streamOf('followUp'),
    promise: streamOf('promise'),
    dealings: streamOf('dealings'),
    fault: streamOf('fault'),
    survey: streamOf('survey'),
  } as unknown as policies.Streams
  const by = { id: 'desk', role: 'agent' }
  const events = async (stream: string) =>
    O.getOrElse((): ReadonlyArray<RecordedEvent> => [])(
      right(await eventStore.read(stream, { limit: 1000 })()),
    )
  return {
    stores,
    runtime,
    desk: policies.deskOf(streams),
    ask: async (to, id, type, data, commandId = runtime.newId()) => {
      const at = new Date(runtime.now()).toISOString()
      const command = right(
        codecs[to].decode({ type, data: { at, by, ...data } }) as E.Either<unknown, never>,
      )
      const { handle: send } = streams[to] as { handle: Handle<never, unknown, unknown> }
      return right(await send(id, command, { commandId })())
    },
    bringIn: async (facts, id, category = 'promise') => {
      const decider = deciders[category]
      const read = facts.map(({ type, data }) =>
        right(decider.event.decode({ type, data: { by, ...data } }) as E.Either<unknown, object>),
      )
      const [first, ...rest] = read
      if (first === undefined) throw new Error('nothing to import')
      right(
        await importFacts(decider as never, parts)(id, [first, ...rest] as never, {
          source: 'elsewhere',
          foreignId: id,
        })(),
      )
    },
    events,
    types: async (stream) => (await events(stream)).map(({ type }) => type),
  }
}

export interface Run {
  readonly stop: () => Promise<policies.Stopped>
  readonly stopped: Promise<policies.Stopped>
  readonly notices: ReadonlyArray<policies.Notice>
  /** One tick, as of now. */
  readonly tick: () => Promise<void>
  /** All that is on record has been heard. */
  readonly settled: () => Promise<void>
}

export const run = (
  { stores, runtime, desk }: Desk,
  policy: policies.Policy,
  how: Partial<policies.Run & policies.Running> = {},
): Run => {
  const ticker = policies.ticker()
  const stop = new AbortController()
  const notices: policies.Notice[] = []
  const { start = 'start', imported = false, ...more } = how
  const stopped = policies.runPolicy(
    { policy, start, imported },
    {
      ...stores,
      runtime,
      desk,
      ticker,
      signal: stop.signal,
      onNotice: (notice) => notices.push(notice),
      ...more,
    },
  )()
  return {
    stopped,
    stop: () => {
      stop.abort()
      return stopped
    },
    notices,
    tick: () => ticker.tick(runtime.now()),
    settled: async () => {
      // Everything here happens in memory: when nobody has anything left to do, it is done.
      for (let i = 0; i < 50; i++) await new Promise((next) => setImmediate(next))
    },
  }
}

export const at = (ms: number): string => new Date(ms).toISOString()

/** All that is on record by now, of these kinds of stream or of all. */
export const onRecord = async (
  { stores }: Desk,
  ...categories: ReadonlyArray<keyof Deciders>
): Promise<ReadonlyArray<RecordedEvent>> => {
  const found: RecordedEvent[] = []
  const all = Object.keys(deciders)
  for await (const item of stores.feed.subscribe({
    categories: categories.length > 0 ? categories : all,
  })) {
    if (item._tag === 'CaughtUp') break
    if (item._tag === 'Event') found.push(item.event)
  }
  return found
}

/** All that is on record by now has been heard, however much it is. */
export const caughtUp = async (running: Run): Promise<void> => {
  while (!running.notices.some(({ _tag }) => _tag === 'CaughtUp')) await running.settled()
}
