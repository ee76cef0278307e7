import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { warnings } from '../../src/index.js'
import { investigated, recorded, reopened } from '../case-library/support.js'
import { callBack, plan } from '../follow-up-agenda/support.js'
import { share } from '../../src/shared/share.js'
import { broken, explained, made, zone } from '../promise-ledger/support.js'
import { at, complaintId, customerId, day, followUpId, hour, promiseId } from '../shared/history.js'
import {
  accepted,
  attitude,
  bought,
  carriedOut,
  chased,
  courtesy,
  type Desk,
  foundInvalid,
  inCurrency,
  lately,
  managed,
  merged,
  ofComplaint,
  ofCustomer,
  off,
  parted,
  proposed,
  referred,
  registered,
  resolvedAtOnce,
  returned,
  rules,
  sourcesOf,
  warningsOf,
} from './support.js'

type Tag = warnings.Warning['_tag']

const of = (
  tag: Tag,
  desk: Desk,
  when: number,
  thresholds: Partial<warnings.Thresholds> = {},
): ReadonlyArray<warnings.Warning> =>
  warningsOf(desk, when, thresholds).warnings.filter(({ _tag }) => _tag === tag)

const replied = (when: number) =>
  ofComplaint('ReplyGiven', when, {
    replyId: '10000000-0000-4000-8000-000000000001',
    channel: 'phone',
    text: 'Soon',
    automatic: false,
    stopped: [],
  })

describe('silence', () => {
  it('is a complaint past its reply clock, and ends with the reply', () => {
    const warned = (when: number, ...more: ReadonlyArray<ReturnType<typeof replied>>) =>
      of('ReplyOverdue', { complaints: { 1: [recorded(0), ...more] } }, when)
    expect(warned(24)).toEqual([])
    expect(warned(24.001)).toEqual([
      {
        _tag: 'ReplyOverdue',
        customer: customerId(1),
        complaint: complaintId(1),
        holder: { kind: 'person', id: 'desk' },
        clock: 'firstReply',
        dueAt: at(24),
      },
    ])
    expect(warned(40, replied(30))).toEqual([])
    expect(warned(48.001, chased(40))).toMatchObject([
      { clock: 'firstReply' },
      { clock: 'nextReply' },
    ])
  })

  it('is a request that nobody decides for a time, counted anew from its reopening', () => {
    const warned = (when: number, ...more: ReadonlyArray<ReturnType<typeof ofComplaint>>) =>
      of('NoDecision', { complaints: { 1: [recorded(0), ...more] } }, when, {
        noDecision: 10 * hour,
      }).length
    expect([warned(10), warned(10.001)]).toEqual([0, 1])
    expect(warned(30, investigated(2, 'enterprise', 'productDefect'))).toBe(1)
    expect(warned(30, proposed(2, 'repair'))).toBe(0)
    expect(warned(30, foundInvalid(2))).toBe(0)
    expect(warned(30, ofComplaint('ComplaintWithdrawn', 2, { why: 'so' }), reopened(20))).toBe(0)
    expect(warned(30.001, ofComplaint('ComplaintWithdrawn', 2, { why: 'so' }), reopened(20))).toBe(
      1,
    )
  })

  it('is courtesies and nothing else, for a time', () => {
    const warned = (when: number, ...more: ReadonlyArray<ReturnType<typeof ofComplaint>>) =>
      of('CourtesiesOnly', { complaints: { 1: [recorded(0), ...more] } }, when, {
        courtesiesOnly: 10 * hour,
      })
    expect(warned(99)).toEqual([])
    expect(warned(12, courtesy(2), courtesy(1))).toMatchObject([
      { since: at(1), courtesies: ['apology'] },
    ])
    expect(warned(11, courtesy(1))).toEqual([])
    expect(warned(30, courtesy(1), proposed(2, 'repair'))).toEqual([])
    expect(warned(30, courtesy(1), foundInvalid(2))).toEqual([])
    const again = [ofComplaint('ComplaintWithdrawn', 2, { why: 'so' }), reopened(3)]
    expect(warned(30, courtesy(1), ...again)).toEqual([])
  })

  it('is a promise that was broken lately', () => {
    const warned = (when: number) =>
      of('PromiseBroken', { promises: { 1: [made(0, 24), broken(25, 24)] } }, when, {
        promiseBroken: lately,
      })
    expect(warned(25 + 240)).toEqual([
      { _tag: 'PromiseBroken', customer: customerId(1), promise: promiseId(1), at: at(25) },
    ])
    expect(warned(25 + 240.001)).toEqual([])
  })
})

