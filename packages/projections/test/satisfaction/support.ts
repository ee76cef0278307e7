import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { satisfaction } from '../../src/index.js'

export const runs = Number(process.env['TROTH_RUNS'] ?? 1000)

export const some = <A>(option: O.Option<A>): A => {
  if (O.isNone(option)) throw new Error('none')
  return option.value
}

export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`refused: ${JSON.stringify(either.left)}`)
  return either.right
}

export const refused = (
  field: string,
  expected: string,
): E.Either<satisfaction.InvalidAnswer, never> => E.left({ _tag: 'InvalidAnswer', field, expected })

/** Noon of a day, and `days` after it. */
export const at = (days: number): Instant => (Date.UTC(2026, 10, 2, 12) + days * day) as Instant
export const day = 86_400_000

/** So many of each score. */
export const times = (counts: Readonly<Record<number, number>>): ReadonlyArray<number> =>
  Object.entries(counts).flatMap(([score, count]) => Array<number>(count).fill(Number(score)))

/** Every number there is in a value, wherever it stands. */
export const numbersIn = (value: unknown): ReadonlyArray<number> => {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}
