import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import type { BusinessCalendar } from '../../src/time/week.js'
import { workingDayAfter } from '../../src/time/working-days.js'
import { always, calendar, day, office, right, unchecked, utc, workdays } from './support.js'

const next = (desk: BusinessCalendar, start: string, days: number): string =>
  new Date(right(workingDayAfter(desk, utc(start), days)))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')

// 2024-01-15 is a Monday.
describe('the next working day', () => {
  it.each([
    ['2024-01-15 10:00', 1, '2024-01-16 10:00'],
    ['2024-01-19 10:00', 1, '2024-01-22 10:00'],
    ['2024-01-20 10:00', 1, '2024-01-22 10:00'],
    ['2024-01-21 23:59', 1, '2024-01-22 23:59'],
    ['2024-01-18 10:00', 3, '2024-01-23 10:00'],
    ['2024-01-20 10:00', 3, '2024-01-24 10:00'],
    ['2024-01-15 10:00', 260, '2025-01-13 10:00'],
  ])('after %s, the %d. of them, is %s', (start, days, expected) => {
    expect(next(office, start, days)).toBe(expected)
  })

  it('is no holiday', () => {
    const desk = calendar('UTC', workdays([['09:00', '17:00']]), { holidays: ['2024-01-22'] })
    expect(next(desk, '2024-01-19 10:00', 1)).toBe('2024-01-23 10:00')
  })

  it('has the same time of day on the wall of the desk’s zone', () => {
    const desk = calendar('Europe/Berlin', workdays([['09:00', '17:00']]))
    expect(next(desk, '2024-03-29 09:00', 1)).toBe('2024-04-01 08:00')
  })

  it.each([0, -1, 0.5, NaN])('is not counted by %d', (days) => {
    expect(workingDayAfter(office, utc('2024-01-15 10:00'), days)).toEqual({
      _tag: 'Left',
      left: { _tag: 'InvalidTime', field: 'days', expected: 'a whole number of days, at least 1' },
    })
  })

  it('is not counted from what is no instant', () => {
    const answer = workingDayAfter(office, unchecked(0.5), 1)
    expect(isLeft(answer) && answer.left.field).toBe('start')
  })

  it('lies within 100 years', () => {
    const start = utc('2024-01-15 10:00')
    expect(right(workingDayAfter(always, start, 36_525))).toBe(start + 36_525 * day)
    expect(workingDayAfter(always, start, 36_526)).toEqual({
      _tag: 'Left',
      left: {
        _tag: 'InvalidTime',
        field: 'days',
        expected: 'days that end within 100 years of the start',
      },
    })
    expect(isLeft(workingDayAfter(always, unchecked(8.64e15), 1))).toBe(true)
  })
})
