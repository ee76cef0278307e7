import type { Instant, survey } from '@troth/core'
import fc from 'fast-check'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { csv, type Rows, satisfaction, tableOf } from '../../../src/index.js'
import { carriedOut, clock } from '../../complaint-board/support.js'
import { callBack, calledBack } from '../../follow-up-agenda/support.js'
import { broken, kept, made, moved } from '../../promise-ledger/support.js'
import { inBatches, plain, taken } from '../../shared/batches.js'
import {
  answered,
  benefit,
  bought,
  classed,
  closed,
  complaintEvent,
  corrected,
  handedOver,
  type History,
  issued,
  lost,
  managed,
  merged,
  mergedInto,
  parted,
  recorded,
  registered,
  reopened,
  replied,
  suppressed,
  wideFacts,
} from '../../shared/desk.js'
import {
  at,
  complaintId,
  customerId,
  entryId,
  expectSoundShares,
  followUpId,
  id,
  promiseId,
  runs,
} from '../../shared/history.js'
import { numbersIn } from '../support.js'
import { fold, segment, terms, viewOf } from './support.js'

type Row = satisfaction.view.Row
const { observe, read, rows, json } = satisfaction.view

const hours = fc.constantFrom(-700, 0, 1, 20, 30, 90)
const who = fc.integer({ min: 1, max: 3 })
const customer = who.map((n) => ({ customer: customerId(n) }))
const answers = fc.record(
  {
    csat: fc.integer({ min: 1, max: 5 }),
    nps: fc.integer({ min: 0, max: 10 }),
    effort: fc.integer({ min: 1, max: 7 }),
    gain: fc.integer({ min: 1, max: 10 }),
    sacrifice: fc.constant({ time: 3 }),
    index: fc.constant({ overall: 7, expectation: 5, ideal: 4, rivalOverall: 9 }),
    loyalty: fc.record({ preferred: fc.integer({ min: 1, max: 7 }) }),
    servqual: fc.constantFrom(
      { edition: 1991, expectations: Array(22).fill(6) },
      { edition: 1991, perceptions: Array(22).fill(5) },
    ),
  },
  { requiredKeys: ['csat'] },
)
const modes = ['transaction', 'cumulative'] as const
const about = fc.constantFrom(
  { about: { topic: 'relationship' } },
  { about: { topic: 'complaint', complaintId: complaintId(1) } },
  { about: { topic: 'complaint', complaintId: complaintId(2) } },
  { about: { topic: 'purchase', orderId: 'A' } },
)
const asking = fc
  .tuple(hours, customer, about, fc.constantFrom(...modes))
  .map(([when, whose, what, mode]) => issued(when, { ...whose, ...what, mode }))
