import { memory } from '@troth/adapters/memory'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { importContent } from '../src/histories.js'
import { figuresOf } from '../src/purchases/buyers.js'
import { factsOf } from '../src/purchases/facts.js'
import { loyaltyOf } from '../src/read-views.js'
import { dayOf } from '../src/times.js'
import { onRecord } from '../src/views.js'
import { purchasesOf, readText, silent } from './support.js'

const good = ' 00004 0001 19970101  2   29.33'
const expected = (column: string, found: string, what: string) =>
  `${column}: "${found}", expected ${what}`

describe('a line of purchases is refused', () => {
  const day = 'a day of the calendar like 19970131'
  const whole = 'a whole number, at least 1'
  const sum = 'dollars and cents like 29.33'
  const bad: ReadonlyArray<readonly [string, string, string]> = [
    [
      '00004 0001 19970102 2',
      'columns missing',
      '4 of 5 columns: left out, or the line was cut short',
    ],
    [`${good} gift`, 'too many columns', '6 for 5'],
    ['0000X 0001 19970102 2 29.33', 'wrong number', expected('master id', '0000X', 'digits alone')],
    ['00004 -001 19970102 2 29.33', 'wrong number', expected('sample id', '-001', 'digits alone')],
    ['00004 0001 19970231 2 29.33', 'wrong date', expected('date', '19970231', day)],
    ['00004 0001 1997-1-2 2 29.33', 'wrong date', expected('date', '1997-1-2', day)],
    ['00004 0001 19970102 -2 29.33', 'wrong number', expected('CDs', '-2', whole)],
    ['00004 0001 19970102 0 29.33', 'wrong number', expected('CDs', '0', whole)],
    ['00004 0001 19970102 1.5 29.33', 'wrong number', expected('CDs', '1.5', whole)],
    ['00004 0001 19970102 1000000001 29.33', 'wrong number', expected('CDs', '1000000001', whole)],
    ['00004 0001 19970102 2 29.333', 'wrong amount', expected('dollars', '29.333', sum)],
    ['00004 0001 19970102 2 29', 'wrong amount', expected('dollars', '29', sum)],
    ['00004 0001 19970102 2 -29.33', 'wrong amount', expected('dollars', '-29.33', sum)],
    ['00004 0001 19970102 2 1e3', 'wrong amount', expected('dollars', '1e3', sum)],
  ]
  for (const [text, reason, detail] of bad)
    it(`for ${reason}: ${text}, and the rest is read`, async () => {
      const { refused, buyers, lines } = await purchasesOf(good, text, good)
      expect(refused).toEqual([{ line: 2, reason, detail }])
      expect(buyers.map(({ purchases }) => purchases.length)).toEqual([2])
      expect(lines).toBe(3)
    })

  it('though it is the first one, where it looks like one', async () => {
    const { refused, buyers } = await purchasesOf('00004 0001 19970231', good)
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([[1, 'columns missing']])
    expect(buyers).toHaveLength(1)
  })

  it('that the end of the file cut short, but not one that is only without a line end', async () => {
    const cut = await readText(`${good}\n 00004 0001 19970`)
    const detail = '3 of 5 columns, and the file ends'
    expect(cut).toMatchObject({ refused: [{ line: 2, reason: 'cut short', detail }] })
    expect(await readText(`${good}\r\n${good}`)).toMatchObject({ refused: [], lines: 2 })
  })
})

describe('a file of purchases', () => {
  const some = () =>
    purchasesOf(
      good,
      '00004 0001 19970118  1    0.00',
      '00021 0002 19970205  3   63.34',
      good,
      '00021 0002 19970101  1   12.99',
    )

  it('is each customer’s in the order of their dates, and says which lines stood behind a later one', async () => {
    const { buyers } = await some()
    expect(
      buyers.map(({ id, purchases, late }) => [
        id,
        purchases.map(({ number }) => number),
        late.map(({ number }) => number),
      ]),
    ).toEqual([
      ['00004', [1, 4, 2], [4]],
      ['00021', [5, 3], [5]],
    ])
  })

  it('has so many purchases, customers, days, CDs and cents', async () => {
    expect(figuresOf((await some()).buyers)).toEqual({
      purchases: 5,
      customers: 2,
      days: 4,
      free: 1,
      cds: 9,
      cents: 2 * 2933 + 6334 + 1299,
    })
  })

  it('tells of each purchase its sum, its CDs and a number of its own', async () => {
    const [first] = (await some()).buyers
    const facts = first ? factsOf(first) : []
    expect(facts.map(({ type }) => type)).toEqual(Array<string>(3).fill('PurchaseRecorded'))
    expect(facts.map(({ data }) => [data.orderId, data.amount])).toEqual([
      ['00004/19970101/1', { amount: 2933, currency: 'USD' }],
      ['00004/19970101/2', { amount: 2933, currency: 'USD' }],
      ['00004/19970118/1', { amount: 0, currency: 'USD' }],
    ])
    expect(facts[0].data).toMatchObject({
      at: Date.UTC(1997, 0, 1),
      lines: [{ item: 'CD', quantity: 2, amount: 2933 }],
    })
  })

  it('goes on record once, each fact marked with where it came from', async () => {
    const stores = memory()
    const { content } = await some()
    const put = () => importContent(stores.eventStore, content, silent)
    expect(await put()).toEqual({ imported: 2, already: 0, failed: [] })
    expect(await put()).toEqual({ imported: 0, already: 2, failed: [] })
    const froms: unknown[] = []
    for await (const item of stores.feed.subscribe({})) {
      if (item._tag !== 'Event') break
      froms.push(item.event.metadata['importedFrom'])
    }
    const from = (foreignId: string) => ({ source: 'purchase file', foreignId })
    expect(froms).toEqual(['00004', '00004', '00004', '00021', '00021'].map(from))
  })

  it('is what the loyalty view then shows, at its last day and at any before', async () => {
    const stores = memory()
    await importContent(stores.eventStore, (await some()).content, silent)
    const on = await onRecord(stores, () => silent)
    const purchases = (of: ReturnType<typeof loyaltyOf>) =>
      of?.view.customers.map(({ behaviour }) => behaviour.purchases).sort()
    const last = loyaltyOf(on, {})
    expect(last?.view.knownAt).toBe(Date.UTC(1997, 1, 6) - 1)
    expect(purchases(last)).toEqual([2, 3])
    const before = loyaltyOf(on, { at: dayOf('19970117') })
    expect(purchases(before)).toEqual([1, 2])
    // 36 days are on record: the holdout begins after 18 of them.
    expect(last?.view.models.holdout).toMatchObject({ value: { from: Date.UTC(1997, 0, 19) - 1 } })
    const all = loyaltyOf(on, { calibrateTo: dayOf('19970206') })
    expect(all?.view.models.holdout).toEqual(O.none)
  })
})
