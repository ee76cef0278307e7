import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import {
  checkTarget,
  due,
  elapsed,
  type Pause,
  remaining,
  type Target,
} from '../../src/time/deadline.js'
import { day, hour, office, unchecked, utc } from './support.js'

const friday = utc('2024-01-19 16:00')
const pause = (from: string, to: string): Pause => ({ from: utc(from), to: utc(to) })
const horizon = 36_525 * day

const wall: Target = { within: 4 * hour }
const working: Target = { within: 4 * hour, calendar: office }

describe('a target', () => {
  it('without a calendar is due by the wall clock', () => {
    expect(due(wall, friday, [])).toEqual(O.some(utc('2024-01-19 20:00')))
    expect(due({ within: 1 }, friday, [])).toEqual(O.some(friday + 1))
  })

  it('with a calendar is due in its working time', () => {
    expect(due(working, friday, [])).toEqual(O.some(utc('2024-01-22 12:00')))
  })

  it.each([
    ['a pause', [pause('2024-01-19 17:00', '2024-01-19 18:00')], '2024-01-19 21:00'],
    ['one that began before', [pause('2024-01-19 15:00', '2024-01-19 18:00')], '2024-01-19 22:00'],
    ['one at the end', [pause('2024-01-19 20:00', '2024-01-19 21:00')], '2024-01-19 20:00'],
    [
      'one just before the end',
      [pause('2024-01-19 19:59', '2024-01-19 21:00')],
      '2024-01-19 21:01',
    ],
    ['one that was over', [pause('2024-01-19 15:00', '2024-01-19 16:00')], '2024-01-19 20:00'],
    [
      'two that overlap',
      [
        pause('2024-01-19 17:30', '2024-01-19 18:30'),
        pause('2024-01-19 17:00', '2024-01-19 18:00'),
      ],
      '2024-01-19 21:30',
    ],
    ['a reversed one', [pause('2024-01-19 18:00', '2024-01-19 17:00')], '2024-01-19 20:00'],
  ])('without a calendar stands still too: %s', (_, pauses, expected) => {
    expect(due(wall, friday, pauses)).toEqual(O.some(utc(expected)))
    expect(elapsed(wall, friday, utc(expected), pauses)).toBe(4 * hour)
    expect(remaining(wall, friday, utc(expected), pauses)).toBe(0)
  })

  it('with a calendar stands still in a pause, and a reversed one stops nothing', () => {
    const pauses = [pause('2024-01-22 09:00', '2024-01-22 10:00')]
    expect(due(working, friday, pauses)).toEqual(O.some(utc('2024-01-22 13:00')))
    const reversed = [pause('2024-01-22 10:00', '2024-01-22 09:00')]
    expect(due(working, friday, reversed)).toEqual(O.some(utc('2024-01-22 12:00')))
  })

  it('that ends at closing is due then, or at the next opening when it says so', () => {
    const hourly: Target = { within: hour, calendar: office }
    expect(due(hourly, friday, [])).toEqual(O.some(utc('2024-01-19 17:00')))
    expect(due({ ...hourly, atClosing: 'closing' }, friday, [])).toEqual(
      O.some(utc('2024-01-19 17:00')),
    )
    expect(due({ ...hourly, atClosing: 'nextOpening' }, friday, [])).toEqual(
      O.some(utc('2024-01-22 09:00')),
    )
    const pauses = [pause('2024-01-19 17:00', '2024-01-19 18:00')]
    expect(due({ within: hour, atClosing: 'nextOpening' }, friday, pauses)).toEqual(
      O.some(utc('2024-01-19 18:00')),
    )
  })

  it('has no due instant beyond 100 years or the last instant', () => {
    expect(due({ within: horizon }, friday, [])).toEqual(O.some(friday + horizon))
    expect(due({ within: horizon + 1 }, friday, [])).toEqual(O.none)
    expect(due({ within: horizon, calendar: office }, friday, [])).toEqual(O.none)
    expect(due({ within: 5 }, unchecked(8.64e15 - 5), [])).toEqual(O.some(8.64e15))
    expect(due({ within: 6 }, unchecked(8.64e15 - 5), [])).toEqual(O.none)
  })

  it('has run off by what passed, and goes on below nothing', () => {
    const at = utc('2024-01-19 18:00')
    const [later, before] = [utc('2024-01-22 14:00'), utc('2024-01-19 15:00')]
    expect(elapsed(wall, friday, at, [])).toBe(2 * hour)
    expect(remaining(wall, friday, at, [])).toBe(2 * hour)
    expect(elapsed(working, friday, at, [])).toBe(hour)
    expect(remaining(working, friday, at, [])).toBe(3 * hour)
    expect(remaining(working, friday, later, [])).toBe(-2 * hour)
    for (const target of [wall, working]) {
      expect(elapsed(target, friday, friday, [])).toBe(0)
      expect(elapsed(target, friday, before, [])).toBe(0)
      expect(remaining(target, friday, before, [])).toBe(4 * hour)
    }
    expect(
      elapsed(wall, friday, utc('2024-01-19 18:00'), [
        pause('2024-01-19 17:00', '2024-01-20 18:00'),
      ]),
    ).toBe(hour)
  })

  it.each([
    [{ within: 1 }, []],
    [{ within: horizon }, []],
    [{ within: horizon + 1 }, ['within']],
    [{ within: 0 }, ['within']],
    [{ within: -1 }, ['within']],
    [{ within: 1.5 }, ['within']],
    [{ within: NaN }, ['within']],
    [{ within: Infinity }, ['within']],
    [{ within: 1, calendar: office, atClosing: 'closing' as const }, []],
    [{ within: 1, calendar: office, atClosing: 'nextOpening' as const }, []],
  ])('is checked before a clock runs by it: %#', (target, wrong) => {
    expect(checkTarget(target).map(({ field }) => field)).toEqual(wrong)
  })

  it('of a host without types is checked as well', () => {
    const input: unknown = {
      within: 0,
      calendar: { timeZone: 'UTC', week: { mon: [['09:00', '17:00']] } },
      atClosing: 'later',
    }
    expect(checkTarget(input as Target)).toEqual([
      { field: 'within', expected: 'whole milliseconds from 1 to 100 years' },
      { field: 'calendar', expected: 'a calendar that businessCalendar made' },
      { field: 'atClosing', expected: 'closing or nextOpening' },
    ])
  })
})
