/**
 * What an adapter's door opens: all that it has, at once.
 *
 * @since 0.1.0
 */
import type { Option } from 'fp-ts/lib/Option.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { EventStore, StoreError } from './event-store.js'
import type { EventFeed } from './feed.js'
import type { SnapshotStore } from './snapshot-store.js'
import type { ViewStore } from './view-store.js'

/** Keeps the key with which a subject's personal data is encrypted; to drop it is to forget the subject. */
export interface KeyStore {
  readonly get: (subject: string) => TaskEither<StoreError, Option<string>>
  readonly put: (subject: string, key: string) => TaskEither<StoreError, void>
  readonly drop: (subject: string) => TaskEither<StoreError, void>
}

export interface Stores {
  readonly eventStore: EventStore
  readonly feed: EventFeed
  readonly viewStore: ViewStore
  readonly keyStore?: KeyStore
  /** For the option `snapshots` of `handle`. */
  readonly snapshotStore?: SnapshotStore
  /** Ends every open call, then lets the process exit. */
  readonly close: Task<void>
}
