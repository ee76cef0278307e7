/**
 * The rows in which a view is written down as a table, each under the names of its columns.
 *
 * @since 0.1.0
 */
import { Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Share } from './share.js'
import type { Cell, Table } from './table.js'

/** One line of a table; all lines of one table have the same columns in the same order. */
export type TableRow = Readonly<Record<string, Cell>>

/** The table of such rows; without rows it has no columns. */
export const tableOf = (rows: ReadonlyArray<TableRow>): Table => ({
  columns: Object.keys(rows[0] ?? {}),
  rows: rows.map((row) => Object.values(row)),
})

/** An instant as ISO 8601 has it; `null` where there is none. */
export const instantCell = (at: Instant | undefined): Cell =>
  at === undefined ? null : Instant.encode(at)

/** What a person may have written: `null` where it is forgotten, or was never said. */
export const textCell = (text: unknown): Cell => (typeof text === 'string' ? text : null)

/** A share as five columns: itself, of how many, and its interval. */
export const shareCells = (name: string, share: O.Option<Share>): TableRow => {
  const of = O.toNullable(share)
  return {
    [name]: of?.share ?? null,
    [`${name}.count`]: of?.count ?? null,
    [`${name}.n`]: of?.n ?? null,
    [`${name}.lower`]: of?.interval.lower ?? null,
    [`${name}.upper`]: of?.interval.upper ?? null,
  }
}
