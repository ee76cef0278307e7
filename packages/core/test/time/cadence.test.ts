import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

import {
  Cadence,
  dueVisits,
  monthlyThenQuarterly,
  Phase,
  Times,
  weekly,
} from '../../src/time/cadence.js'
import { addMonths } from '../../src/time/calendar-date.js'
import { TimeZone } from '../../src/time/time-zone.js'
import { day, numRuns, right, unchecked, utc } from './support.js'

const berlin = right(TimeZone.decode('Europe/Berlin'))
const shanghai = right(TimeZone.decode('Asia/Shanghai'))
const zulu = right(TimeZone.decode('UTC'))

const visits = (
  anchor: string,
  cadence: Cadence,
  from: string,
  to: string,
  timeZone: TimeZone = zulu,
): ReadonlyArray<string> =>
  dueVisits({ cadence, anchor: utc(anchor), timeZone }, utc(from), utc(to)).map((at) =>
    new Date(at).toISOString().slice(0, 16).replace('T', ' '),
  )
const dates = (...asked: Parameters<typeof visits>) =>
  visits(...asked).map((each) => each.slice(0, 10))

describe('a return visit plan', () => {
  it('visits each month until one year after the anchor, and each quarter from then on', () => {
    expect(
      dates('2024-01-15 09:00', monthlyThenQuarterly, '2024-01-15 09:00', '2025-12-31 00:00'),
    ).toEqual([
      '2024-02-15',
      '2024-03-15',
      '2024-04-15',
      '2024-05-15',
      '2024-06-15',
      '2024-07-15',
      '2024-08-15',
      '2024-09-15',
      '2024-10-15',
      '2024-11-15',
      '2024-12-15',
      '2025-01-15',
      '2025-04-15',
      '2025-07-15',
      '2025-10-15',
    ])
  })

  it('visits on a month’s last day when anchored on the 31st, and on the 31st where there is one', () => {
    expect(
      dates('2023-12-31 09:00', monthlyThenQuarterly, '2023-12-31 09:00', '2025-07-01 00:00'),
    ).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-30',
      '2024-07-31',
      '2024-08-31',
      '2024-09-30',
      '2024-10-31',
      '2024-11-30',
      '2024-12-31',
      '2025-03-31',
      '2025-06-30',
    ])
  })

  it('visits on the 28th of February in a common year', () => {
    expect(
      dates('2024-12-30 09:00', monthlyThenQuarterly, '2025-02-01 00:00', '2025-04-01 00:00'),
    ).toEqual(['2025-02-28', '2025-03-30'])
  })

  it.each(['2024-02-29', '2024-03-31', '2024-08-31'])(
    'anchored on %s is due on it after a year',
    (d) => {
      const nextYear = d === '2024-02-29' ? '2025-02-28' : d.replace('2024', '2025')
      expect(
        dates(`${d} 09:00`, monthlyThenQuarterly, '2025-02-01 00:00', '2025-08-31 10:00'),
      ).toContain(nextYear)
    },
  )

  it('goes by the dates of the customer’s zone', () => {
    // 20:00 UTC on the 30th is 04:00 on the 31st in Shanghai.
    expect(
      visits(
        '2024-01-30 20:00',
        monthlyThenQuarterly,
        '2024-01-31 00:00',
        '2024-05-01 00:00',
        shanghai,
      ),
    ).toEqual(['2024-02-28 20:00', '2024-03-30 20:00', '2024-04-29 20:00'])
  })

  it('keeps the anchor’s time of day on the wall over summer and winter', () => {
    expect(
      visits(
        '2024-01-15 08:30',
        monthlyThenQuarterly,
        '2024-03-01 00:00',
        '2024-04-30 00:00',
        berlin,
      ),
    ).toEqual(['2024-03-15 08:30', '2024-04-15 07:30'])
  })

  it('visits as much later as the clock is moved forward over its time', () => {
    // 02:30 is skipped in Berlin on 2024-03-31: it is 03:30 summer time, 01:30 UTC.
    expect(
      visits(
        '2024-01-31 01:30',
        monthlyThenQuarterly,
        '2024-03-01 00:00',
        '2024-05-01 00:00',
        berlin,
      ),
    ).toEqual(['2024-03-31 01:30', '2024-04-30 00:30'])
  })

  it('visits at the first of two such times when the clock is moved back', () => {
    // 02:30 comes twice in Berlin on 2024-10-27: at 00:30 and at 01:30 UTC.
    expect(
      visits(
        '2024-09-27 00:30',
        monthlyThenQuarterly,
        '2024-10-01 00:00',
        '2024-11-01 00:00',
        berlin,
      ),
    ).toEqual(['2024-10-27 00:30'])
  })

  it('on a date that the zone skips visits on the next one', () => {
    const apia = right(TimeZone.decode('Pacific/Apia'))
    // 09:00 on 2011-12-30 never was in Apia: it is 09:00 on the 31st, after the move by a day.
    expect(
      visits(
        '2011-11-30 19:00',
        monthlyThenQuarterly,
        '2011-12-29 00:00',
        '2012-01-02 00:00',
        apia,
      ),
    ).toEqual(['2011-12-30 19:00'])
  })

  it.each([
    ['2024-02-15 09:00', '2024-02-15 09:00', 1],
    ['2024-02-15 09:01', '2024-03-15 08:59', 0],
    ['2024-02-15 09:00', '2024-03-15 09:00', 2],
    ['2024-03-15 09:00', '2024-02-15 09:00', 0],
    ['2023-01-01 00:00', '2024-01-15 09:00', 0],
    ['2023-01-01 00:00', '2024-02-15 09:00', 1],
  ])('from %s to %s, both included, has %d', (from, to, n) => {
    expect(dates('2024-01-15 09:00', monthlyThenQuarterly, from, to)).toHaveLength(n)
  })

  it('is asked about the last 100 years and no more', () => {
    const many = dates('1600-01-15 09:00', weekly, '1600-01-15 09:00', '2024-01-15 09:00')
    expect(many).toHaveLength(5218)
    expect(many[0]).toBe('1924-01-19')
  })

  it('has none out of the range of instants', () => {
    const schedule = { cadence: weekly, anchor: unchecked(8.64e15 - day), timeZone: berlin }
    expect(dueVisits(schedule, unchecked(8.64e15 - day), unchecked(8.64e15))).toEqual([])
    expect(
      dueVisits(
        { ...schedule, anchor: unchecked(-8.64e15) },
        unchecked(-8.64e15),
        unchecked(-8.64e15),
      ),
    ).toEqual([])
  })
})

