/** What is put on record as it is told: visits, referrals, rivals, statements, benefits; and how late it may be. */
import { describe, expect, it, test } from 'vitest'

import { BenefitKind } from '../../src/dealings/lists.js'
import { dealings } from '../../src/dealings/dealings.js'
import { Referred, Visited } from '../../src/dealings/values.js'
import { Money } from '../../src/shared/money.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { customer } from '../support/complaint.js'
import {
  bought,
  buy,
  command,
  day,
  entry,
  event,
  full,
  gaveBack,
  giveBack,
  handedOver,
  intent,
  later,
  monday,
  name,
  order,
  rules,
  state,
  stateIntent,
  tuesday,
  visit,
  visited,
  wednesday,
} from '../support/dealings.js'
import { make } from '../support/make.js'

const scenario = scenarios(dealings(rules), { test })
const money = make(Money)({ amount: 900, currency: 'EUR' })
const referred = make(Referred)

describe('a visit', () => {
  scenario('to us is recorded')
    .given([])
    .when(visit(1))
    .records([visited(1)])

  scenario('is on record once')
    .given([visited(1)])
    .when(visit(1, wednesday))
    .recordsNothing()

  scenario('is another by another id')
    .given([visited(1)])
    .when(visit(2))
    .records([visited(2)])

  for (const to of [{ whose: 'rival' }, { whose: 'rival', rival: 'Acme' }] as const) {
    const data = {
      visitId: entry(1),
      channel: 'webForm' as const,
      to: make(Visited)(to),
    }
    scenario(`to a rival is recorded, ${'rival' in to ? 'named' : 'or not'}`)
      .given([])
      .when(command('RecordVisit', data))
      .records([event('VisitRecorded', data)])
  }
})

describe('a referral', () => {
  const ofCustomer = {
    referralId: entry(1),
    referred: referred({ kind: 'customer', customerId: customer(2) }),
  }
  const ofProspect = {
    referralId: entry(1),
    referred: referred({ kind: 'prospect', name: 'Chen' }),
  }

  scenario('may be of another customer')
    .given([])
    .when(command('RecordReferral', ofCustomer))
    .records([event('ReferralRecorded', ofCustomer)])

  scenario('may be of somebody who is none yet')
    .given([])
    .when(command('RecordReferral', ofProspect))
    .records([event('ReferralRecorded', ofProspect)])

  scenario('is on record once')
    .given([event('ReferralRecorded', ofProspect)])
    .when(command('RecordReferral', ofCustomer, wednesday))
    .recordsNothing()
})

describe('a purchase from a rival', () => {
  const unknown = { reportId: entry(1), rival: name('Acme') }
  const known = { ...unknown, amount: money }

  scenario('is reported with what was spent')
    .given([])
    .when(command('ReportRivalPurchase', known))
    .records([event('RivalPurchaseReported', known)])

  scenario('is reported though nobody knows what was spent')
    .given([])
    .when(command('ReportRivalPurchase', unknown))
    .records([event('RivalPurchaseReported', unknown)])

  scenario('is on record once')
    .given([event('RivalPurchaseReported', unknown)])
    .when(command('ReportRivalPurchase', known, wednesday))
    .recordsNothing()
})

describe('an intent to buy', () => {
  scenario('is stated')
    .given([])
    .when(stateIntent(1, 7))
    .records([intent(1, 7)])

  scenario('is stated again as strong as before')
    .given([intent(1, 7)])
    .when(stateIntent(2, 7, wednesday))
    .records([intent(2, 7, wednesday)])

  scenario('is on record once by its id')
    .given([intent(1, 7)])
    .when(stateIntent(1, 1, wednesday))
    .recordsNothing()
})

describe('an attitude', () => {
  const attitude = { statementId: entry(1), towardUs: 9, towardBestRival: 4 }

  scenario('is stated')
    .given([])
    .when(command('StateAttitude', attitude))
    .records([event('AttitudeStated', attitude)])

  scenario('is on record once by its id')
    .given([event('AttitudeStated', attitude)])
    .when(command('StateAttitude', { ...attitude, towardUs: 0 }, wednesday))
    .recordsNothing()

  scenario('has ids of its own, and an intent has others')
    .given([intent(1, 7)])
    .when(command('StateAttitude', attitude))
    .records([event('AttitudeStated', attitude)])
})

