/**
 * What a policy remembers and how far it has heard, kept together: they change in one step.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Position, StoreError } from '../store/event-store.js'
import { isObject, type Json, type JsonObject } from '../store/json.js'
import type { Checkpoint, ViewStore } from '../store/view-store.js'
import type { Done } from './policy.js'

/** The rows of a policy, in memory and on record. Its holder alone changes it. */
export interface Ledger {
  readonly position: () => Position | 'start'
  /** The rows of one tenant (of nobody's, without one). */
  readonly rows: (tenant?: string) => ReadonlyMap<string, JsonObject>
  readonly tenants: () => ReadonlyArray<string | undefined>
  readonly note: (done: Done<JsonObject>, tenant?: string) => void
  readonly heard: (position: Position) => void
  /** How much was heard since the last save. */
  readonly unsaved: () => number
  readonly save: () => Promise<E.Either<StoreError, void>>
}

const open = (
  viewStore: ViewStore,
  name: string,
  checkpoint: Checkpoint,
  entries: ReadonlyArray<readonly [key: string, row: Json]>,
): Ledger => {
  const tenants = new Map<string | undefined, Map<string, JsonObject>>()
  const changed = new Map<string, JsonObject | undefined>()
  let saved = checkpoint
  let position = checkpoint.position
  let unsaved = 0

  const rowsOf = (tenant: string | undefined): Map<string, JsonObject> => {
    const rows = tenants.get(tenant) ?? new Map<string, JsonObject>()
    tenants.set(tenant, rows)
    return rows
  }
  for (const [key, row] of entries) {
    if (!isObject(row)) continue
    const stroke = key.indexOf('/')
    rowsOf(stroke === 0 ? undefined : key.slice(0, stroke)).set(key.slice(stroke + 1), row)
  }

  return {
    position: () => position,
    rows: rowsOf,
    tenants: () => [...tenants.keys()],
    note: ({ put = {}, forget = [] }, tenant) => {
      const rows = rowsOf(tenant)
      const full = (key: string): string => `${tenant ?? ''}/${key}`
      for (const [key, row] of Object.entries(put)) {
        rows.set(key, row)
        changed.set(full(key), row)
      }
      for (const key of forget) if (rows.delete(key)) changed.set(full(key), undefined)
    },
    heard: (at) => {
      position = at
      unsaved++
    },
    unsaved: () => unsaved,
    save: async () => {
      if (position === 'start' || (unsaved === 0 && changed.size === 0)) return E.right(undefined)
      const put: (readonly [string, Json])[] = []
      const gone: string[] = []
      for (const [key, row] of changed) {
        if (row === undefined) gone.push(key)
        else put.push([key, row])
      }
      const next = { generation: saved.generation, position }
      const answer = await viewStore.commit(name, { put, delete: gone }, saved, position)()
      if (E.isLeft(answer)) {
        if (answer.left._tag !== 'Conflict') return answer
        // It may be our own save, of which no answer came.
        const there = await viewStore.load(name)()
        if (E.isLeft(there)) return there
        const own =
          O.isSome(there.right) &&
          there.right.value.generation === next.generation &&
          there.right.value.position === next.position
        if (!own) return answer
      }
      saved = next
      unsaved = 0
      changed.clear()
      return E.right(undefined)
    },
  }
}

/** Reads what was saved under the policy's name. */
export const ledger = async (
  viewStore: ViewStore,
  policy: string,
): Promise<E.Either<StoreError, Ledger>> => {
  const name = `policy.${policy}`
  const checkpoint = await viewStore.load(name)()
  if (E.isLeft(checkpoint)) return checkpoint
  if (O.isNone(checkpoint.right))
    return E.right(open(viewStore, name, { generation: 0, position: 'start' }, []))
  const entries = await viewStore.entries(name)()
  return E.isLeft(entries)
    ? entries
    : E.right(open(viewStore, name, checkpoint.right.value, entries.right))
}
