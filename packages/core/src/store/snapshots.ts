/**
 * States kept beside the events, so that a long stream is read from near its end. They change how much is read, never what
 * is answered or recorded: one that can not be relied on is passed over, and said.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as t from 'io-ts'

import type { StoreError } from './event-store.js'
import { inPassing } from './in-passing.js'
import { isJson, type Json } from './json.js'
import { seenIds } from './seen-ids.js'
import type { SnapshotStore } from './snapshot-store.js'
import type { Held } from './state-cache.js'

/** Which snapshots a handler keeps, and where. */
export interface Snapshots<State> {
  readonly store: SnapshotStore
  /** How many events after one of them the next is kept, at least: a whole number from 1. */
  readonly every: number
  /** A state as JSON, and back. Unless given, a state has to be JSON as it is, as all states of this library are. */
  readonly codec?: t.Type<State, Json>
  /** Hears of each that could not be read, relied on or kept; the command is answered as if there were none. */
  readonly report: (trouble: SnapshotTrouble) => void
}

/**
 * What became of a snapshot.
 * - `NotRead`, `NotKept`: the store's answer; of a state that is no JSON, `InvalidArgument`.
 * - `Ignored`: it is no snapshot of this stream (`unreadable`), knows fewer commands than the handler has to (`forgetful`), or the
 *   event that it ends with is not on record there any more (`superseded`: deleted, truncated, or restored from a copy).
 */
export type SnapshotTrouble =
  | { readonly _tag: 'NotRead' | 'NotKept'; readonly stream: string; readonly why: StoreError }
  | {
      readonly _tag: 'Ignored'
      readonly stream: string
      readonly why: 'unreadable' | 'forgetful' | 'superseded'
    }

/** What was held once, and the id of the last event in it. */
export interface Restored<State> {
  readonly held: Held<State>
  readonly event: string
}

export interface SnapshotKeeper<State> {
  readonly restore: (stream: string) => Promise<Restored<State> | undefined>
  readonly ignore: (stream: string, why: 'superseded') => void
  /** Keeps what is held, when enough came since the last one: `event` is the id of the last in it. Nobody waits for it. */
  readonly keep: (stream: string, held: Held<State>, event: string) => void
}

const Revision = t.refinement(t.string, (s) => /^\d{1,19}$/.test(s), 'a revision in digits')
const Kept = t.strict({
  stream: t.string,
  revision: Revision,
  event: t.string,
  remember: t.number,
  seen: t.readonlyArray(t.tuple([t.string, Revision])),
  state: t.unknown,
})

const noJson: StoreError = {
  _tag: 'InvalidArgument',
  field: 'state',
  expected: 'what JSON holds whole, or a codec that makes such of it',
}

/** A store that throws or rejects has not answered either. */
const asked = <A>(task: () => TaskEither<StoreError, A>): Promise<E.Either<StoreError, A>> =>
  Promise.resolve()
    .then(() => task()())
    .catch((error: unknown) => E.left({ _tag: 'Unavailable', reason: String(error) }))

/** `foldVersion` is part of the key: what another `evolve` has folded is not found. */
export const snapshotKeeper = <State>(
  { store, every, codec, report }: Snapshots<State>,
  foldVersion: number,
  remember: number,
): SnapshotKeeper<State> => {
  /** The streams whose snapshot is being saved: one at a time is enough. */
  const saving = new Set<string>()
  const tell = (trouble: SnapshotTrouble): void => {
    inPassing((): unknown => report(trouble))
  }
  const keyOf = (stream: string): string => `${stream}@${foldVersion}`

  const stateOf = (json: unknown): O.Option<State> =>
    codec === undefined ? O.some(json as State) : O.fromEither(codec.decode(json))

  const jsonOf = (state: State): E.Either<StoreError, Json> => {
    const json = E.tryCatch(
      (): unknown => (codec === undefined ? state : codec.encode(state)),
      () => noJson,
    )
    return E.flatMap((u: unknown) =>
      isJson(u) ? E.right(JSON.parse(JSON.stringify(u)) as Json) : E.left(noJson),
    )(json)
  }

  const restored = (stream: string, json: Json): Restored<State> | 'unreadable' | 'forgetful' => {
    const kept = Kept.decode(json)
    if (E.isLeft(kept) || kept.right.stream !== stream) return 'unreadable'
    if (kept.right.remember < remember) return 'forgetful'
    const state = stateOf(kept.right.state)
    if (O.isNone(state)) return 'unreadable'
    const last = BigInt(kept.right.revision)
    const seen = seenIds(remember)
    for (const [commandId, revision] of kept.right.seen) seen.note(commandId, BigInt(revision))
    return { held: { state: state.value, last, seen, snapshotAt: last }, event: kept.right.event }
  }

  return {
    restore: async (stream) => {
      const loaded = await asked(() => store.load(keyOf(stream)))
      if (E.isLeft(loaded)) {
        tell({ _tag: 'NotRead', stream, why: loaded.left })
        return undefined
      }
      if (O.isNone(loaded.right)) return undefined
      const found = restored(stream, loaded.right.value)
      if (typeof found !== 'string') return found
      tell({ _tag: 'Ignored', stream, why: found })
      return undefined
    },

    ignore: (stream, why) => {
      tell({ _tag: 'Ignored', stream, why })
    },

    keep: (stream, held, event) => {
      const { last, seen, snapshotAt = -1n } = held
      if (last === 'noStream' || last - snapshotAt < every || saving.has(stream)) return
      // Whatever becomes of it, the next one is due only after as many events again.
      held.snapshotAt = last
      const state = jsonOf(held.state)
      if (E.isLeft(state)) {
        tell({ _tag: 'NotKept', stream, why: state.left })
        return
      }
      const snapshot = {
        stream,
        revision: String(last),
        event,
        remember,
        seen: seen.all().map(([commandId, revision]) => [commandId, String(revision)]),
        state: state.right,
      }
      saving.add(stream)
      void asked(() => store.save(keyOf(stream), snapshot)).then((saved) => {
        saving.delete(stream)
        if (E.isLeft(saved)) tell({ _tag: 'NotKept', stream, why: saved.left })
      })
    },
  }
}
