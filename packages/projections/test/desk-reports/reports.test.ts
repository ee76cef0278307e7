import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { reports } from '../../src/index.js'
import { clock, wrote } from '../complaint-board/support.js'
import { content } from '../case-library/support.js'
import { callBack, calledBack, done, plan, visitAt } from '../follow-up-agenda/support.js'
import { broken, kept, made } from '../promise-ledger/support.js'
import { terms } from '../satisfaction/view/support.js'
import {
  answered,
  bought,
  classed,
  closed,
  complaintEvent,
  handedOver,
  type History,
  issued,
  lost,
  mergedInto,
  recorded,
  registered,
  replied,
  wonBack,
} from '../shared/desk.js'
import {
  at,
  complaintId,
  customerId,
  followUpId,
  hour,
  id,
  iso,
  promiseId,
  right,
} from '../shared/history.js'
import { faultId, foldFaults, ofFault, reported, settings, sourcesOf } from './support.js'

const surveyId = (n: number): string => id('b', n)
const chasedBy = (when: number) =>
  complaintEvent('CustomerContactedAgain', when, {
    messageId: id('9', Math.abs(when)),
    channel: 'phone',
    text: 'Well?',
    automatic: false,
    purpose: 'chasing',
  })

/** It is Monday noon, and all of it is of one week and one month. */
const history: History = {
  customer: { [customerId(1)]: [registered(-10)] },
  complaint: {
    [complaintId(1)]: [
      recorded(0),
      handedOver(1, 'li', { department: 'repairs' }),
      replied(2, [clock('firstReply', 0, 24)]),
      chasedBy(4),
      closed(30),
    ],
    [complaintId(2)]: [
      recorded(1),
      handedOver(2, 'ma', { department: 'sales' }),
      replied(40, [clock('firstReply', 1, 25)]),
      wrote(41),
    ],
    [complaintId(3)]: [recorded(3, { kind: 'repair' })],
  },
  promise: {
    [promiseId(1)]: [made(0, 24, {}, 'li'), kept(20)],
    [promiseId(2)]: [made(0, 24, {}, 'ma'), broken(25, 24)],
    [promiseId(3)]: [made(0, 24, {}, 'nobody of ours'), kept(30)],
  },
  followUp: {
    [followUpId(1)]: [
      plan(0, { visitor: 'li' }),
      done(25, visitAt(24), 'li'),
      done(26, undefined, 'ma'),
    ],
    [followUpId(2)]: [callBack(0, 24, { visitor: 'ma' }), calledBack(25, 24, 'ma')],
  },
  survey: {
    [surveyId(1)]: [
      issued(31, {
        about: { topic: 'complaint', complaintId: complaintId(1) },
        answeredFor: [{ id: 'li', role: 'agent' }],
      }),
      answered(32, { csat: 5 }),
    ],
    [surveyId(2)]: [issued(31, { mode: 'cumulative' }), answered(32, { csat: 2 })],
  },
}

