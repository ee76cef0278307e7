/**
 * The port behind which views are kept: rows and checkpoint change in one atomic step.
 *
 * @since 0.1.0
 */
import type { Option } from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Position, StoreError } from './event-store.js'
import type { Json } from './json.js'

/**
 * How far a view has come. A rebuild counts the generation up and begins at `start`;
 * whoever still saves for an older generation gets a `Conflict`.
 */
export interface Checkpoint {
  readonly generation: number
  readonly position: Position | 'start'
}

/** Rows to write and keys to drop. */
export interface Changes {
  readonly put: ReadonlyArray<readonly [key: string, row: Json]>
  readonly delete: ReadonlyArray<string>
}

/** Keys from `from` (inclusive) to `to` (exclusive), in code-unit order; at most `limit`. */
export interface KeyRange {
  readonly from?: string
  readonly to?: string
  readonly limit?: number
}

export interface ViewStore {
  /** None: the view was never saved. */
  readonly load: (name: string) => TaskEither<StoreError, Option<Checkpoint>>
  readonly get: (name: string, key: string) => TaskEither<StoreError, Option<Json>>
  readonly entries: (
    name: string,
    range?: KeyRange,
  ) => TaskEither<StoreError, ReadonlyArray<readonly [key: string, row: Json]>>
  /**
   * Writes the changes and moves the checkpoint to `position`, if the view stands where `expected` says
   * (`{ generation: 0, position: 'start' }` when it was never saved); else a `Conflict`, and nothing is written.
   * An `expected` of a newer generation at `start` drops the rows of the one before.
   */
  readonly commit: (
    name: string,
    changes: Changes,
    expected: Checkpoint,
    position: Position,
  ) => TaskEither<StoreError, void>
}
