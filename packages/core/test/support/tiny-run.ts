/** The least that a policy can be run on: a feed that says what it is told to, views in memory, a desk that notes what is sent. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Dispatch, Refusal } from '../../src/policy/policy.js'
import type { Desk } from '../../src/policy/running.js'
import { type Category, readings, type States } from '../../src/policy/streams.js'
import type { Instant } from '../../src/shared/instant.js'
import type { CommandContext } from '../../src/store/command-context.js'
import type { Position, RecordedEvent, StoreError } from '../../src/store/event-store.js'
import type { EventFeed, FeedItem, Subscription } from '../../src/store/feed.js'
import type { Json, JsonObject } from '../../src/store/json.js'
import type { Checkpoint, ViewStore } from '../../src/store/view-store.js'

export interface TinyFeed extends EventFeed {
  /** Puts an event on record; whoever follows hears of it. */
  readonly record: (
    stream: string,
    type: string,
    data: JsonObject,
    metadata?: JsonObject,
    recordedAt?: number,
  ) => RecordedEvent
  /** Says anything else to everybody who follows. */
  readonly say: (item: FeedItem | 'end' | 'break') => void
  readonly subscriptions: Subscription[]
  readonly left: () => number
}

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** A place in the record: events are numbered from 1. */
export const place = (n: number): Position => String(n) as Position

export const tinyFeed = (): TinyFeed => {
  const log: RecordedEvent[] = []
  const listeners = new Set<(item: FeedItem | 'end' | 'break') => void>()
  const subscriptions: Subscription[] = []
  let left = 0

  const iterator = ({ from, categories }: Subscription): AsyncIterator<FeedItem> => {
    const wanted = ({ stream }: RecordedEvent) =>
      categories?.includes(stream.split('-')[0] ?? '') ?? true
    const items: (FeedItem | 'end' | 'break')[] = [
      ...log
        .filter((event) => Number(event.position) > Number(from ?? 0) && wanted(event))
        .map((event) => ({ _tag: 'Event' as const, event })),
      { _tag: 'CaughtUp' },
    ]
    let wake: (() => void) | undefined
    const listener = (item: FeedItem | 'end' | 'break') => {
      if (typeof item === 'object' && item._tag === 'Event' && !wanted(item.event)) return
      items.push(item)
      wake?.()
    }
    listeners.add(listener)
    return {
      next: async () => {
        while (items.length === 0) await new Promise<void>((resolve) => (wake = resolve))
        const [item] = items.splice(0, 1)
        if (item === 'break') throw new Error('the line broke')
        return item === undefined || item === 'end'
          ? { done: true, value: undefined }
          : { done: false, value: item }
      },
      return: () => {
        left++
        listeners.delete(listener)
        return Promise.resolve({ done: true, value: undefined })
      },
    }
  }
  const say = (item: FeedItem | 'end' | 'break') => {
    for (const listener of [...listeners]) listener(item)
  }
  return {
    subscribe: (subscription) => {
      subscriptions.push(subscription)
      return { [Symbol.asyncIterator]: () => iterator(subscription) }
    },
    record: (stream, type, data, metadata = {}, recordedAt = 0) => {
      const event: RecordedEvent = {
        id: uuid(log.length + 1),
        type,
        data,
        metadata,
        stream,
        revision: BigInt(log.filter((each) => each.stream === stream).length),
        position: place(log.length + 1),
        recordedAt: recordedAt as Instant,
      }
      log.push(event)
      say({ _tag: 'Event', event })
      return event
    },
    say,
    subscriptions,
    left: () => left,
  }
}

export interface TinyViews extends ViewStore {
  /** What happens to the next commits, one each: `lost` is written, and nobody is told. */
  readonly faults: (StoreError | 'lost' | undefined)[]
  readonly commits: string[]
  readonly rows: (name: string) => Readonly<Record<string, Json>>
  readonly checkpoint: (name: string) => Checkpoint | undefined
  readonly put: (name: string, key: string, row: Json) => void
}

