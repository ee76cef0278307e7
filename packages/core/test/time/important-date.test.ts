import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { dateFrom, dateText, localDate } from '../../src/time/calendar-date.js'
import { daysOf, december, ImportantDate, publicHolidays } from '../../src/time/important-date.js'
import { TimeZone } from '../../src/time/time-zone.js'
import { calendar, everyDay, right, unchecked, utc } from './support.js'

const on = (text: string): number => localDate('UTC', utc(`${text} 00:00`))
const kept = (date: string, from: string, to: string): ReadonlyArray<string> =>
  daysOf(right(ImportantDate.decode(date)), on(from), on(to)).map(dateText)

describe('an important date', () => {
  it.each<[unknown, boolean]>([
    ['12-24', true],
    ['02-29', true],
    ['02-30', false],
    ['00-01', false],
    ['13-01', false],
    ['01-00', false],
    ['2016-11-01', true],
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['2016-11-31', false],
    ['12-24 ', false],
    ['1-2', false],
    ['x12-24', false],
    ['+012016-11-01', false],
    ['', false],
    [1224, false],
  ])('%j is one: %s', (u, ok) => {
    expect(!isLeft(ImportantDate.decode(u))).toBe(ok)
  })

  it('of every year is kept every year', () => {
    expect(kept('05-17', '2024-05-17', '2026-05-17')).toEqual([
      '2024-05-17',
      '2025-05-17',
      '2026-05-17',
    ])
  })
  it('is not kept a day before or after the time asked about', () => {
    expect(kept('05-17', '2024-05-18', '2025-05-16')).toEqual([])
    expect(kept('2024-05-17', '2024-05-18', '2025-05-18')).toEqual([])
    expect(kept('2024-05-17', '2024-05-01', '2024-05-16')).toEqual([])
  })
  it('on the 29th of February is kept on the 28th in common years', () => {
    expect(kept('02-29', '2023-01-01', '2025-12-31')).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2025-02-28',
    ])
    expect(kept('02-29', '1900-01-01', '1900-12-31')).toEqual(['1900-02-28'])
  })
  it('on the 28th of February stays on it in leap years', () => {
    expect(kept('02-28', '2024-01-01', '2024-12-31')).toEqual(['2024-02-28'])
  })
  it('on the last day of the year is kept on it', () => {
    expect(kept('12-31', '2024-01-01', '2024-12-31')).toEqual(['2024-12-31'])
  })
  it('of one year is kept once', () => {
    expect(kept('2024-05-17', '2024-05-17', '2030-01-01')).toEqual(['2024-05-17'])
    expect(kept('2024-05-17', '2020-01-01', '2024-05-17')).toEqual(['2024-05-17'])
  })
  it('is not kept in a time that ends before it begins', () => {
    expect(kept('05-17', '2026-01-01', '2024-01-01')).toEqual([])
  })
})

describe('the public holidays of a calendar', () => {
  it('are those of every year and those of one', () => {
    const desk = calendar('UTC', everyDay([['09:00', '17:00']]), {
      holidays: ['2016-11-01'],
      annualHolidays: ['12-24', '02-29', '01-01'],
    })
    expect(publicHolidays(desk)).toEqual(['12-24', '02-29', '01-01', '2016-11-01'])
  })
})

describe('a December', () => {
  it('is from its first instant to its last on the wall of the zone', () => {
    expect(december('Asia/Shanghai', 2026)).toEqual([
      { from: utc('2026-11-30 16:00'), to: unchecked(utc('2026-12-31 16:00') - 1) },
    ])
  })
  it('out of the range of instants is none', () => {
    expect(december('UTC', 275_760)).toEqual([])
    expect(december('UTC', 300_000)).toEqual([])
    expect(december('UTC', -271_822)).toEqual([])
  })
})

describe('a date as text', () => {
  it.each(['2016-11-01', '0099-12-31', '+012016-11-01', '-000001-01-01'])(
    '%s is read back',
    (text) => {
      const date = dateFrom(text)
      expect(date._tag === 'Some' ? dateText(date.value) : undefined).toBe(text)
    },
  )
  it.each(['2016-02-30', '2016-13-01', 'x', '', '2016-1-1', '2016'])('%s is none', (text) => {
    expect(dateFrom(text)._tag).toBe('None')
  })
})

describe('a time zone', () => {
  it.each<[unknown, string | undefined]>([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['+05:30', '+05:30'],
    ['Europe/Nowhere', undefined],
    ['', undefined],
    [1, undefined],
  ])('%j is read as %s', (u, zone) => {
    const read = TimeZone.decode(u)
    expect(isLeft(read) ? undefined : read.right).toBe(zone)
    expect(TimeZone.is(u)).toBe(zone === u)
  })
  it('says what is wrong', () => {
    const read = TimeZone.decode('Europe/Nowhere')
    expect(isLeft(read) && read.left[0]?.message).toBe(
      'not a zone of the time zone database, such as "Europe/Berlin"',
    )
  })
})
