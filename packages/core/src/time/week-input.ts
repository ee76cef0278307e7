/**
 * A week of opening hours as a host writes it, `{ mon: [['08:00', '13:00'], ['14:00', '18:00']] }`, checked.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as N from 'fp-ts/lib/number.js'
import * as Ord from 'fp-ts/lib/Ord.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import * as RR from 'fp-ts/lib/ReadonlyRecord.js'

import { clip, type Problem } from '../shared/problem.js'
import { type Checked, type CheckedList, isRecord, listOf, wrong } from './checked.js'
import { day } from './invalid-time.js'
import { type BusinessCalendar, type Interval, type Weekday, weekdays } from './week.js'

/** An interval that still knows what the host called it. */
interface Named extends Interval {
  readonly field: string
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

const isTime = (u: unknown): u is string => typeof u === 'string' && timeOfDay.test(u)

const sinceMidnight = (time: string): number =>
  Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3)) * 60_000

const pair =
  'a pair of times from "00:00" to "23:59", the second also "24:00", as ["08:00", "18:00"]'

const checkInterval = (u: unknown, field: string): Checked<Named> => {
  if (!Array.isArray(u) || u.length !== 2) return wrong(field, pair)
  const [first, second] = u as ReadonlyArray<unknown>
  if (!isTime(first) || !(isTime(second) || second === '24:00')) return wrong(field, pair)
  const opens = sinceMidnight(first)
  const closes = sinceMidnight(second)
  if (opens === closes) return wrong(field, 'an interval that is not empty')
  return E.right({ field, opens, closes: closes < opens ? closes + day : closes })
}

const byOpening: Ord.Ord<Interval> = Ord.contramap(({ opens }: Interval) => opens)(N.Ord)

const later =
  (days: number) =>
  ({ field, opens, closes }: Named): Named => ({
    field,
    opens: opens + days * day,
    closes: closes + days * day,
  })

/** Every interval that opens while an earlier one is open. The week before is laid out too: its Sunday's night ends on Monday. */
const overlaps = (week: ReadonlyArray<Named>): ReadonlyArray<Problem> => {
  const ordered = RA.sort(byOpening)(week)
  const problems: Problem[] = []
  let open: Named | undefined
  for (const next of [...ordered.map(later(-7)), ...ordered]) {
    if (open !== undefined && next.opens < open.closes && next.opens >= 0)
      problems.push({
        field: next.field,
        expected: `an interval that does not overlap ${open.field}`,
      })
    if (open === undefined || open.closes < next.closes) open = next
  }
  return problems
}

const unknownDays = (u: Readonly<Record<string, unknown>>): ReadonlyArray<Problem> =>
  Object.keys(u)
    .filter((key) => !weekdays.some((weekday) => weekday === key))
    // A key may be any length of anything: no more of it is repeated than a person can read.
    .map((key) => ({
      field: `week.${clip(key, 60)}`,
      expected: 'a day, one of mon, tue, wed, thu, fri, sat, sun',
    }))

/** Each day's intervals in order, or all that is wrong; overlaps are found among those that can be read. */
export const checkWeek = (u: unknown): Checked<BusinessCalendar['week']> => {
  if (!isRecord(u)) return wrong('week', 'the days mon to sun, each a list of intervals')
  const read = (weekday: Weekday): CheckedList<Named> =>
    listOf(u[weekday], `week.${weekday}`, 100, checkInterval)
  const days = {
    mon: read('mon'),
    tue: read('tue'),
    wed: read('wed'),
    thu: read('thu'),
    fri: read('fri'),
    sat: read('sat'),
    sun: read('sun'),
  }
  const problems = [
    ...unknownDays(u),
    ...weekdays.flatMap((weekday) => days[weekday].left),
    ...overlaps(weekdays.flatMap((weekday, i) => days[weekday].right.map(later(i)))),
  ]
  if (problems.length > 0) return E.left(problems)
  const hours = ({ opens, closes }: Named): Interval => ({ opens, closes })
  return E.right(
    pipe(
      days,
      RR.map(({ right }) => pipe(right, RA.sort(byOpening), RA.map(hours))),
    ),
  )
}
