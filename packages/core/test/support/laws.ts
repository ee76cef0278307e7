/** What the laws of every aggregate are stated with. */
import { isDeepStrictEqual } from 'node:util'

import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import type { Decider } from '../../src/shared/decider.js'
import { difference, show } from '../../src/testing/difference.js'
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

/** A history cut in two anywhere: the state before the cut, and the events behind it. */
interface Cut<S, Ev> {
  readonly before: S
  readonly behind: ReadonlyArray<Ev>
}

export const lawsOf = <C, S, Ev, R>(
  { decide, evolve, initial }: Decider<C, S, Ev, R>,
  any: Arbitraries<C, S, Ev, unknown>,
) => {
  /** Whatever events, the later ones in any order. */
  const events = fc
    .tuple(any.history, fc.array(any.event, { maxLength: 12 }))
    .map(([history, more]) => [...history, ...more])
  return {
    /** A state that can be reached, and a command that is mostly worth asking there. */
    asked: any.state.chain((state) => any.commandIn(state).map((command) => ({ state, command }))),
    folded: events.map((each) => each.reduce(evolve, initial)),
    cut: fc.tuple(events, fc.nat()).map(([each, n]): Cut<S, Ev> => {
      const at = n % (each.length + 1)
      return { before: each.slice(0, at).reduce(evolve, initial), behind: each.slice(at) }
    }),
    /** What a snapshot relies on. A field that is there and `undefined` is none of JSON's, and the order of fields is part of a state. */
    goesOnFromJson: ({ before, behind }: Cut<S, Ev>) => {
      const restored = throughJson(before) as S
      if (!isDeepStrictEqual(restored, before)) same(show(restored), show(before))
      const whole = behind.reduce(evolve, before)
      expect(JSON.stringify(behind.reduce(evolve, restored))).toBe(JSON.stringify(whole))
    },
    recordedBy: (state: S, command: C): ReadonlyArray<Ev> => {
      const answer = decide(command)(state)
      return E.isRight(answer) ? answer.right : []
    },
  }
}
