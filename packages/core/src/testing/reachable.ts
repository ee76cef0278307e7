/**
 * Of every aggregate alike: what is generated of it, and the states that can be reached.
 *
 * @since 0.1.0
 */
import type * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'

import type { Decider } from '../shared/decider.js'

/** What there is of one kind of aggregate. They collide: a few ids, a few instants on and beside every bound. */
export interface Arbitraries<Command, State, Event, Rules> {
  readonly command: fc.Arbitrary<Command>
  /** As `command`, but mostly one that `state` calls for. */
  readonly commandIn: (state: State) => fc.Arbitrary<Command>
  readonly event: fc.Arbitrary<Event>
  /** A state that can be reached under `rules`: commands answered one by one, the refused ones dropped. */
  readonly state: fc.Arbitrary<State>
  /** What was recorded on the way to such a state. */
  readonly history: fc.Arbitrary<ReadonlyArray<Event>>
  readonly rules: Rules
}

/** Histories of `turns`, each made a command for the state that it meets, and the states that they lead to. */
export const reachable = <Turn, Command, State, Event, Rejection>(
  { decide, evolve, initial }: Decider<Command, State, Event, Rejection>,
  turns: fc.Arbitrary<ReadonlyArray<Turn>>,
  onward: (state: State, turn: Turn) => Command,
): Pick<Arbitraries<Command, State, Event, never>, 'history' | 'state'> => {
  const history = turns.map((taken) => {
    const events: Event[] = []
    let state = initial
    for (const each of taken) {
      const answer = decide(onward(state, each))(state)
      if (E.isLeft(answer)) continue
      events.push(...answer.right)
      state = answer.right.reduce(evolve, state)
    }
    return events
  })
  return { history, state: history.map((events) => events.reduce(evolve, initial)) }
}