describe('another cadence', () => {
  const from = '2024-01-15 09:00'
  it('may be weekly', () => {
    expect(dates(from, weekly, from, '2024-02-05 09:00')).toEqual([
      '2024-01-22',
      '2024-01-29',
      '2024-02-05',
    ])
  })
  it('may count in days', () => {
    expect(dates(from, [{ unit: 'day', every: 10 }], from, '2024-02-05 09:00')).toEqual([
      '2024-01-25',
      '2024-02-04',
    ])
  })
  it('goes from phase to phase, each from the last visit of the one before', () => {
    const cadence: Cadence = [
      { unit: 'day', every: 3, times: 2 },
      { unit: 'week', every: 1, times: 1 },
      { unit: 'month', every: 1, times: 2 },
      { unit: 'month', every: 6 },
    ]
    // Months are counted before days: two months after 15 January, and 13 days.
    expect(dates(from, cadence, from, '2025-04-01 00:00')).toEqual([
      '2024-01-18',
      '2024-01-21',
      '2024-01-28',
      '2024-02-28',
      '2024-03-28',
      '2024-09-28',
      '2025-03-28',
    ])
  })
  it('may begin before the time asked about, in any of its phases', () => {
    const cadence: Cadence = [
      { unit: 'week', every: 2, times: 3 },
      { unit: 'day', every: 5 },
    ]
    expect(dates(from, cadence, '2024-02-12 00:00', '2024-03-07 00:00')).toEqual([
      '2024-02-12',
      '2024-02-26',
      '2024-03-02',
    ])
  })
})

