import { customer } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { customers, foldRows, promiseLedger } from '../../src/index.js'
import { at, customerId, entryId, eventsOf, factsOf, promiseId } from '../shared/history.js'
import {
  broken,
  event,
  explained,
  fold,
  type History,
  kept,
  ledgerOf,
  made,
  moved,
  reading,
  temporary,
  withdrawn,
  zone,
} from './support.js'

const standings = (history: History, when: number, timeZone = zone('UTC')) =>
  Object.fromEntries(
    ledgerOf(history, when, timeZone).entries.map(({ id, standing }) => [
      Number(id.slice(-3)),
      standing,
    ]),
  )

describe('a promise stands', () => {
  it('open until the day on which it falls due, due up to its instant, overdue after it', () => {
    // It is noon: made for noon of the day after.
    const history = { 1: [made(0, 24)] }
    expect(standings(history, 11.9)).toEqual({ 1: 'open' })
    expect(standings(history, 12)).toEqual({ 1: 'due' })
    expect(standings(history, 24)).toEqual({ 1: 'due' })
    expect(standings(history, 24.001)).toEqual({ 1: 'overdue' })
  })

  it('due by the wall of the customer’s zone, and of the desk’s where he has none', () => {
    const history = { 1: [made(0, 24, { timeZone: 'Pacific/Auckland' })], 2: [made(0, 24)] }
    // 11:00 UTC is midnight in Auckland.
    expect(standings(history, 22.99)).toEqual({ 1: 'open', 2: 'due' })
    expect(standings(history, 23)).toEqual({ 1: 'due', 2: 'due' })
    expect(standings(history, 22.99, zone('Pacific/Auckland'))).toEqual({ 1: 'open', 2: 'open' })
  })

  it('kept on time at its due instant, kept late after it, broken, withdrawn', () => {
    expect(
      standings(
        {
          1: [made(0, 24), kept(24)],
          2: [made(0, 24), kept(24.001)],
          3: [made(0, 24), broken(25, 24)],
          4: [made(0, 24), withdrawn(3)],
          5: [made(0, 24), moved(1, 24, 48), kept(48)],
        },
        100,
      ),
    ).toEqual({ 1: 'keptOnTime', 2: 'keptLate', 3: 'broken', 4: 'withdrawn', 5: 'keptOnTime' })
  })

  it('as no promise while nobody confirmed it', () => {
    const asked = temporary(0, 24, 2)
    const history = {
      1: [asked],
      2: [asked, event('TemporaryAgreementConfirmed', 1)],
      3: [asked, event('TemporaryAgreementDeclined', 1, { why: 'no' })],
      4: [
        asked,
        event('TemporaryAgreementLapsed', 3, { confirmBy: new Date(at(2)).toISOString() }),
      ],
    }
    expect(standings(history, 30)).toEqual({
      1: 'temporary',
      2: 'overdue',
      3: 'declined',
      4: 'lapsed',
    })
    expect(ledgerOf(history, 30).figures).toMatchObject(
      O.some({ promises: 4, temporary: 1, open: 1, neverBinding: 2, keptRate: O.none }),
    )
  })

  it('is not in the ledger before it was made', () =>
    expect(ledgerOf({ 1: [kept(1)] }, 2).entries).toEqual([]))
})

