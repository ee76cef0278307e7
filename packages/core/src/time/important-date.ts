/**
 * Days on which a customer is remembered: his own, the public ones, and each December.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'

import { Instant } from '../shared/instant.js'
import { dateFrom, dateOfYear, dateText, yearOf } from './calendar-date.js'
import { day } from './invalid-time.js'
import type { BusinessCalendar, DayNumber } from './week.js'
import { instantAt } from './zone.js'

export interface ImportantDateBrand {
  readonly ImportantDate: unique symbol
}

/** A date of every year, `02-29`, or of one year, `2016-11-01`. */
export type ImportantDate = t.Branded<string, ImportantDateBrand>

/** A year that has every date. */
const leapYear = '2000'

export const ImportantDate: t.Type<ImportantDate, string> = t.brand(
  t.string,
  (s): s is ImportantDate =>
    /^(\d{4}-)?\d\d-\d\d$/.test(s) && O.isSome(dateFrom(s.length === 5 ? `${leapYear}-${s}` : s)),
  'ImportantDate',
)

/**
 * The days from `from` to `to`, both included, on which the date is kept: once, or every year.
 * The 29th of February is kept on the 28th in common years.
 */
export const daysOf = (
  date: ImportantDate,
  from: DayNumber,
  to: DayNumber,
): ReadonlyArray<DayNumber> => {
  const days =
    date.length === 5
      ? Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, i) =>
          dateOfYear(yearOf(from) + i, Number(date.slice(0, 2)), Number(date.slice(3))),
        )
      : pipe(
          dateFrom(date),
          O.match(
            () => [],
            (once) => [once],
          ),
        )
  return days.filter((kept) => kept >= from && kept <= to)
}

/** The public holidays of a calendar: those of every year, and those of one, in the order in which the host gave them. */
export const publicHolidays = ({
  annualHolidays,
  holidays,
}: BusinessCalendar): ReadonlyArray<ImportantDate> =>
  [
    ...[...annualHolidays].map((monthDay) =>
      dateText(dateOfYear(Number(leapYear), Math.floor(monthDay / 100), monthDay % 100)).slice(5),
    ),
    ...[...holidays].map(dateText),
  ].filter(ImportantDate.is)

/** A December on the wall of a zone, from its first instant to its last. None out of an `Instant`'s range. */
export const december = (
  timeZone: string,
  year: number,
): ReadonlyArray<Readonly<{ from: Instant; to: Instant }>> => {
  const first = dateOfYear(year, 12, 1) * day
  const newYear = dateOfYear(year + 1, 1, 1) * day
  if (Number.isNaN(first + newYear)) return []
  const from = instantAt(timeZone, first)
  const to = instantAt(timeZone, newYear) - 1
  return Instant.is(from) && Instant.is(to) ? [{ from, to }] : []
}