describe('the codec of a cadence', () => {
  it.each<[unknown, boolean]>([
    [monthlyThenQuarterly, true],
    [weekly, true],
    [[], false],
    [[{ unit: 'month', every: 1, times: 12 }], false],
    [
      [
        { unit: 'month', every: 1 },
        { unit: 'month', every: 3 },
      ],
      false,
    ],
    [
      [
        { unit: 'month', every: 1 },
        { unit: 'month', every: 3, times: 1 },
      ],
      false,
    ],
    [[{ unit: 'year', every: 1 }], false],
    [[{ unit: 'day', every: 0 }], false],
    [[{ every: 1 }], false],
  ])('%j is a cadence: %s', (u, ok) => {
    expect(!isLeft(Cadence.decode(u))).toBe(ok)
    expect(Cadence.is(u)).toBe(ok)
  })

  it.each([
    [0, false],
    [1, true],
    [1000, true],
    [1001, false],
    [1.5, false],
    [NaN, false],
  ])('%d times is said or not as it should be', (n, ok) => {
    expect(Times.is(n)).toBe(ok)
    expect(Phase.is({ unit: 'day', every: n })).toBe(ok)
    expect(Phase.is({ unit: 'day', every: 1, times: n })).toBe(ok)
  })
})

const epoch = Temporal.PlainDate.from('1970-01-01')
const plain = (date: number) => epoch.add({ days: date })
const number = (date: Temporal.PlainDate) => epoch.until(date, { largestUnit: 'days' }).days

describe('months', () => {
  const anyDate = fc.oneof(
    fc.integer({ min: -800_000, max: 800_000 }),
    fc.integer({ min: 19_700, max: 21_200 }),
  )
  it('are added as Temporal adds them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30, max: 1500 }), (date, months) => {
        expect(addMonths(date, months)).toBe(number(plain(date).add({ months })))
      }),
      { numRuns },
    )
  })

  it('of the first centuries are added too', () => {
    const year99 = number(Temporal.PlainDate.from('0099-12-31'))
    expect(plain(addMonths(year99, 2)).toString()).toBe('0100-02-28')
    const year1 = number(Temporal.PlainDate.from('0001-01-31'))
    expect(plain(addMonths(year1, 1)).toString()).toBe('0001-02-28')
  })
})

describe('due visits', () => {
  const anyPhase = fc.record(
    { unit: fc.constantFrom('day', 'week', 'month'), every: fc.integer({ min: 1, max: 3 }) },
    { noNullPrototype: true },
  )
  const anyCadence = fc
    .tuple(fc.array(fc.tuple(anyPhase, fc.integer({ min: 1, max: 4 })), { maxLength: 2 }), anyPhase)
    .map(([phases, last]) =>
      right(Cadence.decode([...phases.map(([phase, times]) => ({ ...phase, times })), last])),
    )
  const anyAnchor = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(0, 1.5, 9, 23.5))
    .map(([days, hours]) => unchecked(utc('2023-01-01 00:00') + days * day + hours * 3_600_000))

  it('are those that counting on from the anchor finds, wherever one begins to look', () => {
    fc.assert(
      fc.property(
        anyCadence,
        anyAnchor,
        fc.constantFrom(berlin, shanghai, zulu),
        fc.integer({ min: -40, max: 500 }),
        fc.integer({ min: 0, max: 200 }),
        (cadence, anchor, timeZone, skip, length) => {
          const start = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(timeZone)
          const from = unchecked(anchor + skip * day)
          const to = unchecked(from + length * day)
          const counted: number[] = []
          let months = 0
          let days = 0
          for (const { unit, every, times = 1000 } of cadence)
            for (let n = 1; n <= times; n += 1) {
              if (unit === 'month') months += every
              else days += unit === 'week' ? 7 * every : every
              const due = start
                .toPlainDate()
                .add({ months })
                .add({ days })
                .toPlainDateTime(start.toPlainTime())
                .toZonedDateTime(timeZone).epochMilliseconds
              if (due > to) break
              if (due >= from) counted.push(due)
            }
          expect(dueVisits({ cadence, anchor, timeZone }, from, to)).toEqual(counted)
        },
      ),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })
})
