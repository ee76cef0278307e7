/**
 * A fault: one failure of a product, project or service in use.
 * Life: reported; whoever signed the contract and the manager in charge are told; filed; the leadership is told;
 * tracked until it is cleared. What comes again is a fault of its own.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`;
 * how its state follows from the events in `evolve.ts`, and its answers, one phase a file, under `decide/`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { FaultCommand } from './commands.js'
import { decide } from './decide.js'
import { FaultEvent } from './events.js'
import { evolve } from './evolve.js'
import type { FaultRejection } from './rejections.js'
import type { FaultRules } from './rules.js'
import { type FaultState, initial } from './state.js'

export type FaultDecider = Decider<FaultCommand, FaultState, FaultEvent, FaultRejection>

export const fault = (rules: FaultRules): FaultDecider => ({
  category: 'fault',
  event: FaultEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
