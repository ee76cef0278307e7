/**
 * One customer's dealings with us, and what is known of those with our rivals: what he buys and gives back, what was
 * handed over to him for use, where he goes, whom he sends, what he thinks and means to do, what binds him.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`;
 * how its state follows from the events in `evolve.ts`, and its answers in `decide.ts`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { DealingsCommand } from './commands.js'
import { decide } from './decide.js'
import { DealingsEvent } from './events.js'
import { evolve } from './evolve.js'
import type { DealingsRejection } from './rejections.js'
import type { DealingsRules } from './rules.js'
import { type DealingsState, initial } from './state.js'

export type DealingsDecider = Decider<
  DealingsCommand,
  DealingsState,
  DealingsEvent,
  DealingsRejection
>

export const dealings = (rules: DealingsRules): DealingsDecider => ({
  category: 'dealings',
  event: DealingsEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
