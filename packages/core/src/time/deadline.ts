/**
 * How soon something is owed, and how a clock stands against it.
 * Without a calendar it is plain arithmetic on instants; no question here reads a clock.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { Instant } from '../shared/instant.js'
import type { Problem } from '../shared/problem.js'
import { horizon } from './invalid-time.js'
import {
  type AtClosing,
  inOrder,
  landing,
  type Pause,
  type Stretch,
  total,
  without,
} from './stretch.js'
import type { BusinessCalendar } from './week.js'
import { running } from './working-time.js'

export type { AtClosing, Pause } from './stretch.js'

/**
 * Owed within so many milliseconds: of the calendar's working time, or of elapsed time without one.
 * `atClosing` is `closing` unless given.
 */
export interface Target {
  readonly within: number
  readonly calendar?: BusinessCalendar
  readonly atClosing?: AtClosing
}

const clock = (
  { calendar }: Target,
  start: Instant,
  until: number,
  pauses: ReadonlyArray<Pause>,
): Iterable<Stretch> =>
  calendar === undefined
    ? without([{ from: start, to: until }], inOrder(pauses))
    : running(calendar, start, pauses, until)

/**
 * When it is due, for a clock that started at `start` and stood still in `pauses`, which are over.
 * None when that is more than 100 years away or out of range. A pause that ends before it begins stops nothing.
 */
export const due = (
  target: Target,
  start: Instant,
  pauses: ReadonlyArray<Pause>,
): O.Option<Instant> =>
  pipe(
    clock(target, start, start + horizon, pauses),
    (stretches) => landing(stretches, target.within, target.atClosing ?? 'closing'),
    O.filter(Instant.is),
  )

/** What has run off the clock between `start` and `until`, in milliseconds; 0 when `until` is not after `start`. */
export const elapsed = (
  target: Target,
  start: Instant,
  until: Instant,
  pauses: ReadonlyArray<Pause>,
): number => total(clock(target, start, until, pauses))

/** What is left on the clock at `until`, in milliseconds; negative by as much as it is overdue. */
export const remaining = (
  target: Target,
  start: Instant,
  until: Instant,
  pauses: ReadonlyArray<Pause>,
): number => target.within - elapsed(target, start, until, pauses)

const closings: ReadonlyArray<unknown> = ['closing', 'nextOpening', undefined]

/**
 * What is wrong with a target that a host configured; nothing, when clocks can run by it.
 * A host without types is told too when he gives the input of a calendar for the calendar.
 */
export const checkTarget = ({ within, calendar, atClosing }: Target): ReadonlyArray<Problem> => {
  const tag: string | undefined = calendar?._tag
  return [
    ...(Number.isInteger(within) && within >= 1 && within <= horizon
      ? []
      : [{ field: 'within', expected: 'whole milliseconds from 1 to 100 years' }]),
    ...(calendar === undefined || tag === 'BusinessCalendar'
      ? []
      : [{ field: 'calendar', expected: 'a calendar that businessCalendar made' }]),
    ...(closings.includes(atClosing)
      ? []
      : [{ field: 'atClosing', expected: 'closing or nextOpening' }]),
  ]
}
