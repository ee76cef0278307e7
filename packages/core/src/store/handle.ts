/**
 * A command on a stream: read, fold, decide, append; with the meanings that a store, a network and other writers give it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { identity } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

import type { Decider } from '../shared/decider.js'
import { appendAgain, backOff, defaultResends, isCancelled } from './append-again.js'
import { type Addressed, address, type CommandContext } from './command-context.js'
import { eventId } from './event-ids.js'
import type { EventStore, NewEvent, Position, StoreError } from './event-store.js'
import { type Failure, following } from './following.js'
import type { EventMetadata } from './metadata.js'
import { type Registry, registry as registryOf, type Undecodable } from './registry.js'
import type { Cancellation, Runtime } from './runtime.js'
import { snapshotKeeper, type Snapshots } from './snapshots.js'
import type { StateCache } from './state-cache.js'
import { type InvalidArgument, invalidArgument, isCategory } from './stream-name.js'

/** What a handler works with. Numbers that can not be meant are refused, not mended. */
export interface Handling<State, Event> {
  readonly eventStore: EventStore
  readonly runtime: Pick<Runtime, 'pause' | 'random'>
  /** How events are stored; unless given, each type of the decider's codec has one version, 1. */
  readonly registry?: Registry<Event>
  /** Spares the reading; unless given, each command reads its stream. */
  readonly cache?: StateCache<State>
  /** Spare most of the reading of a long stream; the decider's `foldVersion` is needed for them. */
  readonly snapshots?: Snapshots<State>
  /** How often a command is decided, at most, while others write to its stream: from 1; 20 unless given. */
  readonly attempts?: number
  /** How often an append of unknown outcome is sent again, at most: from 0; 12 unless given, which takes about 23 seconds. */
  readonly resends?: number
  /**
   * How many of a stream's commands are known again, at least: from 1; 10,000 unless given, and never more than twice as many.
   * A command sent again after that many others is decided anew: what it asked for by state is still recorded once.
   */
  readonly remember?: number
  /** Whom a state is about: the subject of a command's events, where its context names none. */
  readonly subjectOf?: (state: State) => string | undefined
  /** Ends every wait. */
  readonly signal?: Cancellation
}

/**
 * What became of a command.
 * - `Appended`: on record, with these events, the last at `revision`. Several senders of one command who raced may each be told so; it is on record once.
 * - `AlreadyDone`: nothing was recorded now. `revision` is where this command ended when it was first handled; for one that was never seen
 *   and has nothing to add, the stream's end (`'noStream'`: nothing to be read there).
 * - `Rejected`: by the decider.
 */
export type Handled<Event, Rejection> =
  | {
      readonly _tag: 'Appended'
      readonly revision: bigint
      readonly position: O.Option<Position>
      readonly events: ReadonlyNonEmptyArray<Event>
    }
  | { readonly _tag: 'AlreadyDone'; readonly revision: bigint | 'noStream' }
  | { readonly _tag: 'Rejected'; readonly why: Rejection }

/** One command on the stream of the thing `id`. */
export type Handle<Command, Event, Rejection> = (
  id: string,
  command: Command,
  context: CommandContext,
) => TE.TaskEither<StoreError | Undecodable, Handled<Event, Rejection>>

type Append<Event> = readonly [ReadonlyNonEmptyArray<NewEvent>, ReadonlyNonEmptyArray<Event>]
const isCount = (n: number, least: number): boolean => Number.isSafeInteger(n) && n >= least

