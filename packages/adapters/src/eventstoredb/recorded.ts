/**
 * Events and positions, as the client gives them and as the port has them.
 *
 * @since 0.1.0
 */
import type { Instant, Json, JsonObject, Position, RecordedEvent } from '@troth/core/store'

import type { ClientRecord, LogPosition } from './client.js'

/** What the server writes where it does not know a position: the greatest unsigned 64-bit number. */
const none = 2n ** 64n - 1n

/** No place to go on from: a subscription from here is refused. */
export const unknownPosition = 'unknown' as Position

export const positionOf = (position: LogPosition | undefined): Position =>
  position === undefined || position.commit === none || position.prepare === none
    ? unknownPosition
    : (`${position.commit}/${position.prepare}` as Position)

/** Undefined where no position of this store is meant. */
export const logPositionOf = (position: Position): LogPosition | undefined => {
  const parts = /^(\d{1,19})\/(\d{1,19})$/.exec(position)
  return parts?.[1] === undefined || parts[2] === undefined
    ? undefined
    : { commit: BigInt(parts[1]), prepare: BigInt(parts[2]) }
}

/** What the store itself writes: metadata of streams, links, projections. */
export const isSystem = (type: string, stream: string): boolean =>
  type.startsWith('$') || stream.startsWith('$')

const isObject = (u: unknown): u is JsonObject =>
  typeof u === 'object' && u !== null && !Array.isArray(u) && !(u instanceof Uint8Array)

/**
 * Others write here too: bytes that are no JSON come as base64 text, text that is no JSON as it is, and metadata
 * that is no object as an empty one.
 */
export const recorded = (record: ClientRecord): RecordedEvent => {
  const { id, type, data, metadata, streamId, revision, position, created } = record
  return {
    id,
    type,
    data: data instanceof Uint8Array ? Buffer.from(data).toString('base64') : (data as Json),
    metadata: isObject(metadata) ? metadata : {},
    stream: streamId,
    revision,
    position: positionOf(position),
    recordedAt: created.getTime() as Instant,
  }
}
