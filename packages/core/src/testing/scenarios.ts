/**
 * Stories of one decider: given what is on record, when asked, then.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import { type Decider, fold } from '../shared/decider.js'
import { same } from './difference.js'

/** What the host's own test runner offers (vitest, jest, node:test); the kit brings none. */
export type Test = (title: string, run: () => void) => unknown

/** How a story can end. Each is one test, under the scenario's title. */
export interface Outcomes<Event, Rejection> {
  /** These events, in this order, and no others. */
  readonly records: (events: ReadonlyArray<Event>) => unknown
  /** Nothing, because it is so already. */
  readonly recordsNothing: () => unknown
  /** Nothing, for this reason. */
  readonly refuses: (why: Rejection) => unknown
}

/** `scenario('title').given(history).when(command).records(events)` */
export type Scenario<Command, Event, Rejection> = (title: string) => {
  readonly given: (history: ReadonlyArray<Event>) => {
    readonly when: (command: Command) => Outcomes<Event, Rejection>
  }
}

/**
 * One line of history per line:
 *
 * ```ts
 * const scenario = scenarios(promise.promise({ grace: 0 }), { test })
 *
 * scenario('kept twice is on record once').given([made, kept]).when(keep).recordsNothing()
 * ```
 */
export const scenarios =
  <Command, State, Event, Rejection>(
    decider: Decider<Command, State, Event, Rejection>,
    { test }: { readonly test: Test },
  ): Scenario<Command, Event, Rejection> =>
  (title) => ({
    given: (history) => ({
      when: (command) => {
        const ends = (expected: E.Either<Rejection, ReadonlyArray<Event>>) =>
          test(title, () => {
            same(pipe(history, fold(decider), decider.decide(command)), expected)
          })
        return {
          records: (events) => ends(E.right(events)),
          recordsNothing: () => ends(E.right([])),
          refuses: (why) => ends(E.left(why)),
        }
      },
    }),
  })
