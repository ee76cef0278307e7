/**
 * A complaint, or any other request that must not be lost: taken in, judged, put in somebody's hands, put right, closed.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`;
 * how its state follows from the events in `evolve.ts`, and its answers, one phase a file, under `decide/`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { ComplaintCommand } from './commands.js'
import { decide } from './decide.js'
import { ComplaintEvent } from './events.js'
import { evolve } from './evolve.js'
import type { ComplaintRejection } from './rejections.js'
import type { ComplaintRules } from './rules.js'
import { type ComplaintState, initial } from './state.js'

export type ComplaintDecider = Decider<
  ComplaintCommand,
  ComplaintState,
  ComplaintEvent,
  ComplaintRejection
>

export const complaint = (rules: ComplaintRules): ComplaintDecider => ({
  category: 'complaint',
  event: ComplaintEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
