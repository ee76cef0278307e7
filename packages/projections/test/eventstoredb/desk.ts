/** A desk in EventStoreDB whose policies and views a process runs, until somebody kills it. */
import { eventStoreDB } from '@troth/adapters/eventstoredb'
import { systemRuntime } from '@troth/adapters/runtime'
import { complaint, followUp, promise } from '@troth/core'
import { makeTroth, type Settings } from '@troth/core/plain'
import type { EventStore, RecordedEvent, ViewStore } from '@troth/core/store'

import { connector } from '../../../adapters/test/eventstoredb/real-server.js'
import {
  type FactOf,
  promiseLedger,
  rebuild,
  runProjection,
  type RunningView,
  type View,
  type WideProjection,
} from '../../src/index.js'

const day = 86_400_000
const window = { early: day, late: day }
const office = [['08:00', '18:00']] as const

const settings: Settings<'complaint' | 'followUp'> = {
  authority: [{ role: 'agent', matter: 'repair', upTo: [{ amount: 20_000, currency: 'EUR' }] }],
  calendars: {
    office: {
      timeZone: 'UTC',
      week: { mon: office, tue: office, wed: office, thu: office, fri: office },
    },
  },
  policies: {
    complaint: {
      clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [] } }],
      noticeTries: 3,
      reopenWithin: 14 * day,
      liaisonNote: { within: day },
    },
    followUp: {
      calendar: 'office',
      windows: { returnVisit: window, inspection: window, fieldVisit: window, touch: window },
      callBack: { late: day },
      cadences: [],
    },
  },
}

/** The kinds of stream in which the policies are heard. */
export const codecs = {
  complaint: complaint.ComplaintEvent,
  followUp: followUp.FollowUpEvent,
  promise: promise.PromiseEvent,
}
export interface Events {
  readonly complaint: complaint.ComplaintEvent
  readonly followUp: followUp.FollowUpEvent
  readonly promise: promise.PromiseEvent
}

/** What was heard of each stream, in the order heard: an event lost, doubled or out of place shows. */
const heard: WideProjection<Events, ReadonlyArray<string>> = {
  name: 'heard',
  events: codecs,
  key: ({ stream }) => stream,
  initial: [],
  apply: (row, { revision, event }: FactOf<Events>) => [...row, `${revision} ${event.type}`],
}

export const views = {
  heard,
  ledger: promiseLedger.ledger({ authority: [] }),
} as const

export const everyView: ReadonlyArray<View> = [
  { projection: views.heard },
  { projection: views.ledger },
]

/** Under names of its own: a server that others use too holds views and policies of the same name. */
const renamed = (
  { load, get, entries, commit }: ViewStore,
  as: (name: string) => string,
): ViewStore => ({
  load: (name) => load(as(name)),
  get: (name, key) => get(as(name), key),
  entries: (name, range) => entries(as(name), range),
  commit: (name, ...rest) => commit(as(name), ...rest),
})

/** Where the desk is kept, and under which name its views and policies are. */
export interface Place {
  readonly url: string
  readonly run: string
}

/** `onStep` is called right before and right after whatever is written. */
export const openDesk = async ({ url, run }: Place, onStep: () => void = () => undefined) => {
  const connect = await connector(url)
  if (connect === undefined) throw new Error('no server')
  const { eventStore: bare, feed, viewStore: all, close } = eventStoreDB(connect)
  const stepping =
    <A>(write: () => Promise<A>) =>
    async (): Promise<A> => {
      onStep()
      const answer = await write()
      onStep()
      return answer
    }
  const eventStore: EventStore = {
    ...bare,
    append: (...what) => stepping(bare.append(...what)),
  }
  const viewStore = renamed(
    { ...all, commit: (...what) => stepping(all.commit(...what)) },
    (name) => `${name}.${run}`,
  )
  const stores = { eventStore, feed, viewStore }
  const troth = makeTroth({ ...settings, stores, runtime: systemRuntime })
  return { ...stores, troth, close }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** All that is on record of the kinds of stream in which the policies are heard. */
export const log = async ({ feed }: Desk): Promise<ReadonlyArray<RecordedEvent>> => {
  const found: RecordedEvent[] = []
  for await (const item of feed.subscribe({ categories: Object.keys(codecs) })) {
    if (item._tag === 'CaughtUp') break
    if (item._tag === 'Event') found.push(item.event)
  }
  return found
}

/** Runs all of it; `onTrouble` hears of what should never happen, a command refused as well. */
export const runAll = ({ troth, feed, viewStore }: Desk, onTrouble: (what: string) => void) => {
  const stop = new AbortController()
  const policies = troth.runPolicies({
    start: 'start',
    every: 20,
    onNotice: (notice) => {
      if (notice._tag === 'Refused') onTrouble(`${notice.policy}: ${notice.why._tag}`)
      if (notice._tag === 'Stopped' && notice.stopped.why._tag !== 'Asked')
        onTrouble(`${notice.stopped.policy}: ${notice.stopped.why._tag}`)
    },
  })
  const running: ReadonlyArray<RunningView> = runProjection(everyView, {
    feed,
    viewStore,
    runtime: systemRuntime,
    signal: stop.signal,
    onNotice: (notice) => {
      if (notice._tag === 'Stopped' && notice.stopped.why._tag !== 'Asked')
        onTrouble(`${notice.stopped.view}: ${notice.stopped.why._tag}`)
    },
  })()
  return {
    settled: policies.settled,
    stop: async () => {
      stop.abort()
      await Promise.all(running.map(({ stopped }) => stopped))
      await policies.stop()
    },
  }
}

/** Follows the views for ever: a view that was rebuilt meanwhile is taken up again as the newer generation. */
export const followAll = ({ feed, viewStore }: Desk, onTrouble: (what: string) => void): void => {
  for (const view of everyView) {
    const follow = (): void => {
      const [running] = runProjection([view], { feed, viewStore, runtime: systemRuntime })()
      void running.stopped.then(({ why }) => {
        if (why._tag === 'Conflict') follow()
        else onTrouble(`${view.projection.name}: ${why._tag}`)
      })
    }
    follow()
  }
}

/** Rebuilds the views for ever, one after the other. What a killed one left is waited for, and sometimes gone on with. */
export const rebuildAll = async (
  { feed, viewStore }: Desk,
  onTrouble: (what: string) => void,
): Promise<never> => {
  for (let n = 0; ; n++)
    for (const view of everyView) {
      const how = { feed, viewStore, runtime: systemRuntime, term: 200, batch: 5 }
      const answer = await rebuild(view, { ...how, resume: n % 2 === 0 })()
      if (answer._tag === 'Left' && answer.left._tag === 'Stopped')
        onTrouble(`${answer.left.stopped.view}: ${answer.left.stopped.why._tag}`)
      await systemRuntime.pause(20)()
    }
}
