import { type Either, isLeft } from 'fp-ts/lib/Either.js'

import { Instant } from '../../src/shared/instant.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { type BusinessCalendar, weekdays } from '../../src/time/week.js'

export const right = <E, A>(either: Either<E, A>): A => {
  if (isLeft(either)) throw new Error(`refused: ${JSON.stringify(either.left)}`)
  return either.right
}

export const hour = 3_600_000
export const day = 24 * hour

/** `2016-11-01 08:00` in UTC. */
export const utc = (text: string): Instant =>
  right(Instant.decode(new Date(`${text.replace(' ', 'T')}Z`).toISOString()))

/** A number that may be no instant at all. */
export const unchecked = (n: number): Instant => n as Instant

type Intervals = ReadonlyArray<readonly [string, string]>

export const everyDay = (intervals: Intervals): Readonly<Record<string, Intervals>> =>
  Object.fromEntries(weekdays.map((weekday) => [weekday, intervals]))

export const workdays = (intervals: Intervals): Readonly<Record<string, Intervals>> =>
  Object.fromEntries(weekdays.slice(0, 5).map((weekday) => [weekday, intervals]))

export const calendar = (
  timeZone: string,
  week: unknown,
  closed: { holidays?: ReadonlyArray<string>; annualHolidays?: ReadonlyArray<string> } = {},
): BusinessCalendar => right(businessCalendar({ timeZone, week, ...closed }))

export const office = calendar('UTC', workdays([['09:00', '17:00']]))
export const always = calendar('UTC', everyDay([['00:00', '24:00']]))

export const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
