/**
 * A proportion, and how far it may be off.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from './figures.js'
import { type Interval, isZ, z95 } from './interval.js'

/** So many of so many, from 0 to 1, with the Wilson interval. */
export interface Share extends Part {
  readonly share: number
  readonly interval: Interval
}

/** What can have been counted: a whole number that a double holds exactly, zero or more. */
export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/**
 * The score interval of a proportion (Wilson 1927, J. Am. Stat. Assoc. 22:209-212), without continuity correction:
 * within 0 to 1, and it holds the proportion itself. `z` is 1.959963984540054 (95 %) unless given.
 * None where nothing was counted: `n` is 0, `successes` of `n` can not be, or `z` is not from 0 to 1e100.
 */
export const wilson = (successes: number, n: number, z: number = z95): O.Option<Interval> => {
  if (!isCount(successes) || !isCount(n) || n === 0 || successes > n || !isZ(z)) return O.none
  const share = successes / n
  const zz = z * z
  const middle = successes + zz / 2
  const margin = z * Math.sqrt(zz / 4 + (successes * (n - successes)) / n)
  // At 0 and at n the bound is 0 or 1 itself, which rounding would miss by a hair.
  return O.some({
    lower: Math.min(share, Math.max(0, (middle - margin) / (n + zz))),
    upper: Math.max(share, Math.min(1, (middle + margin) / (n + zz))),
  })
}

/** `count` of `n`, with its interval. None as for `wilson`. */
export const share = (count: number, n: number, z: number = z95): O.Option<Share> =>
  pipe(
    wilson(count, n, z),
    O.map((interval) => ({ count, n, share: count / n, interval })),
  )
