/**
 * Opening hours as a service desk writes them down: a week of intervals, and the days it is closed.
 *
 * @since 0.1.0
 */
import { day } from './invalid-time.js'

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** The days of a week in order, Monday first, as ISO 8601 counts them. */
export const weekdays: ReadonlyArray<Weekday> = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/**
 * When a desk opens and closes, in milliseconds of wall-clock time since 00:00 of the day on which it opens.
 * A night closes after 86,400,000, on the day after.
 */
export interface Interval {
  readonly opens: number
  readonly closes: number
}

/** A date without a zone, as days since 1970-01-01. */
export type DayNumber = number

/** A date of every year: the month, from 1, times 100 and the day. The 24th of December is 1224. */
export type MonthDay = number

/**
 * When a desk works, in the wall-clock time of its zone: made and checked by `businessCalendar`, and by it alone.
 * Intervals are in order and do not overlap. An interval belongs to the day on which it opens, and a holiday
 * has none: the night before a holiday is worked to its end, the night that would begin on it is not worked at all.
 */
export interface BusinessCalendar {
  readonly _tag: 'BusinessCalendar'
  /** As the time zone database spells it. */
  readonly timeZone: string
  readonly week: Readonly<Record<Weekday, ReadonlyArray<Interval>>>
  /** Dates closed once. */
  readonly holidays: ReadonlySet<DayNumber>
  /** Dates closed every year; the 29th of February in the years that have it. */
  readonly annualHolidays: ReadonlySet<MonthDay>
}

const weekdayOf = (date: DayNumber): Weekday =>
  // 1970-01-01 was a Thursday; a remainder is negative before it.
  weekdays[(((date + 3) % 7) + 7) % 7] ?? 'mon'

const monthDayOf = (date: DayNumber): MonthDay => {
  const midnight = new Date(date * day)
  return (midnight.getUTCMonth() + 1) * 100 + midnight.getUTCDate()
}

const isHoliday = ({ holidays, annualHolidays }: BusinessCalendar, date: DayNumber): boolean =>
  holidays.has(date) || annualHolidays.has(monthDayOf(date))

const none: ReadonlyArray<Interval> = []

/** The intervals that open on a date, in order: its weekday's, or none on a holiday. */
export const intervalsOn = (
  calendar: BusinessCalendar,
  date: DayNumber,
): ReadonlyArray<Interval> => {
  const intervals = calendar.week[weekdayOf(date)]
  return intervals.length === 0 || isHoliday(calendar, date) ? none : intervals
}
