/**
 * Follow-ups as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'

import type { FollowUpCommand } from '../../follow-up/commands.js'
import { FollowUpEvent } from '../../follow-up/events.js'
import { followUp } from '../../follow-up/follow-up.js'
import type { FollowUpRules } from '../../follow-up/rules.js'
import type { FollowUpState } from '../../follow-up/state.js'
import type { Arbitraries } from '../complaint/arbitraries.js'
import { fromCodec } from '../from-codec.js'
import { command, followUpPools, onward, turn } from './onward.js'
import { followUpRules } from './rules.js'

export type FollowUpArbitraries = Arbitraries<
  FollowUpCommand,
  FollowUpState,
  FollowUpEvent,
  FollowUpRules
>

const event = fromCodec(FollowUpEvent, followUpPools)

const commandIn = (state: FollowUpState): fc.Arbitrary<FollowUpCommand> =>
  turn.map((each) => onward(state, each))

const turns = fc.array(turn, { maxLength: 14, size: 'max' })

/** For follow-ups under rules of one's own. */
export const followUpArbitraries = (rules: FollowUpRules): FollowUpArbitraries => {
  const { decide, evolve, initial } = followUp(rules)
  const history = turns.map((taken) => {
    const events: FollowUpEvent[] = []
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

/** Follow-ups under the example rules. */
export const anyFollowUp: FollowUpArbitraries = followUpArbitraries(followUpRules)