describe('the weekly service summary', () => {
  const weekly = (when: number, of = history, other: Partial<typeof terms> = {}) =>
    reports.weeklySummary({ ...settings, terms: { ...terms, ...other } })(sourcesOf(of), at(when))

  it('is of the week in which it is asked for, and due on its Friday', () => {
    expect(weekly(50)).toMatchObject({
      week: { first: '2026-11-02', last: '2026-11-08' },
      dueOn: '2026-11-06',
    })
    expect(weekly(6 * 24).dueOn).toBe('2026-11-06')
    expect(weekly(7 * 24).dueOn).toBe('2026-11-13')
    const fromSaturday = { calendar: { ...terms.calendar, firstDayOfWeek: 'sat' as const } }
    expect(weekly(50, history, fromSaturday)).toMatchObject({
      week: { first: '2026-10-31', last: '2026-11-06' },
      dueOn: '2026-11-06',
    })
  })

  it('says what came in, what was done in time, and what is open still', () => {
    const summary = weekly(50)
    expect(summary.received).toEqual({
      complaint: 2,
      inquiry: 0,
      suggestion: 0,
      repair: 1,
      return: 0,
    })
    expect(summary).toMatchObject({ closed: 1, open: O.some({ count: 1, n: 2 }) })
    expect(summary.figures).toMatchObject({
      intake: 2,
      firstRepliesInTime: O.some({ count: 1, n: 2 }),
      nextRepliesInTime: O.none,
      promisesKept: O.some({ count: 2, n: 3 }),
      promisesOnTime: O.some({ count: 1, n: 3 }),
      proactiveVisits: 2,
      chased: O.some({ count: 1, n: 2 }),
      satisfaction: { transaction: O.some({ satisfied: 1, n: 1 }) },
    })
    // The plan's visit and the call back, both made; the next day's is still in its window.
    expect(summary.figures.followUpsDone).toMatchObject(O.some({ count: 2, n: 2 }))
  })

  it('knows nothing of the week to come, nor of the one before', () => {
    expect(weekly(25).figures.proactiveVisits).toBe(1)
    const before = weekly(-24)
    expect(before.figures).toMatchObject({
      intake: 0,
      firstRepliesInTime: O.none,
      satisfaction: { transaction: O.none, cumulative: O.none },
    })
    expect(before.open).toEqual(O.none)
  })

  it('is of nothing none, and leaves as a row of a table', () => {
    const none = weekly(0, {})
    expect(none).toMatchObject({ closed: 0, open: O.none, figures: { promisesKept: O.none } })
    expect(reports.weeklyRows(none)).toMatchObject([
      {
        first: '2026-11-02',
        dueOn: '2026-11-06',
        'received.repair': 0,
        open: null,
        promisesKept: null,
      },
    ])
    expect(reports.weeklyRows(weekly(50))).toMatchObject([
      {
        zone: 'UTC',
        'received.complaint': 2,
        closed: 1,
        open: 1,
        'open.n': 2,
        'promisesKept.n': 3,
        'satisfaction.transaction': 1,
        'satisfaction.transaction.n': 1,
        'satisfaction.transaction.upper': 1,
        'satisfaction.cumulative': 0,
        'satisfaction.cumulative.count': 0,
        'satisfaction.cumulative.n': 1,
      },
    ])
  })

  it('counts a visit once, though it was written down twice', () => {
    const twice = { followUp: { [followUpId(1)]: [plan(0), done(25), done(25)] } }
    expect(weekly(50, twice).figures.proactiveVisits).toBe(1)
  })
})

describe('the monthly supervision report', () => {
  const monthly = (when: number, of = history, more: Partial<reports.ReportSettings> = {}) =>
    reports.supervisionReport({ ...settings, ...more })(sourcesOf(of), at(when))
  const report = right(monthly(50))

  it('is of each department, and names another that supervises it', () => {
    expect(report.month).toMatchObject({ first: '2026-11-01', last: '2026-11-30' })
    expect(report.departments.map((d) => [d.department, d.supervisedBy])).toEqual([
      ['repairs', 'office'],
      ['sales', 'office'],
    ])
    const repairs = report.departments[0]?.figures
    expect(repairs).toMatchObject({
      firstRepliesInTime: O.some({ count: 1, n: 1 }),
      promisesKept: O.some({ count: 1, n: 1 }),
      followUpsDone: O.some({ count: 1, n: 1 }),
      proactiveVisits: 1,
      satisfaction: { transaction: O.some({ satisfied: 1, n: 1 }) },
    })
    expect(report.departments[1]?.figures).toMatchObject({
      firstRepliesInTime: O.some({ count: 0, n: 1 }),
      promisesKept: O.some({ count: 0, n: 1 }),
      followUpsDone: O.some({ count: 1, n: 1 }),
      proactiveVisits: 1,
      satisfaction: { transaction: O.none, cumulative: O.none },
    })
  })

  it('is of each handler, with his department where the host knows it', () => {
    const handlers = report.handlers.map(({ handler, department, supervisedBy }) => [
      handler,
      O.toNullable(department),
      O.toNullable(supervisedBy),
    ])
    expect(handlers).toEqual([
      ['desk', null, null],
      ['li', 'repairs', 'office'],
      ['ma', 'sales', 'office'],
      ['nobody of ours', null, null],
    ])
    const li = report.handlers.find(({ handler }) => handler === 'li')?.figures
    expect(li).toMatchObject({ chased: O.some({ count: 1, n: 1 }), proactiveVisits: 1 })
  })

  it('says what is in no department', () => {
    expect(report.unsaid).toMatchObject({
      intake: 2,
      promisesKept: O.some({ count: 1, n: 1 }),
      proactiveVisits: 0,
    })
    expect(right(monthly(50, {})).unsaid).toMatchObject({ intake: 0, promisesKept: O.none })
  })

  it('has the office supervised by another, and is refused where there is none', () => {
    const office: History = { promise: { [promiseId(1)]: [made(0, 24, {}, 'zhao'), kept(20)] } }
    expect(right(monthly(50, office)).departments).toMatchObject([
      { department: 'office', supervisedBy: 'head office' },
    ])
    expect(right(monthly(50, office)).handlers).toMatchObject([
      { handler: 'zhao', supervisedBy: O.some('head office') },
    ])
    expect(monthly(50, office, { supervisors: ['office'] })).toEqual(
      E.left({ _tag: 'NoSupervisor', department: 'office' }),
    )
  })

  it('of a month in which nothing happened is of nobody', () => {
    const october = right(monthly(-48))
    expect(october).toMatchObject({ departments: [], handlers: [] })
    expect(october.month.last).toBe('2026-10-31')
  })

  it('leaves as rows of a table and as plain JSON', () => {
    const rows = reports.supervisionRows(report)
    expect(rows).toHaveLength(7)
    expect(rows[6]).toMatchObject({ department: null, handler: null, supervisedBy: null })
    expect(rows[0]).toMatchObject({
      first: '2026-11-01',
      department: 'repairs',
      handler: null,
      supervisedBy: 'office',
      'promisesKept.n': 1,
      nextRepliesInTime: null,
    })
    expect(rows[3]).toMatchObject({ department: 'repairs', handler: 'li', supervisedBy: 'office' })
    expect(reports.json(report)).toMatchObject({ departments: [{ department: 'repairs' }, {}] })
  })
})

