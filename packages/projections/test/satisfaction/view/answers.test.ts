import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { type satisfaction } from '../../../src/index.js'
import { zone } from '../../promise-ledger/support.js'
import {
  answered,
  benefit,
  bought,
  classed,
  closed,
  complaintEvent,
  corrected,
  issued,
  managed,
  mergedInto,
  parted,
  recorded,
  registered,
  suppressed,
} from '../../shared/desk.js'
import { at, complaintId, customerId, entryId, hour, id } from '../../shared/history.js'
import { some } from '../support.js'
import { namesOf, segment, unsaid, viewOf } from './support.js'

const survey = (n: number) => id('5', n)
const of = (n: number) => ({ customer: customerId(n) })
const items = (value: number) => Array<number>(22).fill(value)

describe('what customers answered', () => {
  it('is counted in the week of the wall on which they answered: 23:30 on a Sunday', () => {
    const sundayNight = {
      // Sunday the 8th of November, 23:30, in Auckland and in New York.
      auckland: (Date.UTC(2026, 10, 8, 10, 30) - at(0)) / 3_600_000,
      newYork: (Date.UTC(2026, 10, 9, 4, 30) - at(0)) / 3_600_000,
    }
    const csatIn = (name: string, answer: number, week: number, first: 'mon' | 'sun' = 'mon') =>
      segment(
        viewOf(
          { survey: { [survey(1)]: [issued(0), answered(answer, { csat: 5 })] } },
          {
            period: { by: 'week', at: at(week) },
            terms: { calendar: { zone: zone(name), firstDayOfWeek: first } },
          },
        ),
      ).survey.transaction.csat
    const { auckland, newYork } = sundayNight
    expect(O.isSome(csatIn('Pacific/Auckland', auckland, 24))).toBe(true)
    expect(O.isSome(csatIn('Pacific/Auckland', auckland + 0.5, 24))).toBe(false)
    expect(O.isSome(csatIn('America/New_York', newYork, 24))).toBe(true)
    expect(O.isSome(csatIn('America/New_York', newYork + 0.5, 24))).toBe(false)
    // The week that begins with that Sunday has it too.
    expect(O.isSome(csatIn('America/New_York', newYork, 24 * 7, 'sun'))).toBe(true)
    expect(O.isSome(csatIn('America/New_York', newYork, 24, 'sun'))).toBe(false)
  })

  it('comes to every figure of the survey', () => {
    const answers = {
      csat: 4,
      nps: 9,
      effort: 6,
      servqual: { edition: 1988, expectations: items(6), perceptions: items(5) },
      index: { overall: 10, expectation: 10, ideal: 10, rivalOverall: 1 },
      gain: 8,
      sacrifice: { money: 3, time: 5 },
      loyalty: { preferred: 6 },
    }
    const { survey: asked } = segment(
      viewOf(
        { survey: { [survey(1)]: [issued(0), answered(1, answers)] } },
        {
          terms: {
            cumulative: { from: 'transaction', method: { by: 'latest' } },
            servqualWeights: {
              tangibles: 20,
              reliability: 20,
              responsiveness: 20,
              assurance: 20,
              empathy: 20,
            },
          },
        },
      ),
    )
    const { transaction: figures, series } = asked
    expect(some(figures.csat)).toMatchObject({ n: 1, satisfied: 1, share: 1 })
    expect(some(figures.nps)).toMatchObject({ n: 1, promoters: 1, score: 1 })
    expect(some(figures.effort.mean).value).toBe(6)
    expect(some(figures.effort.agreement).value).toBe(1)
    expect(some(figures.effort.index).value).toBe(1)
    const { items: gaps, n } = some(figures.itemGaps)
    expect(n).toBe(1)
    // Items 10-13 and 18-22 of 1988 are turned round.
    expect(gaps.map((gap, i) => [i + 1, gap]).filter(([, gap]) => gap === 1)).toHaveLength(9)
    expect(some(figures.servqual)).toMatchObject({ n: 1, tangibles: -1, empathy: 1 })
    expect(some(some(figures.servqual).weighted).value).toBeCloseTo(-0.2, 12)
    expect(some(figures.servperf)).toMatchObject({ tangibles: 5, empathy: 3 })
    expect(some(figures.index)).toMatchObject({ n: 1, value: 100 })
    expect(some(figures.perceivedValue)).toMatchObject({ n: 1, value: 4 })
    expect(some(figures.lead)).toMatchObject({ n: 1, own: 100, rival: 0, lead: 100 })
    expect(series.transaction.points).toEqual([{ at: at(1), n: 1, value: 4 }])
    expect(some(series.cumulative)).toMatchObject({
      kind: 'cumulative',
      from: 'transaction',
      method: { by: 'latest' },
      points: [{ value: 4 }],
    })
    expect(some(figures.replyRate)).toMatchObject({ count: 1, n: 1 })
    expect(some(asked.replyRate)).toMatchObject({ count: 1, n: 1, suppressed: 0 })
  })

  it('of nobody is none', () => {
    const view = viewOf({ customer: { [customerId(1)]: [registered(0)] } })
    const { survey: figures, desk, trends } = segment(view)
    const { transaction, cumulative, series, replyRate, suppressed: held } = figures
    const { transaction: trend, cumulative: other, inTime, ...otherTrends } = trends
    const inMode = [transaction, cumulative, trend, other].flatMap(
      ({ effort, complaintSatisfaction, ...rest }): ReadonlyArray<unknown> => [
        ...Object.values<unknown>(rest),
        ...Object.values<unknown>(effort),
        ...Object.values<unknown>({ ...complaintSatisfaction }),
      ],
    )
    const each: ReadonlyArray<unknown> = [
      ...inMode,
      series.cumulative,
      replyRate,
      ...Object.values<unknown>(desk.inTime),
      desk.closings,
      desk.toResolution,
      desk.closedWithoutResolution,
      desk.neverResolved,
      desk.keptRate,
      desk.onTimeRate,
      desk.followUpCompliance,
      desk.reopened,
      desk.repeatRepairs,
      desk.firstContactResolution.resolved,
      desk.handOvers,
      desk.chased,
      ...Object.values<unknown>(otherTrends),
      ...Object.values<unknown>(inTime),
    ]
    for (const figure of each) expect(figure).toEqual(O.none)
    expect([held, series.transaction.points, desk.misses]).toEqual([0, [], []])
    expect(viewOf({}).segments).toEqual([])
  })

  it('is what was corrected last, at the instant of the first answer', () => {
    const streams = {
      survey: { [survey(1)]: [issued(0), answered(1, { csat: 2 }), corrected(50, { csat: 5 })] },
    }
    const on = (knownAt: number, day: number) =>
      segment(viewOf(streams, { knownAt, period: { by: 'day', at: at(day) } })).survey.transaction
    expect(some(on(60, 1).csat).satisfied).toBe(1)
    expect(some(on(49, 1).csat).satisfied).toBe(0)
    // On the day of the correction nothing was answered.
    expect(viewOf(streams, { period: { by: 'day', at: at(50) } }).segments).toEqual([])
  })

  it('pairs perceptions with expectations of another day, of the same customer and edition', () => {
    const expecting = { servqual: { edition: 1991, expectations: items(5) } }
    const perceiving = { servqual: { edition: 1991, perceptions: items(6) } }
    const servqual = (first: object, firstAt: number, customer = 1) =>
      segment(
        viewOf({
          survey: {
            [survey(1)]: [issued(0, of(customer)), answered(firstAt, first)],
            [survey(2)]: [issued(0, of(1)), answered(10, perceiving)],
          },
        }),
      ).survey.transaction.servqual
    expect(some(servqual(expecting, 5)).unweighted).toBe(1)
    expect(some(servqual(expecting, 10)).n).toBe(1)
    expect(servqual(expecting, 11)).toEqual(O.none)
    expect(servqual(expecting, 5, 2)).toEqual(O.none)
    expect(servqual({ servqual: { edition: 1988, expectations: items(5) } }, 5)).toEqual(O.none)
  })

  it('of transactions and on the whole are two series, and which makes the second one is said', () => {
    const streams = {
      survey: {
        [survey(1)]: [issued(0), answered(1, { csat: 2 })],
        [survey(2)]: [issued(0, { mode: 'cumulative' }), answered(2, { csat: 4 })],
        [survey(3)]: [issued(0), answered(3, { csat: 5 })],
      },
    }
    const series = (cumulative?: satisfaction.view.Cumulative) => {
      const {
        survey: { series: both },
      } = segment(viewOf(streams, { terms: cumulative === undefined ? {} : { cumulative } }))
      return [
        both.transaction.points.map(({ value }) => value),
        O.toNullable(both.cumulative)?.points.map(({ value }) => value),
      ]
    }
    expect(series()).toEqual([[2, 5], undefined])
    expect(series({ from: 'cumulative', method: { by: 'mean' } })).toEqual([[2, 5], [4]])
    expect(series({ from: 'transaction', method: { by: 'mean' } })).toEqual([
      [2, 5],
      [2, 3.5],
    ])
  })
})

