import { describe, expect, it, test } from 'vitest'

import type { CustomerEvent } from '../../src/customer/events.js'
import type { DealingsEvent } from '../../src/dealings/events.js'
import type { Dispatch } from '../../src/policy/policy.js'
import {
  checkVipProposals,
  proposeVips,
  type VipProposals,
} from '../../src/policy/vip-proposals.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, factId, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as u from '../support/customer.js'
import * as d from '../support/dealings.js'

/** EUR 100.00, or JPY 20,000, or four purchases, in thirty days. */
const rules: VipProposals = {
  within: 30 * c.day,
  turnover: [c.money(10_000), c.money(20_000, 'JPY')],
  purchases: 4,
}
const name = 'proposeVips'
const policy = proposeVips(rules)
const scenario = policyScenarios(policy, { test })
const by = actorOf(name)
const { tuesday } = d
const start = after(tuesday, -rules.within)

const ofCustomer = (event: CustomerEvent, n = 1): Fact => ({
  category: 'customer',
  id: c.customer(n),
  event,
})
const inDealings = (event: DealingsEvent, n = 1): Fact => ({
  category: 'dealings',
  id: c.customer(n),
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })
const buys = (order: number, amount: number, at: Instant = tuesday, currency = 'EUR', n = 1) =>
  inDealings(d.bought(order, at, amount, currency), n)

const turnover = c.text('his purchases have come to the turnover of a VIP')
const often = c.text('he has bought as often as a VIP')
/** By the purchase at that place of the story. */
const propose = (place: number, why = turnover, n = 1, at: Instant = tuesday): Dispatch => ({
  to: 'customer',
  id: c.customer(n),
  command: {
    type: 'ProposeClassification',
    data: {
      proposalId: policyId(name, c.customer(n), factId(place)) as never,
      classification: u.vip,
      why,
      at,
      by,
    },
  },
})
const known = ofCustomer(u.registered)

describe('who has bought enough is proposed', () => {
  scenario('by the turnover in one purchase')
    .given([known])
    .when(buys(1, 10_000))
    .sends([propose(1)])

  scenario('but not by less').given([known]).when(buys(1, 9_999)).sendsNothing()

  scenario('by the turnover of several')
    .given([known, buys(1, 6_000, start)])
    .when(buys(2, 4_000))
    .sends([propose(2)])

  scenario('but not by what he bought before that')
    .given([known, buys(1, 6_000, after(start, -1))])
    .when(buys(2, 4_000))
    .sendsNothing()

  scenario('in another currency of the rules')
    .given([known])
    .when(buys(1, 20_000, tuesday, 'JPY'))
    .sends([propose(1)])

  scenario('but currencies are not added up')
    .given([known, buys(1, 9_000)])
    .when(buys(2, 19_000, tuesday, 'JPY'))
    .sendsNothing()

  scenario('nor is one counted that the rules do not have')
    .given([known])
    .when(buys(1, 900_000, tuesday, 'USD'))
    .sendsNothing()

  scenario('by the number of his purchases')
    .given([known, buys(1, 1, start), buys(2, 1), buys(3, 1)])
    .when(buys(4, 1))
    .sends([propose(4, often)])

  scenario('but not by one less')
    .given([known, buys(1, 1, after(start, -1)), buys(2, 1), buys(3, 1)])
    .when(buys(4, 1))
    .sendsNothing()

  scenario('not by what came back in part')
    .given([known, buys(1, 6_000), inDealings(d.gaveBack(1, d.part(1), tuesday, 1))])
    .when(buys(2, 4_000))
    .sendsNothing()

  scenario('nor by what came back whole')
    .given([
      known,
      buys(1, 1),
      buys(2, 1),
      buys(3, 1),
      inDealings(d.gaveBack(1, d.full, tuesday, 1)),
    ])
    .when(buys(4, 1))
    .sendsNothing()

  scenario('with what was bought elsewhere, or before the start')
    .given([known, past(buys(1, 6_000))])
    .when(buys(2, 4_000))
    .sends([propose(2)])

  policyScenarios(proposeVips({ within: rules.within, purchases: 2 }), { test })(
    'where turnover is no matter, not by that',
  )
    .given([known])
    .when(buys(1, 1_000_000))
    .sendsNothing()

  policyScenarios(proposeVips({ within: rules.within, turnover: [c.money(10_000)] }), { test })(
    'where their number is no matter, not by that',
  )
    .given([known, buys(1, 1), buys(2, 1), buys(3, 1)])
    .when(buys(4, 1))
    .sendsNothing()
})

