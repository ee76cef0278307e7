/**
 * A party whom the business serves, as far as it knows him: who he is, what he needs, what he agreed to, what is made of him.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, why not in `rejections.ts`;
 * how its state follows from the events in `evolve.ts`, and its answers, by what they are about, under `decide/`.
 *
 * @since 0.1.0
 */
import type { Actor } from '../shared/actor.js'
import type { Decider } from '../shared/decider.js'
import type { CustomerCommand } from './commands.js'
import { decide } from './decide.js'
import * as standing from './decide/standing.js'
import { CustomerEvent } from './events.js'
import { evolve } from './evolve.js'
import type { CustomerRejection } from './rejections.js'
import type { CustomerRules } from './rules.js'
import { type CustomerState, initial } from './state.js'

export type CustomerDecider = Decider<
  CustomerCommand,
  CustomerState,
  CustomerEvent,
  CustomerRejection
>

export const customer = (rules: CustomerRules): CustomerDecider => ({
  category: 'customer',
  event: CustomerEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})

/**
 * What speaks against somebody's promising him anything, or registering him anew: he is blacklisted, and it is not
 * whoever may clear him. Asked of a merged customer it says nothing: ask his survivor.
 */
export const barred =
  (rules: CustomerRules) =>
  (state: CustomerState, by: Actor): CustomerRejection | undefined =>
    state._tag === 'Active' || state._tag === 'Lost'
      ? standing.barred(rules, state.file, by)
      : undefined
