/**
 * A promise made to a customer: something owed to him by an instant.
 * Life: made, or agreed temporarily and then confirmed; renegotiated any number of times; kept (on time or late),
 * broken or withdrawn, once.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`;
 * how its state follows from the events in `evolve.ts`, and its answers, one phase a file, under `decide/`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { PromiseCommand } from './commands.js'
import { decide } from './decide.js'
import { PromiseEvent } from './events.js'
import { evolve } from './evolve.js'
import type { PromiseRejection } from './rejections.js'
import type { PromiseRules } from './rules.js'
import { initial, type PromiseState } from './state.js'

export type PromiseDecider = Decider<PromiseCommand, PromiseState, PromiseEvent, PromiseRejection>

// #region decider
export const promise = (rules: PromiseRules): PromiseDecider => ({
  category: 'promise',
  event: PromiseEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
// #endregion decider
