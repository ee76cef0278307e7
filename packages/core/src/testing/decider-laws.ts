/**
 * What holds of every decider, whatever it decides.
 *
 * @since 0.1.0
 */
import type fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'

import type { Decider } from '../shared/decider.js'
import { same, show } from './difference.js'
import type { Test } from './scenarios.js'

/** `import fc from 'fast-check'`: the host's own copy, so that its seeds and reports are its own. */
export type FastCheck = typeof fc

/** Where commands and events come from. They should collide: a few ids, a few instants, a few words. */
export interface Generators<Command, State, Event> {
  /** Any command, or any that is worth asking in a state. */
  readonly command: fc.Arbitrary<Command> | ((state: State) => fc.Arbitrary<Command>)
  readonly event: fc.Arbitrary<Event>
}

export interface Lawful {
  readonly test: Test
  readonly fc: FastCheck
  /** 1,000 unless given. */
  readonly numRuns?: number
}

/** Whatever changes it from now on throws, which is what a decider is caught at. Maps and sets can not be frozen: those are compared. */
const freeze = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(freeze)
  return Object.freeze(value)
}

const unchanged = <A>(given: ReadonlyArray<unknown>, run: () => A): A => {
  const before = given.map(show)
  given.forEach(freeze)
  const result = run()
  same(given.map(show), before)
  return result
}

/**
 * One test a law:
 *
 * - what is recorded is read back as it was, through JSON, whether generated or decided
 * - asking twice records nothing more
 * - `evolve` takes any events in any order, and gives the same state each time
 * - a fold in one go equals a fold in pieces
 * - `decide` answers in every state, reached by commands or folded from any events: it never throws
 * - `decide` and `evolve` change nothing that they were given
 */
export const deciderLaws = <Command, State, Event, Rejection>(
  { event: codec, initial, evolve, decide }: Decider<Command, State, Event, Rejection>,
  { command, event }: Generators<Command, State, Event>,
  { test, fc, numRuns = 1000 }: Lawful,
): void => {
  const commandIn = typeof command === 'function' ? command : () => command
  const apply = (state: State, events: ReadonlyArray<Event>): State =>
    events.reduce((folded, each) => evolve(folded, each), state)
  const next = (state: State, asked: Command): State => {
    const answer = decide(asked)(state)
    return E.isLeft(answer) ? state : apply(state, answer.right)
  }

  const after = (state: State, steps: number): fc.Arbitrary<State> =>
    steps === 0
      ? fc.constant(state)
      : commandIn(state).chain((asked) => after(next(state, asked), steps - 1))
  const events = fc.array(event, { maxLength: 12 })
  const reached =
    typeof command === 'function'
      ? fc.nat({ max: 6 }).chain((steps) => after(initial, steps))
      : fc.array(command, { maxLength: 6 }).map((asked) => asked.reduce(next, initial))
  const folded = events.map((history) => apply(initial, history))
  const asked = (states: fc.Arbitrary<State>): fc.Arbitrary<readonly [State, Command]> =>
    states.chain((state) => commandIn(state).map((each) => [state, each] as const))

  const law = <A>(title: string, from: fc.Arbitrary<A>, holds: (value: A) => void) =>
    test(title, () => {
      fc.assert(fc.property(from, holds), { numRuns })
    })

  const readBack = (recorded: Event) => {
    const stored: unknown = JSON.parse(JSON.stringify(codec.encode(recorded)))
    same(codec.decode(stored), E.right(recorded))
  }

  law('what is on record is read back unchanged', event, readBack)

  law('what is decided is read back unchanged', asked(reached), ([state, each]) => {
    const answer = decide(each)(state)
    if (E.isRight(answer)) answer.right.forEach(readBack)
  })

  law('asking twice puts nothing more on record', asked(reached), ([state, each]) => {
    const first = decide(each)(state)
    if (E.isRight(first)) same(decide(each)(apply(state, first.right)), E.right([]))
  })

  law('evolve takes any events in any order', events, (history) => {
    same(apply(initial, history), apply(initial, history))
  })

  law(
    'a fold in one go equals a fold in pieces',
    fc.tuple(events, fc.nat({ max: 12 })),
    ([history, cut]) => {
      const whole = apply(initial, history)
      same(apply(apply(initial, history.slice(0, cut)), history.slice(cut)), whole)
    },
  )

  law('decide answers in every state', asked(fc.oneof(reached, folded)), ([state, each]) => {
    const answer = decide(each)(state)
    same(decide(each)(state), answer)
  })

  law('decide changes nothing it was given', asked(reached), ([state, each]) => {
    unchanged([state, each], () => decide(each)(state))
  })

  law('evolve changes nothing it was given', fc.tuple(events, event), ([history, last]) => {
    const state = apply(initial, history)
    unchanged([state, last], () => evolve(state, last))
  })
}
