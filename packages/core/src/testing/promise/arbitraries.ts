/**
 * Promises as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import type { PromiseCommand } from '../../promise/commands.js'
import { PromiseEvent } from '../../promise/events.js'
import { promise } from '../../promise/promise.js'
import type { PromiseRules } from '../../promise/rules.js'
import type { PromiseState } from '../../promise/state.js'
import { fromCodec } from '../from-codec.js'
import { command, onward, promisePools, turn } from './onward.js'
import { type Arbitraries, reachable } from '../reachable.js'
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
export const promiseArbitraries = (rules: PromiseRules): PromiseArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(promise(rules), turns, onward),
  rules,
})

/** Promises under the example rules. */
export const anyPromise: PromiseArbitraries = promiseArbitraries(promiseRules)