describe('an overdue promise', () => {
  const unexplained = (events: History[number], when: number) =>
    ledgerOf({ 1: events }, when).entries[0]?.unexplained

  it('is unexplained until the customer is told, and again once what he was told has passed', () => {
    const told = [made(0, 24), explained(25, 48)]
    expect(unexplained([made(0, 24)], 24)).toBe(false)
    expect(unexplained([made(0, 24)], 25)).toBe(true)
    expect(unexplained(told, 48)).toBe(false)
    expect(unexplained(told, 48.001)).toBe(true)
    expect(unexplained([...told, kept(50)], 60)).toBe(false)
  })

  it('is explained by what was said last, whatever was written down last', () => {
    const late = [made(0, 24), explained(30, 72), explained(26, 28)]
    expect(unexplained(late, 40)).toBe(false)
    expect(ledgerOf({ 1: late }, 40).entries[0]?.expectedAt).toBe(at(72))
  })

  it('shows every due instant it had, when it was moved, and all that was said of its delay', () => {
    const history = [
      made(0, 24),
      moved(5, 48, 72),
      // Written down after the second, and earlier.
      moved(1, 24, 48),
      explained(80, 100),
      explained(75, 90),
      kept(99),
    ]
    const ledger = ledgerOf({ 1: history }, 200)
    const [entry] = ledger.entries
    expect(entry).toMatchObject({
      standing: 'keptLate',
      dueDates: [at(24), at(48), at(72)],
      dueAt: at(72),
      moves: [
        { at: at(1), dueAt: at(48) },
        { at: at(5), dueAt: at(72) },
      ],
      delays: [
        { at: at(75), expectedAt: at(90), understood: true },
        { at: at(80), expectedAt: at(100), understood: true },
      ],
      expectedAt: at(100),
    })
    expect(promiseLedger.rows(ledger)[0]).toMatchObject({
      dueDates: [24, 48, 72].map((hours) => new Date(at(hours)).toISOString()).join('; '),
      toldAt: new Date(at(80)).toISOString(),
      understood: true,
    })
  })

  it('counts an explanation once, and none that came after the end', () => {
    const row = (events: History[number]) => fold({ 1: events }).get(promiseId(1))?.delays.length
    expect(row([made(0, 24), explained(25, 48), explained(25, 48)])).toBe(1)
    expect(row([made(0, 24), kept(25), explained(26, 48)])).toBe(0)
  })
})

describe('the ledger', () => {
  const history = {
    1: [made(0, 24), kept(24)],
    2: [made(0, 24, { kind: 'callback' }, 'li'), kept(30)],
    3: [made(0, 24), broken(25, 24)],
    4: [made(0, 24, { source: { origin: 'contract', ref: 'K1' } }), withdrawn(2)],
    5: [made(0, 90)],
    6: [made(0, 60), explained(61, 200)],
    7: [made(0, 61)],
  }

  it('says how far one’s word was kept, of how many, and how sure that is', () => {
    const figures = O.toUndefined(ledgerOf(history, 80).figures)
    expect(figures).toMatchObject({
      promises: 7,
      open: 3,
      due: 0,
      overdue: 2,
      unexplained: O.some({ count: 1, n: 2 }),
      keptOnTime: 1,
      keptLate: 1,
      broken: 1,
      withdrawn: 1,
    })
    expect(figures?.keptRate).toMatchObject(O.some({ count: 2, n: 3, share: 2 / 3 }))
    expect(figures?.onTimeRate).toMatchObject(O.some({ count: 1, n: 3, share: 1 / 3 }))
  })

  it('is of nothing none', () => {
    expect(ledgerOf({}, 0).figures).toEqual(O.none)
    expect(ledgerOf({ 1: [made(0, 24)] }, 1).figures).toMatchObject(
      O.some({ keptRate: O.none, onTimeRate: O.none, unexplained: O.none }),
    )
  })

  it('groups by who gave the word, of what kind, and where', () => {
    const { byGiver, byKind, bySource } = ledgerOf(history, 80)
    const shown = (groups: ReadonlyArray<promiseLedger.Group<string>>) =>
      groups.map(({ key, promises, broken: b }) => [key, promises, b])
    expect(shown(byGiver)).toEqual([
      ['desk', 6, 1],
      ['li', 1, 0],
    ])
    expect(shown(byKind)).toEqual([
      ['callback', 1, 0],
      ['delivery', 6, 1],
    ])
    expect(shown(bySource)).toEqual([
      ['contract', 1, 0],
      ['sale', 6, 1],
    ])
  })

  it('lists what falls due first at the top, by its id where two fall due together', () =>
    expect(
      ledgerOf({ 2: [made(0, 5)], 1: [made(0, 5)], 3: [made(0, 4)] }, 1).entries.map(
        ({ id }) => id,
      ),
    ).toEqual([promiseId(3), promiseId(1), promiseId(2)]))

  it('leaves as rows of a table and as plain JSON', () => {
    const ledger = ledgerOf({ 1: [made(0, 24), moved(1, 24, 48), kept(30)] }, 80)
    expect(promiseLedger.rows(ledger)).toEqual([
      {
        promise: promiseId(1),
        customer: customerId(1),
        madeTo: customerId(1),
        kind: 'delivery',
        source: 'sale',
        sourceRef: '4711',
        what: 'a new boiler',
        giver: 'desk',
        role: 'agent',
        madeAt: '2026-11-02T12:00:00.000Z',
        firstDueAt: '2026-11-03T12:00:00.000Z',
        dueAt: '2026-11-04T12:00:00.000Z',
        dueDates: '2026-11-03T12:00:00.000Z; 2026-11-04T12:00:00.000Z',
        timeZone: 'UTC',
        standing: 'keptOnTime',
        confirmBy: null,
        toldAt: null,
        understood: null,
        expectedAt: null,
        unexplained: false,
        settledAt: '2026-11-03T18:00:00.000Z',
      },
    ])
    expect(promiseLedger.groupRows(ledger)[0]).toMatchObject({
      by: 'giver',
      key: 'desk',
      promises: 1,
      unexplained: null,
      keptRate: 1,
      'keptRate.n': 1,
    })
    expect(promiseLedger.json(ledger)).toMatchObject({
      figures: { promises: 1, unexplained: null, keptRate: { count: 1, n: 1, share: 1 } },
    })
  })
})