/** As `handle`, for a host that wants to be told of a wrong option when it starts: the plain door does. */
export const handler = <Command, State, Event extends { readonly type: string }, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  handling: Handling<State, Event>,
): E.Either<InvalidArgument, Handle<Command, Event, Rejection>> => {
  const { category, event, initial, evolve, decide, foldVersion = 0 } = decider
  const { eventStore, runtime, cache, subjectOf } = handling
  const { attempts = 20, resends = defaultResends, remember = 10_000 } = handling
  if (!isCategory(category)) return invalidArgument('category', 'a letter, then letters and digits')
  if (!isCount(attempts, 1)) return invalidArgument('attempts', 'a whole number from 1')
  if (!isCount(resends, 0)) return invalidArgument('resends', 'a whole number from 0')
  if (!isCount(remember, 1)) return invalidArgument('remember', 'a whole number from 1')
  if (cache !== undefined && !isCount(cache.max, 1))
    return invalidArgument('cache.max', 'a whole number from 1')
  if (handling.snapshots !== undefined) {
    if (!isCount(handling.snapshots.every, 1))
      return invalidArgument('snapshots.every', 'a whole number from 1')
    if (!isCount(foldVersion, 1))
      return invalidArgument('decider.foldVersion', 'a whole number from 1')
  }
  const registered = handling.registry ? E.right(handling.registry) : registryOf(event)
  if (E.isLeft(registered))
    return invalidArgument('decider.event', 'one message, or a union of them, each of its own type')
  const registry = registered.right

  const snapshots = handling.snapshots && snapshotKeeper(handling.snapshots, foldVersion, remember)
  const { begin, refreshed, afterConflict } = following({
    eventStore,
    registry,
    cache,
    snapshots,
    remember,
    initial,
    evolve,
  })

  /** Of what begins a stream, the subject is known only once it has begun. */
  const withSubject = (
    metadata: EventMetadata,
    state: State,
    decided: ReadonlyArray<Event>,
  ): EventMetadata => {
    if (subjectOf === undefined || metadata.subject !== undefined) return metadata
    const subject = subjectOf(state) ?? subjectOf(decided.reduce(evolve, state))
    return subject === undefined ? metadata : { ...metadata, subject }
  }

  const encode = (
    { stream, metadata }: Addressed,
    decided: ReadonlyArray<Event>,
  ): E.Either<InvalidArgument, Append<Event>> => {
    const events: NewEvent[] = []
    const stored: Event[] = []
    for (const each of decided) {
      const encoded = registry.encode(each)
      if (E.isLeft(encoded)) {
        const { field = '', expected = 'an event' } = encoded.left[0] ?? {}
        return invalidArgument(`event.${field}`, expected)
      }
      const { type, data, schemaVersion, event } = encoded.right
      events.push({
        id: eventId(metadata.commandId, stream, events.length, data),
        type,
        data,
        metadata: schemaVersion === 1 ? metadata : { ...metadata, schemaVersion },
      })
      stored.push(event)
    }
    return E.right([events, stored] as unknown as Append<Event>)
  }

  /** Whether an append can be read: one to a stream deleted since is answered, as it was, out of the store's memory and without a position. */
  const stands = async (
    stream: string,
    revision: bigint,
    events: ReadonlyNonEmptyArray<NewEvent>,
  ): Promise<boolean> => {
    const read = await eventStore.read(stream, { from: revision, limit: 1 })()
    const there = E.isRight(read) && O.isSome(read.right) ? read.right.value[0] : undefined
    return E.isLeft(read) || there?.id === events.at(-1)?.id
  }

  const run = async (
    addressed: Addressed,
    command: Command,
    signal: Cancellation | undefined,
  ): Promise<E.Either<Failure, Handled<Event, Rejection>>> => {
    const { stream, metadata } = addressed
    const { commandId } = metadata
    /** That an append of this command may be on record unseen. */
    let unsure: StoreError | undefined
    let held = cache?.get(stream)
    /** Whether it was read since the command came. */
    let fresh = held === undefined
    if (held === undefined) {
      const read = await begin(stream)
      if (E.isLeft(read)) return read
      held = read.right
      cache?.put(stream, held)
    }
    for (let attempt = 1; ;) {
      const done = held.seen.at(commandId)
      if (done !== undefined) return E.right({ _tag: 'AlreadyDone', revision: done })

      const { state, last } = held
      const decision = decide(command)(state)
      if (E.isLeft(decision) || decision.right.length === 0) {
        if (fresh)
          return E.right(
            E.isLeft(decision)
              ? { _tag: 'Rejected', why: decision.left }
              : { _tag: 'AlreadyDone', revision: last },
          )
        // No append will show whether this state is the stream's: an answer out of a stale cache must not leave here.
        const read = await refreshed(stream, held)
        if (E.isLeft(read)) return read
        held = read.right
        fresh = true
        continue
      }

      const about = withSubject(metadata, state, decision.right)
      const encoded = encode({ stream, metadata: about }, decision.right)
      if (E.isLeft(encoded)) return encoded
      const [newEvents, events] = encoded.right
      const append = eventStore.append(stream, last, newEvents)
      let answer = await append()
      if (E.isLeft(answer)) {
        const sent = await appendAgain({ runtime, resends, signal }, append, answer)
        answer = sent.answer
        unsure ??= sent.unsure
      }
      if (E.isRight(answer)) {
        const { revision, position } = answer.right
        if (O.isNone(position) && !(await stands(stream, revision, newEvents))) {
          cache?.drop(stream)
          return E.right({ _tag: 'AlreadyDone', revision })
        }
        if ((cache ?? snapshots) !== undefined && held.last === last) {
          let next = state
          for (const each of events) next = evolve(next, each)
          held.state = next
          held.last = revision
          held.seen.note(commandId, revision)
          snapshots?.keep(stream, held, (newEvents.at(-1) ?? newEvents[0]).id)
        }
        return E.right({ _tag: 'Appended', revision, position, events })
      }

      const failed = answer.left
      if (failed._tag !== 'Conflict') return E.left(unsure ?? failed)
      // Losing once is chance; whoever loses again steps aside for a moment.
      if (attempt > 1 && attempt < attempts)
        await runtime.pause(backOff(runtime, attempt, 1, 1000), signal)()
      if (attempt === attempts || isCancelled(signal))
        return E.left(unsure ?? { _tag: 'Contended', attempts: attempt })
      attempt++
      // Another command may have read on meanwhile; what it knows is tried first.
      if (held.last === last) {
        const read = await afterConflict(stream, held, failed.actual)
        if (E.isLeft(read)) return E.left(unsure ?? read.left)
        held = read.right
        fresh = true
      }
      // What stands where this append would be is known by now, and its command with it.
      unsure = undefined
    }
  }

  return E.right((id, command, context) => {
    const addressed = address(category, id, context)
    return E.isLeft(addressed)
      ? TE.left(addressed.left)
      : () => run(addressed.right, command, context.signal ?? handling.signal)
  })
}

/**
 * Handles commands of a decider: each is on record once, however often it is sent.
 *
 * - Reads and folds the stream (or takes what the cache holds), decides, and appends at the exact revision that it decided on; `any` is never used.
 * - An append of unknown outcome is sent again, identical, with growing pauses. A conflict is read and decided anew; when that was done `attempts` times: `Contended`.
 * - A command is known again by its `commandId`, wherever it was handled, and is `AlreadyDone`: the first use of an id counts.
 * - An event that can not be read ends it with `Undecodable`: nothing is decided over it.
 *
 * It never throws and never rejects, as long as `decide` and `evolve` do not. Options that can not be meant are answered with `InvalidArgument`
 * for every command; `handler` says so at once.
 */
export const handle = <Command, State, Event extends { readonly type: string }, Rejection>(
  decider: Decider<Command, State, Event, Rejection>,
  handling: Handling<State, Event>,
): Handle<Command, Event, Rejection> =>
  E.match(
    (wrong: InvalidArgument): Handle<Command, Event, Rejection> =>
      () =>
        TE.left(wrong),
    identity<Handle<Command, Event, Rejection>>,
  )(handler(decider, handling))
