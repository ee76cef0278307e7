import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { csv, loyalty, tableOf } from '../../../src/index.js'
import { zone } from '../../promise-ledger/support.js'
import {
  answered,
  bought,
  corrected,
  issued,
  lost,
  mergedInto,
  parted,
  registered,
  returned,
  wonBack,
} from '../../shared/desk.js'
import { at, customerId, entryId, id } from '../../shared/history.js'
import { instant, right, some } from '../support.js'
import { elsewhere, intends, person, referred, thinks, viewOf, visited } from './support.js'

const one = customerId(1)
const days = (n: number) => 24 * n
const ofDealings = (...events: ReadonlyArray<ReturnType<typeof bought>>) => ({
  dealings: { [one]: events },
})
const euros = (amount: number) => ({ amount, currency: 'EUR' })
const rates: loyalty.view.Rates = {
  into: 'EUR' as loyalty.view.Rates['into'],
  rate: (currency, when) => (currency === 'USD' ? (when < at(days(5)) ? 0.5 : 2) : undefined),
}

describe('purchases', () => {
  it('bought twice and returned: x goes from 1 to 0, and last month’s view stays', () => {
    const before = ofDealings(bought(0, 'A'), bought(days(7), 'B'))
    const after = ofDealings(bought(0, 'A'), bought(days(7), 'B'), returned(days(40), 'B'))
    const x = (view: loyalty.view.View) => person(view, one).behaviour.repeatDays
    expect(x(viewOf(after, days(39)))).toBe(1)
    expect(x(viewOf(after, days(40)))).toBe(0)
    expect(viewOf(after, days(39))).toEqual(viewOf(before, days(39)))
    const all = ofDealings(
      ...[bought(0, 'A'), bought(days(7), 'B')],
      ...[returned(days(40), 'A', undefined, 1), returned(days(40), 'B', undefined, 2)],
    )
    expect(x(viewOf(all, days(39)))).toBe(1)
    const nothing = person(viewOf(all, days(40)), one)
    expect(nothing.behaviour).toMatchObject({ repeatDays: 0, purchases: 0, turnover: [] })
    expect([nothing.behaviour.recency, nothing.behaviour.shareOfPurchases]).toEqual([
      O.none,
      O.none,
    ])
    expect(nothing.expected).toEqual(E.right(O.none))
  })

  it('returned in part are worth less, and never less than nothing', () => {
    const spent = (...more: ReadonlyArray<ReturnType<typeof bought>>) =>
      person(viewOf(ofDealings(bought(0, 'A', 1000), ...more)), one).behaviour.turnover
    expect(spent(returned(1, 'A', euros(300)))).toEqual([euros(700)])
    expect(spent(returned(1, 'A', euros(300), 1), returned(1, 'A', euros(300), 1))).toEqual([
      euros(700),
    ])
    expect(spent(returned(1, 'A', euros(800), 1), returned(2, 'A', euros(800), 2))).toEqual([
      euros(0),
    ])
    expect(spent(returned(1, 'A', { amount: 1, currency: 'USD' }))).toEqual([euros(1000)])
    expect(spent(returned(1, 'B', euros(300)))).toEqual([euros(1000)])
  })

  it('of one order written down twice are one', () => {
    const { behaviour } = person(viewOf(ofDealings(bought(0, 'A'), bought(days(2), 'A'))), one)
    expect(behaviour).toMatchObject({ purchases: 1, repeatDays: 0 })
  })

  it('of one day on the wall are one day: 23:30 on a Sunday and half an hour later are two', () => {
    const repeats = (name: string, first: string, second: string) => {
      const hours = (iso: string) => (instant(iso) - at(0)) / 3_600_000
      const view = viewOf(
        ofDealings(bought(hours(first), 'A'), bought(hours(second), 'B')),
        days(100),
        { calendar: { zone: zone(name), firstDayOfWeek: 'mon' } },
      )
      return person(view, one).behaviour.repeatDays
    }
    const auckland = ['2026-11-08T10:30:00.000Z', '2026-11-08T11:00:00.000Z'] as const
    const newYork = ['2026-11-09T04:30:00.000Z', '2026-11-09T05:00:00.000Z'] as const
    expect(repeats('Pacific/Auckland', ...auckland)).toBe(1)
    expect(repeats('America/New_York', ...auckland)).toBe(0)
    expect(repeats('America/New_York', ...newYork)).toBe(1)
    expect(repeats('Pacific/Auckland', ...newYork)).toBe(0)
  })
})

