/**
 * A view as others take it: plain JSON, and rows of a table.
 *
 * @since 0.1.0
 */
import type { Json } from '@troth/core/store'
import { csvFormatRows } from 'd3-dsv'

export type Cell = string | number | boolean | null

/** Rows under columns, each as long as `columns`. */
export interface Table {
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<Cell>>
}

const cellText = (cell: Cell): string => (cell === null ? '' : String(cell))

/**
 * The table as comma-separated values (RFC 4180, lines ended by a line feed alone), the columns' names first. Nothing is an
 * empty cell. What a cell begins with is left as it is: who opens it in a program that takes `=` for a formula says so there.
 */
export const csv = ({ columns, rows }: Table): string =>
  csvFormatRows([[...columns], ...rows.map((row) => row.map(cellText))])

const isTagged = (value: object): value is { readonly _tag: unknown } => '_tag' in value

/** As JSON has it: what is none is null, what is some or right is what it holds; instants are epoch milliseconds. */
export const plainJson = (value: unknown): Json => {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return value.map(plainJson)
  if (isTagged(value)) {
    if (value._tag === 'None') return null
    if (value._tag === 'Some' && 'value' in value) return plainJson(value.value)
    if (value._tag === 'Right' && 'right' in value) return plainJson(value.right)
    if (value._tag === 'Left' && 'left' in value) return plainJson(value.left)
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plainJson(each)]),
  )
}

/** One figure of many, by the names that lead to it: `csat.share`, `servqual.empathy`. */
export interface Leaf {
  readonly path: string
  readonly value: Cell
}

/** Every plain value in `json` with the path to it, in order; the places of a list count from 0. */
export const leaves = (json: Json, path = ''): ReadonlyArray<Leaf> =>
  typeof json !== 'object' || json === null
    ? [{ path, value: json }]
    : Object.entries(json).flatMap(([key, each]) =>
        leaves(each, path === '' ? key : `${path}.${key}`),
      )
