import { type Instant, localDate } from '@troth/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type Calendar,
  dateText,
  endOf,
  isIn,
  type Period,
  spanBefore,
  spanOf,
} from '../../src/shared/period.js'
import { instant, runs, zone } from '../loyalty/support.js'

const auckland: Calendar = { zone: zone('Pacific/Auckland'), firstDayOfWeek: 'mon' }
const newYork: Calendar = { zone: zone('America/New_York'), firstDayOfWeek: 'sun' }
const shown = (calendar: Calendar, period: Period) => {
  const { first, last } = spanOf(calendar, period)
  return [dateText(first), dateText(last)]
}

describe('a period', () => {
  it('is of the wall that it names: 23:30 on a Sunday in Auckland, and in New York', () => {
    // Summer time in the one, winter time in the other.
    const inAuckland = instant('2026-11-08T10:30:00.000Z')
    const inNewYork = instant('2026-11-09T04:30:00.000Z')
    expect(shown(auckland, { by: 'week', at: inAuckland })).toEqual(['2026-11-02', '2026-11-08'])
    expect(shown(newYork, { by: 'week', at: inNewYork })).toEqual(['2026-11-08', '2026-11-14'])
    expect(shown(auckland, { by: 'day', at: inAuckland })).toEqual(['2026-11-08', '2026-11-08'])
    expect(shown(newYork, { by: 'day', at: inNewYork })).toEqual(['2026-11-08', '2026-11-08'])
    const halfAnHourLater = { by: 'week', at: (inAuckland + 1_800_000) as Instant } as const
    expect(shown(auckland, halfAnHourLater)).toEqual(['2026-11-09', '2026-11-15'])
  })

  it('is a month of the calendar, and before it comes the month before', () => {
    const march = spanOf(auckland, { by: 'month', at: instant('2028-03-15T00:00:00.000Z') })
    expect([march.first, march.last].map(dateText)).toEqual(['2028-03-01', '2028-03-31'])
    const before = spanBefore(march)
    expect([before.first, before.last].map(dateText)).toEqual(['2028-02-01', '2028-02-29'])
    const january = spanOf(newYork, { by: 'month', at: instant('2027-01-10T00:00:00.000Z') })
    expect([january.first, january.last].map(dateText)).toEqual(['2027-01-01', '2027-01-31'])
    expect(dateText(spanBefore(january).first)).toBe('2026-12-01')
  })

  it('rolls over so many days, the last of which is the one named', () => {
    const until = instant('2026-11-08T12:00:00.000Z')
    expect(shown(newYork, { by: 'rolling', days: 7, until })).toEqual(['2026-11-02', '2026-11-08'])
    expect(shown(newYork, { by: 'rolling', days: 1.9, until })).toEqual([
      '2026-11-08',
      '2026-11-08',
    ])
    expect(shown(newYork, { by: 'rolling', days: 0, until })).toEqual(['2026-11-08', '2026-11-08'])
    for (const days of [NaN, -Infinity, -5])
      expect(shown(newYork, { by: 'rolling', days, until })).toEqual(['2026-11-08', '2026-11-08'])
    expect(shown(newYork, { by: 'rolling', days: Infinity, until })).toEqual([
      '1926-11-09',
      '2026-11-08',
    ])
    const span = spanOf(newYork, { by: 'rolling', days: 7, until })
    expect(dateText(spanBefore(span).first)).toBe('2026-10-26')
  })

  it('ends with the last instant of its last date, also where the clock is moved', () => {
    const dates = ['2026-03-08', '2026-11-01', '2026-11-08']
    for (const date of dates) {
      const day = Date.parse(`${date}T00:00:00.000Z`) / 86_400_000
      const end = endOf(newYork.zone, day)
      expect(localDate(newYork.zone, end)).toBe(day)
      expect(localDate(newYork.zone, (end + 1) as Instant)).toBe(day + 1)
    }
  })

  it('holds the instant that it is named by, and the one before it touches it and holds it not', () => {
    const by = fc.constantFrom('day' as const, 'week' as const, 'month' as const)
    const calendar = fc.record({
      zone: fc.constantFrom('Pacific/Auckland', 'America/New_York', 'Pacific/Apia').map(zone),
      firstDayOfWeek: fc.constantFrom('mon' as const, 'sun' as const, 'sat' as const),
    })
    const at = fc.integer({ min: -2e12, max: 4e12 }).map((ms) => ms as Instant)
    fc.assert(
      fc.property(calendar, by, at, (of, each, when) => {
        const span = spanOf(of, { by: each, at: when })
        const before = spanBefore(span)
        const day = localDate(of.zone, when)
        expect(isIn(span)(day)).toBe(true)
        expect(isIn(before)(day)).toBe(false)
        expect(before.last).toBe(span.first - 1)
        expect(isIn(span)(span.first) && isIn(span)(span.last)).toBe(true)
        if (each !== 'month') expect(span.last - span.first).toBe(each === 'day' ? 0 : 6)
      }),
      { numRuns: runs },
    )
  })
})
