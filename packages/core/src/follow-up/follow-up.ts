/**
 * A follow-up: a plan of visits to a customer, or a single call back; what was owed to him after the sale and after
 * a fault, what was done of it, and what was learned.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`; how its state follows
 * from the events in `evolve.ts`; which visits are due in `planned.ts` and `due-visits.ts`; its answers under `decide/`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { FollowUpCommand } from './commands.js'
import { decide } from './decide.js'
import { FollowUpEvent } from './events.js'
import { evolve } from './evolve.js'
import type { FollowUpRejection } from './rejections.js'
import type { FollowUpRules } from './rules.js'
import { type FollowUpState, initial } from './state.js'

export type FollowUpDecider = Decider<
  FollowUpCommand,
  FollowUpState,
  FollowUpEvent,
  FollowUpRejection
>

export const followUp = (rules: FollowUpRules): FollowUpDecider => ({
  category: 'followUp',
  event: FollowUpEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
