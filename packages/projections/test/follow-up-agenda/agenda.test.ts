import { followUp } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { followUpAgenda } from '../../src/index.js'
import { customerId, day, followUpId, hour, iso } from '../shared/history.js'
import {
  agendaOf,
  callBack,
  calledBack,
  closed,
  done,
  event,
  type History,
  fold,
  missed,
  plan,
  reading,
  rules,
  skipped,
  visitAt,
} from './support.js'

const standings = (history: History, when: number, zone = 'UTC', first: 'mon' | 'sun' = 'mon') => {
  const { overdue, dueToday, dueThisWeek, later } = agendaOf(history, when, zone, first)
  const ids = (visits: ReadonlyArray<followUpAgenda.Visit>) =>
    visits.map(({ id }) => Number(id.slice(-3)))
  return { overdue: ids(overdue), today: ids(dueToday), week: ids(dueThisWeek), later: ids(later) }
}

describe('a call back', () => {
  // It is Monday noon; it falls due on Tuesday noon, and its window ends two hours later.
  const history = { 1: [callBack(0, 24)] }

  it('is due this week, today up to its instant, and overdue to the end of its window', () => {
    expect(standings(history, 11.99).week).toEqual([1])
    expect(standings(history, 12).today).toEqual([1])
    expect(standings(history, 24).today).toEqual([1])
    expect(standings(history, 24.001).overdue).toEqual([1])
    expect(standings(history, 26).overdue).toEqual([1])
    expect(agendaOf(history, 26.001)).toMatchObject({
      overdue: [],
      overall: { missed: 1, compliance: O.some({ count: 0, n: 1 }) },
    })
  })

  it('is of this week up to its last day, on whatever weekday the week begins', () => {
    // Sunday, the 8th, is the last day of a week that begins on Monday, the first of one that begins on it.
    const sunday = { 1: [callBack(0, 6 * 24)] }
    const monday = { 1: [callBack(0, 7 * 24)] }
    expect(standings(sunday, 0).week).toEqual([1])
    expect(standings(sunday, 0, 'UTC', 'sun').week).toEqual([])
    expect(standings(monday, 0).week).toEqual([])
  })

  it('is due by the wall of the desk’s zone', () => {
    // 23:30 on Sunday in Auckland is 10:30 UTC; 23:30 on Sunday in New York is 04:30 UTC on Monday.
    const auckland = -24 - 1.5
    const newYork = -24 + 16.5
    const soon = (when: number) => ({ 1: [callBack(when - 9, when + 1)] })
    expect(standings(soon(auckland), auckland, 'Pacific/Auckland')).toMatchObject({
      today: [],
      week: [],
    })
    expect(standings(soon(auckland), auckland).today).toEqual([1])
    expect(standings(soon(newYork), newYork, 'America/New_York')).toMatchObject({
      today: [],
      week: [],
    })
    expect(standings(soon(newYork), newYork).today).toEqual([1])
  })

  it('made is not on the agenda any more', () => {
    const { overdue, overall } = agendaOf({ 1: [callBack(0, 24), calledBack(26, 24)] }, 26)
    expect(overdue).toEqual([])
    expect(overall.compliance).toMatchObject(O.some({ count: 1, n: 1 }))
  })
})

describe('a plan’s visits', () => {
  it('are due by the wall of the customer’s zone, one after the other', () => {
    const history = { 1: [plan(0, { timeZone: 'Pacific/Auckland' })] }
    // Noon UTC is 01:00 of the next day in Auckland: what was anchored on Tuesday there is first due on Wednesday.
    const { dueThisWeek, overdue, zones } = agendaOf(history, 25)
    expect(overdue).toMatchObject([{ date: 20761, standing: 'overdue' }])
    expect(dueThisWeek).toHaveLength(4)
    expect(zones).toEqual([
      {
        timeZone: 'Pacific/Auckland',
        today: '2026-11-04',
        overdue: 1,
        dueToday: 0,
        dueThisWeek: 4,
      },
    ])
  })

  it('anchored on a 31st fall on each month’s last day, monthly through one year, and quarterly from then on', () => {
    const anchor = -48 // Noon of the 31st of October.
    const cadence = followUp.cadenceFor(rules, 'returnVisit', undefined)
    const history = { 1: [plan(anchor, { kind: 'returnVisit', cadence })] }
    const twoYears = 2 * 366 * 24
    const dates = followUpAgenda
      .visits(fold(history), reading(twoYears))
      .map(({ visit }) => visit.slice('visit/'.length))
    expect(dates).toEqual([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
      '2027-06-30',
      '2027-07-31',
      '2027-08-31',
      '2027-09-30',
      '2027-10-31',
      '2028-01-31',
      '2028-04-30',
      '2028-07-31',
      '2028-10-31',
    ])
  })

  it('are listed later while their window is open before their week', () => {
    const open = { early: 6 * day, late: hour }
    const weekly = { cadence: [{ unit: 'week', every: 1 }] }
    const history = { 1: [plan(0, weekly, open)] }
    // Due a week after Monday noon; it opens six days before.
    expect(standings(history, 23.999)).toMatchObject({ week: [], later: [] })
    expect(standings(history, 24).later).toEqual([1])
  })

  it('are not owed after the plan was closed', () => {
    const { dueToday, dueThisWeek, overdue } = agendaOf({ 1: [plan(0), closed(30)] }, 30)
    expect([...dueToday, ...dueThisWeek, ...overdue]).toEqual([])
  })
})

