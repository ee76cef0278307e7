/** @since 0.1.0 */
import type { Checkpoint, Json, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import {
  checkChanges,
  isNext,
  start,
  within,
  wrongCheckpoint,
  wrongRange,
} from '../shared/views.js'
import type { Answer } from './event-store.js'

interface View {
  readonly checkpoint: Checkpoint
  readonly rows: Map<string, string>
  /** The keys in order, made when somebody asks for them and dropped when one comes or goes. */
  sorted: ReadonlyArray<string> | undefined
}

const sortedKeys = (view: View): ReadonlyArray<string> =>
  (view.sorted ??= [...view.rows.keys()].sort())

const parsed = (text: string): Json => JSON.parse(text) as Json

export const viewStore = (answer: Answer): ViewStore => {
  const views = new Map<string, View>()
  return {
    load: (name) => answer(() => E.right(O.fromNullable(views.get(name)?.checkpoint))),

    get: (name, key) =>
      answer(() => E.right(O.map(parsed)(O.fromNullable(views.get(name)?.rows.get(key))))),

    entries: (name, range = {}) =>
      answer(() => {
        const wrong = wrongRange(range)
        if (wrong !== undefined) return E.left(wrong)
        const view = views.get(name)
        if (view === undefined) return E.right([])
        return E.right(
          within(sortedKeys(view), range).map(
            (key) => [key, parsed(view.rows.get(key) ?? 'null')] as const,
          ),
        )
      }),

    commit: (name, changes, expected, position) =>
      answer(() => {
        const wrong = wrongCheckpoint(expected, position)
        if (wrong !== undefined) return E.left(wrong)
        const checked = checkChanges(changes)
        if (E.isLeft(checked)) return checked
        const { put, dropped } = checked.right

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
