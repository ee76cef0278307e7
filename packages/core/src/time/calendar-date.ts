/**
 * Dates of the calendar, without a zone: their arithmetic, their text, and where they lie on the timeline.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { Instant } from '../shared/instant.js'
import { day } from './invalid-time.js'
import type { DayNumber } from './week.js'
import { instantAt, wallAt } from './zone.js'

const midnightOf = (year: number, month: number, dayOfMonth: number): number =>
  // Not `Date.UTC`, which takes the year 99 for 1999.
  new Date(0).setUTCFullYear(year, month, dayOfMonth)

/** The `dayOfMonth` of a month (0 is January, 12 the next January), or the month's last day where it has no such day. */
const dateIn = (year: number, month: number, dayOfMonth: number): DayNumber => {
  const last = midnightOf(year, month + 1, 0)
  return last / day - Math.max(0, new Date(last).getUTCDate() - dayOfMonth)
}

export const yearOf = (date: DayNumber): number => new Date(date * day).getUTCFullYear()

/** A date of every year in one year: the 29th of February is kept on the 28th in common years. */
export const dateOfYear = (year: number, month: number, dayOfMonth: number): DayNumber =>
  dateIn(year, month - 1, dayOfMonth)

/** So many calendar months later: the same day of the month, or its last day where it has no such day. */
export const addMonths = (date: DayNumber, months: number): DayNumber => {
  const from = new Date(date * day)
  return dateIn(from.getUTCFullYear(), from.getUTCMonth() + months, from.getUTCDate())
}

/** `2016-11-01`; years beyond four digits as ISO 8601 has them, `+012016-11-01`. The date lies within what an `Instant` can hold. */
export const dateText = (date: DayNumber): string =>
  new Date(date * day).toISOString().slice(0, -14)

/** The date that `dateText` writes so; none when there is no such date. */
export const dateFrom = (text: string): O.Option<DayNumber> => {
  const midnight = Date.parse(`${text}T00:00:00.000Z`)
  // The 30th of February is read as the 1st or 2nd of March.
  return Number.isFinite(midnight) && dateText(midnight / day) === text
    ? O.some(midnight / day)
    : O.none
}

/** The date on the wall of a zone, by its number since 1970-01-01. The zone is one of the time zone database's (`TimeZone`). */
export const localDate = (timeZone: string, instant: Instant): DayNumber =>
  Math.floor(wallAt(timeZone, instant) / day)

/** What dates are counted from, and the zone whose dates they are; its time of day is theirs. */
export interface Anchored {
  readonly anchor: Instant
  readonly timeZone: string
}

/**
 * When a date has the same time of day on the wall as `anchor` has: where the clock is moved forward over that time,
 * as much later as the clock is moved; the first of two, where it is moved back. None out of an `Instant`'s range.
 */
export const sameTimeOn = (
  { anchor, timeZone }: Anchored,
  date: DayNumber,
): ReadonlyArray<Instant> => {
  const timeOfDay = wallAt(timeZone, anchor) - localDate(timeZone, anchor) * day
  return [instantAt(timeZone, date * day + timeOfDay)].filter(
    (due): due is Instant => Instant.is(due) && Instant.is(date * day),
  )
}