describe('answers about one time, and about all times so far', () => {
  const onTheWhole = { mode: 'cumulative' }

  it('are two sets of figures, each of its own answers', () => {
    const { survey: asked } = segment(
      viewOf({
        survey: {
          [survey(1)]: [issued(0), answered(1, { csat: 2, nps: 3, effort: 2 })],
          [survey(2)]: [issued(0), answered(2, { csat: 5, nps: 3, effort: 4 })],
          [survey(3)]: [issued(0, onTheWhole), answered(3, { csat: 5, nps: 10, effort: 7 })],
          [survey(4)]: [issued(0, onTheWhole)],
          [survey(5)]: [suppressed(0)],
        },
      }),
    )
    const { transaction, cumulative } = asked
    expect(some(transaction.csat)).toMatchObject({ n: 2, satisfied: 1 })
    expect(some(cumulative.csat)).toMatchObject({ n: 1, satisfied: 1 })
    expect(some(transaction.nps)).toMatchObject({ n: 2, score: -1 })
    expect(some(cumulative.nps)).toMatchObject({ n: 1, score: 1 })
    expect(some(transaction.effort.mean)).toMatchObject({ n: 2, value: 3 })
    expect(some(cumulative.effort.mean)).toMatchObject({ n: 1, value: 7 })
    expect(some(transaction.replyRate)).toMatchObject({ count: 2, n: 2 })
    expect(some(cumulative.replyRate)).toMatchObject({ count: 1, n: 2 })
    // What was not sent was to be of neither.
    expect(some(asked.replyRate)).toMatchObject({ count: 3, n: 4, suppressed: 1 })
  })

  it('make no pair with each other: not before and after, nor expected and perceived', () => {
    const loyal = (preferred: number) => ({ loyalty: { preferred } })
    const streams = (last: object) => ({
      complaint: { [complaintId(1)]: [recorded(10), closed(20)] },
      dealings: { [customerId(1)]: [benefit(15)] },
      survey: {
        [survey(1)]: [
          issued(0),
          answered(9, {
            csat: 4,
            ...loyal(3),
            servqual: { edition: 1991, expectations: items(5) },
          }),
        ],
        [survey(2)]: [
          issued(0, last),
          answered(21, {
            csat: 5,
            ...loyal(6),
            servqual: { edition: 1991, perceptions: items(6) },
          }),
        ],
      },
    })
    const { transaction } = segment(viewOf(streams({}))).survey
    expect(some(transaction.recovery)).toMatchObject({ n: 1, difference: 1 })
    expect(some(transaction.loyaltyByBenefit)).toMatchObject({ n: 1, difference: 3 })
    expect(some(transaction.servqual)).toMatchObject({ n: 1, unweighted: 1 })
    const { survey: mixed } = segment(viewOf(streams(onTheWhole)))
    for (const figures of [mixed.transaction, mixed.cumulative]) {
      expect(figures.recovery).toEqual(O.none)
      expect(figures.loyaltyByBenefit).toEqual(O.none)
      expect(figures.servqual).toEqual(O.none)
    }
    expect(some(mixed.cumulative.servperf)).toMatchObject({ n: 1, unweighted: 6 })
  })

  it('are each set against their own of the period before', () => {
    const october = -24 * 10
    const { trends } = segment(
      viewOf({
        survey: {
          [survey(1)]: [issued(october), answered(october, { csat: 1 })],
          [survey(2)]: [issued(0), answered(1, { csat: 5 })],
          [survey(3)]: [issued(0, onTheWhole), answered(1, { csat: 5 })],
        },
      }),
    )
    expect(some(trends.transaction.csat)).toMatchObject({ change: 1, now: { n: 1 } })
    expect(trends.cumulative.csat).toEqual(O.none)
    expect(some(trends.replyRate)).toMatchObject({ before: { n: 1 }, now: { n: 2 } })
  })

  it('about one closed complaint are told apart too', () => {
    const about = { about: { topic: 'complaint', complaintId: complaintId(1) } }
    const { transaction, cumulative } = segment(
      viewOf({
        complaint: { [complaintId(1)]: [recorded(0), closed(5)] },
        survey: {
          [survey(1)]: [issued(6, about), answered(7, { csat: 5 })],
          [survey(2)]: [issued(6, { ...about, ...onTheWhole }), answered(8, { csat: 1 })],
        },
      }),
    ).survey
    expect(some(transaction.complaintSatisfaction.others)).toMatchObject({ n: 1, satisfied: 1 })
    expect(some(cumulative.complaintSatisfaction.others)).toMatchObject({ n: 1, satisfied: 0 })
  })
})