it('a promise overdue is warned of until it is explained', () => {
  const warned = (...more: ReadonlyArray<ReturnType<typeof explained>>) =>
    of('PromiseUnexplained', { promises: { 1: [made(0, 24, {}, 'li'), ...more] } }, 25)
  expect(warned()).toMatchObject([{ promise: promiseId(1), giver: 'li', dueAt: at(24) }])
  expect(warned(explained(24.5, 48, 1))).toEqual([])
})

it('a customer had to call twice who chased once, and no machine of his', () => {
  const warned = (...more: ReadonlyArray<ReturnType<typeof chased>>) =>
    of('CalledTwice', { complaints: { 1: [recorded(0), ...more] } }, 5)
  expect(warned()).toEqual([])
  expect(warned(chased(1), chased(2))).toMatchObject([{ complaint: complaintId(1), chased: 2 }])
  expect(warned(chased(1, { automatic: true }), chased(2, { purpose: 'newFacts' }))).toEqual([])
  expect(warned(chased(1), ofComplaint('ComplaintWithdrawn', 2, { why: 'so' }))).toEqual([])
})

describe('many claims', () => {
  const claim = (when: number) => [recorded(0), proposed(when, 'repair', 'compensation')]
  const warned = (complaints: Desk['complaints'], when: number) =>
    of('ManyClaims', { complaints: complaints ?? {} }, when, {
      manyClaims: { atLeast: 2, ...lately },
    })

  it('are complaints with compensation asked in the window, each counted once', () => {
    const two = { 1: claim(1), 2: [...claim(2), proposed(3, 'compensation')] }
    expect(warned(two, 241)).toEqual([
      { _tag: 'ManyClaims', customer: customerId(1), claims: 2, within: 10 * day },
    ])
    expect(warned(two, 241.001)).toEqual([])
    expect(warned({ 2: two[2] }, 10)).toEqual([])
    expect(warned({ 1: claim(1), 2: [recorded(0), proposed(1, 'repair')] }, 10)).toEqual([])
    expect(
      warned({ 1: claim(1), 2: [recorded(0), resolvedAtOnce(1, 'compensation')] }, 10),
    ).toHaveLength(1)
  })

  it('of a merged customer are his survivor’s, and his own once they are parted', () => {
    const complaints = {
      1: claim(1),
      2: [recorded(0, { customer: customerId(2) }), proposed(1, 'compensation')],
    }
    const desk = (...more: ReadonlyArray<ReturnType<typeof merged>>): Desk => ({
      complaints,
      customers: { 1: [registered, ...more], 2: [registered] },
    })
    const claims = (d: Desk) => of('ManyClaims', d, 10, { manyClaims: { atLeast: 2, ...lately } })
    expect(claims(desk())).toEqual([])
    expect(claims(desk(merged(1, 2)))).toMatchObject([{ customer: customerId(2), claims: 2 }])
    expect(claims(desk(merged(1, 2), parted(2, 2)))).toEqual([])
  })
})

describe('the ratio of paid claims to purchases', () => {
  const paid = [recorded(0), proposed(1, 'repair', 'compensation'), accepted(2, 1), carriedOut(3)]
  const unpaid = [recorded(0), proposed(1, 'repair', 'compensation'), accepted(2, 0), carriedOut(3)]
  const warned = (complaints: NonNullable<Desk['complaints']>, orders: number, above = 0.5) =>
    of(
      'HighClaimRatio',
      {
        complaints,
        dealings: {
          1: Array.from({ length: orders }, (_, n) => bought(n, `order ${String(n)}`, 100)),
        },
      },
      20,
      { claimRatio: { above, ...lately } },
    )

  it('is of what was paid alone, and warned of above the threshold', () => {
    expect(warned({ 1: paid }, 1)).toMatchObject([
      { paid: 1, purchases: 1, ratio: 1, share: O.some({ count: 1, n: 1 }) },
    ])
    expect(warned({ 1: paid }, 2)).toEqual([])
    expect(warned({ 1: unpaid }, 1)).toEqual([])
  })

  it('may be more than one, and is then no share; of nothing bought it is none', () => {
    const two = { 1: paid, 2: [recorded(0), resolvedAtOnce(1, 'compensation')] }
    expect(warned(two, 1)).toMatchObject([{ ratio: 2, share: O.none }])
    expect(warned(two, 0)).toEqual([])
  })
})

