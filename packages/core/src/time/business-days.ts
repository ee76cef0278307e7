/**
 * Whole business days, from a date to a date.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { Instant } from '../shared/instant.js'
import { checkInstant, day, horizon, type InvalidTime, invalidTime } from './invalid-time.js'
import { dateAt, openingsOn } from './openings.js'
import type { BusinessCalendar } from './week.js'
import { instantAt, wallAt } from './zone.js'

const furthest = horizon / day

const tooFar = invalidTime('days', 'days that end within 100 years of the start')

/**
 * The instant `days` business days after `start`, before it when negative, at the same time of day on the wall;
 * where the clock is moved forward over that time, as much later as the clock is moved. 0 gives `start`.
 *
 * A business day is a date of the calendar's zone on which at least one opening begins. A start on any other day
 * counts from the next business day, whichever way: from a Saturday, 1 is Tuesday and -1 is Friday.
 *
 * Refused: a start that is no instant (`field` is `start`), and days that are not whole or that end more than
 * 100 years from the start (`days`).
 */
export const addBusinessDays = (
  calendar: BusinessCalendar,
  start: Instant,
  days: number,
): E.Either<InvalidTime, Instant> => {
  const [problem] = checkInstant('start', start)
  if (problem !== undefined) return E.left(problem)
  if (!Number.isInteger(days)) return E.left(invalidTime('days', 'a whole number of days'))
  if (days === 0) return E.right(start)

  const { timeZone } = calendar
  const isOpen = (date: number): boolean => openingsOn(calendar, date).length > 0
  const today = dateAt(calendar, start)
  let date = today
  while (!isOpen(date) && date - today <= furthest) date += 1
  for (let left = Math.abs(days); left > 0; left -= isOpen(date) ? 1 : 0) {
    date += Math.sign(days)
    if (Math.abs(date - today) > furthest) return E.left(tooFar)
  }
  const end = instantAt(timeZone, date * day + (wallAt(timeZone, start) - today * day))
  return Instant.is(end) ? E.right(end) : E.left(tooFar)
}
