/**
 * What is stored, by type and version, and how it is read by today's code.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'

import { clip, misfits, type Problem } from '../shared/problem.js'
import type { RecordedEvent } from './event-store.js'
import { isObject, type Json } from './json.js'
import { versionOf } from './metadata.js'
import { typesOf } from './message-types.js'
import { type Encoded, type Known, parse, store, type Versions, wrongVersions } from './versions.js'

/** A stored event that this code can not read, and why. Nothing is decided over it. */
export interface Undecodable {
  readonly _tag: 'Undecodable'
  readonly stream: string
  readonly revision: bigint
  readonly type: string
  readonly errors: ReadonlyArray<Problem>
}

/** What `read` does with an event of a type that it does not know. */
export type UnknownTypes = 'fail' | 'skip' | 'report'

export interface RegistryOptions<Event extends { readonly type: string }> {
  /** Types that are not named here have one version, 1. */
  readonly versions?: Readonly<Partial<Record<Event['type'], Versions>>>
  /** `'fail'`, unless given. `decode`, which deciders use, always fails. */
  readonly unknown?: UnknownTypes
}

/** The options or the codec can not be meant: said once, when the registry is made. */
export interface InvalidRegistry {
  readonly _tag: 'InvalidRegistry'
  readonly problems: ReadonlyArray<Problem>
}

export type Readable<Event> =
  | { readonly _tag: 'Known'; readonly event: Event }
  | { readonly _tag: 'Skipped' }
  | { readonly _tag: 'Unknown'; readonly why: Undecodable }

type Problems = ReadonlyArray<Problem>

export interface Registry<Event> {
  /** Every type that it knows, in the order of the codec. */
  readonly types: ReadonlyArray<string>
  /** For deciders: what can not be read is an error, unknown types as well. */
  readonly decode: (recorded: RecordedEvent) => E.Either<Undecodable, Event>
  /** For views: unknown types are treated as the registry was told; what is malformed, or newer than known, is still an error. */
  readonly read: (recorded: RecordedEvent) => E.Either<Undecodable, Readable<Event>>
  /** What to store. A `Left` says where the event is not what its own codec decodes to. */
  readonly encode: (event: Event) => E.Either<ReadonlyArray<Problem>, Encoded<Event>>
  /** As `encode`, for an event that nobody vouches for: it must also be read back. */
  readonly verify: (event: Event) => E.Either<ReadonlyArray<Problem>, Encoded<Event>>
}

const noSuchType = (type: unknown): Problem => ({
  field: 'type',
  expected: 'a known type',
  ...(typeof type === 'string' ? { found: clip(type, 100) } : {}),
})

/**
 * The registry of a decider's events. `codec` is that of one message, or a union of messages, as `message` makes them.
 *
 * Rolling out a new version takes two steps: first every reader learns it while `write` still names the old one, then `write` goes.
 */
export const registry = <Event extends { readonly type: string }>(
  codec: t.Type<Event, unknown>,
  { versions, unknown = 'fail' }: RegistryOptions<Event> = {},
): E.Either<InvalidRegistry, Registry<Event>> => {
  const invalid = (wrong: Problems) => E.left({ _tag: 'InvalidRegistry' as const, problems: wrong })
  const types = typesOf(codec)
  if (types === undefined)
    return invalid([
      { field: 'codec', expected: 'one message, or a union of them, each of its own type' },
    ])

  const given = new Map<string, Versions>(Object.entries(versions ?? {}))
  const table = new Map<string, Known<Event>>()
  for (const [type, each] of types)
    table.set(type, { current: 1, earlier: [], ...given.get(type), codec: each })
  const wrong = [...given].flatMap(([type, each]) =>
    table.has(type)
      ? wrongVersions(type, each)
      : [{ field: `versions.${clip(type, 60)}`, expected: 'a type of the codec' }],
  )
  if (wrong.length > 0) return invalid(wrong)

  const undecodable = (
    { stream, revision, type }: RecordedEvent,
    errors: Problems,
  ): Undecodable => ({ _tag: 'Undecodable', stream, revision, type, errors })

  const unknownType = (recorded: RecordedEvent): Undecodable =>
    undecodable(recorded, [noSuchType(recorded.type)])

  const decode = (recorded: RecordedEvent): E.Either<Undecodable, Event> => {
    const known = table.get(recorded.type)
    if (known === undefined) return E.left(unknownType(recorded))
    const parsed = parse(known, recorded.type, versionOf(recorded.metadata), recorded.data)
    return E.isRight(parsed) ? parsed : E.left(undecodable(recorded, parsed.left))
  }

  const knownOf = (event: unknown): E.Either<Problems, Known<Event>> => {
    const type = isObject(event) ? event['type'] : undefined
    const known = typeof type === 'string' ? table.get(type) : undefined
    return known === undefined ? E.left([noSuchType(type)]) : E.right(known)
  }

  const encode = (event: Event): E.Either<Problems, Encoded<Event>> => {
    const known = knownOf(event)
    return E.isRight(known) ? store(known.right, event) : known
  }

  const verify = (event: Event): E.Either<Problems, Encoded<Event>> =>
    pipe(
      knownOf(event),
      E.flatMap((known) => {
        const wrong = misfits(known.codec)(event)
        if (wrong.length > 0) return E.left(wrong)
        return pipe(
          store(known, event),
          E.flatMap(({ type, data, schemaVersion }) =>
            pipe(
              parse(known, type, schemaVersion, JSON.parse(JSON.stringify(data)) as Json),
              E.map((read) => ({ type, data, schemaVersion, event: read })),
            ),
          ),
        )
      }),
    )

  return E.right({
    types: [...table.keys()],
    decode,
    read: (recorded) => {
      if (unknown === 'fail' || table.has(recorded.type))
        return pipe(
          decode(recorded),
          E.map((event) => ({ _tag: 'Known' as const, event })),
        )
      return E.right(
        unknown === 'skip' ? { _tag: 'Skipped' } : { _tag: 'Unknown', why: unknownType(recorded) },
      )
    },
    encode,
    verify,
  })
}
