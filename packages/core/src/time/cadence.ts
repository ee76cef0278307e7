/**
 * How often a customer is visited, and when that is.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import type { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { listOf, oneOf } from '../shared/one-of.js'
import { addMonths, type Anchored, localDate, sameTimeOn } from './calendar-date.js'
import { horizon } from './invalid-time.js'
import type { TimeZone } from './time-zone.js'
import type { DayNumber } from './week.js'

/** What a cadence counts in. A month is one of the calendar. */
export const CadenceUnit = oneOf('CadenceUnit', ['day', 'week', 'month'])
export type CadenceUnit = t.TypeOf<typeof CadenceUnit>

/** How many: a whole number from 1 to 1,000. */
export const Times = t.refinement(
  t.number,
  (n) => Number.isInteger(n) && n >= 1 && n <= 1000,
  'a whole number from 1 to 1000',
)

/** A visit every so many days, weeks or months: `times` of them, or without end. */
export const Phase = data({ unit: CadenceUnit, every: Times }, { times: Times }, 'Phase')
export type Phase = t.TypeOf<typeof Phase>

const isEndless = (phases: ReadonlyArray<Phase>): boolean =>
  phases.every(({ times }, i) => (times === undefined) === (i === phases.length - 1))

/** One phase after another, the last of them and no other without end: no customer is ever left without a next visit. */
export const Cadence = t.refinement(
  listOf(Phase, 1),
  isEndless,
  'phases, of which the last alone has no end',
)
export type Cadence = t.TypeOf<typeof Cadence>

/** Each month until one year after the anchor, that day included; each quarter from then on. */
export const monthlyThenQuarterly: Cadence = [
  { unit: 'month', every: 1, times: 12 },
  { unit: 'month', every: 3 },
]

export const weekly: Cadence = [{ unit: 'week', every: 1 }]

interface Step {
  readonly months: number
  readonly days: number
}

const stepOf = ({ unit, every }: Phase): Step => {
  switch (unit) {
    case 'day':
      return { months: 0, days: every }
    case 'week':
      return { months: 0, days: 7 * every }
    case 'month':
      return { months: every, days: 0 }
  }
}

const times = (n: number, { months, days }: Step): Step => ({ months: n * months, days: n * days })

const plus = (a: Step, b: Step): Step => ({ months: a.months + b.months, days: a.days + b.days })

/** Always from the anchor, never from the visit before: so the 31st stays the 31st after a short month. */
const dateAfter = (anchor: DayNumber, { months, days }: Step): DayNumber =>
  addMonths(anchor, months) + days

/** The dates of a cadence from `from` to `to`, both included, in order; the anchor itself is none of them. */
export const datesOf = (
  cadence: Cadence,
  anchor: DayNumber,
  from: DayNumber,
  to: DayNumber,
): ReadonlyArray<DayNumber> => {
  const dates: DayNumber[] = []
  let began: Step = { months: 0, days: 0 }
  for (const phase of cadence) {
    const step = stepOf(phase)
    const start = began
    const nth = (n: number): DayNumber => dateAfter(anchor, plus(start, times(n, step)))
    // What lies before `from` is left out in one leap: no month is longer than 31 days.
    const first = Math.max(1, Math.floor((from - nth(0)) / (step.months * 31 + step.days)))
    const last = phase.times ?? Infinity
    for (let n = first; n <= last && nth(n) <= to; n += 1) if (nth(n) >= from) dates.push(nth(n))
    began = plus(start, times(phase.times ?? 0, step))
  }
  return dates
}

/** A cadence, the instant that it is counted from, and the zone whose calendar it follows. */
export interface VisitSchedule extends Anchored {
  readonly cadence: Cadence
  readonly timeZone: TimeZone
}

/**
 * When visits fall due from `from` to `to`, both included, in order; of more than 100 years, the last 100.
 * Months are calendar months in the zone: anchored on the 31st it falls on a month's last day, and on the 31st where
 * there is one. The time of day on the wall is the anchor's; where the clock is moved forward over it, as much later.
 */
export const dueVisits = (
  schedule: VisitSchedule,
  from: Instant,
  to: Instant,
): ReadonlyArray<Instant> => {
  const { cadence, anchor, timeZone } = schedule
  const since = Math.max(from, to - horizon) as Instant
  // A day more either way: a date that a zone skips takes place on the next one.
  const first = localDate(timeZone, since) - 1
  const last = localDate(timeZone, to) + 1
  return datesOf(cadence, localDate(timeZone, anchor), first, last)
    .flatMap((date) => sameTimeOn(schedule, date))
    .filter((due) => due >= since && due <= to)
}
