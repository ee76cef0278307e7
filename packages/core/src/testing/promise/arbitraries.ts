/**
 * Promises as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'

import type { PromiseCommand } from '../../promise/commands.js'
import { PromiseEvent } from '../../promise/events.js'
import { promise } from '../../promise/promise.js'
import type { PromiseRules } from '../../promise/rules.js'
import type { PromiseState } from '../../promise/state.js'
import type { Arbitraries } from '../complaint/arbitraries.js'
import { fromCodec } from '../from-codec.js'
import { command, onward, promisePools, turn } from './onward.js'
import { promiseRules } from './rules.js'

export type PromiseArbitraries = Arbitraries<
  PromiseCommand,
  PromiseState,
  PromiseEvent,
  PromiseRules
>

const event = fromCodec(PromiseEvent, promisePools)

const commandIn = (state: PromiseState): fc.Arbitrary<PromiseCommand> =>
  turn.map((each) => onward(state, each))

/** Most promises are soon settled, and some are moved again and again. */
const turns = fc.oneof(
  fc.array(turn, { maxLength: 4 }),
  fc.array(turn, { minLength: 4, maxLength: 16, size: 'max' }),
)

/** For promises under rules of one's own. */
export const promiseArbitraries = (rules: PromiseRules): PromiseArbitraries => {
  const { decide, evolve, initial } = promise(rules)
  const history = turns.map((taken) => {
    const events: PromiseEvent[] = []
    let state = initial
    for (const each of taken) {
      const answer = decide(onward(state, each))(state)
      if (E.isLeft(answer)) continue
      events.push(...answer.right)
      state = answer.right.reduce(evolve, state)
    }
    return events
  })
  const state = history.map((events) => events.reduce(evolve, initial))
  return { command, commandIn, event, state, history, rules }
}

/** Promises under the example rules. */
export const anyPromise: PromiseArbitraries = promiseArbitraries(promiseRules)