describe('a fall in value', () => {
  const year = 365 * 24
  const warned = (orders: ReadonlyArray<ReturnType<typeof bought>>, when: number) =>
    of('FallInValue', { dealings: { 1: orders } }, when, { fallInValue: 0.25 })

  it('is of the last twelve months against the twelve before', () => {
    const orders = [bought(0, 'a', 1000), bought(year + 24, 'b', 750)]
    expect(warned(orders, 2 * year - 24)).toEqual([
      {
        _tag: 'FallInValue',
        customer: customerId(1),
        currency: 'EUR',
        before: 1000,
        last: 750,
        change: -0.25,
      },
    ])
    expect(warned([...orders, bought(year + 30, 'c', 1)], 2 * year - 24)).toEqual([])
    expect(warned(orders, year - 24)).toEqual([])
  })

  it('begins on the date a year before, which is still of the year before it', () => {
    const orders = [bought(0, 'a', 1000)]
    expect(warned(orders, year - 13)).toEqual([])
    expect(warned(orders, year - 12)).toMatchObject([{ before: 1000, last: 0, change: -1 }])
  })

  it('counts what is left after returns, and no currency as another', () => {
    const orders = [bought(0, 'a', 1000), bought(year + 24, 'b', 900)]
    const when = 2 * year - 24
    expect(warned([...orders, returned(year + 48, 'b', 100)], when)).toEqual([])
    expect(warned([...orders, returned(year + 48, 'b', 200)], when)).toMatchObject([{ last: 700 }])
    expect(warned([...orders, returned(year + 48, 'b')], when)).toMatchObject([{ last: 0 }])
    const dollars = [bought(0, 'a', 1000), inCurrency(year + 24, 'b', 1000, 'USD')]
    expect(warned(dollars, when)).toMatchObject([{ currency: 'EUR', last: 0 }])
  })
})

describe('a customer to be visited or greeted', () => {
  const missed = { visitMissed: lately }

  it('who was not is warned of for a time', () => {
    const desk = { followUps: { 1: [callBack(0, 24)] } }
    expect(of('NotVisited', desk, 26, missed)).toEqual([])
    expect(of('NotVisited', desk, 27, missed)).toMatchObject([
      { customer: customerId(1), followUp: followUpId(1), visit: 'callBack', dueAt: at(24) },
    ])
    expect(of('NotVisited', desk, 264, missed)).toHaveLength(1)
    expect(of('NotVisited', desk, 264.001, missed)).toEqual([])
  })

  it('on a day of his own was not greeted', () => {
    const greeting = plan(0, { kind: 'touch', december: ['gift'] })
    const { cadence, ...data } = greeting.data as unknown as Record<string, unknown>
    const desk = { followUps: { 1: [{ ...greeting, data } as unknown as typeof greeting] } }
    // The year ends 59.5 days after noon on the 2nd of November.
    expect(of('NotGreeted', desk, 60 * 24, missed)).toMatchObject([{ occasion: 'gift' }])
  })
})

it('a manager who holds more than so many is warned of, with his share of all', () => {
  const lost = ofCustomer('CustomerLost', 5, { reason: 'weakService' })
  const desk: Desk = {
    customers: {
      1: [registered, managed(1, 'li')],
      2: [registered, managed(1, 'li')],
      3: [registered, managed(1, 'wu')],
      4: [registered],
      5: [registered, managed(1, 'wu'), lost],
      6: [registered, managed(1, 'wu'), merged(2, 3)],
    },
  }
  expect(of('ManagerHoldsMany', desk, 9, { managerHolds: 2 })).toEqual([])
  expect(of('ManagerHoldsMany', desk, 9, { managerHolds: 1 })).toMatchObject([
    { manager: 'li', customers: 2, share: O.some({ count: 2, n: 3 }) },
  ])
})

