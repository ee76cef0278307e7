/**
 * What a view holds, as whoever looks at it reads it.
 *
 * @since 0.1.0
 */
import type { Checkpoint, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { Rows } from '../shared/projection.js'
import { allKeptAs } from './partition.js'
import type { SetAside } from './poison.js'
import { asideOf, readSetAside } from './set-aside.js'

/** A view as it is kept: in how many shares, where processes share it. */
export interface Kept<Row> {
  readonly projection: { readonly name: string; readonly initial: Row }
  readonly of?: number
}

/** All of a view's rows, of all its shares together. One share is read in one step; several are read one after another. */
export const rowsOf =
  (viewStore: ViewStore) =>
  <Row>({ projection, of }: Kept<Row>): TaskEither<StoreError, Rows<Row>> =>
  async () => {
    const rows = new Map<string, Row>()
    for (const name of allKeptAs(projection.name, of)) {
      const entries = await viewStore.entries(name)()
      if (E.isLeft(entries)) return entries
      // They are what the view's own fold gave, and survive JSON.
      for (const [key, row] of entries.right) rows.set(key, row as Row)
    }
    return E.right(rows)
  }

/** One row of a view, whichever of its shares keeps it; none, where no event has spoken of it. */
export const rowOf =
  (viewStore: ViewStore) =>
  <Row>({ projection, of }: Kept<Row>, key: string): TaskEither<StoreError, O.Option<Row>> =>
  async () => {
    for (const name of allKeptAs(projection.name, of)) {
      const row = await viewStore.get(name, key)()
      if (E.isLeft(row)) return row
      if (O.isSome(row.right)) return E.right(O.some(row.right.value as Row))
    }
    return E.right(O.none)
  }

/** The events that the view went on without: in none of its rows, and none of them forgotten. */
export const setAside =
  (viewStore: ViewStore) =>
  ({ projection, of }: Kept<unknown>): TaskEither<StoreError, ReadonlyArray<SetAside>> =>
  async () => {
    const all = new Map<string, SetAside>()
    for (const name of allKeptAs(projection.name, of)) {
      const checkpoint = await viewStore.load(name)()
      if (E.isLeft(checkpoint)) return checkpoint
      const { generation } = O.getOrElse((): Checkpoint => ({ generation: 0, position: 'start' }))(
        checkpoint.right,
      )
      const kept = await readSetAside(viewStore, asideOf(name, generation))
      if (E.isLeft(kept)) return kept
      // What can not be read falls to every share.
      for (const event of kept.right) all.set(`${event.stream}@${String(event.revision)}`, event)
    }
    return E.right([...all.values()])
  }
