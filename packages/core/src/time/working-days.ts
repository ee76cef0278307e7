/**
 * The next working days of a desk, as people count them.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { Instant } from '../shared/instant.js'
import { sameTimeOn } from './calendar-date.js'
import { checkInstant, day, horizon, type InvalidTime, invalidTime } from './invalid-time.js'
import { dateAt, openingsOn } from './openings.js'
import type { BusinessCalendar } from './week.js'

/**
 * The `days`-th working day after the date of `start`, at the same time of day on the wall; where the clock is moved
 * forward over that time, as much later. 1 is the next working day: Monday from a Friday, and from a Saturday too,
 * where `addBusinessDays`, which first goes on to a business day, says Tuesday.
 *
 * Refused: a start that is no instant (`field` is `start`), and days that are not whole, fewer than 1, or that end
 * more than 100 years from the start (`days`).
 */
export const workingDayAfter = (
  calendar: BusinessCalendar,
  start: Instant,
  days: number,
): E.Either<InvalidTime, Instant> => {
  const [problem] = checkInstant('start', start)
  if (problem !== undefined) return E.left(problem)
  if (!Number.isInteger(days) || days < 1)
    return E.left(invalidTime('days', 'a whole number of days, at least 1'))

  const tooFar = invalidTime('days', 'days that end within 100 years of the start')
  const today = dateAt(calendar, start)
  let date = today
  for (let left = days; left > 0; left -= openingsOn(calendar, date).length > 0 ? 1 : 0) {
    date += 1
    if (date - today > horizon / day) return E.left(tooFar)
  }
  const [end] = sameTimeOn({ anchor: start, timeZone: calendar.timeZone }, date)
  return end === undefined ? E.left(tooFar) : E.right(end)
}
