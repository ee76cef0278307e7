/**
 * Stretches of time and what is left of them: the arithmetic under every clock.
 *
 * @since 0.1.0
 */
import * as N from 'fp-ts/lib/number.js'
import * as O from 'fp-ts/lib/Option.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'

import type { Instant } from '../shared/instant.js'

/** From an instant, inclusive, to a later one, exclusive; epoch milliseconds. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** A time in which a clock stands still: `from` inclusive, `to` exclusive. One that ends as it begins covers nothing. */
export interface Pause {
  readonly from: Instant
  readonly to: Instant
}

/**
 * Where work that ends exactly with a stretch is due: at its `closing`, or at the `nextOpening`, the
 * next instant at which the clock runs again.
 */
export type AtClosing = 'closing' | 'nextOpening'

const byFrom: Ord.Ord<Pause> = Ord.contramap(({ from }: Pause) => from)(N.Ord)

/** The pauses that stop a clock, in the order in which they begin: not those that are empty or reversed. */
export const inOrder = (pauses: ReadonlyArray<Pause>): ReadonlyArray<Stretch> =>
  RA.sort(byFrom)(pauses.filter(({ from, to }) => from < to))

/**
 * What is left of `stretches`, which are in order, once `pauses` are taken out, which are in the order in which they
 * begin and may overlap.
 */
export function* without(
  stretches: Iterable<Stretch>,
  pauses: ReadonlyArray<Stretch>,
): Generator<Stretch, void> {
  let next = 0
  for (const { from, to } of stretches) {
    let at = from
    for (let pause = pauses[next]; pause !== undefined && pause.from < to; pause = pauses[next]) {
      if (at < pause.from) yield { from: at, to: pause.from }
      at = Math.max(at, pause.to)
      // A pause that goes on beyond this stretch is still to be taken out of the next one.
      if (to < pause.to) break
      next += 1
    }
    if (at < to) yield { from: at, to }
  }
}

/** How long the stretches are together, in milliseconds. */
export const total = (stretches: Iterable<Stretch>): number => {
  let sum = 0
  for (const { from, to } of stretches) sum += to - from
  return sum
}

/**
 * When `work` milliseconds of the stretches, in order and none empty, are used up; no work ends where
 * the first stretch begins. None when there are not enough of them.
 */
export const landing = (
  stretches: Iterable<Stretch>,
  work: number,
  atClosing: AtClosing,
): O.Option<number> => {
  let left = work
  for (const { from, to } of stretches) {
    const length = to - from
    if (left < length || (left === length && atClosing === 'closing')) return O.some(from + left)
    left -= length
  }
  return O.none
}