describe('the cumulative series of a period', () => {
  const streams = {
    survey: {
      [survey(1)]: [issued(-24 * 10), answered(-24 * 9, { csat: 1 })],
      [survey(2)]: [issued(0), answered(24, { csat: 5 })],
      [survey(3)]: [issued(24 * 35), answered(24 * 36, { csat: 2 })],
    },
  }
  const series = (method: satisfaction.CumulativeMethod, month = 0) =>
    segment(
      viewOf(streams, {
        terms: { cumulative: { from: 'transaction', method } },
        period: { by: 'month', at: at(month) },
        knownAt: 2000,
      }),
    ).survey.series

  it('stands on all that was said before, and shows the points of the period alone', () => {
    expect(some(series({ by: 'mean' }).cumulative).points).toEqual([{ at: at(24), n: 2, value: 3 }])
    expect(some(series({ by: 'latest' }).cumulative).points).toMatchObject([{ n: 2, value: 5 }])
    const halfLife = 10 * 24 * hour
    expect(some(series({ by: 'decay', halfLife }).cumulative).points[0]?.value).toBeCloseTo(
      (1 / 2 + 5) / (1 / 2 + 1),
      12,
    )
    expect(series({ by: 'mean' }).transaction.points).toEqual([{ at: at(24), n: 1, value: 5 }])
  })
})

