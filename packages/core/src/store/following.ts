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
import type { Held, StateCache } from './state-cache.js'

export type Failure = StoreError | Undecodable

/** How to fold, from where, and who else holds what was folded. */
export interface Following<State, Event> {
  readonly eventStore: EventStore
  readonly registry: Registry<Event>
  readonly cache: StateCache<State> | undefined
  readonly remember: number
  readonly initial: State
  readonly evolve: (state: State, event: Event) => State
}

export interface Follower<State> {
  readonly blank: () => Held<State>
  /** Folds what is new into `held`. Other commands may be doing the same: whoever has come further stays. */
  readonly readOn: (
    stream: string,
    held: Held<State>,
  ) => Promise<E.Either<Failure, 'absent' | 'nothing' | 'some'>>
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
  remember,
  initial,
  evolve,
}: Following<State, Event>): Follower<State> => {
  const blank = (): Held<State> => ({
    state: initial,
    last: 'noStream',
    seen: seenIds(remember),
  })

  const readOn = async (
    stream: string,
    held: Held<State>,
  ): Promise<E.Either<Failure, 'absent' | 'nothing' | 'some'>> => {
    const from = held.last === 'noStream' ? 0n : held.last + 1n
    const step = (state: State, recorded: RecordedEvent): E.Either<Undecodable, State> => {
      const decoded = registry.decode(recorded)
      if (E.isLeft(decoded)) return decoded
      const commandId = commandIdOf(recorded.metadata)
      if (commandId !== undefined) held.seen.note(commandId, recorded.revision)
      return E.right(evolve(state, decoded.right))
    }
    const folded = await eventStore.fold(stream, from, held.state, step)()
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

  return { blank, readOn, refreshed, afterConflict }
}