describe('compliance', () => {
  const history = {
    1: [
      plan(0, { visitor: 'li' }),
      done(26, visitAt(24)),
      done(51, visitAt(48), 'wu'),
      missed(75, visitAt(72)),
      skipped(90, visitAt(96)),
      done(100),
    ],
    2: [callBack(0, 24)],
  }

  it('is of the visits that are over: made in their window, and not after it or never', () => {
    const { overall, byKind } = agendaOf(history, 110)
    expect(overall).toMatchObject({ doneLate: 1, missed: 2, skipped: 1 })
    expect(overall.compliance).toMatchObject(O.some({ count: 1, n: 4, share: 1 / 4 }))
    expect(byKind.map(({ key, missed: m }) => [key, m])).toEqual([
      ['callBack', 1],
      ['inspection', 1],
    ])
  })

  it('is of whoever made the visit, or was to', () =>
    expect(
      agendaOf(history, 110).byVisitor.map(({ key, doneLate, missed: m }) => [
        O.toNullable(key),
        doneLate,
        m,
      ]),
    ).toEqual([
      ['desk', 0, 0],
      ['li', 0, 1],
      ['wu', 1, 0],
      [null, 0, 1],
    ]))

  it('goes to whoever was to go when it fell due', () => {
    const handed = (when: number) => event('VisitorAssigned', when, { visitor: 'wu', why: 'ill' })
    const visitors = (when: number) =>
      agendaOf({ 1: [plan(0, { visitor: 'li' }), handed(when)] }, 26).byVisitor.map(({ key }) =>
        O.toNullable(key),
      )
    expect(visitors(24)).toEqual(['wu'])
    expect(visitors(25)).toEqual(['li', 'wu'])
  })

  it('is of nothing none', () => {
    expect(agendaOf({}, 0)).toMatchObject({ zones: [], overall: { compliance: O.none } })
    expect(agendaOf({ 1: [callBack(0, 24)] }, 25).overall.compliance).toEqual(O.none)
  })
})

describe('the agenda', () => {
  it('lists what falls due first at the top', () =>
    expect(
      standings({ 3: [callBack(0, 5)], 2: [callBack(0, 6)], 1: [callBack(0, 6)] }, 1).today,
    ).toEqual([3, 1, 2]))

  it('leaves as rows of a table and as plain JSON', () => {
    const agenda = agendaOf({ 1: [callBack(0, 24)] }, 25)
    expect(followUpAgenda.rows(agenda)).toEqual([
      {
        followUp: followUpId(1),
        visit: 'callBack',
        customer: customerId(1),
        openedFor: customerId(1),
        kind: 'callBack',
        occasion: 'callBack',
        reason: 'promised',
        channel: 'phone',
        visitor: null,
        timeZone: 'UTC',
        date: '2026-11-03',
        dueAt: iso(24),
        until: iso(26),
        standing: 'overdue',
      },
    ])
    expect(followUpAgenda.json(agenda)).toMatchObject({ overall: { compliance: null } })
    const over = agendaOf({ 1: [callBack(0, 24)], 2: [callBack(0, 24), calledBack(25, 24)] }, 99)
    expect(followUpAgenda.groupRows(over)).toMatchObject([
      { by: 'everything', key: null, compliance: 0.5, 'compliance.n': 2, missed: 1, skipped: 0 },
      { by: 'kind', key: 'callBack', compliance: 0.5 },
      { by: 'visitor', key: 'desk', compliance: 1, 'compliance.n': 1 },
      { by: 'visitor', key: null, compliance: 0, 'compliance.n': 1 },
    ])
  })
})
