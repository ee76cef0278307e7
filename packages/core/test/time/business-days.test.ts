import { describe, expect, it } from 'vitest'

import { addBusinessDays } from '../../src/time/business-days.js'
import type { BusinessCalendar } from '../../src/time/week.js'
import {
  always,
  calendar,
  day,
  everyDay,
  office,
  right,
  unchecked,
  utc,
  workdays,
} from './support.js'

const add = (desk: BusinessCalendar, start: string, days: number): string =>
  new Date(right(addBusinessDays(desk, utc(start), days)))
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ')

// 2024-01-15 is a Monday.
describe('business days', () => {
  it.each([
    ['2024-01-15 10:00', 0, '2024-01-15 10:00'],
    ['2024-01-15 10:00', 1, '2024-01-16 10:00'],
    ['2024-01-15 23:30', 4, '2024-01-19 23:30'],
    ['2024-01-15 10:00', 5, '2024-01-22 10:00'],
    ['2024-01-19 10:00', 1, '2024-01-22 10:00'],
    ['2024-01-20 10:00', 0, '2024-01-20 10:00'],
    ['2024-01-20 10:00', 1, '2024-01-23 10:00'],
    ['2024-01-21 00:00', 1, '2024-01-23 00:00'],
    ['2024-01-20 10:00', -1, '2024-01-19 10:00'],
    ['2024-01-22 10:00', -1, '2024-01-19 10:00'],
    ['2024-01-16 10:00', -1, '2024-01-15 10:00'],
    ['2024-01-15 10:00', -5, '2024-01-08 10:00'],
    ['2024-01-15 10:00', 260, '2025-01-13 10:00'],
  ])('%s and %d of them is %s', (start, days, expected) => {
    expect(add(office, start, days)).toBe(expected)
  })

  it('are not the holidays', () => {
    const closed = { holidays: ['2024-01-16'], annualHolidays: ['01-18'] }
    const desk = calendar('UTC', workdays([['09:00', '17:00']]), closed)
    expect(add(desk, '2024-01-15 10:00', 1)).toBe('2024-01-17 10:00')
    expect(add(desk, '2024-01-15 10:00', 2)).toBe('2024-01-19 10:00')
    expect(add(desk, '2024-01-16 10:00', 1)).toBe('2024-01-19 10:00')
    expect(add(desk, '2024-01-19 10:00', -2)).toBe('2024-01-15 10:00')
  })

  it('are dates on the wall', () => {
    // 2024-01-14 22:00Z is Monday noon in Kiritimati.
    const desk = calendar('Pacific/Kiritimati', workdays([['09:00', '17:00']]))
    expect(add(desk, '2024-01-14 22:00', 4)).toBe('2024-01-18 22:00')
    expect(add(desk, '2024-01-14 22:00', 5)).toBe('2024-01-21 22:00')
  })

  it('are those on which a night begins, not those on which it ends', () => {
    const desk = calendar('UTC', { mon: [['22:00', '06:00']], thu: [['22:00', '06:00']] })
    expect(add(desk, '2024-01-15 23:00', 1)).toBe('2024-01-18 23:00')
    expect(add(desk, '2024-01-16 03:00', 1)).toBe('2024-01-22 03:00')
  })

  it('keep the time on the wall over a move of the clock', () => {
    const desk = calendar('Europe/Berlin', everyDay([['08:00', '18:00']]))
    expect(add(desk, '2016-03-26 09:00', 1)).toBe('2016-03-27 08:00')
    expect(add(desk, '2016-10-29 08:00', 1)).toBe('2016-10-30 09:00')
    // 02:30 does not exist on the 27th of March, and is 03:30; in October it is twice, and the first is meant.
    expect(add(desk, '2016-03-26 01:30', 1)).toBe('2016-03-27 01:30')
    expect(add(desk, '2016-03-26 01:30', 2)).toBe('2016-03-28 00:30')
    expect(add(desk, '2016-10-29 00:30', 1)).toBe('2016-10-30 00:30')
    expect(add(desk, '2016-10-30 01:30', 1)).toBe('2016-10-31 01:30')
    expect(add(desk, '2016-10-30 01:30', 0)).toBe('2016-10-30 01:30')
  })

  it('are not the dates that a zone skips, or whose openings it skips', () => {
    const apia = calendar('Pacific/Apia', everyDay([['08:00', '18:00']]))
    expect(add(apia, '2011-12-29 20:00', 1)).toBe('2011-12-30 20:00')
    expect(add(apia, '2011-12-30 20:00', -1)).toBe('2011-12-29 20:00')
    const early = calendar('Europe/Berlin', everyDay([['02:00', '03:00']]))
    expect(add(early, '2016-03-26 11:00', 1)).toBe('2016-03-28 10:00')
  })

  it('keep the milliseconds', () => {
    const start = unchecked(utc('2024-01-15 10:00') + 7)
    expect(addBusinessDays(office, start, 1)).toEqual({ _tag: 'Right', right: start + day })
  })

  it.each([0.5, NaN, Infinity, -Infinity, -1.5])('are whole: %d are refused', (days) => {
    expect(addBusinessDays(office, utc('2024-01-15 10:00'), days)).toEqual({
      _tag: 'Left',
      left: { _tag: 'InvalidTime', field: 'days', expected: 'a whole number of days' },
    })
  })

  it('start at an instant', () => {
    expect(addBusinessDays(office, unchecked(NaN), 0)).toMatchObject({ left: { field: 'start' } })
    expect(addBusinessDays(office, unchecked(Infinity), 1)).toMatchObject({
      left: { field: 'start' },
    })
  })

  it('end within 100 years', () => {
    const start = utc('2024-01-15 10:00')
    const far = 36_525
    expect(addBusinessDays(always, start, far)).toEqual({ _tag: 'Right', right: start + far * day })
    expect(addBusinessDays(always, start, -far)).toEqual({
      _tag: 'Right',
      right: start - far * day,
    })
    const refused = {
      _tag: 'Left',
      left: {
        _tag: 'InvalidTime',
        field: 'days',
        expected: 'days that end within 100 years of the start',
      },
    }
    for (const days of [far + 1, -far - 1, Number.MAX_SAFE_INTEGER, -1e300])
      expect(addBusinessDays(always, start, days)).toEqual(refused)
  })

  it('end at an instant', () => {
    expect(addBusinessDays(always, unchecked(8.64e15), 1)).toMatchObject({
      left: { field: 'days' },
    })
    expect(addBusinessDays(always, unchecked(-8.64e15), -1)).toMatchObject({
      left: { field: 'days' },
    })
    expect(addBusinessDays(always, unchecked(8.64e15 - day), 1)).toMatchObject({ right: 8.64e15 })
  })
})
