import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import type { Instant } from '../../src/shared/instant.js'
import { addBusinessDays } from '../../src/time/business-days.js'
import { due, elapsed, remaining } from '../../src/time/deadline.js'
import type { Pause } from '../../src/time/stretch.js'
import { type BusinessCalendar, weekdays } from '../../src/time/week.js'
import { dueAt, workingTime } from '../../src/time/working-time.js'
import {
  calendar,
  day,
  everyDay,
  hour,
  numRuns,
  right,
  unchecked,
  utc,
  workdays,
} from './support.js'

/** Moves of the clock: at 02:00, by half an hour, at midnight either way, and over a whole date. */
const moves: ReadonlyArray<readonly [string, Instant]> = [
  ['Europe/Berlin', utc('2016-03-27 01:00')],
  ['Europe/Berlin', utc('2016-10-30 01:00')],
  ['Australia/Lord_Howe', utc('2016-10-01 15:30')],
  ['America/Sao_Paulo', utc('2015-10-18 03:00')],
  ['America/Sao_Paulo', utc('2016-02-21 02:00')],
  ['Pacific/Apia', utc('2011-12-30 10:00')],
  ['UTC', utc('2016-03-27 01:00')],
]

const weeks = [
  everyDay([['00:00', '24:00']]),
  workdays([['08:00', '18:00']]),
  everyDay([
    ['08:00', '13:00'],
    ['14:00', '18:00'],
  ]),
  everyDay([['22:00', '06:00']]),
  everyDay([
    ['00:00', '02:45'],
    ['03:10', '03:20'],
    ['03:30', '12:00'],
  ]),
  everyDay([
    ['02:30', '05:00'],
    ['23:00', '01:30'],
  ]),
  { ...workdays([['09:00', '17:00']]), sat: [['10:00', '09:00']] },
]

const closures = [
  {},
  { holidays: ['2016-03-28', '2011-12-31', '2015-10-18'], annualHolidays: ['10-31', '02-22'] },
]

const anyDesk = fc
  .record({
    move: fc.constantFrom(...moves),
    week: fc.constantFrom(...weeks),
    closed: fc.constantFrom(...closures),
  })
  .map(({ move: [zone, at], week, closed }) => ({ at, desk: calendar(zone, week, closed) }))

/** Hours that meet: a move of the clock, openings and closings, or a millisecond beside them. */
const anyShift = fc
  .record({
    quarters: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -8, max: 8 })),
    beside: fc.constantFrom(0, 0, 0, 1, -1),
  })
  .map(({ quarters, beside }) => (quarters * hour) / 4 + beside)

const anyWork = anyShift.map(Math.abs)

const at = (from: number, ms: number): Instant => unchecked(from + ms)

const anyQuestion = fc
  .record({
    of: anyDesk,
    start: anyShift,
    work: anyWork,
    more: anyWork,
    pauses: fc.array(fc.tuple(anyShift, anyWork), { maxLength: 4 }),
    atClosing: fc.constantFrom('closing' as const, 'nextOpening' as const),
  })
  .map(({ of: { at: move, desk }, start, work, more, pauses, atClosing }) => ({
    desk,
    start: at(move, start),
    work,
    more,
    options: {
      atClosing,
      pauses: pauses.map(([from, ms]): Pause => ({
        from: at(move, from),
        to: at(move, from + ms),
      })),
    },
  }))

const law = <A>(arbitrary: fc.Arbitrary<A>, holds: (a: A) => void): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns })

/**
 * The openings that begin on the five dates around one, as Temporal alone has them: each moment counted once,
 * those that lie wholly in the time that the clock skips left out.
 */
const openingsAround = (
  desk: BusinessCalendar,
  instant: number,
): ReadonlyArray<[number, number]> => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(desk.timeZone)
  return [-3, -2, -1, 0, 1, 2, 3].flatMap((days) => {
    const date = zoned.toPlainDate().add({ days })
    const isHoliday =
      desk.holidays.has(date.since('1970-01-01').days) ||
      desk.annualHolidays.has(date.month * 100 + date.day)
    const intervals = isHoliday ? [] : desk.week[weekdays[date.dayOfWeek - 1] ?? 'mon']
    return intervals.flatMap(({ opens, closes }): ReadonlyArray<[number, number]> => {
      const [from, to] = [opens, closes].map((milliseconds) => {
        const wall = date.toPlainDateTime().add({ milliseconds })
        const real = wall.toZonedDateTime(desk.timeZone)
        return { ms: real.epochMilliseconds, skipped: !real.toPlainDateTime().equals(wall) }
      })
      if (from === undefined || to === undefined || (from.skipped && to.skipped)) return []
      return [[from.ms, to.ms]]
    })
  })
}

