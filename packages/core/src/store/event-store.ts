/**
 * The port behind which events are kept: the same meanings on every adapter, and they are EventStoreDB's own.
 *
 * @since 0.1.0
 */
import type { Either } from 'fp-ts/lib/Either.js'
import type { Option } from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Instant } from '../shared/instant.js'
import type { Json, JsonObject } from './json.js'

/** What the writer believes of the stream: anything, that it is not there, that it is, or its last event's revision. */
export type ExpectedRevision = 'any' | 'noStream' | 'streamExists' | bigint

export interface PositionBrand {
  readonly Position: unique symbol
}

/** A place in the order of all events of a store. Opaque: only the store that gave it understands it. */
export type Position = string & PositionBrand

/** An event to be written. `id` is a UUID: the store knows by it an append that is sent again. */
export interface NewEvent {
  readonly id: string
  readonly type: string
  readonly data: Json
  readonly metadata: JsonObject
}

/** An event as the store keeps it. Revisions count a stream's events from 0; `recordedAt` is the store's own clock. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string
  readonly revision: bigint
  readonly position: Position
  readonly recordedAt: Instant
}

/** Where an append ended: its last event's revision, and its position where the store says it. */
export interface Appended {
  readonly revision: bigint
  readonly position: Option<Position>
}

/** How much to read. `from` is inclusive, and defaults to the first event (the last, when backwards); `limit` is at least 1. */
export interface ReadOptions {
  readonly from?: bigint
  readonly limit: number
  readonly direction?: 'forwards' | 'backwards'
}

/** The state after a stream's readable events, and the last one's revision (none: there was nothing to fold). */
export interface Folded<S> {
  readonly state: S
  readonly last: Option<bigint>
}

/** Why a store did not do what it was asked. Whether anything was written is unknown in `OutcomeUnknown` alone. */
export type StoreError =
  /** The stream is not where the writer believed it. */
  | {
      readonly _tag: 'Conflict'
      readonly expected: ExpectedRevision
      readonly actual: bigint | 'noStream'
    }
  /** Decided again and again over other writers' events, up to the host's limit. */
  | { readonly _tag: 'Contended'; readonly attempts: number }
  | { readonly _tag: 'Unavailable'; readonly reason: string }
  | { readonly _tag: 'OutcomeUnknown'; readonly reason: string }
  /** Sizes in bytes. A decision is never split to make it fit. */
  | { readonly _tag: 'TooLarge'; readonly limit: number; readonly size: number }
  | { readonly _tag: 'StreamDeleted'; readonly stream: string }
  | { readonly _tag: 'AccessDenied'; readonly reason: string }
  | { readonly _tag: 'InvalidArgument'; readonly field: string; readonly expected: string }

export interface EventStore {
  /** All of the events or none; sent again with the same ids and expectation, the first one's answer. */
  readonly append: (
    stream: string,
    expected: ExpectedRevision,
    events: ReadonlyNonEmptyArray<NewEvent>,
  ) => TaskEither<StoreError, Appended>
  /** None: absent or soft-deleted. Some of nothing: nothing (left) to read. */
  readonly read: (
    stream: string,
    options: ReadOptions,
  ) => TaskEither<StoreError, Option<ReadonlyArray<RecordedEvent>>>
  /** Folds while reading, and never collects the stream; a `Left` of `step` ends it. */
  readonly fold: <S, E>(
    stream: string,
    from: bigint,
    init: S,
    step: (state: S, event: RecordedEvent) => Either<E, S>,
  ) => TaskEither<StoreError | E, Option<Folded<S>>>
  /** Makes the events before `revision` unreadable; revisions go on as if they were there. */
  readonly truncateBefore: (stream: string, revision: bigint) => TaskEither<StoreError, void>
  /** Soft: reads find nothing, a later append goes on at the next revision. */
  readonly delete: (stream: string, expected: ExpectedRevision) => TaskEither<StoreError, void>
  /** For ever: whatever is asked of the stream from then on is `StreamDeleted`. */
  readonly tombstone: (stream: string, expected: ExpectedRevision) => TaskEither<StoreError, void>
}
