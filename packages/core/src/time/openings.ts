/**
 * When a desk is open on the timeline: its week laid over the dates of its zone.
 *
 * @since 0.1.0
 */
import { day } from './invalid-time.js'
import type { Stretch } from './stretch.js'
import { type BusinessCalendar, type DayNumber, intervalsOn } from './week.js'
import { instantAt, isSkipped, wallAt } from './zone.js'

/** The date on the wall at an instant. */
export const dateAt = ({ timeZone }: BusinessCalendar, instant: number): DayNumber =>
  Math.floor(wallAt(timeZone, instant) / day)

/**
 * The openings that begin on a date, none of them empty. Where the clock is moved forward over an interval
 * from end to end, it does not take place: so it is with every interval of a date that the zone skips.
 */
export const openingsOn = (calendar: BusinessCalendar, date: DayNumber): ReadonlyArray<Stretch> => {
  const { timeZone } = calendar
  return intervalsOn(calendar, date).flatMap(({ opens, closes }) => {
    const first = date * day + opens
    const last = date * day + closes
    const from = instantAt(timeZone, first)
    const to = instantAt(timeZone, last)
    const takesPlace = from < to && !(isSkipped(timeZone, first) && isSkipped(timeZone, last))
    return takesPlace ? [{ from, to }] : []
  })
}

/** The openings between two instants, in order, none empty, no time in two of them; cut off at both ends. */
export function* openings(
  calendar: BusinessCalendar,
  from: number,
  until: number,
): Generator<Stretch, void> {
  let reached = from
  // A night began the day before, and where a zone skips a date, the day before that.
  const first = dateAt(calendar, from) - 2
  // The clock may be moved back over midnight, so that the next date has begun before.
  const last = dateAt(calendar, until) + 1
  for (let date = first; date <= last; date += 1) {
    for (const opening of openingsOn(calendar, date)) {
      // An end that the clock skips is later than it says, and may be later than the next opening.
      const start = Math.max(reached, opening.from)
      const end = Math.min(until, opening.to)
      if (start < end) yield { from: start, to: end }
      reached = Math.max(reached, opening.to)
    }
  }
}
