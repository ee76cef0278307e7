/** What the laws of every aggregate are stated with. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import type { Decider } from '../../src/shared/decider.js'
import { difference } from '../../src/testing/difference.js'
import type { Arbitraries } from '../../src/testing/reachable.js'

/** How often a law is tried: 1,000 times, unless the environment asks for fewer. */
export const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)

export const law = <A>(title: string, from: fc.Arbitrary<A>, holds: (value: A) => void) =>
  it(title, () => {
    fc.assert(fc.property(from, holds), { numRuns })
  })

export const same = (actual: unknown, expected: unknown) => {
  expect(difference(actual, expected)).toBeUndefined()
}

export const throughJson = (u: unknown): unknown => JSON.parse(JSON.stringify(u))

export const lawsOf = <C, S, Ev, R>(
  { decide, evolve, initial }: Decider<C, S, Ev, R>,
  any: Arbitraries<C, S, Ev, unknown>,
) => ({
  /** A state that can be reached, and a command that is mostly worth asking there. */
  asked: any.state.chain((state) => any.commandIn(state).map((command) => ({ state, command }))),
  /** A state after whatever events, the later ones in any order. */
  folded: fc
    .tuple(any.history, fc.array(any.event, { maxLength: 12 }))
    .map(([history, more]) => [...history, ...more].reduce(evolve, initial)),
  recordedBy: (state: S, command: C): ReadonlyArray<Ev> => {
    const answer = decide(command)(state)
    return E.isRight(answer) ? answer.right : []
  },
})
