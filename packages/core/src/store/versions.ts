/**
 * The versions of one type's stored data, and the way from each to today's.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'

import { clip, decodeWith, misfits, type Problem } from '../shared/problem.js'
import { isObject, type Json, type JsonObject } from './json.js'

/** What an event's data looked like in one version, and how it becomes that of the next. Both are the stored JSON. */
export interface Earlier {
  readonly version: number
  /** The data of that version; without it, any object is passed on to `up`. */
  readonly codec?: t.Mixed
  readonly up: (data: JsonObject) => JsonObject
}

/** One type's versions: `earlier` holds each from 1 to the one before `current`. */
export interface Versions {
  readonly current: number
  readonly earlier: ReadonlyArray<Earlier>
  /**
   * What is written while not every reader knows `current`: an earlier version, and how to get there from the current data.
   * The decider goes on with what will be read back, so what `down` loses is lost at once and not after a restart.
   */
  readonly write?: { readonly version: number; readonly down: (data: JsonObject) => JsonObject }
}

/** `event` is the event as it will be read back from `data`. */
export interface Encoded<Event> {
  readonly type: string
  readonly data: Json
  readonly schemaVersion: number
  readonly event: Event
}

/** A type that the registry knows, with the codec of its current version. */
export interface Known<Event> extends Versions {
  readonly codec: t.Type<Event, unknown>
}

type Problems = ReadonlyArray<Problem>

const raise = (data: Json, { version, codec, up }: Earlier): E.Either<Problems, Json> => {
  if (!isObject(data)) return E.left([{ field: 'data', expected: 'object' }])
  const within = (at: Problems) =>
    at.map((p) => ({ ...p, field: p.field === '' ? 'data' : `data.${p.field}` }))
  return pipe(
    codec === undefined ? E.right(data) : pipe(decodeWith(codec)(data), E.mapLeft(within)),
    E.flatMap((decoded) =>
      E.tryCatch(
        () => up(codec === undefined ? data : (codec.encode(decoded) as JsonObject)),
        () => [{ field: 'data', expected: `data of version ${String(version)}` }],
      ),
    ),
  )
}

/** From what is stored to the event. */
export const parse = <Event>(
  { codec, current, earlier }: Known<Event>,
  type: string,
  version: unknown,
  stored: Json,
): E.Either<Problems, Event> => {
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1 || version > current)
    return E.left([
      {
        field: 'metadata.schemaVersion',
        expected: `a version from 1 to ${String(current)}`,
        found: clip(String(version), 40),
      },
    ])
  let data = stored
  for (const step of earlier.slice(version - 1)) {
    const raised = raise(data, step)
    if (E.isLeft(raised)) return raised
    data = raised.right
  }
  return decodeWith(codec)({ type, data })
}

const lower = <Event>(
  known: Known<Event>,
  type: string,
  data: Json,
  { version, down }: NonNullable<Versions['write']>,
): E.Either<Problems, Encoded<Event>> => {
  const lowered = down(data as JsonObject)
  return pipe(
    parse(known, type, version, lowered),
    E.map((event) => ({ type, data: lowered, schemaVersion: version, event })),
  )
}

/** From the event to what is stored. Never throws. */
export const store = <Event extends { readonly type: string }>(
  known: Known<Event>,
  event: Event,
): E.Either<Problems, Encoded<Event>> => {
  const { codec, current, write } = known
  try {
    const { data } = codec.encode(event) as { readonly data: Json }
    return write === undefined
      ? E.right({ type: event.type, data, schemaVersion: current, event })
      : lower(known, event.type, data, write)
  } catch {
    const wrong = misfits(codec)(event)
    return E.left(wrong.length > 0 ? wrong : [{ field: '', expected: codec.name }])
  }
}

/** What can not be meant of a type's versions. */
export const wrongVersions = (type: string, { current, earlier, write }: Versions): Problems => {
  const field = `versions.${type}`
  const isVersion = (n: number) => Number.isInteger(n) && n >= 1
  if (!isVersion(current)) return [{ field: `${field}.current`, expected: 'a whole number from 1' }]
  const complete =
    earlier.length === current - 1 && earlier.every(({ version }, i) => version === i + 1)
  const all = {
    field: `${field}.earlier`,
    expected: `each version from 1 below ${String(current)}`,
  }
  const older = { field: `${field}.write.version`, expected: `a version below ${String(current)}` }
  return [
    ...(complete ? [] : [all]),
    ...(write === undefined || (isVersion(write.version) && write.version < current)
      ? []
      : [older]),
  ]
}