it('managers of several tenants who go by one name are several people', () => {
  const desk: Desk = { customers: { 1: [registered, managed(1, 'li')] } }
  const { customers, ...sources } = sourcesOf(desk)
  const rowOf = (n: number) => customers.get(customerId(n)) ?? expect.fail()
  const rows = new Map(
    ['acme.1', 'acme.2', 'zeta.1', '1', '2'].map((key) => [key, rowOf(1)] as const),
  )
  const view = warnings.read(rules, { ...off, managerHolds: 1 })(
    { ...sources, customers: rows },
    { zone: zone('UTC'), at: at(9) },
  )
  const two = { customers: 2, share: share(2, 2) }
  expect(view.warnings).toEqual([
    { _tag: 'ManagerHoldsMany', manager: 'li', ...two },
    { _tag: 'ManagerHoldsMany', tenant: 'acme', manager: 'li', ...two },
  ])
  expect(warnings.rows(view)).toMatchObject([
    { about: null, n: 2 },
    { about: 'acme', n: 2 },
  ])
})

describe('the poor list', () => {
  const poor = (desk: Desk, thresholds: Partial<warnings.Thresholds>) =>
    warningsOf(desk, 100, thresholds).poor.map(({ customer, reasons }) => [
      Number(customer.slice(-3)),
      reasons.map(({ why, found, n }) => [why, found, n]),
    ])

  it('has the unprofitable, by what their orders earned', () => {
    const unprofitable = { ...lately, below: [{ amount: 0, currency: 'EUR' as never }] }
    expect(
      poor(
        {
          dealings: {
            1: [bought(1, 'a', 100, { margin: -5 }), bought(2, 'b', 100, { margin: 4 })],
            2: [bought(1, 'a', 100, { margin: 0 })],
            3: [bought(1, 'a', 100)],
            4: [bought(1, 'a', 100, { margin: -5 }), returned(2, 'a')],
          },
        },
        { unprofitable },
      ),
    ).toEqual([[1, [['unprofitable', -1, 2]]]])
  })

  it('has those whose complaints came from want of credit, or were made to be difficult', () => {
    const complaints = {
      1: [recorded(0), investigated(1, 'social', 'lackOfCredit')],
      2: [recorded(0), foundInvalid(1, 'deliberateDifficulty')],
      3: [recorded(0), foundInvalid(1)],
    }
    expect(poor({ complaints }, { creditPoor: { atLeast: 2, ...lately } })).toEqual([
      [1, [['creditPoor', 2, 3]]],
    ])
    expect(poor({ complaints }, { creditPoor: { atLeast: 3, ...lately } })).toEqual([])
  })

  it('has those who think less of us than of the best rival, by what they said last', () => {
    const dealings = {
      1: [attitude(1, 3, 5)],
      2: [attitude(1, 5, 5)],
      3: [attitude(2, 9, 5), attitude(1, 0, 5)],
      4: [bought(1, 'a', 100)],
    }
    expect(poor({ dealings }, { relationshipPoor: 0 })).toEqual([
      [1, [['relationshipPoor', -2, 1]]],
    ])
  })

  it('has the under-served: visits missed, promises broken', () => {
    const desk = {
      followUps: { 1: [callBack(0, 24)] },
      promises: { 1: [made(0, 24), broken(25, 24)] },
    }
    expect(poor(desk, { underServed: { atLeast: 2, ...lately } })).toEqual([
      [1, [['underServed', 2, 2]]],
    ])
    expect(poor(desk, { underServed: { atLeast: 3, ...lately } })).toEqual([])
  })

  it('says who is blacklisted', () => {
    const blacklisted = ofCustomer('CustomerBlacklisted', 1, { why: 'so' })
    const { poor: list } = warningsOf(
      {
        customers: { 1: [registered, blacklisted] },
        dealings: { 1: [attitude(1, 3, 5)], 2: [attitude(1, 3, 5)] },
      },
      5,
      { relationshipPoor: 0 },
    )
    expect(list.map(({ blacklisted: is }) => is)).toEqual([true, false])
  })
})

it('the good list has the profitable, those who think well of us, and those who send others', () => {
  const dealings = {
    1: [bought(1, 'a', 100, { margin: 50 }), attitude(1, 8, 6), referred(2)],
    2: [bought(1, 'a', 100, { margin: 49 }), attitude(1, 7, 6)],
  }
  const { good } = warningsOf({ dealings }, 100, {
    profitable: { ...lately, atLeast: [{ amount: 50, currency: 'EUR' as never }] },
    relationshipGood: 2,
    refers: { atLeast: 1, ...lately },
  })
  expect(good).toMatchObject([
    {
      customer: customerId(1),
      reasons: [
        { why: 'profitable', found: 50, n: 1, currency: 'EUR' },
        { why: 'relationshipGood', found: 2, n: 1 },
        { why: 'refers', found: 1, n: 1 },
      ],
    },
  ])
})

