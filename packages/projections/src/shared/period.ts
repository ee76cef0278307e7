/**
 * The days that a figure speaks of, on the wall of a zone.
 *
 * @since 0.1.0
 */
import { type DayNumber, type Instant, localDate, type TimeZone, type Weekday } from '@troth/core'

/** Whose dates are counted, and on which day a week of theirs begins. */
export interface Calendar {
  readonly zone: TimeZone
  readonly firstDayOfWeek: Weekday
}

/** The day, week or month that an instant falls in; or so many days, of which the last is the one that `until` falls in. */
export type Period =
  | { readonly by: 'day' | 'week' | 'month'; readonly at: Instant }
  | { readonly by: 'rolling'; readonly days: number; readonly until: Instant }

/** From one date to another, both included. */
export interface Span {
  readonly by: Period['by']
  readonly first: DayNumber
  readonly last: DayNumber
}

const day = 86_400_000

const weekdays: ReadonlyArray<Weekday> = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** The first date of the week that `date` is in. */
const weekFrom = (date: DayNumber, firstDay: Weekday): DayNumber => {
  // 1970-01-01 was a Thursday; a remainder is negative before it.
  const since = (((date + 3 - weekdays.indexOf(firstDay)) % 7) + 7) % 7
  return date - since
}

const monthOf = (date: DayNumber, months: number): Omit<Span, 'by'> => {
  const midnight = new Date(date * day)
  const from = (more: number): number =>
    // Not `Date.UTC`, which takes the year 99 for 1999.
    new Date(0).setUTCFullYear(midnight.getUTCFullYear(), midnight.getUTCMonth() + more, 1) / day
  return { first: from(months), last: from(months + 1) - 1 }
}

/** The most days that a period rolls over: a century of them. */
const mostDays = 36_525

const wholeDays = (days: number): number => Math.min(mostDays, Math.max(1, Math.floor(days) || 1))

/** Which dates a period has; `days` that are no whole number from 1 to 36,525 are taken for the nearest one below, else for 1. */
export const spanOf = ({ zone, firstDayOfWeek }: Calendar, period: Period): Span => {
  const { by } = period
  const on = localDate(zone, period.by === 'rolling' ? period.until : period.at)
  switch (by) {
    case 'day':
      return { by, first: on, last: on }
    case 'week': {
      const first = weekFrom(on, firstDayOfWeek)
      return { by, first, last: first + 6 }
    }
    case 'month':
      return { by, ...monthOf(on, 0) }
    case 'rolling':
      return { by, first: on + 1 - wholeDays(period.days), last: on }
  }
}

/** The one before it: the month before a month, and as many days before any other. */
export const spanBefore = ({ by, first, last }: Span): Span =>
  by === 'month'
    ? { by, ...monthOf(first, -1) }
    : { by, first: first - (last - first + 1), last: first - 1 }

/** Whether a date is in it. */
export const isIn =
  ({ first, last }: Span) =>
  (date: DayNumber): boolean =>
    date >= first && date <= last

/** The last instant of a date on the wall of a zone. */
export const endOf = (zone: TimeZone, date: DayNumber): Instant => {
  // No wall is further from UTC than a day; between the two it is looked for.
  let [before, after] = [(date - 1) * day, (date + 2) * day]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (localDate(zone, middle as Instant) <= date) before = middle
    else after = middle
  }
  return before as Instant
}

/** `2026-11-02`; years beyond four digits as ISO 8601 has them. */
export const dateText = (date: DayNumber): string =>
  new Date(date * day).toISOString().slice(0, -14)

/** The same as people write them: dates of the calendar's zone, both included. */
export interface Dates {
  readonly by: Period['by']
  readonly first: string
  readonly last: string
}

export const datesOf = ({ by, first, last }: Span): Dates => ({
  by,
  first: dateText(first),
  last: dateText(last),
})