describe('who was asked', () => {
  it('is of the issue, with those who were not asked beside it', () => {
    const { survey: figures } = segment(
      viewOf({
        survey: {
          [survey(1)]: [issued(0), answered(1, { csat: 5 })],
          [survey(2)]: [issued(0)],
          [survey(3)]: [suppressed(0)],
        },
      }),
    )
    expect(some(figures.replyRate)).toMatchObject({ count: 1, n: 2, suppressed: 1 })
    expect(figures.suppressed).toBe(1)
  })

  it('shows those who were not asked, though nobody was', () => {
    const { survey: figures } = segment(viewOf({ survey: { [survey(1)]: [suppressed(0)] } }))
    expect(figures.replyRate).toEqual(O.none)
    expect(figures.suppressed).toBe(1)
  })
})

describe('satisfaction with complaints', () => {
  const about = (n: number) => ({
    about: { topic: 'complaint', complaintId: complaintId(n) },
  })

  it('is of complaints that were closed, large customers apart, the last answer each', () => {
    const { transaction: figures } = segment(
      viewOf({
        customer: { [customerId(2)]: [registered(0), classed(1, 'size', 'large')] },
        complaint: {
          [complaintId(1)]: [recorded(0), closed(5)],
          [complaintId(2)]: [recorded(0, of(2)), closed(5)],
          [complaintId(3)]: [recorded(0)],
          [complaintId(4)]: [recorded(0, { kind: 'inquiry' }), closed(5)],
        },
        survey: {
          [survey(1)]: [issued(6, about(1)), answered(7, { csat: 1 })],
          [survey(2)]: [issued(6, about(1)), answered(8, { csat: 4 })],
          [survey(3)]: [issued(6, { ...about(2), ...of(2) }), answered(8, { csat: 2 })],
          [survey(4)]: [issued(6, about(3)), answered(8, { csat: 5 })],
          [survey(5)]: [issued(6, about(4)), answered(8, { csat: 5 })],
        },
      }),
    ).survey
    expect(some(figures.complaintSatisfaction.others)).toMatchObject({ n: 1, satisfied: 1 })
    expect(some(figures.complaintSatisfaction.large)).toMatchObject({ n: 1, satisfied: 0 })
  })

  it('came back so far: after the close minus before the complaint, one pair a customer', () => {
    const streams = {
      complaint: {
        [complaintId(1)]: [recorded(10), closed(20)],
        [complaintId(2)]: [recorded(30), closed(40)],
        [complaintId(3)]: [recorded(10, of(2)), closed(20)],
      },
      survey: {
        [survey(1)]: [issued(0), answered(9, { csat: 4 })],
        [survey(2)]: [issued(0), answered(10, { csat: 1 })],
        [survey(3)]: [issued(0), answered(19, { csat: 1 })],
        [survey(4)]: [issued(0), answered(20, { csat: 3 })],
        [survey(5)]: [issued(0), answered(41, { csat: 5 })],
        [survey(6)]: [issued(0, of(2)), answered(41, { csat: 5 })],
      },
    }
    // Of the second complaint, which was the last.
    expect(some(segment(viewOf(streams)).survey.transaction.recovery)).toMatchObject({
      n: 1,
      before: 3,
      after: 5,
      difference: 2,
    })
    const early = segment(viewOf(streams, { knownAt: 40 })).survey.transaction.recovery
    expect(some(early)).toMatchObject({ n: 1, before: 4, after: 3, difference: -1 })
  })
})