describe('behaviour', () => {
  it('is his shares, his turnover, and what he has been worth', () => {
    const { behaviour } = person(
      viewOf(
        ofDealings(
          bought(0, 'A', 3000),
          elsewhere(1, euros(1000)),
          elsewhere(2),
          visited(3),
          visited(4, 'rival'),
          visited(5),
        ),
        days(10),
      ),
      one,
    )
    expect(some(behaviour.shareOfPurchases)).toMatchObject({ count: 1, n: 3 })
    expect(some(behaviour.shareOfVisits)).toMatchObject({ count: 2, n: 3 })
    expect(some(right(behaviour.shareOfWallet))).toEqual({
      share: 0.75,
      own: 3000,
      total: 4000,
      currency: 'EUR',
      n: 2,
      ofUnknownAmount: 1,
    })
    expect(behaviour.visits).toBe(2)
    expect(some(behaviour.recency)).toBe(10)
    expect(behaviour.turnover).toEqual([euros(3000)])
    expect(behaviour.pastValue[0]?.amount).toBeCloseTo(3000 * 0.3 * 1.0125, 9)
  })

  it('is worth what was published of 800, 50, 50, 30, 20 at 30 %', () => {
    const months = [800, 50, 50, 30, 20].map((amount, i) =>
      bought(days(30 * i + 1), String(i), amount),
    )
    const { behaviour } = person(viewOf(ofDealings(...months), days(30 * 5)), one)
    expect(behaviour.pastValue[0]?.amount).toBeCloseTo(302.01486, 5)
  })

  it('is worth something whatever the days of a period are: one at least', () => {
    const worth = (of: number) =>
      person(
        viewOf(ofDealings(bought(0, 'A', 1000)), days(1), {
          pastValue: { rate: 0.5, days: of, firstExponent: 0 },
        }),
        one,
      ).behaviour.pastValue[0]?.amount
    expect([1, 0, -3, 0.1, NaN].map(worth)).toEqual([450, 450, 450, 450, 450])
    expect(worth(Infinity)).toBe(300)
    expect(worth(1.5)).toBe(300)
  })

  it('takes the margin of what was given away in the currency that rates lead to', () => {
    const gift = bought(0, 'A', 0, 'USD', { margin: -500 })
    const { behaviour } = person(viewOf(ofDealings(gift), days(1), { rates }), one)
    expect(behaviour.pastValue[0]?.amount).toBeCloseTo(-250 * 1.0125, 9)
  })

  it('takes an order’s own margin, less by what came back of it', () => {
    const worth = (...more: ReadonlyArray<ReturnType<typeof bought>>) =>
      person(
        viewOf(ofDealings(bought(0, 'A', 1000, 'EUR', { margin: 500 }), ...more), days(1), {
          pastValue: { rate: 0, days: 30, firstExponent: 0 },
        }),
        one,
      ).behaviour.pastValue
    expect(worth()).toEqual([euros(500)])
    expect(worth(returned(1, 'A', euros(250)))).toEqual([euros(375)])
  })
})

