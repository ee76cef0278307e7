/**
 * The door to how events are kept and followed: the ports, and what stands directly on them.
 *
 * @since 0.1.0
 */
export type { Decider, Decision } from '../shared/decider.js'
export type { Instant, InstantBrand } from '../shared/instant.js'
export type { Problem } from '../shared/problem.js'
export { backOff } from './append-again.js'
export { type Cancellable, cancellable } from './cancellable.js'
export type { CommandContext } from './command-context.js'
export { eventId, foreignUuid, importId, trothNamespace } from './event-ids.js'
export type {
  Appended,
  EventStore,
  ExpectedRevision,
  Folded,
  NewEvent,
  Position,
  PositionBrand,
  ReadOptions,
  RecordedEvent,
  StoreError,
} from './event-store.js'
export type { EventFeed, FeedItem, Subscription } from './feed.js'
export {
  type Followed,
  followMerges,
  type Merges,
  mostMerges,
  type SurvivorNotFound,
} from './follow-merges.js'
export { type Handle, handle, type Handled, handler, type Handling } from './handle.js'
export {
  importFacts,
  type Imported,
  type ImportFacts,
  type Importing,
  type InvalidFact,
  type Origin,
} from './import-facts.js'
export { inPassing } from './in-passing.js'
export type { Json, JsonArray, JsonObject } from './json.js'
export { jsonText } from './json-text.js'
export { type Mailbox, mailbox } from './mailbox.js'
export { commandIdOf, type EventMetadata, type ImportedFrom, isImported } from './metadata.js'
export {
  type InvalidRegistry,
  type Readable,
  type Registry,
  registry,
  type RegistryOptions,
  type Undecodable,
  type UnknownTypes,
} from './registry.js'
export type { Cancellation, Runtime } from './runtime.js'
export type { SeenIds } from './seen-ids.js'
export type { SnapshotStore } from './snapshot-store.js'
export type { Snapshots, SnapshotTrouble } from './snapshots.js'
export { type Held, inProcessCache, type StateCache } from './state-cache.js'
export { type ReadState, stateReader, type StateReading } from './state-reader.js'
export { nextTry, type PassingError, steady, type Steadiness } from './steady.js'
export type { KeyStore, Stores } from './stores.js'
export { type InvalidArgument, streamName } from './stream-name.js'
export type { Earlier, Encoded, Versions } from './versions.js'
export type { Changes, Checkpoint, KeyRange, ViewStore } from './view-store.js'
