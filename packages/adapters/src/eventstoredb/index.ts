/**
 * The door to stores that are kept by EventStoreDB or KurrentDB, through a client of theirs.
 *
 * @since 0.1.0
 */
export type {
  ClientEvent,
  ClientFilter,
  ClientRevision,
  EventStoreDBClient,
  Expecting,
  ItemStream,
  LogPosition,
  SubscriptionStream,
} from './client.js'
export { eventStoreDB, type EventStoreDBOptions } from './eventstoredb.js'