describe('money', () => {
  const mixed = {
    dealings: {
      [one]: [bought(0, 'A', 5000, 'USD'), bought(days(7), 'B', 5000, 'EUR')],
      [customerId(2)]: [bought(0, 'C', 100, 'EUR')],
    },
  }

  it('of two currencies is never one sum: 5,000 USD + 5,000 EUR', () => {
    const view = viewOf(mixed)
    const { behaviour, ...figures } = person(view, one)
    const refusal = E.left({ _tag: 'MixedCurrency', currencies: ['EUR', 'USD'] })
    expect(behaviour.turnover).toEqual([
      { amount: 5000, currency: 'EUR' },
      { amount: 5000, currency: 'USD' },
    ])
    expect(behaviour.pastValue.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
    for (const figure of [
      behaviour.shareOfWallet,
      figures.rfm,
      figures.level,
      figures.declining,
      view.pyramid,
      view.rfmThresholds,
      view.currency,
    ])
      expect(figure).toEqual(refusal)
    expect(JSON.stringify(loyalty.view.json(view))).not.toContain('10000')
    expect(csv(tableOf(loyalty.view.rows(view)))).toContain('5000 EUR; 5000 USD')
    // Who bought in one alone has his own figures.
    const other = person(view, customerId(2))
    expect(E.isRight(other.declining)).toBe(true)
    expect(E.isLeft(other.rfm)).toBe(true)
  })

  it('is one sum by the host’s rates, each of its own day', () => {
    const view = viewOf(mixed, days(100), { rates })
    expect(person(view, one).behaviour.turnover).toEqual([euros(7500)])
    expect(person(view, one).behaviour.pastValue).toHaveLength(1)
    expect(view.currency).toEqual(E.right(O.some('EUR')))
    const [top] = right(view.pyramid)
    expect(top).toMatchObject({ level: 'top', turnover: 7500, customers: [one] })
    const later = { dealings: { [one]: [bought(days(6), 'A', 5000, 'USD')] } }
    expect(person(viewOf(later, days(100), { rates }), one).behaviour.turnover).toEqual([
      euros(10_000),
    ])
  })

  it('without a rate for it is none', () => {
    const pounds = { dealings: { [one]: [bought(0, 'A', 5000, 'GBP'), bought(0, 'B', 1, 'EUR')] } }
    expect(viewOf(pounds, days(100), { rates }).pyramid).toEqual(
      E.left({ _tag: 'MixedCurrency', currencies: ['GBP'] }),
    )
    for (const rate of [0, -1, NaN, Infinity])
      expect(
        E.isLeft(viewOf(pounds, days(100), { rates: { ...rates, rate: () => rate } }).pyramid),
      ).toBe(true)
  })
})

describe('RFM', () => {
  it('scores who bought by both methods', () => {
    const view = viewOf({
      dealings: Object.fromEntries(
        [1, 2, 3, 4, 5].map((n) => [
          customerId(n),
          Array.from({ length: n }, (_, i) => bought(days(10 * n + i), String(i), 100 * n)),
        ]),
      ),
      customer: { [customerId(6)]: [registered(0)] },
    })
    const best = some(right(person(view, customerId(5)).rfm))
    expect(best).toMatchObject({ independent: '555', nested: '555', frequency: 5, monetary: 2500 })
    expect(best.recency).toBe(46)
    expect(some(right(person(view, customerId(1)).rfm))).toMatchObject({ independent: '111' })
    expect(person(view, customerId(6)).rfm).toEqual(E.right(O.none))
    const thresholds = { recency: [1], frequency: [1], monetary: [1] }
    const own = viewOf(ofDealings(bought(0, 'A')), days(1), { rfmThresholds: thresholds })
    expect(some(right(person(own, one).rfm)).independent).toBe('122')
    expect(right(own.rfmThresholds)).toBe(thresholds)
  })
})

describe('attitude and phase', () => {
  const dickBasu = (
    us: number,
    rival: number,
    purchases: number,
    terms: Partial<loyalty.view.Terms> = {},
  ) => {
    const buying = Array.from({ length: purchases }, (_, i) => bought(days(i), String(i)))
    const dealings = ofDealings(thinks(0, 0, 9), thinks(days(50), us, rival), ...buying)
    return O.toUndefined(person(viewOf(dealings, days(100), terms), one).attitude)
  }

  it('put him where what he thinks and what he does put him, with the cut-offs beside it', () => {
    expect(dickBasu(8, 7, 3)).toMatchObject({
      class: 'loyal',
      relativeAttitude: 1,
      repeatPatronage: 2,
      patronage: 'repeatDays',
      cutOffs: { relativeAttitude: 1, repeatPatronage: 2 },
    })
    expect(dickBasu(8, 7, 2)?.class).toBe('latent')
    expect(dickBasu(7, 7, 3)?.class).toBe('spurious')
    expect(dickBasu(7, 7, 0)?.class).toBe('none')
    const share = {
      dickBasu: {
        patronage: 'shareOfPurchases',
        cutOffs: { relativeAttitude: 1, repeatPatronage: 1 },
      },
    } as const
    expect(dickBasu(8, 7, 1, share)).toMatchObject({ class: 'loyal', repeatPatronage: 1 })
    expect(dickBasu(8, 7, 0, share)).toBeUndefined()
    expect(person(viewOf(ofDealings(bought(0, 'A'))), one).attitude).toEqual(O.none)
  })

  it('fall back where he says so', () => {
    const liking = { firstThoughtOf: 6, positiveFeeling: 6, keepIntent: 6, firstChosen: 6 }
    const view = viewOf({
      ...ofDealings(bought(0, 'A'), bought(days(2), 'B')),
      survey: {
        [id('5', 1)]: [issued(0), answered(days(1), { loyalty: liking })],
        [id('5', 2)]: [
          issued(0),
          answered(days(3), { loyalty: { ...liking, positiveFeeling: 1 } }),
          corrected(days(4), { loyalty: { firstThoughtOf: 7 } }),
        ],
      },
    })
    expect(some(person(view, one).phase)).toEqual({
      at: at(days(3)),
      phase: O.some('cognitive'),
      stage: O.some('awareness'),
      // Before the second purchase he did not come back yet.
      phaseMove: O.some('fellBack'),
      stageMove: O.some('fellBack'),
    })
    const early = viewOf(
      {
        ...ofDealings(bought(0, 'A'), bought(days(2), 'B')),
        survey: { [id('5', 1)]: [issued(0), answered(days(3), { loyalty: liking })] },
      },
      days(3),
    )
    expect(some(person(early, one).phase)).toMatchObject({
      phase: O.some('action'),
      stage: O.some('loyalty'),
      phaseMove: O.none,
    })
  })

  it('fall back where he gave back what he had come back for, and stood there until then', () => {
    const liking = { firstThoughtOf: 6, positiveFeeling: 6, keepIntent: 6, firstChosen: 6 }
    const history = {
      ...ofDealings(bought(0, 'A'), bought(days(2), 'B'), returned(days(5), 'B')),
      survey: {
        [id('5', 1)]: [issued(0), answered(days(3), { loyalty: liking })],
        [id('5', 2)]: [issued(0), answered(days(6), { loyalty: liking })],
      },
    }
    const phase = (knownAt: number) => some(person(viewOf(history, days(knownAt)), one).phase)
    expect(phase(4)).toMatchObject({ phase: O.some('action'), phaseMove: O.none })
    expect(phase(6)).toMatchObject({ phase: O.some('conative'), phaseMove: O.some('fellBack') })
  })

  it('and promoters are by what he said last, and whom he sent', () => {
    const promotion = (...scores: ReadonlyArray<number>) =>
      person(
        viewOf({
          ...ofDealings(referred(1), referred(2), referred(2)),
          survey: Object.fromEntries(
            scores.map((nps, i) => [
              id('5', i),
              [issued(0, i === 0 ? { mode: 'cumulative' } : {}), answered(i, { nps })],
            ]),
          ),
        }),
        one,
      ).promotion
    const nobody = { transaction: O.none, cumulative: O.none }
    expect(promotion()).toEqual({ referrals: 2, nps: nobody })
    const last = (score: number) => O.toUndefined(promotion(0, 0, score).nps.transaction)
    expect([9, 8, 7, 6].map(last)).toEqual(['promoter', 'passive', 'passive', 'detractor'])
    // What he says of one time later is not what he says of all of them.
    expect(promotion(9, 0).nps).toEqual({
      transaction: O.some('detractor'),
      cumulative: O.some('promoter'),
    })
  })
})

describe('the value pyramid', () => {
  it('ranks who bought in the window; then come the inactive, the prospects, the suspects', () => {
    const view = viewOf(
      {
        dealings: {
          [customerId(1)]: [bought(days(-365), 'A', 100)],
          [customerId(2)]: [bought(days(-364), 'B', 10)],
          [customerId(3)]: [visited(0)],
          [customerId(4)]: [intends(0, 5)],
          [customerId(5)]: [intends(0, 7), intends(0.4, 4)],
          [customerId(6)]: [bought(0, 'C', 30)],
        },
        customer: {
          [customerId(7)]: [registered(0, { stage: 'buyer' })],
          [customerId(8)]: [registered(0, { stage: 'prospect' })],
        },
      },
      0.5,
    )
    const layers = Object.fromEntries(
      right(view.pyramid).map(({ level, customers }) => [level, customers]),
    )
    expect(layers).toMatchObject({
      top: [customerId(6)],
      inactive: [customerId(1), customerId(7)],
      prospect: [customerId(3), customerId(4)],
      suspect: [customerId(5), customerId(8)],
    })
    expect(right(person(view, customerId(2)).level)).toEqual(O.some('small'))
  })

  it('sees a decline from one window to the next, as great as the threshold says', () => {
    const change = (last: number) =>
      some(
        right(
          person(viewOf(ofDealings(bought(days(-400), 'A', 100), bought(0, 'B', last)), 0.5), one)
            .declining,
        ),
      )
    expect(change(75)).toMatchObject({ change: -0.25, declining: true, threshold: 0.25 })
    expect(change(75)).toMatchObject({ before: 100, last: 75, currency: 'EUR' })
    expect(change(76).declining).toBe(false)
    expect(right(person(viewOf(ofDealings(bought(0, 'A'))), one).declining)).toEqual(O.none)
  })
})

describe('who stayed, left and came', () => {
  it('are counted in the period: lost for the last reason, won back not lost', () => {
    const { churn } = viewOf({
      customer: {
        [customerId(1)]: [registered(days(-60))],
        [customerId(2)]: [registered(days(-60)), lost(1), wonBack(2)],
        [customerId(3)]: [
          registered(days(-60)),
          lost(1, 'neglected'),
          wonBack(2),
          lost(3, 'weakService'),
        ],
        [customerId(4)]: [registered(days(-60)), lost(days(-50))],
        [customerId(5)]: [registered(5)],
        [customerId(6)]: [registered(days(40))],
      },
      dealings: { [customerId(7)]: [bought(days(-60), 'A')] },
    })
    expect(some(churn.retention)).toMatchObject({ count: 3, n: 4 })
    expect(churn).toMatchObject({ lost: 1, gained: 1, newForEachLost: O.some(1) })
    expect(churn.byReason).toMatchObject([{ reason: 'weakService', count: 1, n: 1 }])
  })

  it('says of one who is lost since when and why', () => {
    const view = viewOf({ customer: { [one]: [registered(0), lost(5)] } })
    expect(some(person(view, one).lost)).toEqual({ at: at(5), reason: 'neglected' })
    const back = viewOf({ customer: { [one]: [registered(0), lost(5), wonBack(6)] } })
    expect(person(back, one).lost).toEqual(O.none)
  })
})

describe('merged customers', () => {
  const mergeId = entryId(77)
  const streams = (...more: ReadonlyArray<ReturnType<typeof parted>>) => ({
    customer: {
      [customerId(1)]: [registered(0)],
      [customerId(2)]: [registered(0), mergedInto(days(20), 1, mergeId), ...more],
    },
    dealings: {
      [customerId(1)]: [bought(0, 'A')],
      [customerId(2)]: [bought(days(3), 'B'), thinks(days(4), 9, 1)],
    },
    survey: {
      [id('5', 1)]: [issued(0, { customer: customerId(2) }), answered(1, { nps: 10 })],
    },
  })
  const keys = ({ customers }: loyalty.view.View) => customers.map(({ customer }) => customer)

  it('are one, whose purchases are the survivor’s; parted, each has again what was his', () => {
    const merged = viewOf(streams())
    expect(keys(merged)).toEqual([one])
    expect(person(merged, one).behaviour).toMatchObject({ purchases: 2, repeatDays: 1 })
    expect(O.isSome(person(merged, one).attitude)).toBe(true)
    expect(person(merged, one).promotion.nps.transaction).toEqual(O.some('promoter'))
    const two = viewOf(streams(parted(days(30), 1, mergeId)))
    expect(keys(two)).toEqual([one, customerId(2)])
    expect(person(two, one).behaviour).toMatchObject({ purchases: 1, repeatDays: 0 })
    expect(O.isSome(person(two, customerId(2)).attitude)).toBe(true)
    // As was known before.
    expect(keys(viewOf(streams(parted(days(30), 1, mergeId)), days(29)))).toEqual([one])
    expect(keys(viewOf(streams(), days(19)))).toEqual([one, customerId(2)])
  })

  it('are on record since the first of them was: one registered twice is no new customer', () => {
    const twice = (...more: ReadonlyArray<ReturnType<typeof parted>>) =>
      viewOf({
        customer: {
          [customerId(1)]: [registered(1)],
          [customerId(2)]: [registered(days(-60)), mergedInto(2, 1, mergeId), ...more],
        },
      }).churn
    expect(twice()).toMatchObject({ gained: 0, lost: 0 })
    expect(some(twice().retention)).toMatchObject({ count: 1, n: 1 })
    expect(twice(parted(3, 1, mergeId)).gained).toBe(1)
  })

  it('have bought, where one of them was registered as a buyer', () => {
    const view = viewOf({
      customer: {
        [customerId(1)]: [registered(0, { stage: 'prospect' })],
        [customerId(2)]: [registered(0, { stage: 'buyer' }), mergedInto(2, 1, mergeId)],
      },
    })
    expect(right(person(view, one).level)).toEqual(O.some('inactive'))
  })
})