export const tinyViews = (): TinyViews => {
  const views = new Map<string, { checkpoint: Checkpoint; rows: Map<string, Json> }>()
  const faults: (StoreError | 'lost' | undefined)[] = []
  const commits: string[] = []
  const unknown: StoreError = { _tag: 'OutcomeUnknown', reason: 'lost' }
  return {
    faults,
    commits,
    rows: (name) => Object.fromEntries(views.get(name)?.rows ?? []),
    checkpoint: (name) => views.get(name)?.checkpoint,
    put: (name, key, row) => void views.get(name)?.rows.set(key, row),
    load: (name) => () => Promise.resolve(E.right(O.fromNullable(views.get(name)?.checkpoint))),
    get: (name, key) => () =>
      Promise.resolve(E.right(O.fromNullable(views.get(name)?.rows.get(key)))),
    entries: (name) => () => Promise.resolve(E.right([...(views.get(name)?.rows ?? [])])),
    commit:
      (name, { put, delete: gone }, expected, position) =>
      () => {
        const fault = faults.shift()
        if (fault !== undefined && fault !== 'lost') return Promise.resolve(E.left(fault))
        const view = views.get(name) ?? {
          checkpoint: { generation: 0, position: 'start' as const },
          rows: new Map<string, Json>(),
        }
        const there = view.checkpoint
        if (there.generation !== expected.generation || there.position !== expected.position)
          return Promise.resolve(
            E.left({
              _tag: 'Conflict' as const,
              expected: 'any' as const,
              actual: 'noStream' as const,
            }),
          )
        for (const [key, row] of put) view.rows.set(key, JSON.parse(JSON.stringify(row)) as Json)
        for (const key of gone) view.rows.delete(key)
        views.set(name, { ...view, checkpoint: { generation: expected.generation, position } })
        commits.push(`${name} ${position}`)
        return Promise.resolve(fault === 'lost' ? E.left(unknown) : E.right(undefined))
      },
  }
}

export interface Sent {
  readonly dispatch: Dispatch
  readonly context: CommandContext
}

export interface TinyDesk extends Desk {
  readonly sent: Sent[]
  /** What becomes of the next commands, one each; undefined: done. */
  readonly answers: (StoreError | Refusal | undefined)[]
  readonly looked: string[]
  readonly looks: (StoreError | undefined)[]
  readonly states: Map<string, States[Category]>
}

const isFailure = (why: Refusal): why is StoreError =>
  ['Unavailable', 'OutcomeUnknown', 'Contended', 'AccessDenied'].includes(why._tag)

export const tinyDesk = (): TinyDesk => {
  const sent: Sent[] = []
  const answers: (StoreError | Refusal | undefined)[] = []
  const looked: string[] = []
  const looks: (StoreError | undefined)[] = []
  const states = new Map<string, States[Category]>()
  return {
    sent,
    answers,
    looked,
    looks,
    states,
    send: (dispatch, context) => () => {
      sent.push({ dispatch, context })
      const why = answers.shift()
      if (why === undefined)
        return Promise.resolve(E.right({ _tag: 'AlreadyDone' as const, revision: 0n }))
      return Promise.resolve(
        isFailure(why) ? E.left(why) : E.right({ _tag: 'Rejected' as const, why }),
      )
    },
    look: (category, id, tenant) => () => {
      const key = [category, ...(tenant === undefined ? [] : [tenant]), id].join('/')
      looked.push(key)
      const fault = looks.shift()
      return Promise.resolve(
        fault === undefined
          ? E.right((states.get(key) ?? readings[category].initial) as never)
          : E.left(fault),
      )
    },
  }
}

/** Everything here happens at once: when nobody has anything left to do, it is done. */
export const quiet = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await new Promise<void>((next) => setImmediate(next))
}
