/**
 * The whole of what is kept: one log of all events, and of each stream its own.
 *
 * @since 0.1.0
 */
import type { Instant, Json, JsonObject, Position, RecordedEvent } from '@troth/core/store'

/** One event as kept. Its JSON is text, so that nothing is shared with whoever wrote or reads it. */
export interface Entry {
  readonly id: string
  readonly type: string
  readonly data: string
  readonly metadata: string
  readonly stream: Stream
  readonly revision: number
  /** Its index in the log of all events. */
  readonly place: number
  readonly recordedAt: Instant
}

export interface Stream {
  readonly name: string
  /** Every event ever written, by revision: truncation and deletion hide, and take nothing away. */
  readonly entries: Entry[]
  /** Where an id was first written in this stream. */
  readonly firstOf: Map<string, number>
  /** Events before it are not readable; `undefined` when nobody ever truncated or deleted the stream. */
  truncatedBefore: number | undefined
  deleted: 'no' | 'softly' | 'forEver'
}

export interface Log {
  readonly entries: Entry[]
  readonly streams: Map<string, Stream>
  /** Called after each append, and at the close. Whoever waits for something to happen stands here. */
  readonly waiting: Set<() => void>
}

export const emptyLog = (): Log => ({ entries: [], streams: new Map(), waiting: new Set() })

/** The stream as it is, or as it would begin; it is not kept before something is. */
export const streamOf = ({ streams }: Log, name: string): Stream =>
  streams.get(name) ?? {
    name,
    entries: [],
    firstOf: new Map(),
    truncatedBefore: undefined,
    deleted: 'no',
  }

/** -1 where nothing was ever written. */
export const lastOf = ({ entries }: Stream): number => entries.length - 1

export const isReadable = ({ stream, revision }: Entry): boolean =>
  stream.deleted === 'no' && revision >= (stream.truncatedBefore ?? 0)

export const positionOf = ({ place }: Entry): Position => String(place) as Position

/** The place that a position names; `undefined` when it is none of this log's. */
export const placeOf = ({ entries }: Log, position: Position): number | undefined =>
  /^(0|[1-9]\d{0,14})$/.test(position) && Number(position) < entries.length
    ? Number(position)
    : undefined

/** The event as a reader gets it: made anew each time. */
export const recorded = (entry: Entry): RecordedEvent => ({
  id: entry.id,
  type: entry.type,
  data: JSON.parse(entry.data) as Json,
  metadata: JSON.parse(entry.metadata) as JsonObject,
  stream: entry.stream.name,
  revision: BigInt(entry.revision),
  position: positionOf(entry),
  recordedAt: entry.recordedAt,
})
