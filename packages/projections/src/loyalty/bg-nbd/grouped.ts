/**
 * Rows made ready for a sum over many points: checked, and equal ones counted together.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { FitFailed } from '../fit-failed.js'
import { isRow, type Row } from '../summary.js'

/** Different rows in columns, since a million of them as objects take longer to read than to sum; `count` customers have each. */
export interface Grouped {
  readonly x: Float64Array
  readonly tx: Float64Array
  readonly T: Float64Array
  readonly count: Float64Array
}

/** The same of each column. */
export const mapColumns = (
  { x, tx, T, count }: Grouped,
  of: (column: Float64Array) => Float64Array,
): Grouped => ({ x: of(x), tx: of(tx), T: of(T), count: of(count) })

/** From 0 to 2^power - 1, by all bits of a number. */
const hashTo = (power: number): ((n: number) => number) => {
  const number = new Float64Array(1)
  const bits = new Int32Array(number.buffer)
  return (n) => {
    number[0] = n
    const mixed = (bits[0] ?? 0) ^ Math.imul(bits[1] ?? 0, 0x9e3779b1)
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - power)
  }
}

/** Equal rows meet in a table of places, open-addressed: as keys of a `Map`, texts of them would take longer than the fit. */
const together = (rows: ReadonlyArray<Row>): Grouped => {
  const power = Math.ceil(Math.log2(2 * rows.length + 1))
  const hash = hashTo(power)
  // What stands there, plus one: 0 is free.
  const slots = new Int32Array(2 ** power)
  const column = () => new Float64Array(rows.length)
  const all = { x: column(), tx: column(), T: column(), count: column() }
  let size = 0
  for (const row of rows) {
    const { x, T } = row
    const tx = x === 0 ? 0 : row.tx
    let slot = hash(x + Math.SQRT2 * tx + Math.PI * T)
    let place = (slots[slot] ?? 0) - 1
    while (place >= 0 && (all.x[place] !== x || all.tx[place] !== tx || all.T[place] !== T)) {
      slot = (slot + 1) % slots.length
      place = (slots[slot] ?? 0) - 1
    }
    if (place < 0) {
      place = size
      size += 1
      slots[slot] = size
      all.x[place] = x
      all.tx[place] = tx
      all.T[place] = T
    }
    all.count[place] = (all.count[place] ?? 0) + 1
  }
  return mapColumns(all, (column) => column.subarray(0, size))
}

/** Each different row once, with how many customers have it. A time of last purchase means nothing where there was no repeat. */
export const grouped = (rows: ReadonlyArray<Row>): E.Either<FitFailed, Grouped> => {
  const invalid = rows.findIndex((row) => !isRow(row))
  if (invalid >= 0) return E.left({ _tag: 'FitFailed', reason: 'InvalidRow', row: invalid })
  if (rows.length === 0) return E.left({ _tag: 'FitFailed', reason: 'NothingToFit' })
  if (rows.every(({ x }) => x === 0))
    return E.left({ _tag: 'FitFailed', reason: 'NoRepeatPurchases' })
  return E.right(together(rows))
}
