/** The least event store with the meanings that `handle` relies on; what happens to an append can be scripted. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type {
  Appended,
  EventStore,
  NewEvent,
  Position,
  RecordedEvent,
  StoreError,
} from '../../src/store/event-store.js'
import type { Instant } from '../../src/shared/instant.js'

interface Kept {
  readonly events: RecordedEvent[]
  readable: number
  deleted: boolean
}

/** `lost`: written, and nobody is told. `down`, `silent`: not written; the writer is told of the first alone. */
export type Fault = 'lost' | 'down' | 'silent' | StoreError

export interface TinyStore extends EventStore {
  readonly events: (stream: string) => ReadonlyArray<RecordedEvent>
  readonly calls: string[]
  /** What happens to the next appends, one each. */
  readonly faults: (Fault | undefined)[]
  readonly readFaults: (StoreError | undefined)[]
  /** Run before an append is looked at: another writer, or whatever else comes between. */
  beforeAppend: (() => void) | undefined
  readonly put: (stream: string, events: ReadonlyArray<NewEvent>) => void
  readonly forgetsIds: { yes: boolean }
  readonly givesPositions: { yes: boolean }
}

export const tinyStore = (): TinyStore => {
  const streams = new Map<string, Kept>()
  const calls: string[] = []
  const faults: (Fault | undefined)[] = []
  const readFaults: (StoreError | undefined)[] = []
  const forgetsIds = { yes: false }
  const givesPositions = { yes: true }
  const keptOf = (stream: string): Kept => {
    const kept = streams.get(stream) ?? { events: [], readable: 0, deleted: false }
    streams.set(stream, kept)
    return kept
  }
  const answer = ({ events, readable, deleted }: Kept, revision: number): Appended => ({
    revision: BigInt(revision),
    position:
      events[revision] !== undefined && !deleted && revision >= readable && givesPositions.yes
        ? O.some(String(revision) as Position)
        : O.none,
  })
  const write = (kept: Kept, stream: string, events: ReadonlyArray<NewEvent>) => {
    if (kept.deleted) kept.readable = kept.events.length
    kept.deleted = false
    for (const { id, type, data, metadata } of events)
      kept.events.push({
        ...(JSON.parse(JSON.stringify({ id, type, data, metadata })) as NewEvent),
        stream,
        revision: BigInt(kept.events.length),
        position: String(kept.events.length) as Position,
        recordedAt: 0 as Instant,
      })
  }
  const read = (stream: string): E.Either<StoreError, O.Option<ReadonlyArray<RecordedEvent>>> => {
    const fault = readFaults.shift()
    if (fault !== undefined) return E.left(fault)
    const { events, deleted, readable } = keptOf(stream)
    return E.right(events.length === 0 || deleted ? O.none : O.some(events.slice(readable)))
  }

  const store: TinyStore = {
    calls,
    faults,
    readFaults,
    forgetsIds,
    givesPositions,
    beforeAppend: undefined,
    put: (stream, events) => {
      write(keptOf(stream), stream, events)
    },
    events: (stream) => keptOf(stream).events,
    append: (stream, expected, events) => async () => {
      calls.push(`append ${String(expected)}`)
      await Promise.resolve()
      const fault = faults.shift()
      if (fault === 'down') return E.left({ _tag: 'Unavailable', reason: 'down' })
      if (fault === 'silent') return E.left({ _tag: 'OutcomeUnknown', reason: 'silent' })
      if (fault !== undefined && fault !== 'lost') return E.left(fault)
      store.beforeAppend?.()
      const kept = keptOf(stream)
      const last = kept.events.length - 1
      const asked = expected === 'noStream' ? -1 : Number(expected)
      const there = kept.events.slice(asked + 1, asked + 1 + events.length)
      if (
        asked === last ||
        (expected === 'noStream' && kept.deleted && there[0]?.id !== events[0].id)
      )
        write(kept, stream, events)
      else if (forgetsIds.yes || !events.every(({ id }, i) => id === there[i]?.id))
        return E.left({
          _tag: 'Conflict',
          expected,
          actual: last < 0 ? 'noStream' : BigInt(last),
        })
      else if (fault === undefined) return E.right(answer(kept, asked + events.length))
      return fault === 'lost'
        ? E.left({ _tag: 'OutcomeUnknown', reason: 'lost' })
        : E.right(answer(kept, kept.events.length - 1))
    },
    read:
      (stream, { from = 0n, limit }) =>
      async () => {
        calls.push(`read ${String(from)}`)
        await Promise.resolve()
        return E.map(
          O.map((events: ReadonlyArray<RecordedEvent>) =>
            events.filter(({ revision }) => revision >= from).slice(0, limit),
          ),
        )(read(stream))
      },
    fold: (stream, from, init, step) => async () => {
      calls.push(`fold ${String(from)}`)
      await Promise.resolve()
      const found = read(stream)
      if (E.isLeft(found)) return found
      if (O.isNone(found.right)) return E.right(O.none)
      let state = init
      let last: O.Option<bigint> = O.none
      for (const event of found.right.value.filter(({ revision }) => revision >= from)) {
        const next = step(state, event)
        if (E.isLeft(next)) return next
        state = next.right
        last = O.some(event.revision)
      }
      return E.right(O.some({ state, last }))
    },
    truncateBefore: (stream, revision) => () => {
      keptOf(stream).readable = Number(revision)
      return Promise.resolve(E.right(undefined))
    },
    delete: (stream) => () => {
      keptOf(stream).deleted = true
      return Promise.resolve(E.right(undefined))
    },
    tombstone: () => () => Promise.resolve(E.right(undefined)),
  }
  return store
}