describe('loyalty before and after a benefit', () => {
  it('is paired by customer', () => {
    const { transaction: figures } = segment(
      viewOf({
        dealings: { [customerId(1)]: [benefit(10)] },
        survey: {
          [survey(1)]: [issued(0), answered(9, { loyalty: { preferred: 3, negativeFeeling: 7 } })],
          [survey(2)]: [issued(0), answered(10, { loyalty: { preferred: 7 } })],
          [survey(3)]: [issued(0), answered(11, { loyalty: { preferred: 6 } })],
        },
      }),
    ).survey
    expect(some(figures.loyaltyByBenefit)).toMatchObject({ n: 1, before: 2, after: 6 })
  })
})

describe('segments of those who answered', () => {
  const streams = {
    customer: {
      [customerId(1)]: [
        registered(0),
        classed(1, 'tier', 'golden'),
        classed(5, 'tier', 'vip'),
        managed(1, 'wang'),
      ],
    },
    dealings: {
      [customerId(1)]: [
        bought(0, 'A', 1, 'EUR', {
          lines: [
            { item: 'kettle', quantity: 1, amount: 1 },
            { item: 'lamp', quantity: 1, amount: 1 },
          ],
        }),
      ],
    },
    survey: {
      [survey(1)]: [
        issued(0, { about: { topic: 'purchase', orderId: 'A' }, channel: 'chat' }),
        answered(4, { csat: 5 }),
      ],
      [survey(2)]: [issued(0, { ...of(2), answeredFor: [] }), answered(6, { csat: 1 })],
    },
  }
  const by = (segmentation: satisfaction.view.Segmentation) => viewOf(streams, { segmentation })
  const csat = (view: satisfaction.view.View, name: string) =>
    some(segment(view, name).survey.transaction.csat).share

  it('are read as they were when he answered', () => {
    const tiers = by({ by: 'tier' })
    expect(csat(tiers, 'golden')).toBe(1)
    // By the end of the period he was another.
    expect(segment(tiers, 'vip').customers).toBe(1)
    expect(segment(tiers, 'vip').survey.transaction.csat).toEqual(O.none)
    expect(some(unsaid(tiers).survey.transaction.csat).share).toBe(0)
    expect(namesOf(tiers)).toEqual(['golden', 'vip', null])
    expect(csat(by({ by: 'classification', scheme: 'tier' }), 'golden')).toBe(1)
    expect(namesOf(by({ by: 'classification', scheme: 'size' }))).toEqual([null])
    expect(csat(by({ by: 'manager' }), 'wang')).toBe(1)
  })

  it('may be several: an answer about two products is in both', () => {
    const products = by({ by: 'product' })
    expect(namesOf(products)).toEqual(['kettle', 'lamp', null])
    expect([csat(products, 'kettle'), csat(products, 'lamp')]).toEqual([1, 1])
    expect(csat(by({ by: 'channel' }), 'chat')).toBe(1)
    expect(csat(by({ by: 'handler' }), 'li')).toBe(1)
    expect(some(unsaid(by({ by: 'handler' })).survey.transaction.csat).share).toBe(0)
  })

  it('are the survivor’s once two are one, and each his own again once they are parted', () => {
    const mergeId = entryId(77)
    const merge = (...more: ReadonlyArray<ReturnType<typeof parted>>) => ({
      ...streams,
      customer: {
        ...streams.customer,
        [customerId(2)]: [registered(0), mergedInto(8, 1, mergeId), ...more],
      },
    })
    const customers = { segmentation: { by: 'customer' } } as const
    const one = viewOf(merge(), customers)
    expect(namesOf(one)).toEqual([customerId(1)])
    expect(some(segment(one, customerId(1)).survey.transaction.csat)).toMatchObject({
      n: 2,
      satisfied: 1,
    })
    const two = viewOf(merge(parted(20, 1, mergeId)), customers)
    expect(namesOf(two)).toEqual([customerId(1), customerId(2)])
    expect(some(segment(two, customerId(2)).survey.transaction.csat)).toMatchObject({
      n: 1,
      satisfied: 0,
    })
    // As was known before they were parted, and before they were merged.
    const known = (knownAt: number) =>
      namesOf(viewOf(merge(parted(20, 1, mergeId)), { ...customers, knownAt }))
    expect(known(19)).toEqual([customerId(1)])
    expect(known(7)).toEqual([customerId(1), customerId(2)])
  })

  it('keep tenants apart', () => {
    const view = viewOf(
      {
        survey: {
          [`a.${survey(1)}`]: [issued(0), answered(1, { csat: 5 })],
          [`b.${survey(1)}`]: [issued(0), answered(1, { csat: 1 })],
        },
      },
      { segmentation: { by: 'customer' } },
    )
    expect(namesOf(view)).toEqual([`a.${customerId(1)}`, `b.${customerId(1)}`])
  })
})

