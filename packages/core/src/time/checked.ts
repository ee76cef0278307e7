/**
 * Input that nobody has checked yet, taken apart: what it holds, and all that is wrong with it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { type Separated, separated } from 'fp-ts/lib/Separated.js'

import type { Problem } from '../shared/problem.js'

/** One value, or what is wrong with it. */
export type Checked<A> = E.Either<ReadonlyArray<Problem>, A>

export const wrong = (field: string, expected: string): E.Either<ReadonlyArray<Problem>, never> =>
  E.left([{ field, expected }])

export const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** A list's entries that are as they should be, and the problems of those that are not. */
export type CheckedList<A> = Separated<ReadonlyArray<Problem>, ReadonlyArray<A>>

/** A list of at most `most`, each entry checked under its own name, `field[0]`; no list counts as an empty one. */
export const listOf = <A>(
  u: unknown,
  field: string,
  most: number,
  check: (entry: unknown, field: string) => Checked<A>,
): CheckedList<A> => {
  if (u === undefined) return separated([], [])
  if (!Array.isArray(u) || u.length > most)
    return separated([{ field, expected: `a list of at most ${String(most)}` }], [])
  const { left, right } = pipe(
    u as ReadonlyArray<unknown>,
    RA.partitionMapWithIndex((i, entry) => check(entry, `${field}[${String(i)}]`)),
  )
  return separated(left.flat(), right)
}
