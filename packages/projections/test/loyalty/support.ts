import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { Instant, TimeZone } from '@troth/core'

import type { loyalty } from '../../src/index.js'

export const runs = Number(process.env['TROTH_RUNS'] ?? 1000)

/** What is there; a test that finds nothing fails by it. */
export const some = <A>(option: O.Option<A>): A => {
  if (O.isNone(option)) throw new Error('there is none')
  return option.value
}

export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`refused: ${JSON.stringify(either.left)}`)
  return either.right
}

export const instant = (iso: string): Instant => right(Instant.decode(iso))

export const zone = (name: string): TimeZone => right(TimeZone.decode(name))

/** What Fader, Hardie and Lee found for CDNOW. */
export const published: loyalty.bgNbd.Params = {
  r: 0.2426,
  alpha: 4.4136,
  a: 0.7929,
  b: 2.4259,
}

/** Numbers from 0 to 1 that look like chance, and are the same in every run (Park and Miller 1988). */
export const numbers = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