describe('a merged customer’s promises', () => {
  const event_ = eventsOf(customer.CustomerEvent)
  const registered = event_('CustomerRegistered', 0, {
    kind: 'person',
    relation: 'external',
    stage: 'buyer',
    name: 'Ann',
  })
  const merged = event_('CustomerMerged', 1, { mergeId: entryId(1), survivor: customerId(2) })
  const parted = event_('CustomersParted', 2, {
    mergeId: entryId(1),
    other: customerId(2),
    ground: 'wrongMerge',
  })
  const erased = event_('CustomerErased', 3)
  const peopleOf = (own: ReadonlyArray<customer.CustomerEvent>, more = [registered]) =>
    customers.people(
      foldRows(customers.customers({ authority: [], purposes: [] }))(
        factsOf('customer', { [customerId(1)]: own, [customerId(2)]: more }),
      ),
    )
  const entryOf = (...args: Parameters<typeof peopleOf>) =>
    promiseLedger.entries(fold({ 1: [made(0, 24)] }), reading(1), peopleOf(...args))[0]

  it('are his survivor’s, and his own again once they are parted', () => {
    expect(entryOf([registered, merged])).toMatchObject({
      madeTo: customerId(1),
      customer: customerId(2),
    })
    expect(entryOf([registered, merged, parted])?.customer).toBe(customerId(1))
    expect(entryOf([registered, merged], [])?.customer).toBe(customerId(1))
  })

  it('say nothing that is personal once he, or his survivor, is erased', () => {
    expect(entryOf([registered])?.what).toBe('a new boiler')
    expect(entryOf([registered, erased])?.what).toEqual({ redacted: true })
    expect(entryOf([registered, merged], [registered, erased])?.what).toEqual({ redacted: true })
  })

  it('stay within their tenant', () => {
    const rows = new Map([...fold({ 1: [made(0, 24)] })].map(([key, row]) => [`north.${key}`, row]))
    const [entry] = promiseLedger.entries(rows, reading(1), peopleOf([registered, merged]))
    expect(entry?.customer).toBe(customerId(1))
  })
})
