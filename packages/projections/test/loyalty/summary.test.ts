import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { instant, runs, zone } from './support.js'

const { summarise } = loyalty
const utc = zone('UTC')
const until = instant('2026-03-31T12:00:00.000Z')

const bought = (customerId: string, iso: string, amount?: number): loyalty.Purchase => ({
  customerId,
  at: instant(iso),
  amount,
})

describe('a summary', () => {
  it('counts repeat days, and weeks between dates', () => {
    const rows = summarise(
      [
        bought('li', '2026-03-03T08:00:00.000Z', 100),
        bought('li', '2026-03-10T23:00:00.000Z', 30),
        bought('li', '2026-03-17T00:00:00.000Z', 10),
        bought('wu', '2026-03-30T00:00:00.000Z', 5),
      ],
      until,
      utc,
    )
    expect(rows).toEqual([
      { customerId: 'li', x: 2, tx: 2, T: 4, meanRepeatValue: 20 },
      { customerId: 'wu', x: 0, tx: 0, T: 1 / 7, meanRepeatValue: undefined },
    ])
  })

  it('counts several purchases on one day once, and their worth together', () => {
    const [row] = summarise(
      [
        bought('li', '2026-03-03T08:00:00.000Z', 100),
        bought('li', '2026-03-03T23:59:59.999Z', 100),
        bought('li', '2026-03-10T08:00:00.000Z', 30),
        bought('li', '2026-03-10T09:00:00.000Z', 12),
      ],
      until,
      utc,
    )
    expect(row).toMatchObject({ x: 1, tx: 1, meanRepeatValue: 42 })
  })

  it.each([
    ['UTC', 0],
    ['Pacific/Auckland', 1],
    ['America/New_York', 0],
  ])('takes days from the wall in %s', (name, x) => {
    // 23:30 on a Sunday in Auckland, and 01:00 of the Monday.
    const purchases = [
      bought('li', '2026-03-01T10:30:00.000Z'),
      bought('li', '2026-03-01T12:00:00.000Z'),
    ]
    expect(summarise(purchases, until, zone(name))[0]?.x).toBe(x)
  })

  it('counts dates and not hours, over a move of the clock', () => {
    const purchases = [
      bought('li', '2026-03-28T22:30:00.000Z'),
      bought('li', '2026-03-29T21:30:00.000Z'),
    ]
    // 23:30 on the one day and 23:30 on the next, 23 hours later.
    expect(summarise(purchases, until, zone('Europe/Berlin'))[0]).toMatchObject({ x: 1, tx: 1 / 7 })
  })

  it('knows what happened at the instant it ends, and nothing after it', () => {
    const purchases = [
      bought('li', '2026-03-24T12:00:00.000Z'),
      { ...bought('li', '2026-03-31T12:00:00.000Z'), at: until },
      bought('li', '2026-03-31T12:00:00.001Z'),
      bought('wu', '2026-03-31T12:00:00.001Z'),
    ]
    expect(summarise(purchases, until, utc)).toMatchObject([
      { customerId: 'li', x: 1, tx: 1, T: 1 },
    ])
    expect(summarise(purchases.slice(1), until, utc)).toMatchObject([{ x: 0, tx: 0, T: 0 }])
    expect(summarise([], until, utc)).toEqual([])
  })

  it('does not say what repeats were worth, when it was not said of all', () => {
    const first = bought('li', '2026-03-03T08:00:00.000Z')
    const second = bought('li', '2026-03-10T08:00:00.000Z', 30)
    const third = bought('li', '2026-03-10T09:00:00.000Z')
    expect(summarise([first, second], until, utc)[0]?.meanRepeatValue).toBe(30)
    expect(summarise([first, second, third], until, utc)[0]?.meanRepeatValue).toBeUndefined()
  })

  it('is the same, in whatever order purchases are met', () => {
    const purchase = fc
      .record({ customerId: fc.constantFrom('li', 'wu'), hours: fc.nat(200), amount: fc.nat(9) })
      .map(({ customerId, hours, amount }): loyalty.Purchase => ({
        customerId,
        at: instant(new Date(Date.UTC(2026, 2, 1, hours)).toISOString()),
        amount,
      }))
    const byId = (rows: ReadonlyArray<loyalty.Summary>) =>
      [...rows].sort((a, b) => (a.customerId < b.customerId ? -1 : 1))
    fc.assert(
      fc.property(fc.array(purchase), (purchases) => {
        const [one, other] = [purchases, [...purchases].reverse()].map((some) =>
          summarise(some, until, utc),
        )
        expect(byId(one ?? [])).toEqual(byId(other ?? []))
        for (const { x, tx, T } of one ?? []) expect(tx <= T && tx * 7 >= x).toBe(true)
      }),
      { numRuns: runs },
    )
  })
})