const anySurvey = fc.oneof(
  fc
    .tuple(
      asking,
      fc.array(
        fc.oneof(
          fc.tuple(hours, answers).map(([when, each]) => answered(when, each)),
          fc.tuple(hours, answers).map(([when, each]) => corrected(when, each)),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([first, rest]) => [first, ...rest]),
  fc.tuple(hours, customer).map(([when, whose]) => [suppressed(when, whose)]),
)
const timer = fc.constantFrom(clock('firstReply', 0, 24), clock('nextReply', 1, 9))
const anyComplaint = fc
  .tuple(
    fc.tuple(hours, customer).map(([when, whose]) => recorded(when, whose)),
    fc.array(
      fc.oneof(
        hours.map((when) => handedOver(when, when > 1 ? 'li' : 'wu', { department: 'a' })),
        hours.map((when) => carriedOut(when)),
        hours.map((when) => closed(when)),
        hours.map((when) => reopened(when)),
        hours.map((when) =>
          complaintEvent('CustomerContactedAgain', when, {
            messageId: entryId(9),
            channel: 'email',
            text: 'Well?',
            automatic: false,
            purpose: 'chasing',
          }),
        ),
        fc.tuple(hours, timer).map(([when, each]) => replied(when, [each])),
        fc.tuple(hours, who).map(([when, into]) => merged(when, into)),
        hours.map((when) =>
          complaintEvent('KindChanged', when, { kind: 'repair', clocksFrom: 'receipt' }),
        ),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([first, rest]) => [first, ...rest])
const anyPromise = fc
  .tuple(
    fc.tuple(hours, customer).map(([when, whose]) => made(when, 20, whose)),
    fc.array(
      fc.oneof(
        hours.map((when) => kept(when)),
        hours.map((when) => broken(when, 20)),
        hours.map((when) => moved(when, 20, 30)),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([first, rest]) => [first, ...rest])
const anyCustomer = fc.array(
  fc.oneof(
    hours.map((when) => registered(when)),
    hours.map((when) => classed(when, 'tier', when > 1 ? 'vip' : 'golden')),
    hours.map((when) => classed(when, 'size', 'large')),
    hours.map((when) => managed(when, 'wang')),
    hours.map((when) => lost(when)),
    fc.tuple(hours, who).map(([when, into]) => mergedInto(when, into, entryId(1))),
    fc.tuple(hours, who).map(([when, from]) => parted(when, from, entryId(1))),
  ),
  { maxLength: 4 },
)
const anyDealings = fc.array(
  fc.oneof(
    hours.map((when) =>
      bought(when, 'A', 1, 'EUR', { lines: [{ item: 'lamp', quantity: 1, amount: 1 }] }),
    ),
    hours.map((when) => benefit(when)),
  ),
  { maxLength: 2 },
)
const anyFollowUp = fc.constantFrom([callBack(0, 20)], [callBack(0, 20), calledBack(21, 20)], [])
const three = <A>(each: fc.Arbitrary<A>, name: (n: number) => string) =>
  fc.tuple(each, each, each).map((all) => Object.fromEntries(all.map((a, i) => [name(i + 1), a])))
const anyHistory: fc.Arbitrary<History> = fc.record({
  survey: three(anySurvey, (n) => id('5', n)),
  complaint: three(anyComplaint, complaintId),
  promise: three(anyPromise, promiseId),
  customer: three(anyCustomer, customerId),
  dealings: three(anyDealings, customerId),
  followUp: three(anyFollowUp, followUpId),
})

const segmentations: ReadonlyArray<satisfaction.view.Segmentation> = [
  { by: 'everyone' },
  { by: 'customer' },
  { by: 'tier' },
  { by: 'classification', scheme: 'size' },
  { by: 'manager' },
  { by: 'product' },
  { by: 'channel' },
  { by: 'handler' },
  { by: 'department' },
]
const anySegmentation = fc.constantFrom(...segmentations)
const numRuns = Math.ceil(runs / 4)

const isOf = (mode: survey.SurveyMode, first: { readonly data: object } | undefined): boolean =>
  first === undefined || !('mode' in first.data) || first.data.mode === mode

/** The figures of customers of whom nothing was heard. */
const unheard = (() => {
  const { survey, trends } = segment(viewOf({ customer: { [customerId(1)]: [registered(0)] } }))
  const of = (mode: survey.SurveyMode) => ({ survey: survey[mode], trends: trends[mode] })
  return { transaction: of('transaction'), cumulative: of('cumulative') }
})()

const shown = (of: Rows<Row>, by: satisfaction.view.Segmentation, knownAt = 100) =>
  read(terms)(observe(terms)(of, at(knownAt)), {
    segmentation: by,
    period: { by: 'month', at: at(0) },
  })

describe('the satisfaction view’s laws', () => {
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

  it('and in whatever order the streams arrive', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.array(fc.nat(), { maxLength: 40 }),
        anySegmentation,
        (history, order, by) => {
          const all = wideFacts(history)
          const mixed = fold(taken(all, order))
          expect(plain(mixed)).toBe(plain(fold(all)))
          expect(shown(mixed, by)).toEqual(shown(fold(all), by))
        },
      ),
      { numRuns },
    )
  })

  it('what was known at an instant does not change by what happens later', () => {
    fc.assert(
      fc.property(anyHistory, anySegmentation, (history, by) => {
        const until = (knownAt: Instant): History =>
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
        const then = fold(wideFacts(until(at(20))))
        expect(shown(fold(wideFacts(history)), by, 20)).toEqual(shown(then, by, 20))
      }),
      { numRuns },
    )
  })

  it('every proportion lies in its interval, no figure is not a number, and none is of nothing', () => {
    fc.assert(
      fc.property(anyHistory, anySegmentation, (history, by) => {
        const view = shown(fold(wideFacts(history)), by)
        expectSoundShares(view)
        expect(numbersIn(view).every((n) => Number.isFinite(n))).toBe(true)
      }),
      { numRuns },
    )
  })

  it('what was said in one mode changes no figure of the other', () => {
    fc.assert(
      fc.property(anyHistory, anySegmentation, fc.constantFrom(...modes), (history, by, mode) => {
        const ofMode = (of: History) =>
          new Map(
            shown(fold(wideFacts(of)), by).segments.map(({ segment, survey, trends }) => [
              O.toNullable(segment),
              { survey: survey[mode], trends: trends[mode] },
            ]),
          )
        const surveys = Object.entries(history['survey'] ?? {})
        const alone = ofMode({
          ...history,
          survey: Object.fromEntries(surveys.filter(([, [first]]) => isOf(mode, first))),
        })
        for (const [name, figures] of ofMode(history))
          expect(figures).toEqual(alone.get(name) ?? unheard[mode])
      }),
      { numRuns },
    )
  })

  it('the times held add up to the time that passed', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const view = shown(fold(wideFacts(history)), { by: 'everyone' })
        for (const { desk } of view.segments)
          for (const { held, startedAt, dueAt } of desk.misses)
            expect(held.reduce((all, { time }) => all + time, 0)).toBe(dueAt - startedAt)
      }),
      { numRuns },
    )
  })

  it('is written down as plain JSON, and as a table of one figure a row', () => {
    fc.assert(
      fc.property(anyHistory, anySegmentation, (history, by) => {
        const view = shown(fold(wideFacts(history)), by)
        expect(JSON.parse(JSON.stringify(json(view)))).toEqual(json(view))
        const lines = csv(tableOf(rows(view))).split('\n')
        expect(lines).toHaveLength(view.segments.length === 0 ? 1 : rows(view).length + 1)
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    )
  })
})

describe('the satisfaction view as a table', () => {
  it('says of each figure whose it is and of when', () => {
    const view = viewOf({ survey: { [id('5', 1)]: [issued(0), answered(1, { csat: 5 })] } })
    const share = rows(view).find(({ figure }) => figure === 'survey.transaction.csat.share')
    expect(share).toEqual({
      zone: 'UTC',
      firstDayOfWeek: 'mon',
      knownAt: '2026-11-27T12:00:00.000Z',
      period: 'month',
      first: '2026-11-01',
      last: '2026-11-30',
      by: 'everyone',
      scheme: null,
      segment: 'everyone',
      figure: 'survey.transaction.csat.share',
      value: 1,
    })
    expect(
      rows(view).find(({ figure }) => figure === 'survey.cumulative.nps')?.['value'],
    ).toBeNull()
  })
})
