/**
 * Working time: when so much of it will have passed, and how much has.
 *
 * It is elapsed time, counted while the desk is open and no pause stops the clock: an opening over the hour
 * that the clock skips in spring is an hour shorter, and over the hour that comes twice in autumn an hour longer.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { Instant } from '../shared/instant.js'
import { checkInstant, horizon, type InvalidTime, invalidTime, latest } from './invalid-time.js'
import { openings } from './openings.js'
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

/** `pauses` may overlap and come in any order; `atClosing` is `closing` unless given. */
export interface DueOptions {
  readonly pauses?: ReadonlyArray<Pause>
  readonly atClosing?: AtClosing
}

/** When the clock runs between two instants: open and not paused; the first 100 years of it. */
export const running = (
  calendar: BusinessCalendar,
  from: Instant,
  pauses: ReadonlyArray<Pause>,
  until = Infinity,
): Iterable<Stretch> =>
  // What is no instant has no date on any wall, and nothing comes after it.
  Instant.is(from) && from < until
    ? without(openings(calendar, from, Math.min(until, from + horizon, latest)), inOrder(pauses))
    : []

const checkWork = (work: number): ReadonlyArray<InvalidTime> =>
  Number.isInteger(work) && work >= 0 && work <= horizon
    ? []
    : [invalidTime('work', 'whole milliseconds from 0 to 100 years')]

const checkPause = ({ from, to }: Pause, i: number): ReadonlyArray<InvalidTime> => [
  ...checkInstant(`pauses[${String(i)}].from`, from),
  ...checkInstant(`pauses[${String(i)}].to`, to),
  ...(to < from
    ? [invalidTime(`pauses[${String(i)}]`, 'a pause that ends no earlier than it begins')]
    : []),
]

/**
 * The first instant at which `work` milliseconds of working time have passed since `start`.
 *
 * Work that ends exactly as the clock stops, because the desk closes or a pause begins, is due at that instant,
 * or with `nextOpening` at the next one at which the clock runs. No work at all gives the first instant at or
 * after `start` at which the clock runs: in a pause, the first open one after it.
 *
 * Refused: a start or a pause that is no instant (`field` is `start`, `pauses[0].from`), a pause that ends before it
 * begins (`pauses[0]`), and `work` that is negative, fractional, or not done within 100 years of `start` (`work`).
 */
export const dueAt = (
  calendar: BusinessCalendar,
  start: Instant,
  work: number,
  options: DueOptions = {},
): E.Either<InvalidTime, Instant> => {
  const { pauses = [], atClosing = 'closing' } = options
  const [problem] = [
    ...checkInstant('start', start),
    ...checkWork(work),
    ...pauses.flatMap(checkPause),
  ]
  if (problem !== undefined) return E.left(problem)
  return pipe(
    landing(running(calendar, start, pauses), work, atClosing),
    O.filter(Instant.is),
    E.fromOption(() => invalidTime('work', 'work that is done within 100 years of the start')),
  )
}

/**
 * The working time that passes between two instants, in milliseconds: 0 when `to` is not after `from`.
 * A pause that ends before it begins stops nothing. What lies more than 100 years after `from` is not counted.
 */
export const workingTime = (
  calendar: BusinessCalendar,
  from: Instant,
  to: Instant,
  pauses: ReadonlyArray<Pause> = [],
): number => total(running(calendar, from, pauses, to))
