/**
 * The door for history from elsewhere: facts as they were, past every rule of `decide`, and marked with where they came from.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Decider } from '../shared/decider.js'
import type { Problem } from '../shared/problem.js'
import { appendAgain, defaultResends } from './append-again.js'
import { type Addressed, address, isLabel } from './command-context.js'
import { eventId, importId } from './event-ids.js'
import type { EventStore, NewEvent, Position, StoreError } from './event-store.js'
import { type Registry, registry as registryOf } from './registry.js'
import type { Runtime } from './runtime.js'
import { type InvalidArgument, invalidArgument } from './stream-name.js'

/** With a `runtime`, an append of unknown outcome is sent again, eight times at most. */
export interface Importing<Event> {
  readonly eventStore: EventStore
  readonly registry?: Registry<Event>
  readonly runtime?: Pick<Runtime, 'pause' | 'random'>
}

/** The other system, and what it calls the thing: each 1 to 200 characters. */
export interface Origin {
  readonly source: string
  readonly foreignId: string
  readonly subject?: string
  readonly tenant?: string
}

/** A fact that its own codec does not read; `index` counts the facts from 0. */
export interface InvalidFact {
  readonly _tag: 'InvalidFact'
  readonly index: number
  readonly errors: ReadonlyArray<Problem>
}

/** `revision` is that of the last of these facts. */
export type Imported =
  | {
      readonly _tag: 'Imported'
      readonly revision: bigint
      readonly position: O.Option<Position>
    }
  | { readonly _tag: 'AlreadyImported'; readonly revision: bigint }

/** Puts the facts on a stream of their own, that of the thing `id`. */
export type ImportFacts<Event> = (
  id: string,
  facts: ReadonlyNonEmptyArray<Event>,
  origin: Origin,
) => TaskEither<StoreError | InvalidFact, Imported>

/** For an append that is never sent again. */
const atOnce = { pause: () => () => Promise.resolve(), random: () => 0 }

const prepare = <Event>(
  registry: Registry<Event>,
  { stream, metadata }: Addressed,
  facts: ReadonlyArray<Event>,
): E.Either<InvalidFact, ReadonlyArray<NewEvent>> => {
  const events: NewEvent[] = []
  for (const [index, fact] of facts.entries()) {
    const encoded = registry.verify(fact)
    if (E.isLeft(encoded)) return E.left({ _tag: 'InvalidFact', index, errors: encoded.left })
    const { type, data, schemaVersion } = encoded.right
    events.push({
      id: eventId(metadata.commandId, stream, index, data),
      type,
      data,
      metadata: { ...metadata, schemaVersion },
    })
  }
  return E.right(events)
}

const addressOf = (
  category: string,
  id: string,
  { source, foreignId, subject, tenant }: Origin,
): E.Either<InvalidArgument, Addressed> => {
  for (const [field, label] of Object.entries({ source, foreignId }))
    if (!isLabel(label))
      return invalidArgument(field, '1 to 200 characters, none of them a control character')
  return E.map(({ stream, metadata }: Addressed) => ({
    stream,
    metadata: { ...metadata, importedFrom: { source, foreignId } },
  }))(
    address(category, id, {
      commandId: importId(source, foreignId),
      ...(subject === undefined ? {} : { subject }),
      ...(tenant === undefined ? {} : { tenant }),
    }),
  )
}

/**
 * Imports a thing's whole history at once, all of it or nothing: every fact must be what its codec reads (`InvalidFact`),
 * the stream must be new. The same facts a second time are `AlreadyImported`, whatever has come after them;
 * a stream that begins otherwise is a `Conflict`. More than one append holds is `TooLarge`: history is never split.
 */
export const importFacts =
  <Command, State, Event extends { readonly type: string }, Rejection>(
    { category, event }: Decider<Command, State, Event, Rejection>,
    { eventStore, registry, runtime }: Importing<Event>,
  ): ImportFacts<Event> =>
  (id, facts, origin) =>
  async () => {
    const addressed = addressOf(category, id, origin)
    if (E.isLeft(addressed)) return addressed
    const known = registry ? E.right(registry) : registryOf(event)
    if (E.isLeft(known)) return invalidArgument('decider.event', 'one message, or a union of them')
    const prepared = prepare(known.right, addressed.right, facts)
    if (E.isLeft(prepared)) return prepared
    const [first, ...rest] = prepared.right
    if (first === undefined) return invalidArgument('facts', 'at least one')
    const { stream } = addressed.right
    const events: ReadonlyNonEmptyArray<NewEvent> = [first, ...rest]

    // Asked before, because a store answers the same append twice alike.
    const read = await eventStore.read(stream, { from: 0n, limit: events.length })()
    if (E.isLeft(read)) return read
    const there = O.isSome(read.right) ? read.right.value : []
    const revision = there.at(-1)?.revision
    if (revision !== undefined && events.every((e, i) => e.id === there[i]?.id))
      return E.right({ _tag: 'AlreadyImported', revision })

    const append = eventStore.append(stream, 'noStream', events)
    const { answer, unsure } = await appendAgain(
      runtime === undefined
        ? { runtime: atOnce, resends: 0 }
        : { runtime, resends: defaultResends },
      append,
      await append(),
    )
    if (E.isLeft(answer))
      return E.left(answer.left._tag === 'Conflict' ? answer.left : (unsure ?? answer.left))
    if (O.isSome(answer.right.position)) return E.right({ _tag: 'Imported', ...answer.right })
    // Without a position it may be the store's memory of an import to a stream deleted since, with nothing written now.
    const written = await eventStore.read(stream, { limit: 1 })()
    if (E.isLeft(written)) return written
    return E.right(
      O.isSome(written.right)
        ? { _tag: 'Imported', ...answer.right }
        : { _tag: 'AlreadyImported', revision: answer.right.revision },
    )
  }
