/**
 * Small things kept beside views in the same store. Their positions are no places in the record: they say how often a
 * thing was written, so that two who write at once do not undo each other.
 *
 * @since 0.1.0
 */
import type { Changes, Checkpoint, Position, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

const next = ({ position }: Checkpoint): Position =>
  `v${String(position === 'start' ? 1 : Number(position.slice(1)) + 1)}` as Position

const never: Checkpoint = { generation: 0, position: 'start' }

/** Where the thing stands. */
export const stands = async (
  viewStore: ViewStore,
  name: string,
): Promise<E.Either<StoreError, Checkpoint>> =>
  E.map(O.getOrElse(() => never))(await viewStore.load(name)())

/** Writes, if the thing still stands where it was seen; else it is a `Conflict`. */
export const write = (
  viewStore: ViewStore,
  name: string,
  seen: Checkpoint,
  changes: Changes,
): Promise<E.Either<StoreError, void>> => viewStore.commit(name, changes, seen, next(seen))()
