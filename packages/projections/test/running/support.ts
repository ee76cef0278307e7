/** Tills and loans on memory, and views of them that can be run, slowed, killed and run again. */
import { memory, type MemoryOptions } from '@troth/adapters/memory'
import { message } from '@troth/core'
import type { Position, RecordedEvent, StoreError, Stores, ViewStore } from '@troth/core/store'
import { type SimulatedRuntime, simulatedRuntime } from '@troth/core/testing'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

import {
  type Fact,
  foldRows,
  type Notice,
  keyOfSubject,
  type Projection,
  rowsOf,
  runProjection,
  type Running,
  type RunningView,
  type View,
  type WideProjection,
} from '../../src/index.js'

export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either))
    throw new Error(
      JSON.stringify(either.left, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)),
    )
  return either.right
}

export const TillEvent = t.union([
  message('PaidIn', { sum: t.number }),
  message('PaidOut', { sum: t.number }),
])
export type TillEvent = t.TypeOf<typeof TillEvent>
export const LoanEvent = t.union([
  message('Lent', { sum: t.number }),
  message('PaidIn', { sum: t.number }),
])
export type LoanEvent = t.TypeOf<typeof LoanEvent>

/** What a row has seen: an event that is lost, repeated or out of order gives another one. */
export interface Row {
  readonly seen: number
  readonly trace: number
}
export const noRow: Row = { seen: 0, trace: 7 }
export const seeing = ({ seen, trace }: Row, n: number): Row => ({
  seen: seen + 1,
  trace: (trace * 31 + n) % 1_000_003,
})

const sumOf = ({ event }: Fact<TillEvent>): number =>
  event.type === 'PaidIn' ? event.data.sum : -event.data.sum

/** One row a till. */
export const tills: Projection<TillEvent, Row> = {
  name: 'tills',
  category: 'till',
  event: TillEvent,
  key: ({ stream }) => stream.slice(5),
  initial: noRow,
  apply: (row, fact) => seeing(row, sumOf(fact)),
}

/** One row a customer, of what happened at tills and to loans. */
export const purses: WideProjection<{ till: TillEvent; loan: LoanEvent }, Row> = {
  name: 'purses',
  events: { till: TillEvent, loan: LoanEvent },
  key: keyOfSubject,
  initial: noRow,
  apply: (row, fact) => {
    if (fact.category === 'till') return seeing(row, sumOf(fact))
    return seeing(row, fact.event.data.sum * (fact.event.type === 'Lent' ? 1000 : 1001))
  },
  concerns: keyOfSubject,
}

export interface Shop {
  readonly stores: Stores
  readonly runtime: SimulatedRuntime
  /** Writes an event, and says where it stands. */
  readonly write: (
    stream: string,
    type: string,
    sum?: unknown,
    subject?: string,
  ) => Promise<Position>
  readonly events: () => Promise<ReadonlyArray<RecordedEvent>>
}

export const openShop = (options: MemoryOptions = {}, seed = 1): Shop => {
  const runtime = simulatedRuntime({ seed })
  const stores = memory({ now: runtime.now, ...options })
  return {
    stores,
    runtime,
    write: async (stream, type, sum = 1, subject = 'li') => {
      const at = new Date(runtime.now()).toISOString()
      const data = { at, by: { id: 'li', role: 'agent' }, sum: sum as number }
      const { position } = right(
        await stores.eventStore.append(stream, 'any', [
          { id: runtime.newId(), type, data, metadata: { subject } },
        ])(),
      )
      if (position._tag === 'None') throw new Error('memory says where')
      return position.value
    },
    events: async () => {
      const events: RecordedEvent[] = []
      for await (const item of stores.feed.subscribe({})) {
        if (item._tag === 'CaughtUp') break
        if (item._tag === 'Event') events.push(item.event)
      }
      return events
    },
  }
}

const factOf = (recorded: RecordedEvent, codec: t.Mixed): never => {
  const event = right(codec.decode({ type: recorded.type, data: recorded.data })) as TillEvent
  return {
    ...recorded,
    event,
    at: event.data.at,
    category: recorded.stream.split('-')[0],
  } as unknown as never
}

const foldOf = (
  recorded: ReadonlyArray<RecordedEvent>,
  view: typeof tills | typeof purses,
): ReadonlyMap<string, Row> => {
  const codecs: Readonly<Record<string, t.Mixed>> =
    'events' in view ? view.events : { [view.category]: view.event }
  const facts = recorded.flatMap((each) => {
    const codec = codecs[each.stream.split('-')[0] ?? '']
    return codec === undefined ? [] : [factOf(each, codec)]
  })
  return foldRows(view as Projection<TillEvent, Row>)(facts)
}

/** The fold in one go of all that is on record. */
export const folded = async (
  shop: Shop,
  view: typeof tills | typeof purses = tills,
): Promise<ReadonlyMap<string, Row>> => foldOf(await shop.events(), view)

/** The fold in one go of all that was on record up to a position. */
export const foldedUpTo = async (
  shop: Shop,
  position: Position | 'start',
  view: typeof tills | typeof purses = tills,
): Promise<ReadonlyMap<string, Row>> => {
  const all = await shop.events()
  return foldOf(all.slice(0, all.findIndex((each) => each.position === position) + 1), view)
}

/** What is on record of a view. */
export const kept = async (
  { stores: { viewStore } }: Shop,
  projection: { readonly name: string } = tills,
  of?: number,
): Promise<ReadonlyMap<string, Row>> =>
  right(
    await rowsOf(viewStore)({
      projection: { name: projection.name, initial: noRow },
      ...(of !== undefined && { of }),
    })(),
  )

/** Everything here happens in memory: when nobody has anything left to do, it is done. */
export const settled = async (turns = 30): Promise<void> => {
  for (let i = 0; i < turns; i++) await new Promise((next) => setImmediate(next))
}

export interface Run {
  readonly view: RunningView
  readonly views: ReadonlyArray<RunningView>
  readonly notices: ReadonlyArray<Notice>
  readonly stop: () => Promise<void>
}

export const run = (
  { stores, runtime }: Shop,
  views: ReadonlyArray<View> = [{ projection: tills }],
  how: Partial<Running> = {},
): Run => {
  const stopping = new AbortController()
  const notices: Notice[] = []
  const running = runProjection(views, {
    ...stores,
    runtime,
    signal: stopping.signal,
    onNotice: (notice) => notices.push(notice),
    ...how,
  })()
  const [view] = running
  if (view === undefined) throw new Error('no view')
  return {
    view,
    views: running,
    notices,
    stop: async () => {
      stopping.abort()
      await Promise.all(running.map(({ stopped }) => stopped))
    },
  }
}

const death: StoreError = { _tag: 'AccessDenied', reason: 'killed' }

/** A view store that answers no more after its `n`th call, which still has its effect where `after` says so. */
export const mortal = (viewStore: ViewStore, n: number, after: boolean): ViewStore => {
  let calls = 0
  const dying =
    <Args extends ReadonlyArray<unknown>, A>(
      call: (...args: Args) => () => Promise<E.Either<StoreError, A>>,
    ) =>
    (...args: Args) =>
    async (): Promise<E.Either<StoreError, A>> => {
      calls++
      if (calls < n) return call(...args)()
      if (calls === n && after) await call(...args)()
      return E.left(death)
    }
  return {
    load: dying(viewStore.load),
    get: dying(viewStore.get),
    entries: dying(viewStore.entries),
    commit: dying(viewStore.commit),
  }
}
