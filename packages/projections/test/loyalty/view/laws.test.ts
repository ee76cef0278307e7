import type { Instant } from '@troth/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { loyalty, type Rows } from '../../../src/index.js'
import { inBatches, plain, taken } from '../../shared/batches.js'
import {
  answered,
  bought,
  type History,
  issued,
  lost,
  mergedInto,
  parted,
  registered,
  returned,
  wideFacts,
} from '../../shared/desk.js'
import { at, customerId, entryId, expectSoundShares, id, runs } from '../../shared/history.js'
import { elsewhere, fold, intends, referred, terms, thinks, visited } from './support.js'

type Row = loyalty.view.Row
const { json, read } = loyalty.view

const days = (n: number) => 24 * n
const when = fc.constantFrom(...[-400, -300, 0, 1, 20, 30, 90].map(days))
const who = fc.integer({ min: 1, max: 4 })
const order = fc.constantFrom('A', 'B', 'C')
const currency = fc.constantFrom('EUR', 'EUR', 'EUR', 'USD')
const amount = fc.constantFrom(0, 500, 1000)
const anyDealings = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(when, order, amount, currency).map(([...a]) => bought(...a)) },
    fc.tuple(when, order).map(([hours, of]) => returned(hours, of)),
    fc
      .tuple(when, order, currency)
      .map(([hours, of, in_]) => returned(hours, of, { amount: 300, currency: in_ })),
    when.map((hours) => visited(hours)),
    when.map((hours) => visited(hours + 1, 'rival')),
    when.map(referred),
    when.map((hours) => elsewhere(hours)),
    when.map((hours) => elsewhere(hours, { amount: 700, currency: 'EUR' })),
    fc.tuple(when, fc.integer({ min: 1, max: 7 })).map(([hours, n]) => intends(hours, n)),
    fc.tuple(when, fc.integer({ min: 0, max: 10 })).map(([hours, n]) => thinks(hours, n, 5)),
  ),
  { maxLength: 6 },
)
const anyCustomer = fc.array(
  fc.oneof(
    when.map((hours) => registered(hours)),
    when.map((hours) => lost(hours)),
    fc.tuple(when, who).map(([hours, into]) => mergedInto(hours, into, entryId(1))),
    fc.tuple(when, who).map(([hours, from]) => parted(hours, from, entryId(1))),
  ),
  { maxLength: 3 },
)
const anySurvey = fc
  .tuple(when, who, when, fc.integer({ min: 0, max: 10 }))
  .map(([asked, n, hours, nps]) => [
    issued(asked, { customer: customerId(n) }),
    answered(hours, { nps, loyalty: { firstThoughtOf: 6, positiveFeeling: 3 } }),
  ])
const four = <A>(each: fc.Arbitrary<A>, name: (n: number) => string) =>
  fc
    .tuple(each, each, each, each)
    .map((all) => Object.fromEntries(all.map((a, i) => [name(i + 1), a])))
const anyHistory: fc.Arbitrary<History> = fc.record({
  dealings: four(anyDealings, customerId),
  customer: four(anyCustomer, customerId),
  survey: four(anySurvey, (n) => id('5', n)),
})

const numRuns = Math.ceil(runs / 10)
const shown = (rows: Rows<Row>, knownAt = days(100)) =>
  read({ ...terms, holdoutFrom: at(days(10)) })(rows, at(knownAt), { by: 'month', at: at(0) })

describe('the loyalty view’s laws', () => {
  it('the same events give the same view, whatever the batches and the restarts', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(), { maxLength: 20 }), (history, sizes) => {
        const all = wideFacts(history)
        const some = inBatches(fold, all, sizes, 5)
        expect(plain(some)).toBe(plain(fold(all)))
      }),
      { numRuns },
    )
  })

  it('and in whatever order the streams of different customers arrive', () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(), { maxLength: 40 }), (history, turns) => {
        const all = wideFacts(history)
        const mixed = fold(taken(all, turns))
        expect(plain(mixed)).toBe(plain(fold(all)))
        expect(shown(mixed)).toEqual(shown(fold(all)))
      }),
      { numRuns },
    )
  })

  it('what was known at an instant does not change by what happens later', () => {
    const until = (history: History, knownAt: Instant): History =>
      Object.fromEntries(
        Object.entries(history).map(([category, streams]) => [
          category,
          Object.fromEntries(
            Object.entries(streams).map(([key, events]) => [
              key,
              events.filter(({ data }) => data.at <= knownAt),
            ]),
          ),
        ]),
      )
    fc.assert(
      fc.property(anyHistory, (history) => {
        const then = fold(wideFacts(until(history, at(days(20)))))
        expect(shown(fold(wideFacts(history)), days(20))).toEqual(shown(then, days(20)))
      }),
      { numRuns },
    )
  })

  it('every proportion lies in its interval, and no figure is not a number', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const view = shown(fold(wideFacts(history)))
        expectSoundShares(view)
        // A number that is none would be nothing in the JSON, and so would what is none.
        const counted = (value: unknown): boolean =>
          typeof value === 'number'
            ? Number.isFinite(value)
            : typeof value !== 'object' || value === null || Object.values(value).every(counted)
        expect(counted(view)).toBe(true)
        expect(JSON.parse(JSON.stringify(json(view)))).toEqual(json(view))
      }),
      { numRuns },
    )
  })

  it('parted again, customers are as if they had never been one', () => {
    fc.assert(
      fc.property(four(anyDealings, customerId), (dealings) => {
        const customer = (...more: ReadonlyArray<ReturnType<typeof lost>>) => ({
          [customerId(1)]: [registered(-9600)],
          [customerId(2)]: [registered(-9600), ...more],
        })
        const never = fold(wideFacts({ dealings, customer: customer() }))
        const merge = [mergedInto(1, 1, entryId(1)), parted(2, 1, entryId(1))]
        const again = fold(wideFacts({ dealings, customer: customer(...merge) }))
        expect(shown(again)).toEqual(shown(never))
      }),
      { numRuns },
    )
  })
})
