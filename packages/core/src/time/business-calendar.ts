/**
 * A calendar from what a host configured: checked whole, so that no later question about time can fail on it.
 *
 * @since 0.1.0
 */
import { sequenceS } from 'fp-ts/lib/Apply.js'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'

import type { Problem } from '../shared/problem.js'
import { type Checked, isRecord, listOf, wrong } from './checked.js'
import { day } from './invalid-time.js'
import { type BusinessCalendar, type DayNumber, intervalsOn, type MonthDay } from './week.js'
import { checkWeek } from './week-input.js'
import { knownZone } from './zone.js'

/** Why an input is no calendar: everything that is wrong with it, or the first hundred things of it. */
export interface InvalidCalendar {
  readonly _tag: 'InvalidCalendar'
  readonly problems: ReadonlyArray<Problem>
}

const checkZone = (u: unknown): Checked<string> =>
  pipe(
    typeof u === 'string' ? knownZone(u) : O.none,
    O.match(
      () => wrong('timeZone', 'a zone of the time zone database, as "Europe/Berlin"'),
      (timeZone) => E.right(timeZone),
    ),
  )

/** The date that `YYYY-MM-DD` is; none when there is no such date. */
const dateOf = (u: string): O.Option<DayNumber> => {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(u) ? Date.parse(`${u}T00:00:00.000Z`) : NaN
  // The 30th of February is read as the 1st or 2nd of March.
  return Number.isFinite(midnight) && new Date(midnight).toISOString().startsWith(u)
    ? O.some(midnight / day)
    : O.none
}

/** The date of every year that `MM-DD` is, in a year that has all of them. */
const monthDayOf = (u: string): O.Option<MonthDay> =>
  pipe(
    dateOf(`2000-${u}`),
    O.map(() => Number(u.replace('-', ''))),
  )

const setOf = (
  u: unknown,
  field: string,
  most: number,
  read: (entry: string) => O.Option<number>,
  expected: string,
): Checked<ReadonlySet<number>> => {
  const { left, right } = listOf(u, field, most, (entry, name) =>
    pipe(
      typeof entry === 'string' ? read(entry) : O.none,
      O.match(
        () => wrong(name, expected),
        (a) => E.right(a),
      ),
    ),
  )
  return left.length > 0 ? E.left(left) : E.right(new Set(right))
}

const year = 366

/** How many dates in a row have no opening, from one on and in one direction; counted up to 366. */
const closedFor = (calendar: BusinessCalendar, from: DayNumber, step: 1 | -1): number => {
  let days = 0
  while (days < year && intervalsOn(calendar, from + days * step).length === 0) days += 1
  return days
}

/**
 * Whether some 366 dates in a row have no opening. There is a 1st of January among any 366 dates, and dates fall
 * on the same weekdays again after 400 years: it is enough to look around these, and around the dated holidays.
 */
const isClosedForAYear = (calendar: BusinessCalendar): boolean => {
  const dated = [...calendar.holidays].map((date) => new Date(date * day).getUTCFullYear())
  const years = [...RA.makeBy(400, (i) => 2000 + i), ...dated.flatMap((y) => [y, y + 1])]
  return [...new Set(years)].some((y) => {
    const newYear = new Date(0).setUTCFullYear(y, 0, 1) / day
    return closedFor(calendar, newYear, 1) + closedFor(calendar, newYear - 1, -1) >= year
  })
}

const shape = '{ timeZone, week: { mon: [["08:00", "18:00"]], … }, holidays?, annualHolidays? }'

const check = (input: unknown): Checked<BusinessCalendar> => {
  if (!isRecord(input)) return wrong('calendar', shape)
  return pipe(
    {
      _tag: E.right('BusinessCalendar' as const),
      timeZone: checkZone(input['timeZone']),
      week: checkWeek(input['week']),
      holidays: setOf(input['holidays'], 'holidays', 5000, dateOf, 'a date, as "2016-11-01"'),
      annualHolidays: setOf(
        input['annualHolidays'],
        'annualHolidays',
        366,
        monthDayOf,
        'a month and a day, as "12-24"',
      ),
    },
    sequenceS(E.getApplicativeValidation(RA.getSemigroup<Problem>())),
    E.flatMap((calendar) =>
      isClosedForAYear(calendar)
        ? wrong('week', 'an opening within any 366 days, holidays left out')
        : E.right(calendar),
    ),
  )
}

/**
 * The calendar that `{ timeZone, week, holidays?, annualHolidays? }` describes, or all that is wrong with it.
 *
 * - `timeZone`: a name of the time zone database (`Europe/Berlin`), or a fixed offset (`+05:30`).
 * - `week`: for each of `mon` … `sun` that is open a list of at most 100 intervals `['08:00', '18:00']`, in any order.
 *   One may end at `24:00`, and one that ends before it starts runs past midnight into the next day. `23:59` is one
 *   minute before the day's end. Refused: empty intervals, and intervals that overlap, also in the morning after a night.
 * - `holidays`: at most 5,000 closed dates, `2016-11-01`.
 * - `annualHolidays`: at most 366 dates closed every year, `12-24`; `02-29` is one of them.
 *
 * On a holiday no interval begins; a night that began the evening before is worked to its end. A calendar that is
 * closed on 366 dates in a row, at any time, is refused. Whatever the input is, nothing is thrown.
 */
export const businessCalendar = (input: unknown): E.Either<InvalidCalendar, BusinessCalendar> =>
  pipe(
    // What an accessor throws is the host's own, and as little a calendar as any other input that can not be read.
    E.tryCatch(
      () => check(input),
      () => [{ field: 'calendar', expected: shape }],
    ),
    E.flattenW,
    E.mapLeft((problems) => ({ _tag: 'InvalidCalendar', problems: problems.slice(0, 100) })),
  )
