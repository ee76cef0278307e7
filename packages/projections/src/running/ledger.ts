/**
 * The rows of a view and how far it has heard, kept together: they change in one step.
 *
 * @since 0.1.0
 */
import {
  type Checkpoint,
  type Json,
  jsonText,
  type Position,
  type StoreError,
  type ViewStore,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Marks, marks } from './marks.js'
import type { Stopped } from './running.js'

/** Which event it was. */
export type Place = NonNullable<Stopped['event']>

/** Somebody else runs the same generation of the view, and has saved it since. */
export interface Overtaken {
  readonly _tag: 'Overtaken'
}

/** The place of one row in memory. Its ledger alone changes it. */
export interface Cell {
  readonly key: string
  /** Undefined: there is none. */
  readonly row: Json | undefined
  /** The event that changed it last; undefined where it is on record as it is. */
  readonly by: Place | undefined
}

type Mutable = { -readonly [K in keyof Cell]: Cell[K] }

/** Rows in memory and on record. Its holder alone changes it. */
export interface Ledger {
  readonly generation: number
  /** Up to where it has heard. */
  readonly position: () => Position | 'start'
  /** Up to where the rows on record hold all that was heard. */
  readonly onRecord: () => Position | 'start'
  /** Where the row of this key is, or would be; undefined where only the store knows. */
  readonly cell: (key: string) => Cell | undefined
  readonly fetch: (key: string) => Promise<E.Either<StoreError, Cell>>
  /** Changes the row of a cell that was just given. */
  readonly put: (cell: Cell, row: Json, by: Place) => void
  /** Places that were come past, in their order. */
  readonly heard: (places: ReadonlyArray<Position>) => void
  /** How many events were heard since the last save. */
  readonly unsaved: () => number
  /** Whether the rows on record are those in memory. */
  readonly isClean: () => boolean
  readonly save: () => Promise<E.Either<StoreError | Overtaken, void>>
  /** The last event to change a row that no store can take, if there is one among those not saved. */
  readonly spoiledBy: () => Place | undefined
}

export interface LedgerParts {
  readonly viewStore: ViewStore
  readonly name: string
  /** So many rows at most are kept in memory besides those that were not saved yet: of those used last, about a half or more. */
  readonly keep: number
}

const open = (
  { viewStore, name, keep }: LedgerParts,
  checkpoint: Checkpoint,
  entries: ReadonlyArray<readonly [key: string, row: Json]>,
): Ledger => {
  const { generation } = checkpoint
  /** By when they were used: the older ones are dropped all at once, since to drop one by one costs more than to fold. */
  let young = new Map<string, Mutable>()
  let old = new Map<string, Mutable>()
  for (const [key, row] of entries) young.set(key, { key, row, by: undefined })
  /** Whether every row on record is in memory too: then one that is not there is nowhere. */
  let whole = entries.length <= keep
  /** The keys of all rows on record, where it is known that they are all: most rows that are in no memory are new. */
  let known: Marks | undefined
  let changed: Mutable[] = []
  let saved = checkpoint
  let position = checkpoint.position
  let unsaved = 0

  const half = Math.ceil(keep / 2)
  const drop = (): void => {
    if (whole && young.size <= keep) return
    if (whole) known = marks(young.keys())
    whole = false
    if (young.size >= half) {
      old = young.size <= keep ? young : new Map([...young].slice(-half))
      young = new Map()
    }
    if (young.size + old.size > keep) old = new Map()
  }
  drop()

  /** It may be our own save, of which no answer came. */
  const afterConflict = async (
    conflict: StoreError,
    next: Checkpoint,
  ): Promise<E.Either<StoreError | Overtaken, void>> => {
    const there = await viewStore.load(name)()
    if (E.isLeft(there)) return there
    if (O.isNone(there.right) || there.right.value.generation !== generation)
      return E.left(conflict)
    return there.right.value.position === next.position
      ? E.right(undefined)
      : E.left({ _tag: 'Overtaken' })
  }

  return {
    generation,
    position: () => position,
    onRecord: () => (changed.length === 0 ? position : saved.position),
    cell: (key) => {
      const found = young.get(key)
      if (found !== undefined) return found
      const aged = old.get(key)
      if (aged !== undefined) young.set(key, aged)
      else if (whole || known?.has(key) === false) return { key, row: undefined, by: undefined }
      return aged
    },
    fetch: async (key) =>
      E.map((row: O.Option<Json>) => {
        const cell = { key, row: O.toUndefined(row), by: undefined }
        young.set(key, cell)
        return cell
      })(await viewStore.get(name, key)()),
    put: (cell, row, by) => {
      const own: Mutable = cell
      if (own.row === undefined) {
        young.set(own.key, own)
        known?.mark(own.key)
      }
      if (own.by === undefined) changed.push(own)
      own.row = row
      own.by = by
    },
    heard: (places) => {
      position = places.at(-1) ?? position
      unsaved += places.length
    },
    unsaved: () => unsaved,
    isClean: () => changed.length === 0,
    save: async () => {
      if (position === 'start' || unsaved === 0) return E.right(undefined)
      const next = { generation, position }
      const put = changed.map(({ key, row }) => [key, row as Json] as const)
      const answer = await viewStore.commit(name, { put, delete: [] }, saved, position)()
      if (E.isLeft(answer)) {
        if (answer.left._tag !== 'Conflict') return answer
        const own = await afterConflict(answer.left, next)
        if (E.isLeft(own)) return own
      }
      saved = next
      unsaved = 0
      for (const cell of changed) cell.by = undefined
      changed = []
      drop()
      return E.right(undefined)
    },
    spoiledBy: () => changed.find(({ row }) => jsonText(row) === undefined)?.by,
  }
}

/** A new generation, before its first event. */
export const blankLedger = (parts: LedgerParts, generation: number): Ledger =>
  open(parts, { generation, position: 'start' }, [])

/** Reads what was saved under the view's name. */
export const openLedger = async (parts: LedgerParts): Promise<E.Either<StoreError, Ledger>> => {
  const { viewStore, name, keep } = parts
  const checkpoint = await viewStore.load(name)()
  if (E.isLeft(checkpoint)) return checkpoint
  if (O.isNone(checkpoint.right)) return E.right(blankLedger(parts, 0))
  const entries = await viewStore.entries(name, { limit: keep + 1 })()
  return E.isLeft(entries) ? entries : E.right(open(parts, checkpoint.right.value, entries.right))
}