describe('laws of working time', () => {
  it('due work has been worked when it is due, with pauses and either closing', () => {
    law(anyQuestion, ({ desk, start, work, options }) => {
      const end = right(dueAt(desk, start, work, options))
      expect(workingTime(desk, start, end, options.pauses)).toBe(work)
    })
  })

  it('it was not worked a millisecond before, when it is due at closing', () => {
    law(anyQuestion, ({ desk, start, work, options: { pauses } }) => {
      const end = right(dueAt(desk, start, work + 1, { pauses }))
      expect(workingTime(desk, start, at(end, -1), pauses)).toBe(work)
    })
  })

  it('the clock runs on at once, when it is due at the next opening', () => {
    law(anyQuestion, ({ desk, start, work, options: { pauses } }) => {
      const end = right(dueAt(desk, start, work, { pauses, atClosing: 'nextOpening' }))
      expect(workingTime(desk, start, at(end, 1), pauses)).toBe(work + 1)
    })
  })

  it('more work is not due sooner', () => {
    law(anyQuestion, ({ desk, start, work, more, options }) => {
      const [first, second] = [work, work + more].map((w) => right(dueAt(desk, start, w, options)))
      expect(first).toBeLessThanOrEqual(second ?? NaN)
    })
  })

  it('what starts later is not due sooner', () => {
    law(anyQuestion, ({ desk, start, work, more, options }) => {
      const [first, second] = [start, at(start, more)].map((s) =>
        right(dueAt(desk, s, work, options)),
      )
      expect(first).toBeLessThanOrEqual(second ?? NaN)
    })
  })

  it('work in two goes is due when work in one go is', () => {
    law(anyQuestion, ({ desk, start, work, more, options }) => {
      const half = right(dueAt(desk, start, work, options))
      const inTwo = right(dueAt(desk, half, more + 1, options))
      expect(inTwo).toBe(right(dueAt(desk, start, work + more + 1, options)))
    })
  })

  it('two times side by side are together one time', () => {
    law(anyQuestion, ({ desk, start, work, more, options: { pauses } }) => {
      const [middle, end] = [at(start, work), at(start, work + more)]
      expect(
        workingTime(desk, start, middle, pauses) + workingTime(desk, middle, end, pauses),
      ).toBe(workingTime(desk, start, end, pauses))
    })
  })

  it('is never more than what passes', () => {
    law(anyQuestion, ({ desk, start, work, options: { pauses } }) => {
      const worked = workingTime(desk, start, at(start, work), pauses)
      expect(worked).toBeGreaterThanOrEqual(0)
      expect(worked).toBeLessThanOrEqual(work)
    })
  })

  it('pauses in any order, and twice, stop the clock once', () => {
    law(anyQuestion, ({ desk, start, work, options: { pauses } }) => {
      const again = [...pauses, ...pauses].reverse()
      expect(dueAt(desk, start, work, { pauses: again })).toEqual(
        dueAt(desk, start, work, { pauses }),
      )
    })
  })

  it('is what the openings of Temporal leave, each moment counted once', () => {
    law(anyQuestion, ({ desk, start, work }) => {
      const end = start + Math.min(work, day)
      const edges = openingsAround(desk, start)
        .map(([from, to]) => [Math.max(from, start), Math.min(to, end)] as const)
        .filter(([from, to]) => from < to)
      const cuts = [...new Set(edges.flat())].sort((a, b) => a - b)
      const open = cuts.slice(1).reduce((sum, to, i) => {
        const from = cuts[i] ?? NaN
        return edges.some((edge) => edge[0] <= from && to <= edge[1]) ? sum + to - from : sum
      }, 0)
      expect(workingTime(desk, start, unchecked(end))).toBe(open)
    })
  })
})

describe('laws of business days', () => {
  const noon = (instant: Instant): Instant => at(Math.floor(instant / day) * day, day / 2)
  const anyDays = fc.integer({ min: 1, max: 30 })
  const anyStart = fc.record({ of: anyDesk, start: anyShift, days: anyDays, more: anyDays })

  it('there and back again is no way', () => {
    law(anyStart, ({ of: { at: move, desk }, start, days }) => {
      const open = right(addBusinessDays(desk, noon(at(move, start)), 1))
      const there = right(addBusinessDays(desk, open, days))
      expect(addBusinessDays(desk, there, -days)).toEqual(E.right(open))
    })
  })

  it('two ways are one', () => {
    law(anyStart, ({ of: { at: move, desk }, start, days, more }) => {
      const from = noon(at(move, start))
      const half = right(addBusinessDays(desk, from, days))
      expect(addBusinessDays(desk, half, more)).toEqual(addBusinessDays(desk, from, days + more))
    })
  })
})

describe('laws of a target', () => {
  const anyTarget = fc
    .tuple(anyQuestion, fc.boolean())
    .map(([{ desk, start, work, more, options }, byWall]) => ({
      start,
      until: at(start, more),
      pauses: options.pauses,
      target: {
        within: work + 1,
        atClosing: options.atClosing,
        ...(byWall ? {} : { calendar: desk }),
      },
    }))

  it('nothing is left when it is due', () => {
    law(anyTarget, ({ target, start, pauses }) => {
      const end = O.getOrElse(() => unchecked(NaN))(due(target, start, pauses))
      expect(elapsed(target, start, end, pauses)).toBe(target.within)
      expect(remaining(target, start, end, pauses)).toBe(0)
    })
  })

  it('something is left until it is due, and nothing after', () => {
    law(anyTarget, ({ target, start, until, pauses }) => {
      const end = O.getOrElse(() => NaN)(due({ ...target, atClosing: 'closing' }, start, pauses))
      expect(remaining(target, start, until, pauses) > 0).toBe(until < end)
    })
  })

  it('is due when dueAt says so', () => {
    law(anyQuestion, ({ desk, start, work, options: { pauses, atClosing } }) => {
      const target = { within: work, calendar: desk, atClosing }
      expect(due(target, start, pauses)).toEqual(
        O.fromEither(dueAt(desk, start, work, { pauses, atClosing })),
      )
    })
  })
})