it('settings name two departments at least that supervise, for one of them may be judged', () => {
  const fields = (supervisors: ReadonlyArray<string>) =>
    reports.checkSettings({ ...settings, supervisors }).map(({ field }) => field)
  expect(fields(['office', 'head office'])).toEqual([])
  expect(fields(['office', 'office'])).toEqual(['supervisors'])
  expect(fields(['office', ' '])).toEqual(['supervisors[1]'])
})

describe('the fault report', () => {
  const reading = (when: number, month = 0) => ({
    calendar: terms.calendar,
    period: { by: 'month' as const, at: at(month) },
    at: at(when),
  })
  const linked = (when: number, n: number) =>
    ofFault('ComplaintLinked', when, { complaint: complaintId(n) })
  const rows = foldFaults({
    1: [
      reported(1, { customer: customerId(1) }),
      linked(2, 1),
      linked(3, 2),
      linked(4, 1),
      ofFault('FaultCleared', 5, { how: 'a new seal' }),
    ],
    2: [
      reported(0, {
        failed: { kind: 'service', ref: 'hotline' },
        owner: { kind: 'serviceCentre', id: 'centre' },
      }),
      ofFault('CrisisDeclared', 3, { why: 'all lines down' }),
      ofFault('CrisisDeclared', 4, { why: 'all lines down' }),
      linked(4, 2),
    ],
    3: [reported(-48)],
    4: [linked(1, 1)],
  })

  it('is of the faults reported in the period, and how they stand', () => {
    const report = reports.faultReport(rows, reading(9))
    expect(report.period).toMatchObject({ first: '2026-11-01', last: '2026-11-30' })
    expect(report.faults).toMatchObject([
      {
        id: faultId(2),
        owner: O.some({ kind: 'serviceCentre', id: 'centre' }),
        step: 'reported',
        clearedAt: O.none,
        crisisAt: O.some(at(3)),
        complaints: [complaintId(2)],
      },
      {
        id: faultId(1),
        seenAt: at(0),
        owner: O.none,
        clearedAt: O.some(at(5)),
        crisisAt: O.none,
        complaints: [complaintId(1), complaintId(2)],
        customer: O.some(customerId(1)),
      },
    ])
    expect(report).toMatchObject({
      cleared: O.some({ count: 1, n: 2 }),
      crises: O.some({ count: 1, n: 2 }),
      causing: O.some({ count: 2, n: 2 }),
      complaints: 2,
      toClear: O.some({ n: 1, median: 4 * hour }),
      byKind: [
        { kind: 'product', faults: 1, open: 0 },
        { kind: 'service', faults: 1, open: 1 },
      ],
    })
  })

  it('counts complaints of several tenants apart, whatever their ids', () => {
    const row = rows.get(faultId(1)) ?? expect.fail()
    const tenants = new Map(['acme', 'zeta'].map((tenant) => [`${tenant}.${faultId(1)}`, row]))
    expect(reports.faultReport(tenants, reading(9)).complaints).toBe(4)
  })

  it('is of nothing none', () =>
    expect(reports.faultReport(new Map(), reading(9))).toMatchObject({
      faults: [],
      cleared: O.none,
      crises: O.none,
      causing: O.none,
      complaints: 0,
      toClear: O.none,
      byKind: [],
    }))

  it('keeps nothing of what was seen, and where', () =>
    expect(JSON.stringify([...rows])).not.toMatch(/leaks|cellar|seal/))

  it('leaves as rows of a table', () =>
    expect(reports.faultRows(reports.faultReport(rows, reading(9)))[1]).toEqual({
      fault: faultId(1),
      kind: 'product',
      failed: 'B7',
      reportedAt: iso(1),
      seenAt: iso(0),
      owner: null,
      step: 'reported',
      clearedAt: iso(5),
      crisisAt: null,
      complaints: 2,
      customer: customerId(1),
      follows: null,
    }))
})

