/**
 * What no store may be asked, refused before anything is written or sent.
 *
 * @since 0.1.0
 */
import {
  type ExpectedRevision,
  jsonText,
  type NewEvent,
  type ReadOptions,
  type StoreError,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { invalid } from './store-errors.js'

/** The most that EventStoreDB takes in one append, unless it is configured otherwise: 1 MiB, in bytes. */
export const defaultMaxAppendSize = 1_048_576

/** An event whose parts were checked: `data` and `metadata` as JSON text, the id in small letters. */
export interface CheckedEvent {
  readonly id: string
  readonly type: string
  readonly data: string
  readonly metadata: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const nil = '00000000-0000-0000-0000-000000000000'

/** What starts with `$` is EventStoreDB's own; half of a surrogate pair has no UTF-8 form. */
const isName = (u: unknown): u is string =>
  typeof u === 'string' && u !== '' && !u.startsWith('$') && !/\p{Surrogate}/u.test(u)

const name = 'well-formed text, not empty, not starting with $'

/** The greatest signed 64-bit number is how EventStoreDB writes "deleted". */
const revisions = 2n ** 63n - 1n

const isRevision = (u: unknown): u is bigint => typeof u === 'bigint' && u >= 0n && u < revisions

export const wrongStream = (stream: unknown): StoreError | undefined =>
  isName(stream) ? undefined : invalid('stream', name)

export const wrongRevision = (field: string, revision: unknown): StoreError | undefined =>
  isRevision(revision) ? undefined : invalid(field, 'a bigint from 0')

export const wrongExpected = (expected: ExpectedRevision): StoreError | undefined =>
  expected === 'any' ||
  expected === 'noStream' ||
  expected === 'streamExists' ||
  isRevision(expected)
    ? undefined
    : invalid('expected', "'any', 'noStream', 'streamExists' or a bigint from 0")

const directions: ReadonlyArray<unknown> = [undefined, 'forwards', 'backwards']

export const wrongReading = ({ from, limit, direction }: ReadOptions): StoreError | undefined => {
  if (!Number.isSafeInteger(limit) || limit < 1) return invalid('limit', 'a whole number from 1')
  if (!directions.includes(direction)) return invalid('direction', "'forwards' or 'backwards'")
  return from === undefined ? undefined : wrongRevision('from', from)
}

const isObject = (u: unknown): boolean => typeof u === 'object' && u !== null && !Array.isArray(u)

const checked = ({ id, type, data, metadata }: NewEvent): E.Either<StoreError, CheckedEvent> => {
  if (typeof id !== 'string' || !uuid.test(id) || id === nil)
    return E.left(invalid('id', 'a UUID other than nil'))
  if (!isName(type)) return E.left(invalid('type', name))
  const dataText = jsonText(data)
  if (dataText === undefined) return E.left(invalid('data', 'what JSON holds unchanged'))
  const metadataText = isObject(metadata) ? jsonText(metadata) : undefined
  if (metadataText === undefined)
    return E.left(invalid('metadata', 'an object that JSON holds unchanged'))
  return E.right({ id: id.toLowerCase(), type, data: dataText, metadata: metadataText })
}

const utf8 = new TextEncoder()

/** EventStoreDB's own count: the bytes of data and metadata, and two for each UTF-16 unit of the type. */
export const sizeOf = ({ type, data, metadata }: CheckedEvent): number =>
  utf8.encode(data).length + utf8.encode(metadata).length + 2 * type.length

/** No UTF-16 unit takes more than three bytes: most appends are known to fit without being counted. */
const surelyFits = (events: ReadonlyArray<CheckedEvent>, limit: number): boolean =>
  events.reduce((n, e) => n + 3 * (e.data.length + e.metadata.length + e.type.length), 0) <= limit

/** The events ready to be kept, or why the append can not be made: nothing of it was written. */
export const checkAppend = (
  stream: string,
  expected: ExpectedRevision,
  events: ReadonlyArray<NewEvent>,
  maxAppendSize: number,
): E.Either<StoreError, ReadonlyArray<CheckedEvent>> => {
  const wrong = wrongStream(stream) ?? wrongExpected(expected)
  if (wrong !== undefined) return E.left(wrong)
  if (events.length === 0) return E.left(invalid('events', 'at least one event'))
  const ready: CheckedEvent[] = []
  for (const event of events) {
    const answer = checked(event)
    if (E.isLeft(answer)) return answer
    ready.push(answer.right)
  }
  if (surelyFits(ready, maxAppendSize)) return E.right(ready)
  const size = ready.reduce((n, event) => n + sizeOf(event), 0)
  return size > maxAppendSize
    ? E.left({ _tag: 'TooLarge', limit: maxAppendSize, size })
    : E.right(ready)
}
