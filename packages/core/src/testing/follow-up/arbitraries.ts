/**
 * Follow-ups as fast-check makes them.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'

import type { FollowUpCommand } from '../../follow-up/commands.js'
import { FollowUpEvent } from '../../follow-up/events.js'
import { followUp } from '../../follow-up/follow-up.js'
import type { FollowUpRules } from '../../follow-up/rules.js'
import type { FollowUpState } from '../../follow-up/state.js'
import { fromCodec } from '../from-codec.js'
import { command, followUpPools, onward, turn } from './onward.js'
import { type Arbitraries, reachable } from '../reachable.js'
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
export const followUpArbitraries = (rules: FollowUpRules): FollowUpArbitraries => ({
  command,
  commandIn,
  event,
  ...reachable(followUp(rules), turns, onward),
  rules,
})

/** Follow-ups under the example rules. */
export const anyFollowUp: FollowUpArbitraries = followUpArbitraries(followUpRules)
