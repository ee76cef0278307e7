import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { businessCalendar } from '../../src/time/business-calendar.js'
import { everyDay, hour, numRuns, right } from './support.js'

const nineToFive = { mon: [['09:00', '17:00']] }

const fields = (input: unknown): ReadonlyArray<string> => {
  const answer = businessCalendar(input)
  return isLeft(answer) ? answer.left.problems.map(({ field }) => field) : []
}

const withMonday = (...mon: ReadonlyArray<unknown>): unknown => ({ timeZone: 'UTC', week: { mon } })

/** Every date of a leap year but those named, as `MM-DD`. */
const allBut = (...open: ReadonlyArray<string>): ReadonlyArray<string> =>
  Array.from({ length: 366 }, (_, i) =>
    new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(5, 10),
  ).filter((date) => !open.includes(date))

/** Every date from one to another, the latter not included. */
const datesBetween = (from: string, until: string): ReadonlyArray<string> =>
  Array.from({ length: (Date.parse(until) - Date.parse(from)) / (24 * hour) }, (_, i) =>
    new Date(Date.parse(from) + i * 24 * hour).toISOString().slice(0, 10),
  )

describe('a business calendar', () => {
  it('is made of its input, intervals in order and in milliseconds of the day', () => {
    const made = businessCalendar({
      timeZone: 'europe/berlin',
      week: {
        mon: [
          ['14:00', '18:30'],
          ['08:00', '13:00'],
        ],
        sun: [['22:00', '06:00']],
      },
      holidays: ['1970-01-03', '1970-01-03'],
      annualHolidays: ['12-24', '02-29'],
    })
    expect(right(made)).toEqual({
      _tag: 'BusinessCalendar',
      timeZone: 'Europe/Berlin',
      week: {
        mon: [
          { opens: 8 * hour, closes: 13 * hour },
          { opens: 14 * hour, closes: 18.5 * hour },
        ],
        tue: [],
        wed: [],
        thu: [],
        fri: [],
        sat: [],
        sun: [{ opens: 22 * hour, closes: 30 * hour }],
      },
      holidays: new Set([2]),
      annualHolidays: new Set([1224, 229]),
    })
  })

  it('says everything that is wrong with its input', () => {
    expect(
      businessCalendar({
        timeZone: 'Mars/Olympus',
        week: {
          mon: [['08:00', '25:00']],
          tue: [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
          someday: [],
        },
        holidays: ['2015-02-29', '2016-02-29'],
        annualHolidays: ['2-29'],
      }),
    ).toEqual({
      _tag: 'Left',
      left: {
        _tag: 'InvalidCalendar',
        problems: [
          { field: 'timeZone', expected: 'a zone of the time zone database, as "Europe/Berlin"' },
          { field: 'week.someday', expected: 'a day, one of mon, tue, wed, thu, fri, sat, sun' },
          {
            field: 'week.mon[0]',
            expected:
              'a pair of times from "00:00" to "23:59", the second also "24:00", as ["08:00", "18:00"]',
          },
          { field: 'week.tue[1]', expected: 'an interval that does not overlap week.tue[0]' },
          { field: 'holidays[0]', expected: 'a date, as "2016-11-01"' },
          { field: 'annualHolidays[0]', expected: 'a month and a day, as "12-24"' },
        ],
      },
    })
  })

  it('says what it would have been when it is none at all', () => {
    const shape = '{ timeZone, week: { mon: [["08:00", "18:00"]], … }, holidays?, annualHolidays? }'
    for (const input of [undefined, null, 'UTC', 3, [], () => undefined]) {
      expect(businessCalendar(input)).toEqual({
        _tag: 'Left',
        left: { _tag: 'InvalidCalendar', problems: [{ field: 'calendar', expected: shape }] },
      })
    }
    const trap = {
      get timeZone(): string {
        throw new Error('no')
      },
    }
    expect(businessCalendar(trap)).toMatchObject({
      left: { problems: [{ field: 'calendar', expected: shape }] },
    })
  })

  it('reports a hundred problems and no more', () => {
    const holidays = Array.from({ length: 101 }, () => 'never')
    expect(fields({ timeZone: 'UTC', week: nineToFive, holidays })).toHaveLength(100)
    expect(fields({ timeZone: 'UTC', week: nineToFive, holidays })[99]).toBe('holidays[99]')
  })

  it.each([
    ['UTC', true],
    ['Europe/Berlin', true],
    ['America/Argentina/Buenos_Aires', true],
    ['Etc/GMT+5', true],
    ['EST', true],
    ['+05:30', true],
    ['-11:00', true],
    ['+25:00', false],
    ['+05', false],
    ['', false],
    ['Mars/X', false],
    ['Z', false],
    ['2016-01-01T00:00Z', false],
    ['2016-01-01T00:00[Europe/Berlin]', false],
    ['UTC\n', false],
    [' UTC', false],
    ['\ud800', false],
    ['x'.repeat(1_000_000), false],
    [undefined, false],
    [3, false],
    [{}, false],
  ])('its zone is known or refused: %#', (timeZone, ok) => {
    expect(fields({ timeZone, week: nineToFive })).toEqual(ok ? [] : ['timeZone'])
  })

  it.each([
    [['08:00', '18:00'], true],
    [['00:00', '24:00'], true],
    [['00:00', '23:59'], true],
    [['23:59', '24:00'], true],
    [['22:00', '00:00'], true],
    [['22:00', '21:59'], true],
    [['08:00', '08:00'], false],
    [['00:00', '00:00'], false],
    [['24:00', '06:00'], false],
    [['24:00', '24:00'], false],
    [['08:00', '24:01'], false],
    [['08:00', '25:00'], false],
    [['08:60', '18:00'], false],
    [['08:00', '18:60'], false],
    [['8:00', '18:00'], false],
    [['08:00', '18:00:00'], false],
    [['x08:00', '18:00'], false],
    [['08:00', '18:00x'], false],
    [['19:00', '20:00'], true],
    [['29:00', '20:00'], false],
    [[' 8:00', '18:00'], false],
    [['08:00'], false],
    [['08:00', '18:00', '20:00'], false],
    [[8, 18], false],
    [['08:00', 18], false],
    [['08:00', '\ud800'], false],
    [[['08:00'], '18:00'], false],
    [['08:00', ['18:00']], false],
    [['08:00', ['24:00']], false],
    [[], false],
    ['08:00', false],
    [null, false],
    [undefined, false],
    [{ 0: '08:00', 1: '18:00', length: 2 }, false],
  ])('its interval is accepted or refused: %j', (interval, ok) => {
    expect(fields(withMonday(interval))).toEqual(ok ? [] : ['week.mon[0]'])
  })

  it.each([
    [
      [
        ['08:00', '13:00'],
        ['13:00', '18:00'],
      ],
      [],
    ],
    [
      [
        ['08:00', '13:01'],
        ['13:00', '18:00'],
      ],
      ['week.mon[1]'],
    ],
    [
      [
        ['13:00', '18:00'],
        ['08:00', '13:01'],
      ],
      ['week.mon[0]'],
    ],
    [
      [
        ['08:00', '13:00'],
        ['08:00', '13:00'],
      ],
      ['week.mon[1]'],
    ],
    [
      [
        ['08:00', '18:00'],
        ['09:00', '10:00'],
        ['11:00', '12:00'],
      ],
      ['week.mon[1]', 'week.mon[2]'],
    ],
    [
      [
        ['22:00', '06:00'],
        ['23:00', '24:00'],
      ],
      ['week.mon[1]'],
    ],
    [
      [
        ['22:00', '06:00'],
        ['05:00', '07:00'],
      ],
      [],
    ],
  ])('its intervals do not overlap: %j', (mon, wrong) => {
    expect(fields(withMonday(...mon))).toEqual(wrong)
  })

  it('says what its intervals and its week should have been', () => {
    expect(businessCalendar(withMonday(['08:00', '08:00']))).toMatchObject({
      left: { problems: [{ expected: 'an interval that is not empty' }] },
    })
    expect(businessCalendar({ timeZone: 'UTC' })).toMatchObject({
      left: { problems: [{ expected: 'the days mon to sun, each a list of intervals' }] },
    })
  })

  it('names the interval that is overlapped', () => {
    const mon = [
      ['08:00', '18:00'],
      ['09:00', '10:00'],
      ['11:00', '12:00'],
    ]
    expect(businessCalendar(withMonday(...mon))).toMatchObject({
      left: {
        problems: [
          { expected: 'an interval that does not overlap week.mon[0]' },
          { expected: 'an interval that does not overlap week.mon[0]' },
        ],
      },
    })
  })

  it.each([
    ['mon', 'tue', '06:00', []],
    ['mon', 'tue', '05:59', ['week.tue[0]']],
    ['sat', 'sun', '06:00', []],
    ['sat', 'sun', '05:59', ['week.sun[0]']],
    ['sun', 'mon', '06:00', []],
    ['sun', 'mon', '05:59', ['week.mon[0]']],
    ['sun', 'mon', '00:00', ['week.mon[0]']],
    ['mon', 'wed', '05:59', []],
  ])('a night of %s leaves the morning of %s from %s', (night, morning, opens, wrong) => {
    const week = { [night]: [['22:00', '06:00']], [morning]: [[opens, '12:00']] }
    expect(fields({ timeZone: 'UTC', week })).toEqual(wrong)
  })

  it('reports an overlap beside an interval that can not be read', () => {
    expect(fields(withMonday(['08:00', '10:00'], ['?', '?'], ['09:00', '11:00']))).toEqual([
      'week.mon[1]',
      'week.mon[2]',
    ])
  })

  it.each([
    [undefined, ['week']],
    [null, ['week']],
    [[], ['week']],
    ['mon', ['week']],
    [{ mon: [['09:00', '17:00']], tue: undefined }, []],
    [{ mon: [['09:00', '17:00']], tue: null }, ['week.tue']],
    [{ mon: '09:00' }, ['week.mon']],
    [{ mon: { 0: ['09:00', '17:00'] } }, ['week.mon']],
    [{ Mon: [['09:00', '17:00']] }, ['week.Mon']],
    [JSON.parse('{"__proto__": [], "mon": [["09:00", "17:00"]]}') as unknown, ['week.__proto__']],
    [{ ['\ud800'.repeat(2)]: [] }, ['week.\ufffd\ufffd']],
  ])('its week has days and no others: %#', (week, wrong) => {
    expect(fields({ timeZone: 'UTC', week })).toEqual(wrong)
  })

  it('repeats no more of an unknown day than can be read', () => {
    expect(fields({ timeZone: 'UTC', week: { ['x'.repeat(1_000_000)]: [] } })[0]).toHaveLength(65)
  })

  it('has at most 100 intervals a day', () => {
    const minutes = (n: number) =>
      Array.from({ length: n }, (_, i) => {
        const [h, m] = [Math.floor(i / 30), (i % 30) * 2]
        const time = (minute: number) =>
          `${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        return [time(m), time(m + 1)]
      })
    expect(fields(withMonday(...minutes(100)))).toEqual([])
    expect(fields(withMonday(...minutes(101)))).toEqual(['week.mon'])
    expect(businessCalendar(withMonday(...minutes(101)))).toMatchObject({
      left: { problems: [{ expected: 'a list of at most 100' }] },
    })
  })

  it.each([
    ['2016-11-01', true],
    ['2016-02-29', true],
    ['2015-02-29', false],
    ['2015-02-30', false],
    ['2015-04-31', false],
    ['2015-13-01', false],
    ['2015-00-01', false],
    ['2015-01-00', false],
    ['0000-01-01', true],
    ['9999-12-31', true],
    ['+010000-01-01', false],
    ['2016-1-1', false],
    ['x2016-01-01', false],
    ['2016-01-011', false],
    ['2016-01-01T00:00:00.000Z', false],
    ['12-24', false],
    ['', false],
    [20161101, false],
    [['2016-11-01'], false],
    [null, false],
    [undefined, false],
    ['2016-11-0\ud800', false],
  ])('a holiday is a date that there is: %j', (holiday, ok) => {
    expect(fields({ timeZone: 'UTC', week: nineToFive, holidays: [holiday] })).toEqual(
      ok ? [] : ['holidays[0]'],
    )
  })

  it.each([
    ['12-24', true],
    ['01-01', true],
    ['02-29', true],
    ['02-30', false],
    ['13-01', false],
    ['1-1', false],
    ['12-24x', false],
    ['2016-12-24', false],
    ['', false],
    [1224, false],
    [['12-24'], false],
    [undefined, false],
  ])('an annual holiday is a date of some year: %j', (holiday, ok) => {
    expect(fields({ timeZone: 'UTC', week: nineToFive, annualHolidays: [holiday] })).toEqual(
      ok ? [] : ['annualHolidays[0]'],
    )
  })

  it.each([
    [undefined, []],
    [[], []],
    [null, ['holidays']],
    ['2016-11-01', ['holidays']],
    [{ length: 1 }, ['holidays']],
    [Array.from({ length: 5000 }, () => '2016-11-01'), []],
    [Array.from({ length: 5001 }, () => '2016-11-01'), ['holidays']],
    [Array(4_000_000_000), ['holidays']],
    [Array(2), ['holidays[0]', 'holidays[1]']],
  ])('its holidays are a list, or none: %#', (holidays, wrong) => {
    expect(fields({ timeZone: 'UTC', week: nineToFive, holidays })).toEqual(wrong)
  })

  it('has at most 366 annual holidays', () => {
    const many = (length: number) => Array.from({ length }, () => '12-24')
    expect(fields({ timeZone: 'UTC', week: nineToFive, annualHolidays: many(366) })).toEqual([])
    expect(fields({ timeZone: 'UTC', week: nineToFive, annualHolidays: many(367) })).toEqual([
      'annualHolidays',
    ])
  })

  it('leaves other fields to the host', () => {
    expect(isRight(businessCalendar({ name: 'desk', timeZone: 'UTC', week: nineToFive }))).toBe(
      true,
    )
  })

  it.each([
    ['an empty week', {}, {}, false],
    ['a week of empty days', everyDay([]), {}, false],
    [
      'a week with nothing but holidays',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut() },
      false,
    ],
    ['one date a year', everyDay([['08:00', '18:00']]), { annualHolidays: allBut('07-01') }, true],
    [
      'the 1st of January',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('01-01') },
      true,
    ],
    [
      'the 31st of December',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('12-31') },
      true,
    ],
    [
      'one date in four years',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('02-29') },
      false,
    ],
    ['one date a year, when a Monday', nineToFive, { annualHolidays: allBut('07-01') }, false],
    [
      'one date a year, but not in 1900',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('07-01'), holidays: ['1900-07-01'] },
      false,
    ],
    [
      'one date a year, but not in 9999',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('07-01'), holidays: ['9999-07-01'] },
      false,
    ],
    [
      'one date a year, but not in 0000',
      everyDay([['08:00', '18:00']]),
      { annualHolidays: allBut('07-01'), holidays: ['0000-07-01'] },
      false,
    ],
    [
      '365 dates closed in a row',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2015-03-01', '2016-02-29') },
      true,
    ],
    [
      '366 dates closed in a row',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2015-03-01', '2016-03-01') },
      false,
    ],
    [
      '366 dates of one year',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2016-01-01', '2017-01-01') },
      false,
    ],
    [
      '365 dates of one leap year',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2016-01-01', '2016-12-31') },
      true,
    ],
    [
      '366 dates closed up to a New Year',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2014-12-31', '2016-01-01') },
      false,
    ],
    [
      '365 dates closed up to a New Year',
      everyDay([['08:00', '18:00']]),
      { holidays: datesBetween('2015-01-01', '2016-01-01') },
      true,
    ],
    [
      '365 dates and a Sunday',
      { ...everyDay([['08:00', '18:00']]), sun: [] },
      { holidays: datesBetween('2015-03-02', '2016-03-01') },
      false,
    ],
  ])('opens within any 366 days: %s', (_, week, closed, ok) => {
    expect(fields({ timeZone: 'UTC', week, ...closed })).toEqual(ok ? [] : ['week'])
  })

  it('says so when it does not', () => {
    expect(businessCalendar({ timeZone: 'UTC', week: {} })).toMatchObject({
      left: { problems: [{ expected: 'an opening within any 366 days, holidays left out' }] },
    })
  })

  it('is refused, and nothing thrown, whatever the input is', () => {
    const anyInput = fc.oneof(
      fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true }),
      fc.record(
        {
          timeZone: fc.oneof(fc.constantFrom('UTC', 'Europe/Berlin'), fc.anything()),
          week: fc.oneof(
            fc.constant({}),
            fc.record(
              {
                mon: fc.anything(),
                sun: fc.array(fc.array(fc.constantFrom('08:00', '24:00', ''))),
              },
              { requiredKeys: [] },
            ),
            fc.anything(),
          ),
          holidays: fc.oneof(
            fc.array(fc.constantFrom('2016-11-01', '2016-02-30', 3)),
            fc.anything(),
          ),
          annualHolidays: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer = businessCalendar(input)
        expect(isRight(answer) || answer.left.problems.length > 0).toBe(true)
      }),
      { numRuns },
    )
  })
})
