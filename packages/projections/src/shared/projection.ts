/**
 * The shape of every view: rows by key, each a pure fold over the events that concern it.
 * Whoever runs it keeps the rows and how far he has read; here is neither clock nor store.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'
import type { JsonObject, RecordedEvent } from '@troth/core/store'
import type { Type } from 'io-ts'

/** An event as a view meets it: read by its codec, with where it stands on record. `at` is when it happened, not when it was written. */
export interface Fact<Event> {
  readonly stream: string
  readonly revision: bigint
  readonly at: Instant
  readonly event: Event
  readonly metadata: JsonObject
}

/** What every message of the domain has: when it happened. */
export interface Dated {
  readonly data: { readonly at: Instant }
}

/** What an event says of itself before it is read. */
export type Heading = Pick<RecordedEvent, 'stream' | 'type' | 'metadata'>

/** What every view does with its facts. Rows are plain values that survive JSON, and one fact changes one row. */
export interface Folding<AnyFact, Row> {
  /** Letters, digits, `-` and `_`: under it the view is kept, so it never changes. */
  readonly name: string
  /** The row that a fact belongs to. */
  readonly key: (fact: AnyFact) => string
  /** A row before its first fact. */
  readonly initial: Row
  readonly apply: (row: Row, fact: AnyFact) => Row
  /** The types of event that change a row; no other is asked of the store, nor known to be missing. Unless given: all. */
  readonly types?: ReadonlyArray<string>
  /**
   * What an event is about, told without reading it: the same for all facts of a row. By it several processes share the
   * work, and each reads its own events alone. Unless given they share it by the row's key, for which each reads all.
   */
  readonly concerns?: (heading: Heading) => string
}

/** A view of streams of one kind. */
export interface Projection<Event, Row> extends Folding<Fact<Event>, Row> {
  /** Whose streams it reads. */
  readonly category: string
  readonly event: Type<Event, unknown>
}

export type Rows<Row> = ReadonlyMap<string, Row>

/** What a store gave, with the event that its data was read as. */
export const factOf = <Event extends Dated>(
  { stream, revision, metadata }: RecordedEvent,
  event: Event,
): Fact<Event> => ({ stream, revision, at: event.data.at, event, metadata })

/**
 * The rows after more facts; those given stay as they were. Any cut into batches gives the same rows,
 * and so does any interleaving of streams, where a row is one stream's.
 */
export const foldRows =
  <AnyFact, Row>({ key, initial, apply }: Folding<AnyFact, Row>) =>
  (facts: Iterable<AnyFact>, from: Rows<Row> = new Map()): Rows<Row> => {
    // One copy a batch: a copy for each fact would make a long history dear.
    const rows = new Map(from)
    for (const fact of facts) {
      const at = key(fact)
      rows.set(at, apply(rows.get(at) ?? initial, fact))
    }
    return rows
  }

/** Views ask of one stream one after another, and a map finds again at once the text that it was asked for last. */
const ofLast = (part: (stream: string) => string): ((stream: string) => string) => {
  let last = { stream: '', part: part('') }
  return (stream) => {
    if (last.stream !== stream) last = { stream, part: part(stream) }
    return last.part
  }
}

/** What stands before the first `-` of a stream's name; all of it, where there is none. */
export const categoryOf = ofLast((stream) => {
  const dash = stream.indexOf('-')
  return dash < 0 ? stream : stream.slice(0, dash)
})

/** What stands behind the category in a stream's name: the id, or `{tenant}.{id}`. */
export const keyOfStream = ofLast((stream) => stream.slice(stream.indexOf('-') + 1))

/**
 * What a view has whose rows are each one stream's, by `keyOfStream`: several processes that share it need not read what is
 * another's.
 */
export const rowAStream = <Event>({
  category,
  event,
}: Pick<Projection<Event, unknown>, 'category' | 'event'>) => {
  const own = ({ stream }: Pick<Heading, 'stream'>): string => keyOfStream(stream)
  return { category, event, key: own, concerns: own }
}