describe('nobody is proposed', () => {
  const enough = buys(1, 10_000)

  scenario('who is a VIP')
    .given([known, ofCustomer(u.event('CustomerClassified', { classification: u.vip }))])
    .when(enough)
    .sendsNothing()

  scenario('unless he is in another class by now')
    .given([
      known,
      ofCustomer(u.event('CustomerClassified', { classification: u.vip }, d.monday)),
      ofCustomer(u.event('CustomerClassified', { classification: u.golden })),
    ])
    .when(enough)
    .sends([propose(3)])

  const proposed = (classification = u.vip) =>
    ofCustomer(
      u.event('ClassificationProposed', { proposalId: c.entry(1), classification, ...u.why }),
    )
  scenario('who is proposed already, by whomever')
    .given([known, proposed()])
    .when(enough)
    .sendsNothing()

  scenario('unless it is for something else')
    .given([
      known,
      proposed(u.golden),
      ofCustomer(u.event('BlacklistingProposed', { proposalId: c.entry(2), ...u.why })),
    ])
    .when(enough)
    .sends([propose(3)])

  scenario('who is blacklisted')
    .given([known, ofCustomer(u.blacklisted(c.zhao))])
    .when(enough)
    .sendsNothing()

  scenario('who is forgotten')
    .given([known, ofCustomer(u.erased())])
    .when(enough)
    .sendsNothing()

  scenario('who is not on record').given([]).when(enough).sendsNothing()

  scenario('by what was bought elsewhere, or before the start')
    .given([known])
    .when(past(enough))
    .sendsNothing()

  scenario('because something else happens in his dealings')
    .given([known, enough])
    .when(inDealings(d.visited(1)))
    .sendsNothing()
})

describe('after a proposal', () => {
  const dismissed = (place: number) =>
    ofCustomer(
      u.event('ProposalDismissed', {
        proposalId: policyId(name, c.customer(1), factId(place)) as never,
        ...u.why,
      }),
    )
  const proposed = (place: number) =>
    ofCustomer(
      u.event('ClassificationProposed', {
        proposalId: policyId(name, c.customer(1), factId(place)) as never,
        classification: u.vip,
        ...u.why,
      }),
    )
  const next = after(tuesday, 1)

  scenario('that people dismissed, what they knew then counts no more')
    .given([known, buys(1, 10_000), proposed(1), dismissed(1)])
    .when(buys(2, 9_999, next))
    .sendsNothing()

  scenario('what came after does')
    .given([known, buys(1, 10_000), proposed(1), dismissed(1), buys(2, 9_999, next)])
    .when(buys(3, 1, next))
    .sends([propose(5, turnover, 1, next)])

  scenario('nor does what he bought while it was not decided')
    .given([known, buys(1, 10_000), proposed(1), buys(2, 10_000, next), dismissed(1)])
    .when(buys(3, 9_999, after(next, 1)))
    .sendsNothing()

  const moment = { at: tuesday, by }
  it('it is forgotten once all that counted for it is out of the window', () => {
    const memory = new Map([
      ['old', { until: after(start, -1) }],
      ['new', { until: start }],
    ])
    expect(policy.tick?.(memory, moment)).toEqual({ _tag: 'Done', commands: [], forget: ['old'] })
  })
})

describe('a customer who was merged', () => {
  const merged = [
    known,
    ofCustomer(u.registered, 2),
    ofCustomer(u.merged(1, 2), 1),
    ofCustomer(u.absorbed(1, 1), 2),
  ]
  scenario('is proposed as who he is now, by what all of him has bought')
    .given([...merged, buys(1, 6_000, tuesday, 'EUR', 2)])
    .when(buys(2, 4_000))
    .sends([propose(5, turnover, 2)])

  scenario('whose purchase both records have, has bought it once')
    .given([...merged, buys(1, 6_000, tuesday, 'EUR', 2)])
    .when(buys(1, 6_000))
    .sendsNothing()

  scenario('is not proposed again for what he was proposed for before')
    .given([known, buys(9, 10_000), ...merged.slice(1)])
    .when(buys(2, 4_000))
    .sendsNothing()

  scenario('is himself again once parted')
    .given([
      ...merged,
      buys(1, 6_000, tuesday, 'EUR', 2),
      ofCustomer(u.parted(1, 2), 1),
      ofCustomer(u.parted(1, 1), 2),
    ])
    .when(buys(2, 4_000))
    .sendsNothing()
})

describe('the rules', () => {
  const { within } = rules
  it('are right as they should be', () => {
    expect(checkVipProposals(rules)).toEqual([])
    expect(checkVipProposals({ within: 1, purchases: 1 })).toEqual([])
    expect(checkVipProposals({ within, turnover: [c.money(1)] })).toEqual([])
  })
  it.each([
    [{ within: 0, purchases: 1 }, 'within', 'whole milliseconds from 1 to 100 years'],
    [{ within, purchases: 0 }, 'purchases', 'a whole number, at least 1'],
    [{ within, purchases: 1.5 }, 'purchases', 'a whole number, at least 1'],
    [{ within }, '', 'turnover, purchases, or both'],
    [{ within, turnover: [] }, 'turnover', 'at least one'],
    [{ within, turnover: [c.money(1), { amount: 0, currency: 'EUR' }] }, 'turnover.1', 'Money'],
  ])('are refused as %j', (wrong, field, expected) => {
    expect(checkVipProposals(wrong as VipProposals)).toEqual([{ field, expected }])
  })
})
