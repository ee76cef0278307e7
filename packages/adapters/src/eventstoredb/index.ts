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
  GroupSettings,
  ItemStream,
  LogPosition,
  PersistentStream,
  ReadStream,
  Resolved,
  ServerFilter,
  ClientRecord,
  SubscriptionStream,
} from './client.js'
export { eventStoreDB, type EventStoreDBOptions, type EventStoreDBStores } from './eventstoredb.js'
export {
  type Delivery,
  type NewGroup,
  persistentSubscription,
  type PersistentSubscription,
  type PersistentSubscriptionOptions,
} from './persistent-subscription.js'
export type { Retention } from './remove.js'
