/**
 * Looking at a stream's state, without a command.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Decider } from '../shared/decider.js'
import type { EventStore, StoreError } from './event-store.js'
import { following } from './following.js'
import { type Registry, registry as registryOf, type Undecodable } from './registry.js'
import { snapshotKeeper, type Snapshots } from './snapshots.js'
import type { StateCache } from './state-cache.js'
import { invalidArgument, streamName } from './stream-name.js'

/** Where the thing `id` stands, by all that is on record now. */
export type ReadState<State> = (
  id: string,
  tenant?: string,
) => TaskEither<StoreError | Undecodable, State>

/** What a reader works with: as a handler of the same decider, and with its cache only what is new is read. */
export interface StateReading<State, Event> {
  readonly eventStore: EventStore
  readonly registry?: Registry<Event>
  readonly cache?: StateCache<State>
  /** Read and never kept; `every` means nothing here. */
  readonly snapshots?: Snapshots<State>
  readonly remember?: number
}

/** Never throws; of a stream that there is not, the state is the decider's initial one. */
export const stateReader = <Command, State, Event extends { readonly type: string }, Rejection>(
  decider: Pick<
    Decider<Command, State, Event, Rejection>,
    'category' | 'event' | 'initial' | 'evolve' | 'foldVersion'
  >,
  { eventStore, registry, cache, snapshots, remember = 10_000 }: StateReading<State, Event>,
): ReadState<State> => {
  const { category, event, initial, evolve, foldVersion } = decider
  const registered = registry ? E.right(registry) : registryOf(event)
  if (E.isLeft(registered))
    return () => () =>
      Promise.resolve(
        invalidArgument('decider.event', 'one message, or a union of them, each of its own type'),
      )
  const { begin, refreshed } = following({
    eventStore,
    registry: registered.right,
    cache,
    snapshots:
      snapshots && foldVersion !== undefined
        ? snapshotKeeper(snapshots, foldVersion, remember)
        : undefined,
    remember,
    initial,
    evolve,
  })
  return (id, tenant) => async () => {
    const stream = streamName(category, id, tenant)
    if (E.isLeft(stream)) return stream
    const known = cache?.get(stream.right)
    const read = await (known === undefined ? begin(stream.right) : refreshed(stream.right, known))
    if (E.isLeft(read)) return read
    if (known === undefined) cache?.put(stream.right, read.right)
    return E.right(read.right.state)
  }
}
