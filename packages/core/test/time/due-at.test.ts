import { isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import type { Instant } from '../../src/shared/instant.js'
import { dueAt, type DueOptions, workingTime } from '../../src/time/working-time.js'
import type { BusinessCalendar } from '../../src/time/week.js'
import { always, calendar, day, everyDay, hour, office, right, unchecked, utc } from './support.js'

const minute = 60_000
const horizon = 36_525 * day

const due = (desk: BusinessCalendar, start: string, work: number, options?: DueOptions): string =>
  new Date(right(dueAt(desk, utc(start), work, options)))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')

const worked = (desk: BusinessCalendar, from: string, to: string): number =>
  workingTime(desk, utc(from), utc(to)) / hour

const refusal = (start: Instant, work: number, options?: DueOptions): unknown => {
  const answer = dueAt(office, start, work, options)
  return isRight(answer) ? undefined : answer.left
}

const pause = (from: string, to: string) => ({ from: utc(from), to: utc(to) })

// 2024-01-15 is a Monday.
describe('work at an office open from 9 to 17', () => {
  it.each([
    ['2024-01-15 10:00', 0, '2024-01-15 10:00'],
    ['2024-01-15 10:00', 1, '2024-01-15 11:00'],
    ['2024-01-15 08:00', 0, '2024-01-15 09:00'],
    ['2024-01-15 09:00', 0, '2024-01-15 09:00'],
    ['2024-01-15 16:59', 0, '2024-01-15 16:59'],
    ['2024-01-15 17:00', 0, '2024-01-16 09:00'],
    ['2024-01-19 17:00', 0, '2024-01-22 09:00'],
    ['2024-01-20 12:00', 0, '2024-01-22 09:00'],
    ['2024-01-15 09:00', 8, '2024-01-15 17:00'],
    ['2024-01-15 09:00', 8 + 1 / 60, '2024-01-16 09:01'],
    ['2024-01-19 16:00', 2, '2024-01-22 10:00'],
    ['2024-01-20 12:00', 40, '2024-01-26 17:00'],
  ])('from %s, %d hours of it, is due at %s', (start, hours, expected) => {
    expect(due(office, start, Math.round(hours * hour))).toBe(expected)
  })

  it('is due at the very millisecond', () => {
    const start = utc('2024-01-15 16:59')
    expect(dueAt(office, start, minute - 1)).toEqual({ _tag: 'Right', right: start + minute - 1 })
    expect(dueAt(office, start, minute)).toEqual({ _tag: 'Right', right: start + minute })
    expect(dueAt(office, start, minute + 1)).toEqual({
      _tag: 'Right',
      right: utc('2024-01-16 09:00') + 1,
    })
  })

  it('that ends at closing is due then, or at the next opening', () => {
    const split = calendar(
      'UTC',
      everyDay([
        ['08:00', '13:00'],
        ['14:00', '18:00'],
      ]),
    )
    expect(due(split, '2024-01-15 12:00', hour)).toBe('2024-01-15 13:00')
    expect(due(split, '2024-01-15 12:00', hour, { atClosing: 'closing' })).toBe('2024-01-15 13:00')
    expect(due(split, '2024-01-15 12:00', hour, { atClosing: 'nextOpening' })).toBe(
      '2024-01-15 14:00',
    )
    expect(due(split, '2024-01-15 17:00', hour, { atClosing: 'nextOpening' })).toBe(
      '2024-01-16 08:00',
    )
    expect(due(split, '2024-01-15 17:00', hour - 1, { atClosing: 'nextOpening' })).toBe(
      '2024-01-15 17:59',
    )
    expect(due(office, '2024-01-19 16:00', hour, { atClosing: 'nextOpening' })).toBe(
      '2024-01-22 09:00',
    )
    expect(due(split, '2024-01-15 13:00', 0)).toBe('2024-01-15 14:00')
    expect(due(split, '2024-01-15 13:00', 0, { atClosing: 'closing' })).toBe('2024-01-15 14:00')
  })

  it('that ends where a day touches the next is due at midnight, either way', () => {
    expect(due(always, '2024-01-15 00:00', day)).toBe('2024-01-16 00:00')
    expect(due(always, '2024-01-15 00:00', day, { atClosing: 'nextOpening' })).toBe(
      '2024-01-16 00:00',
    )
  })

  it('stops at 23:59 when the desk closes then, and not a minute later', () => {
    const almost = calendar('UTC', everyDay([['00:00', '23:59']]))
    expect(due(almost, '2024-01-15 23:00', 59 * minute)).toBe('2024-01-15 23:59')
    expect(due(almost, '2024-01-15 23:00', 60 * minute)).toBe('2024-01-16 00:01')
    expect(worked(almost, '2024-01-15 00:00', '2024-01-17 00:00')).toBe(48 - 2 / 60)
  })
})

describe('a holiday', () => {
  const closed = { holidays: ['2024-01-16'], annualHolidays: ['01-18', '02-29'] }
  const desk = calendar('UTC', everyDay([['09:00', '17:00']]), closed)

  it.each([
    ['2024-01-15 16:00', '2024-01-17 10:00'],
    ['2024-01-17 16:00', '2024-01-19 10:00'],
    ['2025-01-15 16:00', '2025-01-16 10:00'],
    ['2025-01-17 16:00', '2025-01-19 10:00'],
    ['1965-01-17 16:00', '1965-01-19 10:00'],
    ['2024-02-28 16:00', '2024-03-01 10:00'],
    ['2023-02-28 16:00', '2023-03-01 10:00'],
  ])('is skipped: two hours from %s are due at %s', (start, expected) => {
    expect(due(desk, start, 2 * hour)).toBe(expected)
  })

  it('is a date on the wall, not in UTC', () => {
    const kiritimati = calendar('Pacific/Kiritimati', everyDay([['00:00', '24:00']]), closed)
    expect(due(kiritimati, '2024-01-15 09:00', 2 * hour)).toBe('2024-01-16 11:00')
  })
})

describe('a night', () => {
  const nights = calendar('UTC', everyDay([['22:00', '06:00']]))

  it('runs past midnight into the next day', () => {
    expect(due(nights, '2024-01-15 23:00', 3 * hour)).toBe('2024-01-16 02:00')
    expect(due(nights, '2024-01-16 02:00', 4 * hour)).toBe('2024-01-16 06:00')
    expect(due(nights, '2024-01-16 02:00', 5 * hour)).toBe('2024-01-16 23:00')
    expect(due(nights, '2024-01-16 06:00', 0)).toBe('2024-01-16 22:00')
    expect(due(nights, '2024-01-16 05:59', 0)).toBe('2024-01-16 05:59')
    expect(worked(nights, '2024-01-15 00:00', '2024-01-16 00:00')).toBe(8)
  })

  it('of nearly a whole day closes for a minute', () => {
    const almost = calendar('UTC', everyDay([['12:00', '11:59']]))
    expect(worked(almost, '2024-01-15 00:00', '2024-01-16 00:00')).toBe(24 - 1 / 60)
  })

  it('of Sunday is worked on Monday', () => {
    const sundays = calendar('UTC', { sun: [['22:00', '06:00']] })
    expect(due(sundays, '2024-01-15 03:00', hour)).toBe('2024-01-15 04:00')
    expect(due(sundays, '2024-01-15 06:00', 0)).toBe('2024-01-21 22:00')
  })

  it('before a holiday is worked to its end, and that of a holiday does not begin', () => {
    const desk = calendar('UTC', everyDay([['22:00', '06:00']]), { holidays: ['2024-01-16'] })
    expect(due(desk, '2024-01-15 23:00', 7 * hour)).toBe('2024-01-16 06:00')
    expect(due(desk, '2024-01-15 23:00', 7 * hour + minute)).toBe('2024-01-17 22:01')
    expect(worked(desk, '2024-01-16 00:00', '2024-01-17 00:00')).toBe(6)
    expect(worked(desk, '2024-01-17 00:00', '2024-01-17 22:00')).toBe(0)
  })

  it('split at midnight is closed for the whole of a holiday', () => {
    const split = everyDay([
      ['00:00', '06:00'],
      ['22:00', '24:00'],
    ])
    const desk = calendar('UTC', split, { holidays: ['2024-01-16'] })
    expect(worked(desk, '2024-01-16 00:00', '2024-01-17 00:00')).toBe(0)
    expect(worked(desk, '2024-01-17 00:00', '2024-01-17 22:00')).toBe(6)
  })
})

describe('a clock that is moved', () => {
  const berlin = (...intervals: ReadonlyArray<readonly [string, string]>) =>
    calendar('Europe/Berlin', everyDay(intervals))

  // On Sunday 2016-03-27 Berlin goes from 02:00 to 03:00 at 01:00Z; on Sunday 2016-10-30 from 03:00 to 02:00 at 01:00Z.
  it.each([
    ['a whole day', 'sun', ['00:00', '24:00'], 23, 25],
    ['a day of work', 'sun', ['08:00', '18:00'], 10, 10],
    ['the hour itself', 'sun', ['02:00', '03:00'], 0, 2],
    ['within the hour', 'sun', ['02:15', '02:45'], 0, 0.5],
    ['from within the hour', 'sun', ['02:30', '05:00'], 1.5, 3.5],
    ['from within the hour, too short', 'sun', ['02:30', '03:15'], 0, 1.75],
    ['into the hour', 'sun', ['01:00', '02:30'], 1.5, 1.5],
    ['up to the hour', 'sun', ['01:00', '02:00'], 1, 1],
    ['from the hour on', 'sun', ['03:00', '04:00'], 1, 1],
    ['a night', 'sat', ['22:00', '06:00'], 7, 9],
    ['a night into the hour', 'sat', ['22:00', '02:30'], 4.5, 4.5],
  ])(
    'leaves of %s, on %s %j, %d hours in spring and %d in autumn',
    (_, weekday, hours, ...left) => {
      const desk = calendar('Europe/Berlin', { [weekday]: [hours] })
      expect([
        worked(desk, '2016-03-24 00:00', '2016-03-30 00:00'),
        worked(desk, '2016-10-27 00:00', '2016-11-02 00:00'),
      ]).toEqual(left)
    },
  )

  it('counts no time twice where an end is moved over the next opening', () => {
    const desk = berlin(['01:00', '02:45'], ['03:10', '04:00'])
    expect(worked(desk, '2016-03-26 23:00', '2016-03-27 22:00')).toBe(2)
    expect(due(desk, '2016-03-27 00:00', hour + 45 * minute)).toBe('2016-03-27 01:45')
    expect(due(desk, '2016-03-27 00:00', 2 * hour)).toBe('2016-03-27 02:00')
  })

  it('counts no time twice where an end is moved beyond the end of the next opening', () => {
    const desk = berlin(['01:00', '02:45'], ['03:10', '03:20'], ['03:30', '03:50'])
    expect(worked(desk, '2016-03-26 23:00', '2016-03-27 22:00')).toBeCloseTo(1 + 50 / 60, 9)
  })

  it('may have no midnight', () => {
    // In São Paulo 2015-10-18 began at 01:00, which was 03:00Z.
    const desk = calendar('America/Sao_Paulo', everyDay([['00:00', '24:00']]))
    const sundays = calendar('America/Sao_Paulo', { sun: [['00:00', '24:00']] })
    expect(due(desk, '2015-10-18 01:00', 7 * hour)).toBe('2015-10-18 08:00')
    expect(due(sundays, '2015-10-17 12:00', 0)).toBe('2015-10-18 03:00')
    expect(worked(sundays, '2015-10-17 12:00', '2015-10-20 00:00')).toBe(23)
  })

  it('may be moved back over midnight', () => {
    // In São Paulo 2016-02-20 ended at 24:00 for a second time, at 03:00Z.
    const saturdays = calendar('America/Sao_Paulo', { sat: [['00:00', '24:00']] })
    const sundays = calendar('America/Sao_Paulo', { sun: [['00:00', '24:00']] })
    expect(worked(saturdays, '2016-02-19 12:00', '2016-02-22 12:00')).toBe(25)
    expect(due(sundays, '2016-02-20 12:00', 0)).toBe('2016-02-21 03:00')
    expect(worked(sundays, '2016-02-20 12:00', '2016-02-21 02:30')).toBe(0)
  })

  it('may be moved back after midnight, so that a date begins before the last has ended', () => {
    // In St John's 2010-11-07 began at 02:30Z, and a minute later it was 23:01 on the 6th again.
    const sundays = calendar('America/St_Johns', { sun: [['00:00', '24:00']] })
    expect(worked(sundays, '2010-11-06 12:00', '2010-11-07 03:00')).toBe(0.5)
    expect(worked(sundays, '2010-11-07 03:00', '2010-11-09 12:00')).toBe(24.5)
  })

  it('may skip a date, and what would have been worked on it', () => {
    // Samoa went from the end of 2011-12-29 to 2011-12-31 at 10:00Z of the 30th.
    const apia = (...hours: ReadonlyArray<readonly [string, string]>) =>
      calendar('Pacific/Apia', everyDay(hours))
    expect(worked(apia(['00:00', '24:00']), '2011-12-29 10:00', '2012-01-01 10:00')).toBe(72)
    expect(worked(apia(['08:00', '18:00']), '2011-12-29 10:00', '2011-12-31 10:00')).toBe(20)
    expect(due(apia(['08:00', '18:00']), '2011-12-30 04:00', 0)).toBe('2011-12-30 18:00')
    expect(due(apia(['22:00', '06:00']), '2011-12-30 08:00', 8 * hour)).toBe('2011-12-30 16:00')
    const friday = calendar('Pacific/Apia', { fri: [['08:00', '18:00']] })
    expect(due(friday, '2011-12-29 10:00', 0)).toBe('2012-01-05 18:00')
    // A night from the 29th into the 30th is worked on the 31st, and the one that would begin on the 30th is not.
    const thursday = calendar('Pacific/Apia', { thu: [['22:00', '06:00']] })
    expect(worked(thursday, '2011-12-30 10:00', '2011-12-31 10:00')).toBe(6)
    expect(due(thursday, '2011-12-30 15:00', 0)).toBe('2011-12-30 15:00')
  })
})

describe('a pause', () => {
  it.each([
    ['none', [], '2024-01-15 14:00'],
    ['in between', [pause('2024-01-15 11:00', '2024-01-15 12:00')], '2024-01-15 15:00'],
    ['over closing', [pause('2024-01-15 13:00', '2024-01-16 10:00')], '2024-01-16 11:00'],
    ['from the start', [pause('2024-01-15 10:00', '2024-01-15 11:00')], '2024-01-15 15:00'],
    ['from before', [pause('2024-01-14 10:00', '2024-01-15 11:00')], '2024-01-15 15:00'],
    ['before', [pause('2024-01-15 09:00', '2024-01-15 10:00')], '2024-01-15 14:00'],
    ['at night', [pause('2024-01-15 17:00', '2024-01-16 09:00')], '2024-01-15 14:00'],
    ['after', [pause('2024-01-15 14:00', '2024-01-15 15:00')], '2024-01-15 14:00'],
    ['just before the end', [pause('2024-01-15 13:59', '2024-01-15 15:00')], '2024-01-15 15:01'],
    ['of no length', [pause('2024-01-15 11:00', '2024-01-15 11:00')], '2024-01-15 14:00'],
    [
      'twice the same',
      [
        pause('2024-01-15 11:00', '2024-01-15 12:00'),
        pause('2024-01-15 11:00', '2024-01-15 12:00'),
      ],
      '2024-01-15 15:00',
    ],
    [
      'overlapping and out of order',
      [
        pause('2024-01-15 12:30', '2024-01-15 13:00'),
        pause('2024-01-15 11:00', '2024-01-15 12:00'),
        pause('2024-01-15 11:30', '2024-01-15 12:30'),
      ],
      '2024-01-15 16:00',
    ],
    [
      'one within another',
      [
        pause('2024-01-15 11:00', '2024-01-15 13:00'),
        pause('2024-01-15 11:30', '2024-01-15 12:00'),
      ],
      '2024-01-15 16:00',
    ],
    [
      'two apart',
      [
        pause('2024-01-15 11:00', '2024-01-15 11:30'),
        pause('2024-01-15 12:00', '2024-01-15 12:30'),
      ],
      '2024-01-15 15:00',
    ],
    [
      'two on two days',
      [
        pause('2024-01-15 11:00', '2024-01-15 18:00'),
        pause('2024-01-16 09:00', '2024-01-16 10:00'),
      ],
      '2024-01-16 13:00',
    ],
    [
      'two in one night',
      [
        pause('2024-01-15 11:00', '2024-01-15 18:00'),
        pause('2024-01-15 19:00', '2024-01-16 10:00'),
      ],
      '2024-01-16 13:00',
    ],
  ])('stops the clock: %s', (_, pauses, expected) => {
    expect(due(office, '2024-01-15 10:00', 4 * hour, { pauses })).toBe(expected)
    expect(workingTime(office, utc('2024-01-15 10:00'), utc(expected), pauses)).toBe(4 * hour)
  })

  it('that begins as the work ends is a closing too', () => {
    const pauses = [pause('2024-01-15 11:00', '2024-01-15 12:00')]
    expect(due(office, '2024-01-15 10:00', hour, { pauses })).toBe('2024-01-15 11:00')
    expect(due(office, '2024-01-15 10:00', hour, { pauses, atClosing: 'nextOpening' })).toBe(
      '2024-01-15 12:00',
    )
  })

  it('that runs up to closing and beyond leaves the next opening after it', () => {
    const upTo = (to: string) => ({
      pauses: [pause('2024-01-15 11:00', to)],
      atClosing: 'nextOpening' as const,
    })
    expect(due(office, '2024-01-15 10:00', hour, upTo('2024-01-15 17:00'))).toBe('2024-01-16 09:00')
    expect(due(office, '2024-01-15 10:00', hour, upTo('2024-01-16 12:00'))).toBe('2024-01-16 12:00')
  })

  it('holds up the start of no work at all', () => {
    const pauses = [pause('2024-01-15 09:00', '2024-01-15 12:00')]
    expect(due(office, '2024-01-15 10:00', 0, { pauses })).toBe('2024-01-15 12:00')
    expect(due(office, '2024-01-15 12:00', 0, { pauses })).toBe('2024-01-15 12:00')
    expect(due(office, '2024-01-15 08:00', 0, { pauses })).toBe('2024-01-15 12:00')
  })
})

describe('a question about due time is refused', () => {
  const start = utc('2024-01-15 10:00')
  const whole = 'whole milliseconds from 0 to 100 years'

  it.each([-1, 0.5, NaN, Infinity, -Infinity, horizon + 1, 1e300])(
    'when the work is %d',
    (work) => {
      expect(refusal(start, work)).toEqual({ _tag: 'InvalidTime', field: 'work', expected: whole })
    },
  )

  it.each([NaN, Infinity, 0.5, 8.64e15 + 2, -8.64e15 - 2])('when the start is %d', (at) => {
    expect(refusal(unchecked(at), 1)).toEqual({
      _tag: 'InvalidTime',
      field: 'start',
      expected: 'whole epoch milliseconds within ±8.64e15',
    })
  })

  it('when a pause is reversed, or between no instants', () => {
    const fine = { from: start, to: start }
    expect(refusal(start, 1, { pauses: [fine] })).toBeUndefined()
    expect(
      refusal(start, 1, { pauses: [fine, { from: unchecked(start + 1), to: start }] }),
    ).toEqual({
      _tag: 'InvalidTime',
      field: 'pauses[1]',
      expected: 'a pause that ends no earlier than it begins',
    })
    expect(refusal(start, 1, { pauses: [{ from: unchecked(NaN), to: start }] })).toMatchObject({
      field: 'pauses[0].from',
    })
    expect(refusal(start, 1, { pauses: [{ from: start, to: unchecked(NaN) }] })).toMatchObject({
      field: 'pauses[0].to',
    })
  })

  it('when it would be due more than 100 years later', () => {
    expect(dueAt(always, start, horizon)).toEqual({ _tag: 'Right', right: start + horizon })
    const late = {
      _tag: 'InvalidTime',
      field: 'work',
      expected: 'work that is done within 100 years of the start',
    }
    const pauses = [{ from: start, to: unchecked(start + 1) }]
    expect(dueAt(always, start, horizon, { pauses })).toEqual({ _tag: 'Left', left: late })
    expect(dueAt(always, start, horizon - 1, { pauses })).toMatchObject({ right: start + horizon })
    expect(refusal(start, horizon)).toEqual(late)
  })

  it('when it would be due beyond the last instant', () => {
    const last = unchecked(8.64e15)
    expect(dueAt(always, unchecked(8.64e15 - 5), 5)).toEqual({ _tag: 'Right', right: last })
    expect(dueAt(always, unchecked(8.64e15 - 5), 6)).toMatchObject({ left: { field: 'work' } })
    expect(dueAt(always, last, 0)).toMatchObject({ left: { field: 'work' } })
    expect(dueAt(always, unchecked(-8.64e15), 5)).toMatchObject({ right: -8.64e15 + 5 })
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin']) {
      const desk = calendar(zone, everyDay([['00:00', '24:00']]))
      expect(dueAt(desk, unchecked(8.64e15 - 5), 5)).toMatchObject({ right: 8.64e15 })
      expect(dueAt(desk, unchecked(-8.64e15), 5)).toMatchObject({ right: -8.64e15 + 5 })
    }
  })
})

