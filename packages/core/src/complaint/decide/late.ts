/**
 * A clock that nothing stopped in time is put on record as missed: by the tick, and before a change moves it.
 *
 * @since 0.1.0
 */
import type { Actor } from '../../shared/actor.js'
import type { Instant } from '../../shared/instant.js'
import { missedAt } from '../clocks.js'
import type { ComplaintEvent } from '../events.js'
import type { ComplaintRules } from '../rules.js'
import type { Recorded } from '../state.js'
import type { AppliedClock } from '../values.js'

interface Moment {
  readonly at: Instant
  readonly by: Actor
}

export const missed = (
  clocks: ReadonlyArray<AppliedClock>,
  { at, by }: Moment,
): ReadonlyArray<ComplaintEvent> =>
  clocks.map((clock) => ({ type: 'ClockMissed', data: { clock, at, by } }))

/** All that is late by then and not yet on record. */
export const lateFirst = (
  state: Recorded,
  moment: Moment,
  rules: ComplaintRules,
): ReadonlyArray<ComplaintEvent> => missed(missedAt(rules, state, moment.at), moment)
