/**
 * Rows made ready for a sum over many points: checked, scaled, and equal ones counted together.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { FitFailed } from '../fit-failed.js'
import type { Row } from '../summary.js'

/** `count` customers alike. */
export interface Alike extends Row {
  readonly count: number
}

const isRow = ({ x, tx, T }: Row): boolean =>
  Number.isSafeInteger(x) &&
  x >= 0 &&
  Number.isFinite(T) &&
  (x === 0 ? T >= 0 : T > 0 && tx >= 0 && tx <= T)

/** Each different row once, with how many customers have it. A time of last purchase means nothing where there was no repeat. */
export const grouped = (rows: ReadonlyArray<Row>): E.Either<FitFailed, ReadonlyArray<Alike>> => {
  const invalid = rows.findIndex((row) => !isRow(row))
  if (invalid >= 0) return E.left({ _tag: 'FitFailed', reason: 'InvalidRow', row: invalid })
  if (rows.length === 0) return E.left({ _tag: 'FitFailed', reason: 'NothingToFit' })
  if (rows.every(({ x }) => x === 0))
    return E.left({ _tag: 'FitFailed', reason: 'NoRepeatPurchases' })
  const alike = new Map<string, Row & { count: number }>()
  for (const { x, tx, T } of rows) {
    const key = x === 0 ? `0 ${T}` : `${x} ${tx} ${T}`
    const known = alike.get(key)
    if (known === undefined) alike.set(key, { x, tx, T, count: 1 })
    else known.count += 1
  }
  return E.right([...alike.values()])
}
