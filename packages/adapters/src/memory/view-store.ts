/** @since 0.1.0 */
import type { Checkpoint, Json, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { jsonText } from '../shared/json-text.js'
import { invalid } from '../shared/store-errors.js'
import type { Answer } from './event-store.js'

interface View {
  readonly checkpoint: Checkpoint
  readonly rows: Map<string, string>
  /** The keys in order, made when somebody asks for them and dropped when one comes or goes. */
  sorted: ReadonlyArray<string> | undefined
}

const start: Checkpoint = { generation: 0, position: 'start' }

/** Where `expected` may go on from: the place where the view stands, or the start of a newer generation. */
const isNext = (stands: Checkpoint, expected: Checkpoint): boolean =>
  expected.generation === stands.generation
    ? expected.position === stands.position
    : expected.generation > stands.generation && expected.position === 'start'

const sortedKeys = (view: View): ReadonlyArray<string> =>
  (view.sorted ??= [...view.rows.keys()].sort())

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

const isCount = (u: unknown, least: number): boolean =>
  Number.isSafeInteger(u) && Number(u) >= least

const wrongCheckpoint = ({ generation }: Checkpoint, position: unknown): StoreError | undefined => {
  if (!isCount(generation, 0)) return invalid('generation', 'a whole number from 0')
  return typeof position === 'string' && position !== '' && position !== 'start'
    ? undefined
    : invalid('position', 'a position that the feed gave')
}

const parsed = (text: string): Json => JSON.parse(text) as Json

export const viewStore = (answer: Answer): ViewStore => {
  const views = new Map<string, View>()
  return {
    load: (name) => answer(() => E.right(O.fromNullable(views.get(name)?.checkpoint))),

    get: (name, key) =>
      answer(() => E.right(O.map(parsed)(O.fromNullable(views.get(name)?.rows.get(key))))),

    entries: (name, { from, to, limit } = {}) =>
      answer(() => {
        if (limit !== undefined && !isCount(limit, 1))
          return E.left(invalid('limit', 'a whole number from 1'))
        const view = views.get(name)
        if (view === undefined) return E.right([])
        const keys = sortedKeys(view)
        const first = from === undefined ? 0 : before(keys, from)
        const end = to === undefined ? keys.length : before(keys, to)
        return E.right(
          keys
            .slice(first, Math.min(end, first + (limit ?? keys.length)))
            .map((key) => [key, parsed(view.rows.get(key) ?? 'null')] as const),
        )
      }),

    commit: (name, changes, expected, position) =>
      answer(() => {
        const wrong = wrongCheckpoint(expected, position)
        if (wrong !== undefined) return E.left(wrong)
        const put: (readonly [string, string])[] = []
        for (const [key, row] of changes.put) {
          const text = jsonText(row)
          if (text === undefined) return E.left(invalid('put', 'rows that JSON holds unchanged'))
          put.push([key, text])
        }
        const dropped = new Set(changes.delete)
        if (put.some(([key]) => dropped.has(key)))
          return E.left(invalid('delete', 'keys that are not put by the same commit'))

        const view = views.get(name)
        const stands = view?.checkpoint ?? start
        if (!isNext(stands, expected))
          return E.left({
            _tag: 'Conflict',
            expected: BigInt(expected.generation),
            actual: view === undefined ? 'noStream' : BigInt(stands.generation),
          })
        const isSame = view !== undefined && expected.generation === stands.generation
        const rows = isSame ? view.rows : new Map<string, string>()
        const size = rows.size
        for (const [key, text] of put) rows.set(key, text)
        const isSorted = isSame && rows.size === size && dropped.size === 0
        for (const key of dropped) rows.delete(key)
        views.set(name, {
          checkpoint: { generation: expected.generation, position },
          rows,
          sorted: isSorted ? view.sorted : undefined,
        })
        return E.right(undefined)
      }),
  }
}
