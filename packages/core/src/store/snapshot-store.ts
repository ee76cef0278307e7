/**
 * The port behind which folded states are kept: one for each key, the last that was saved.
 *
 * @since 0.1.0
 */
import type { Option } from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { StoreError } from './event-store.js'
import type { JsonObject } from './json.js'

/** What is lost here costs time and no more, so nothing is tried twice and nobody waits for a store that is away. */
export interface SnapshotStore {
  /** None: none was saved under this key, or it is gone. */
  readonly load: (key: string) => TaskEither<StoreError, Option<JsonObject>>
  /** In place of the one before, whoever saved it: of several at once, any may be the last. */
  readonly save: (key: string, snapshot: JsonObject) => TaskEither<StoreError, void>
}