describe('working time', () => {
  const monday = '2024-01-15 10:00'

  it.each([
    [monday, monday, 0],
    [monday, '2024-01-15 09:00', 0],
    [monday, '2024-01-15 11:00', 1],
    ['2024-01-15 08:00', '2024-01-15 18:00', 8],
    ['2024-01-15 16:00', '2024-01-16 10:00', 2],
    ['2024-01-19 16:00', '2024-01-22 10:00', 2],
    ['2024-01-20 00:00', '2024-01-22 00:00', 0],
    ['2024-01-15 00:00', '2024-01-22 00:00', 40],
    ['1969-12-29 00:00', '1970-01-05 00:00', 40],
    ['1960-01-01 00:00', '1970-01-01 00:00', 8 * 2609],
  ])('from %s to %s is %d hours', (from, to, hours) => {
    expect(worked(office, from, to)).toBe(hours)
  })

  it('counts a single millisecond', () => {
    const opening = utc('2024-01-15 09:00')
    expect(workingTime(office, unchecked(opening - 1), unchecked(opening + 1))).toBe(1)
    const closing = utc('2024-01-15 17:00')
    expect(workingTime(office, unchecked(closing - 1), unchecked(closing + 1))).toBe(1)
  })

  it('is not stopped by a pause that is reversed', () => {
    const [from, to] = [utc('2024-01-15 10:00'), utc('2024-01-15 12:00')]
    expect(workingTime(office, from, to, [{ from: to, to: from }])).toBe(2 * hour)
  })

  it('counts the first 100 years', () => {
    const from = utc('2024-01-15 00:00')
    expect(workingTime(always, from, unchecked(from + horizon))).toBe(horizon)
    expect(workingTime(always, from, unchecked(8.64e15))).toBe(horizon)
    expect(workingTime(always, unchecked(8.64e15 - 5), unchecked(8.64e15))).toBe(5)
  })

  it('is none between what are no instants', () => {
    const from = utc('2024-01-15 10:00')
    expect(workingTime(office, unchecked(NaN), from)).toBe(0)
    expect(workingTime(office, from, unchecked(NaN))).toBe(0)
    expect(workingTime(office, unchecked(-Infinity), from)).toBe(0)
    expect(workingTime(office, from, unchecked(-Infinity))).toBe(0)
    expect(workingTime(office, from, unchecked(Infinity))).toBeGreaterThan(0)
  })

  it('of years is told at once', () => {
    const desk = calendar('Europe/Berlin', everyDay([['00:00', '24:00']]))
    const start = utc('2015-02-17 12:00')
    dueAt(desk, start, 730 * day)
    const before = performance.now()
    for (let i = 0; i < 20; i += 1) dueAt(desk, start, 730 * day)
    expect((performance.now() - before) / 20).toBeLessThan(50)
  })
})
