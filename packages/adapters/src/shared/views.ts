/**
 * What all view stores take and refuse alike.
 *
 * @since 0.1.0
 */
import {
  type Changes,
  type Checkpoint,
  jsonText,
  type KeyRange,
  type StoreError,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { invalid } from './store-errors.js'

/** Where a view stands that was never saved. */
export const start: Checkpoint = { generation: 0, position: 'start' }

/** Where `expected` may go on from: the place where the view stands, or the start of a newer generation. */
export const isNext = (stands: Checkpoint, expected: Checkpoint): boolean =>
  expected.generation === stands.generation
    ? expected.position === stands.position
    : expected.generation > stands.generation && expected.position === 'start'

const isCount = (u: unknown, least: number): boolean =>
  Number.isSafeInteger(u) && Number(u) >= least

export const wrongCheckpoint = (
  { generation }: Checkpoint,
  position: unknown,
): StoreError | undefined => {
  if (!isCount(generation, 0)) return invalid('generation', 'a whole number from 0')
  return typeof position === 'string' && position !== '' && position !== 'start'
    ? undefined
    : invalid('position', 'a position that the feed gave')
}

export const wrongRange = ({ limit }: KeyRange): StoreError | undefined =>
  limit === undefined || isCount(limit, 1) ? undefined : invalid('limit', 'a whole number from 1')

/** Changes with their rows as JSON text, or why they can not be made. */
export const checkChanges = (
  changes: Changes,
): E.Either<
  StoreError,
  { readonly put: ReadonlyArray<readonly [string, string]>; readonly dropped: ReadonlySet<string> }
> => {
  const put: (readonly [string, string])[] = []
  for (const [key, row] of changes.put) {
    const text = jsonText(row)
    if (text === undefined) return E.left(invalid('put', 'rows that JSON holds unchanged'))
    put.push([key, text])
  }
  const dropped = new Set(changes.delete)
  return dropped.size > 0 && put.some(([key]) => dropped.has(key))
    ? E.left(invalid('delete', 'keys that are not put by the same commit'))
    : E.right({ put, dropped })
}

/** How many of the keys come before `key`. */
const before = (keys: ReadonlyArray<string>, key: string): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Those of the sorted keys that lie in the range. */
export const within = (
  keys: ReadonlyArray<string>,
  { from, to, limit }: KeyRange,
): ReadonlyArray<string> => {
  const first = from === undefined ? 0 : before(keys, from)
  const end = to === undefined ? keys.length : before(keys, to)
  return keys.slice(first, Math.min(end, first + (limit ?? keys.length)))
}
