/**
 * What is held of a stream, kept in step with it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { EventStore, RecordedEvent, StoreError } from './event-store.js'
import { commandIdOf } from './metadata.js'
import type { Registry, Undecodable } from './registry.js'
import { seenIds } from './seen-ids.js'
import type { Restored, SnapshotKeeper } from './snapshots.js'
import type { Held, StateCache } from './state-cache.js'

export type Failure = StoreError | Undecodable

/** How to fold, from where, and who else holds what was folded. */
export interface Following<State, Event> {
  readonly eventStore: EventStore
  readonly registry: Registry<Event>
  readonly cache: StateCache<State> | undefined
  readonly snapshots: SnapshotKeeper<State> | undefined
  readonly remember: number
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
}

export interface Follower<State> {
  /** All that is on record now: from a snapshot on, where there is one to be relied on, or else from the first event. */
  readonly begin: (stream: string) => Promise<E.Either<Failure, Held<State>>>
  /** What is held after reading on: something else, where the stream was deleted beneath it. */
  readonly refreshed: (stream: string, held: Held<State>) => Promise<E.Either<Failure, Held<State>>>
  /** Where to go on after a conflict with the stream's `actual` end. */
  readonly afterConflict: (
    stream: string,
    held: Held<State>,
    actual: bigint | 'noStream',
  ) => Promise<E.Either<Failure, Held<State>>>
}

/** Nothing that is held is ever further than the record: an append that failed leaves it as it was. */
export const following = <State, Event>({
  eventStore,
  registry,
  cache,
  snapshots,
  remember,
  initial,
  evolve,
}: Following<State, Event>): Follower<State> => {
  const blank = (): Held<State> => ({
    state: initial,
    last: 'noStream',
    seen: seenIds(remember),
  })

  const step =
    ({ seen }: Held<State>) =>
    (state: State, recorded: RecordedEvent): E.Either<Undecodable, State> => {
      const decoded = registry.decode(recorded)
      if (E.isLeft(decoded)) return decoded
      const commandId = commandIdOf(recorded.metadata)
      if (commandId !== undefined) seen.note(commandId, recorded.revision)
      return E.right(evolve(state, decoded.right))
    }

  /** Folds what is new into `held`. Other commands may be doing the same: whoever has come further stays. */
  const readOn = async (
    stream: string,
    held: Held<State>,
  ): Promise<E.Either<Failure, 'absent' | 'nothing' | 'some'>> => {
    const from = held.last === 'noStream' ? 0n : held.last + 1n
    const folded = await eventStore.fold(stream, from, held.state, step(held))()
    if (E.isLeft(folded)) return folded
    if (O.isNone(folded.right)) return E.right('absent')
    const { state, last } = folded.right.value
    if (O.isNone(last)) return E.right('nothing')
    if (held.last === 'noStream' || last.value > held.last) {
      held.state = state
      held.last = last.value
    }
    return E.right('some')
  }

  /** Folds what came after a snapshot, if the event that it ends with still stands where it did. */
  const resumed = async (
    stream: string,
    { held, event }: Restored<State>,
  ): Promise<E.Either<Failure, Held<State> | 'superseded'>> => {
    if (held.last === 'noStream') return E.right('superseded')
    const on = step(held)
    const seen = { itsEnd: false }
    const folded = await eventStore.fold<State, Undecodable | 'superseded'>(
      stream,
      held.last,
      held.state,
      (state, recorded) => {
        if (seen.itsEnd) return on(state, recorded)
        seen.itsEnd = recorded.revision === held.last && recorded.id === event
        return seen.itsEnd ? E.right(state) : E.left('superseded')
      },
    )()
    if (E.isLeft(folded))
      return folded.left === 'superseded' ? E.right('superseded') : E.left(folded.left)
    if (!seen.itsEnd || O.isNone(folded.right)) return E.right('superseded')
    const { state, last } = folded.right.value
    return E.right({ ...held, state, last: O.getOrElse(() => held.last)(last) })
  }

  const begin = async (stream: string): Promise<E.Either<Failure, Held<State>>> => {
    const restored = await snapshots?.restore(stream)
    if (restored !== undefined) {
      const read = await resumed(stream, restored)
      if (E.isLeft(read)) return read
      if (read.right !== 'superseded') return E.right(read.right)
      snapshots?.ignore(stream, 'superseded')
    }
    const held = blank()
    return E.map(() => held)(await readOn(stream, held))
  }

  const startOver = (stream: string): Held<State> => {
    const held = blank()
    cache?.put(stream, held)
    return held
  }

  const refreshed = async (
    stream: string,
    held: Held<State>,
  ): Promise<E.Either<Failure, Held<State>>> => {
    const read = await readOn(stream, held)
    if (E.isLeft(read)) return read
    return E.right(read.right === 'absent' && held.last !== 'noStream' ? startOver(stream) : held)
  }

  const afterConflict = async (
    stream: string,
    held: Held<State>,
    actual: bigint | 'noStream',
  ): Promise<E.Either<Failure, Held<State>>> => {
    const read = await readOn(stream, held)
    if (E.isLeft(read) || read.right === 'some') return E.map(() => held)(read)
    // Nothing new, and yet another end: what was held is of a stream that is no more. From the beginning.
    const next = startOver(stream)
    const again = held.last === 'noStream' ? read : await readOn(stream, next)
    if (E.isLeft(again)) return again
    // Every event was truncated away, and the revisions go on as if they were there.
    if (again.right === 'nothing') next.last = actual
    return E.right(next)
  }

  return { begin, refreshed, afterConflict }
}