describe('measures', () => {
  const month = { by: 'month' as const, at: at(0) }
  const measured = (of: History, complaints = {}, when = 50, period = month) =>
    reports.measures(settings)(sourcesOf(of, complaints), period, at(when))

  it('have large customers’ complaint satisfaction, of theirs alone', () => {
    const asked = (n: number, csat: number) => [
      issued(31, {
        customer: customerId(n),
        about: { topic: 'complaint', complaintId: complaintId(n) },
      }),
      answered(32, { csat }),
    ]
    const of: History = {
      customer: {
        [customerId(1)]: [registered(-10), classed(-9, 'size', 'large')],
        [customerId(2)]: [registered(-10)],
      },
      complaint: {
        [complaintId(1)]: [recorded(0), closed(1)],
        [complaintId(2)]: [recorded(0, { customer: customerId(2) }), closed(1)],
      },
      survey: { [surveyId(1)]: asked(1, 5), [surveyId(2)]: asked(2, 1) },
    }
    expect(measured(of)['largeComplaintSatisfaction']).toMatchObject(O.some({ value: 1, n: 1 }))
    expect(measured({})['largeComplaintSatisfaction']).toEqual(O.none)
  })

  it('have large customers lost, also those won back, of those there were', () => {
    const large = (...more: ReadonlyArray<ReturnType<typeof registered>>) => [
      registered(-100),
      classed(-99, 'size', 'large'),
      ...more,
    ]
    const lostOf = (...all: ReadonlyArray<ReadonlyArray<ReturnType<typeof registered>>>) =>
      measured({
        customer: Object.fromEntries(all.map((events, i) => [customerId(i + 1), events])),
      })['largeCustomersLost']
    expect(lostOf(large(), large(lost(3)))).toEqual(O.some({ value: 1, n: 2 }))
    expect(lostOf(large(lost(3), wonBack(4)))).toEqual(O.some({ value: 1, n: 1 }))
    // It is of November, and the 50th hour of it is past, not the 60th.
    expect(lostOf(large(lost(-48)))).toEqual(O.none)
    expect(lostOf(large(lost(-48)), large())).toEqual(O.some({ value: 0, n: 1 }))
    expect(lostOf(large(lost(60)))).toEqual(O.some({ value: 0, n: 1 }))
    expect(lostOf([registered(-100), lost(3)])).toEqual(O.none)
    expect(lostOf(large(lost(3), mergedInto(4, 2)), large())).toEqual(O.some({ value: 0, n: 1 }))
  })

  it('have damage and shortage in transport, of the orders of the period', () => {
    const orders: History = {
      dealings: {
        [customerId(1)]: [bought(0, 'a'), bought(1, 'b'), bought(1, 'b'), bought(-48, 'c')],
        [customerId(2)]: [bought(0, 'a'), bought(60, 'd')],
      },
    }
    const of = (
      category: string,
      subtype: string,
      ...more: ReadonlyArray<ReturnType<typeof content>>
    ) => [recorded(0), content(1, category, subtype), ...more]
    const damage = (complaints: object) => measured(orders, complaints)['damageAndShortage']
    expect(damage({ 1: of('transport', 'damage'), 2: of('transport', 'shortage') })).toMatchObject(
      O.some({ value: 2 / 3, n: 3 }),
    )
    expect(
      damage({
        1: of('transport', 'loss'),
        2: of('quality', 'defect'),
        3: [recorded(0, { kind: 'repair' }), content(1, 'transport', 'damage')],
        4: [recorded(-48), content(1, 'transport', 'damage')],
        5: of(
          'transport',
          'damage',
          complaintEvent('ComplaintMerged', 2, { survivor: complaintId(1), openPromises: [] }),
        ),
      }),
    ).toMatchObject(O.some({ value: 0, n: 3 }))
    expect(measured({})['damageAndShortage']).toEqual(O.none)
  })
})

