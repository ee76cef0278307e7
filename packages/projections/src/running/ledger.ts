/**
 * The rows of a view and how far it has heard, kept together: they change in one step.
 *
 * @since 0.1.0
 */
import type { Checkpoint, Json, Position, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

/** Somebody else runs the same generation of the view, and has saved it since. */
export interface Overtaken {
  readonly _tag: 'Overtaken'
}

/** Rows in memory and on record. Its holder alone changes it. */
export interface Ledger {
  readonly generation: number
  /** Up to where it has heard. */
  readonly position: () => Position | 'start'
  /** Up to where the rows on record hold all that was heard. */
  readonly onRecord: () => Position | 'start'
  /** Whether a row, or that there is none, is known without asking the store. */
  readonly knows: (key: string) => boolean
  readonly fetch: (key: string) => Promise<E.Either<StoreError, void>>
  readonly row: (key: string) => Json | undefined
  readonly put: (key: string, row: Json) => void
  readonly heard: (position: Position) => void
  /** How many events were heard since the last save. */
  readonly unsaved: () => number
  /** Whether the rows on record are those in memory. */
  readonly isClean: () => boolean
  readonly save: () => Promise<E.Either<StoreError | Overtaken, void>>
}

export interface LedgerParts {
  readonly viewStore: ViewStore
  readonly name: string
  /** How many rows are kept in memory, besides those that were not saved yet. */
  readonly keep: number
}

const open = (
  { viewStore, name, keep }: LedgerParts,
  checkpoint: Checkpoint,
  entries: ReadonlyArray<readonly [key: string, row: Json]>,
): Ledger => {
  const { generation } = checkpoint
  const rows = new Map<string, Json | undefined>(entries)
  /** Whether every row on record is in memory too: then one that is not there is nowhere. */
  let whole = entries.length <= keep
  const changed = new Map<string, Json>()
  let saved = checkpoint
  let position = checkpoint.position
  let unsaved = 0

  const drop = (): void => {
    if (rows.size <= keep) return
    whole = false
    // A map keeps the order of insertion: what was used last is at its end.
    for (const key of rows.keys()) {
      if (rows.size <= keep) return
      rows.delete(key)
    }
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
    onRecord: () => (changed.size === 0 ? position : saved.position),
    knows: (key) => whole || rows.has(key),
    fetch: async (key) =>
      E.map((row: O.Option<Json>) => {
        rows.set(key, O.toUndefined(row))
      })(await viewStore.get(name, key)()),
    row: (key) => rows.get(key),
    put: (key, row) => {
      if (!whole) rows.delete(key)
      rows.set(key, row)
      changed.set(key, row)
    },
    heard: (at) => {
      position = at
      unsaved++
    },
    unsaved: () => unsaved,
    isClean: () => changed.size === 0,
    save: async () => {
      if (position === 'start' || unsaved === 0) return E.right(undefined)
      const next = { generation, position }
      const changes = { put: [...changed], delete: [] }
      const answer = await viewStore.commit(name, changes, saved, position)()
      if (E.isLeft(answer)) {
        if (answer.left._tag !== 'Conflict') return answer
        const own = await afterConflict(answer.left, next)
        if (E.isLeft(own)) return own
      }
      saved = next
      unsaved = 0
      changed.clear()
      drop()
      return E.right(undefined)
    },
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
