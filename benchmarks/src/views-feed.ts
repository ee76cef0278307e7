/**
 * A record that is made while it is read: so many customers, the same each time, and nothing of it kept.
 */
import type { EventFeed, FeedItem, Json, Position, RecordedEvent } from '@troth/core/store'
import type { Instant } from '@troth/core'

import { eventsEach, storyOf, type Told } from './views-stories.ts'

const metadataOf = (subject: string, number: string) => ({
  schemaVersion: 1,
  commandId: `0c0de000-0000-4000-8000-${number}`,
  $correlationId: `0c0de000-0000-4000-8000-${number}`,
  subject,
})

/** The story of one customer as it lies on record; `placeOf` says where each of its events lies among all. */
const onRecord = (n: number, placeOf: (k: number) => number): ReadonlyArray<RecordedEvent> => {
  const story = storyOf(n)
  const subject = story[0]?.id ?? ''
  const revisions = new Map<string, bigint>()
  return story.map(({ category, id, type, data }: Told, k): RecordedEvent => {
    const stream = `${category}-${id}`
    const revision = revisions.get(stream) ?? 0n
    revisions.set(stream, revision + 1n)
    const place = String(placeOf(k))
    const number = place.padStart(12, '0')
    return {
      id: `0e0e0000-0000-4000-8000-${number}`,
      type,
      data: data as Json,
      metadata: metadataOf(subject, number),
      stream,
      revision,
      position: place as Position,
      recordedAt: Date.parse((data as { readonly at: string }).at) as Instant,
    }
  })
}

/**
 * The events of `customers` customers. `together` of them are the desk's at a time: all have their first event, then all
 * their second; when they have had their last, the next come.
 */
export function* recordOf(customers: number, together: number): Generator<RecordedEvent, void> {
  for (let first = 0; first < customers; first += together) {
    const crowd = Math.min(together, customers - first)
    const all = Array.from({ length: crowd }, (_, i) =>
      onRecord(first + i, (k) => first * eventsEach + k * crowd + i),
    )
    for (let k = 0; k < eventsEach; k++)
      for (const story of all) {
        const event = story[k]
        if (event) yield event
      }
  }
}

const item = (value: FeedItem): IteratorResult<FeedItem> => ({ done: false, value })
const never = new Promise<never>(() => undefined)

/** The same, made so many at a time: `lots` of events, of which the last may be smaller. */
export function* lotsOf(
  record: Iterable<RecordedEvent>,
  lot: number,
): Generator<ReadonlyArray<RecordedEvent>, void> {
  let events: RecordedEvent[] = []
  for (const event of record) {
    events.push(event)
    if (events.length < lot) continue
    yield events
    events = []
  }
  yield events
}

/** A feed of such a record: from its beginning, and nothing comes after its end. */
export const feedOf = (lots: Iterable<ReadonlyArray<RecordedEvent>>): EventFeed => ({
  subscribe: ({ categories, types, from }) => {
    if (from !== undefined) throw new Error('this record is read from its beginning')
    const isWanted = ({ stream, type }: RecordedEvent): boolean =>
      categories?.includes(stream.slice(0, stream.indexOf('-'))) !== false &&
      types?.includes(type) !== false
    const record = lots[Symbol.iterator]()
    let events: ReadonlyArray<RecordedEvent> = []
    let i = 0
    let atEnd = false
    const event = (): RecordedEvent | undefined => {
      if (i === events.length) {
        const made = record.next()
        events = made.done === true ? [] : made.value
        i = 0
      }
      return events[i++]
    }
    const next = (): Promise<IteratorResult<FeedItem>> => {
      for (let each = event(); each !== undefined; each = event())
        if (isWanted(each)) return Promise.resolve(item({ _tag: 'Event', event: each }))
      if (atEnd) return never
      atEnd = true
      return Promise.resolve(item({ _tag: 'CaughtUp' }))
    }
    const leave = (): Promise<IteratorResult<FeedItem>> =>
      Promise.resolve({ done: true, value: undefined })
    return { [Symbol.asyncIterator]: () => ({ next, return: leave }) }
  },
})