describe('the warnings', () => {
  it('are none where nothing is on record, and where nobody asks for them', () => {
    expect(warningsOf({}, 0)).toEqual({
      at: at(0),
      thresholds: off,
      warnings: [],
      poor: [],
      good: [],
    })
    const desk = {
      dealings: { 1: [attitude(1, 0, 9), referred(2)] },
      followUps: { 1: [callBack(0, 24)] },
    }
    expect(warningsOf(desk, 99)).toMatchObject({ warnings: [], poor: [], good: [] })
  })

  it('leave as rows of a table and as plain JSON', () => {
    const view = warningsOf(
      {
        complaints: { 1: [recorded(0), chased(1)] },
        dealings: { 1: [attitude(1, 3, 5)] },
        customers: { 1: [registered, managed(1, 'li')] },
      },
      3,
      { relationshipPoor: 0, managerHolds: 0 },
    )
    expect(warnings.rows(view)).toEqual([
      {
        warning: 'CalledTwice',
        customer: customerId(1),
        manager: null,
        about: complaintId(1),
        figure: 1,
        n: null,
        at: null,
        blacklisted: null,
      },
      {
        warning: 'ManagerHoldsMany',
        customer: null,
        manager: 'li',
        about: null,
        figure: 1,
        n: 1,
        at: null,
        blacklisted: null,
      },
      {
        warning: 'poor: relationshipPoor',
        customer: customerId(1),
        manager: null,
        about: null,
        figure: -2,
        n: 1,
        at: null,
        blacklisted: false,
      },
    ])
    expect(warnings.json(view)).toMatchObject({ thresholds: { manyClaims: 'off' } })
  })
})

describe('thresholds', () => {
  it('may all be off', () => expect(warnings.checkThresholds(off)).toEqual([]))

  it.each<[string, Partial<warnings.Thresholds>, Partial<warnings.Thresholds>]>([
    [
      'manyClaims.atLeast',
      { manyClaims: { atLeast: 0, within: 0 } },
      { manyClaims: { atLeast: 1, within: 0 } },
    ],
    ['manyClaims.within', { manyClaims: { atLeast: 1, within: -1 } }, {}],
    [
      'claimRatio.above',
      { claimRatio: { above: -0.1, within: 1 } },
      { claimRatio: { above: 0, within: 1 } },
    ],
    ['claimRatio.above', { claimRatio: { above: Infinity, within: 1 } }, {}],
    ['fallInValue', { fallInValue: 0 }, { fallInValue: 0.01 }],
    ['fallInValue', { fallInValue: 1.01 }, { fallInValue: 1 }],
    ['noDecision', { noDecision: 0.5 }, { noDecision: 0 }],
    ['courtesiesOnly', { courtesiesOnly: -1 }, { courtesiesOnly: 0 }],
    ['promiseBroken.within', { promiseBroken: { within: NaN } }, { promiseBroken: { within: 0 } }],
    ['visitMissed.within', { visitMissed: { within: NaN } }, { visitMissed: { within: 0 } }],
    ['managerHolds', { managerHolds: -1 }, { managerHolds: 0 }],
    [
      'unprofitable.within',
      { unprofitable: { within: -1, below: [] } },
      { unprofitable: { within: 0, below: [] } },
    ],
    [
      'creditPoor.atLeast',
      { creditPoor: { atLeast: 0, within: 1 } },
      { creditPoor: { atLeast: 1, within: 1 } },
    ],
    ['relationshipPoor', { relationshipPoor: -10.1 }, { relationshipPoor: -10 }],
    [
      'underServed.atLeast',
      { underServed: { atLeast: 0.5, within: 1 } },
      { underServed: { atLeast: 1, within: 1 } },
    ],
    [
      'profitable.within',
      { profitable: { within: -1, atLeast: [] } },
      { profitable: { within: 0, atLeast: [] } },
    ],
    ['relationshipGood', { relationshipGood: 10.1 }, { relationshipGood: 10 }],
    [
      'refers.within',
      { refers: { atLeast: 1, within: -1 } },
      { refers: { atLeast: 1, within: 0 } },
    ],
  ])('are refused by the field that is wrong: %s', (field, wrong, sound) => {
    expect(warnings.checkThresholds({ ...off, ...wrong }).map((p) => p.field)).toEqual([field])
    expect(warnings.checkThresholds({ ...off, ...sound })).toEqual([])
  })
})