describe('the trend', () => {
  it('sets a month against the one before it, with whether the intervals meet', () => {
    const many = (from: number, score: number, n: number) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          survey(1000 * score + i + from + 5000),
          [issued(from), answered(from, { csat: score, nps: score * 2, effort: score })],
        ]),
      )
    const october = -24 * 10
    const { transaction: trends } = segment(
      viewOf({ survey: { ...many(october, 1, 30), ...many(0, 5, 30) } }),
    ).trends
    expect(some(trends.csat)).toMatchObject({ change: 1, overlaps: false })
    expect(some(trends.nps)).toMatchObject({ change: 2, overlaps: false })
    expect(some(trends.effort.mean)).toMatchObject({ change: 4 })
    expect(some(trends.effort.agreement)).toMatchObject({ change: 1, overlaps: false })
    expect(some(trends.effort.index)).toMatchObject({ change: 1, overlaps: false })
    const same = segment(viewOf({ survey: { ...many(october, 5, 2), ...many(0, 5, 3) } })).trends
      .transaction
    expect(some(same.csat)).toMatchObject({ change: 0, overlaps: true })
    expect(segment(viewOf({ survey: many(0, 5, 3) })).trends.transaction.csat).toEqual(O.none)
  })

  it('comes to every figure that has an interval', () => {
    const answers = (score: number) => ({
      csat: score,
      servqual: { edition: 1991, expectations: items(5), perceptions: items(score) },
      index: { overall: score, expectation: score, ideal: score, rivalOverall: 3 },
      gain: score,
      sacrifice: { time: 1 },
      loyalty: { preferred: score },
    })
    const month = (from: number, score: number, first: number) => ({
      complaint: {
        [complaintId(first)]: [
          recorded(from),
          complaintEvent('CustomerContactedAgain', from + 1, {
            messageId: entryId(first),
            channel: 'email',
            text: 'Well?',
            automatic: false,
            purpose: 'chasing',
          }),
          closed(from + 2),
        ],
      },
      survey: {
        [survey(first)]: [issued(from - 2), answered(from - 1, answers(3))],
        [survey(first + 1)]: [
          issued(from, { about: { topic: 'complaint', complaintId: complaintId(first) } }),
          answered(from + 4, answers(score)),
        ],
      },
      dealings: [benefit(from + 3)],
    })
    const [october, november] = [month(-24 * 10, 2, 1), month(24, 5, 11)]
    const { trends } = segment(
      viewOf({
        customer: { [customerId(1)]: [registered(-2000)] },
        complaint: { ...october.complaint, ...november.complaint },
        survey: { ...october.survey, ...november.survey },
        dealings: { [customerId(1)]: [...october.dealings, ...november.dealings] },
      }),
    )
    const change = (of: O.Option<{ readonly change: number }>) => some(of).change
    expect(change(trends.transaction.servqual)).toBe(1.5)
    expect(change(trends.transaction.servperf)).toBe(1.5)
    expect(change(trends.transaction.lead)).toBeCloseTo(100 / 6, 12)
    expect(change(trends.transaction.index)).toBeCloseTo(100 / 6, 12)
    expect(change(trends.transaction.perceivedValue)).toBe(1.5)
    expect(change(trends.transaction.recovery)).toBe(3)
    expect(change(trends.transaction.loyaltyByBenefit)).toBe(3)
    expect(change(trends.transaction.complaintSatisfaction.others)).toBe(1)
    expect(trends.transaction.complaintSatisfaction.large).toEqual(O.none)
    expect(change(trends.chased)).toBe(0)
    expect(some(trends.complaintsPer10000)).toMatchObject({ change: 0, overlaps: true })
  })
})
