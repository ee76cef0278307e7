/**
 * The port through which events are followed: one ordered sequence, from a position, for as long as it is read.
 *
 * @since 0.1.0
 */
import type { Position, RecordedEvent, StoreError } from './event-store.js'

/** From which place (exclusive; the beginning, when absent) and what: both filters hold together. */
export interface Subscription {
  readonly from?: Position
  /** The part of a stream's name before its first `-`. */
  readonly categories?: ReadonlyArray<string>
  readonly types?: ReadonlyArray<string>
}

/** One item of the sequence. A checkpoint stands behind every event it covers; only `Failed` is ever the last. */
export type FeedItem =
  | { readonly _tag: 'Event'; readonly event: RecordedEvent }
  | { readonly _tag: 'Checkpoint'; readonly position: Position }
  | { readonly _tag: 'CaughtUp' }
  | { readonly _tag: 'FellBehind' }
  | { readonly _tag: 'Resubscribed'; readonly after: StoreError }
  | { readonly _tag: 'Failed'; readonly error: StoreError }

/** Asking for the next item acknowledges the one before; leaving the loop ends the subscription. */
export interface EventFeed {
  readonly subscribe: (subscription: Subscription) => AsyncIterable<FeedItem>
}