describe('a benefit', () => {
  for (const kind of BenefitKind.values)
    scenario(`of ${kind} is granted`)
      .given([])
      .when(command('GrantBenefit', { benefitId: entry(1), kind }))
      .records([event('BenefitGranted', { benefitId: entry(1), kind })])

  scenario('is granted again')
    .given([event('BenefitGranted', { benefitId: entry(1), kind: 'priority' })])
    .when(command('GrantBenefit', { benefitId: entry(2), kind: 'priority' }))
    .records([event('BenefitGranted', { benefitId: entry(2), kind: 'priority' })])

  scenario('is on record once')
    .given([event('BenefitGranted', { benefitId: entry(1), kind: 'priority' })])
    .when(command('GrantBenefit', { benefitId: entry(1), kind: 'tangible' }))
    .recordsNothing()
})

describe('one id', () => {
  scenario('may stand for an entry in every list')
    .given([
      bought(1),
      handedOver(1),
      gaveBack(1, full),
      intent(1, 7),
      event('AttitudeStated', { statementId: entry(1), towardUs: 9, towardBestRival: 4 }),
      event('RivalPurchaseReported', { reportId: entry(1), rival: name('Acme') }),
      event('BenefitGranted', { benefitId: entry(1), kind: 'priority' }),
    ])
    .when(visit(1))
    .records([visited(1)])
})

describe('what was written down later', () => {
  scenario('may be older than the first that is on record')
    .given([bought(1, tuesday)])
    .when(buy(2, later(monday, -day)))
    .records([bought(2, later(monday, -day))])

  const week = later(monday, 7 * day)
  scenario('is welcome for seven days')
    .given([bought(1, week)])
    .when(buy(2, monday))
    .records([bought(2, monday)])

  scenario('is refused after them')
    .given([bought(1, week)])
    .when(buy(2, later(monday, -1)))
    .refuses({ _tag: 'TooLongAgo', earliest: monday })

  scenario('is counted from the latest fact, not from the last one written down')
    .given([visited(1, week), visited(2, tuesday)])
    .when(visit(3, later(monday, -1)))
    .refuses({ _tag: 'TooLongAgo', earliest: monday })

  scenario('and is on record already is answered so, however old')
    .given([bought(1, monday), visited(1, later(week, day))])
    .when(buy(1, monday))
    .recordsNothing()

  scenario('is refused for what it is before it is refused for its age')
    .given([visited(1, week)])
    .when(giveBack(1, full, later(monday, -1)))
    .refuses({ _tag: 'NoSuchPurchase', orderId: order(1) })

  const withinADay = scenarios(dealings({ lateBy: day }), { test })
  withinADay('is welcome within the host’s own limit')
    .given([visited(1, tuesday)])
    .when(visit(2, later(tuesday, -day)))
    .records([visited(2, later(tuesday, -day))])

  withinADay('is refused beyond it')
    .given([visited(1, tuesday)])
    .when(visit(2, later(tuesday, -day - 1)))
    .refuses({ _tag: 'TooLongAgo', earliest: later(tuesday, -day) })

  const never = scenarios(dealings({ lateBy: 0 }), { test })
  never('may have happened at the instant of the latest, where nothing may be later')
    .given([visited(1, tuesday)])
    .when(visit(2, tuesday))
    .records([visited(2, tuesday)])

  it('moves the latest instant no further back', () => {
    expect(state(visited(1, tuesday), visited(2, monday)).latest).toBe(tuesday)
    expect(state(visited(1, monday), visited(2, tuesday)).latest).toBe(tuesday)
    expect(state().latest).toBeUndefined()
  })
})

describe('dealings of many years', () => {
  const many = 5_000
  const history = Array.from({ length: many }, (_, i) => bought(i, later(monday, i)))
  const long = state(...history)

  it('know every order', () => {
    const { decide } = dealings(rules)
    for (const i of [0, 17, many - 1]) {
      expect(decide(buy(i, later(monday, i)))(long)).toMatchObject({ right: [] })
      expect(decide(buy(i, monday, 1))(long)).toMatchObject({ left: { _tag: 'AnotherPurchase' } })
    }
    expect(decide(buy(many, later(monday, many)))(long)).toMatchObject({
      right: [{ type: 'PurchaseRecorded' }],
    })
    expect(long.owned).toBe(many)
  })

  it('cost the next purchase a few short arrays, not all of them again', () => {
    const next = dealings(rules).evolve(long, bought(many, later(monday, many)))
    if (!('branches' in long.orders) || !('branches' in next.orders))
      throw new Error('not branched')
    const { branches } = long.orders
    expect(next.orders.branches.filter((branch, i) => branch !== branches[i])).toHaveLength(1)
    expect(next.entries).toBe(long.entries)
  })
})