describe('a target', () => {
  const target = (comparator: '>=' | '<', value: number): reports.Target => ({
    measure: 'x',
    of: 'result',
    comparator,
    value,
  })
  const verdict = (
    of: reports.Target,
    value: number,
    interval?: { lower: number; upper: number },
  ) => {
    const [one] = reports.assessments([of], {
      x: O.some({ value, n: 10, ...(interval && { interval }) }),
    })
    return [one?.verdict, one?.sure]
  }

  it('of at least so much is met there, and one of less is not', () => {
    expect(verdict(target('>=', 0.9), 0.9)).toEqual(['met', true])
    expect(verdict(target('>=', 0.9), 0.8999)).toEqual(['missed', true])
    expect(verdict(target('<', 1), 0)).toEqual(['met', true])
    expect(verdict(target('<', 1), 1)).toEqual(['missed', true])
  })

  it('is surely met or missed where the whole interval says so', () => {
    expect(verdict(target('>=', 0.9), 0.95, { lower: 0.9, upper: 1 })).toEqual(['met', true])
    expect(verdict(target('>=', 0.9), 0.95, { lower: 0.89, upper: 1 })).toEqual(['met', false])
    expect(verdict(target('>=', 0.9), 0.8, { lower: 0.7, upper: 0.9 })).toEqual(['missed', false])
    expect(verdict(target('<', 0.1), 0.05, { lower: 0, upper: 0.1 })).toEqual(['met', false])
    expect(verdict(target('<', 0.1), 0.2, { lower: 0.1, upper: 0.3 })).toEqual(['missed', true])
  })

  it('of what nobody measured is unknown', () => {
    const unknown = [{ verdict: 'unknown', sure: false, measured: O.none }]
    expect(reports.assessments([target('<', 1)], {})).toMatchObject(unknown)
    expect(reports.assessments([target('<', 1)], { x: O.none })).toMatchObject(unknown)
    for (const nothing of [
      { value: 0, n: 0 },
      { value: NaN, n: 5 },
      { value: 0, n: NaN },
    ])
      expect(reports.assessments([target('<', 1)], { x: O.some(nothing) })).toMatchObject(unknown)
    const odd = { ...target('<', 1), measure: 'constructor' }
    expect(reports.assessments([odd], {})).toMatchObject(unknown)
  })

  it('ships as data: connected calls, large customers, damage', () => {
    expect(reports.targetsPreset.map((t) => [t.measure, t.of, t.comparator, t.value])).toEqual([
      ['callsConnected', 'process', '>=', 0.9],
      ['largeComplaintSatisfaction', 'result', '>=', 1],
      ['largeCustomersLost', 'result', '<', 1],
      ['damageAndShortage', 'result', '<', 0.001],
    ])
    expect(reports.checkTargets(reports.targetsPreset)).toEqual([])
    const measures = reports.measures(settings)(sourcesOf({}), { by: 'month', at: at(0) }, at(1))
    const known = new Set([...Object.keys(measures), 'callsConnected'])
    expect(reports.targetsPreset.filter(({ measure }) => !known.has(measure))).toEqual([])
  })

  it('is refused by the field that is wrong', () => {
    const wrong = { measure: ' ', of: 'effect', comparator: '>', value: NaN } as never
    expect(reports.checkTargets([target('<', 1), wrong]).map(({ field }) => field)).toEqual([
      'targets[1].measure',
      'targets[1].comparator',
      'targets[1].of',
      'targets[1].value',
    ])
  })

  it('leaves as a row of a table', () =>
    expect(
      reports.targetRows(
        reports.assessments([target('>=', 0.5), target('<', 1)], {
          x: O.some({ value: 0.6, n: 5, interval: { lower: 0.2, upper: 0.9 } }),
        }),
      )[0],
    ).toEqual({
      measure: 'x',
      of: 'result',
      comparator: '>=',
      target: 0.5,
      value: 0.6,
      n: 5,
      lower: 0.2,
      upper: 0.9,
      verdict: 'met',
      sure: false,
    }))
})
