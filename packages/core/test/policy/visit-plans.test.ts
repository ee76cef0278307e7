import { describe, expect, it, test } from 'vitest'

import type { CustomerEvent } from '../../src/customer/events.js'
import type { DealingsEvent } from '../../src/dealings/events.js'
import { dueVisits } from '../../src/follow-up/due-visits.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import type { FollowUpState } from '../../src/follow-up/state.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { openVisitPlans, type VisitPlans } from '../../src/policy/visit-plans.js'
import type { Instant } from '../../src/shared/instant.js'
import type { Name } from '../../src/shared/text.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, type Fact, factId, policyScenarios } from '../../src/testing/policy-scenarios.js'
import { customer } from '../support/complaint.js'
import * as k from '../support/customer.js'
import * as d from '../support/dealings.js'
import * as f from '../support/follow-up.js'

const berlin: VisitPlans = { timeZone: f.zone('Europe/Berlin') }
const scenario = policyScenarios(openVisitPlans(berlin), { test })
const byMood = policyScenarios(openVisitPlans({ ...berlin, scheme: 'mood' }), { test })

const by = actorOf('openVisitPlans')
const inDealings = (event: DealingsEvent): Fact => ({
  category: 'dealings',
  id: customer(1),
  event,
})
const inCustomer = (n: number, event: CustomerEvent): Fact => ({
  category: 'customer',
  id: customer(n),
  event,
})
const classed = (scheme: string, value: string, n = 1): Fact =>
  inCustomer(n, k.event('CustomerClassified', { classification: k.classOf(scheme, value) }))

/** Because of the fact at `place` of the story. */
const open = (place: number, inClass?: string, at: Instant = d.tuesday): Dispatch => ({
  to: 'followUp',
  id: policyId('openVisitPlans', factId(place)),
  command: {
    type: 'OpenPlan',
    data: {
      customer: customer(1),
      kind: 'returnVisit',
      anchor: at,
      timeZone: berlin.timeZone,
      item: f.name('serial 7'),
      ...(inClass !== undefined && { class: inClass as Name }),
      at,
      by,
    },
  },
})
const registered = inCustomer(1, k.registered)

scenario('what was handed over is visited from then on')
  .given([registered])
  .when(inDealings(d.handedOver(1)))
  .sends([open(1)])

scenario('by how often his tier is visited')
  .given([registered, classed('tier', 'vip')])
  .when(inDealings(d.handedOver(1)))
  .sends([open(2, 'vip')])

scenario('not by another class of his')
  .given([registered, classed('size', 'large')])
  .when(inDealings(d.handedOver(1)))
  .sends([open(2)])

scenario('nor by one he is not in any more')
  .given([
    registered,
    classed('tier', 'vip'),
    inCustomer(1, k.event('CustomerDeclassified', { classification: k.classOf('tier', 'vip') })),
  ])
  .when(inDealings(d.handedOver(1)))
  .sends([open(3)])

byMood('by the class in whatever scheme the host names')
  .given([registered, classed('tier', 'vip'), classed('mood', 'gold')])
  .when(inDealings(d.handedOver(1)))
  .sends([open(3, 'gold')])

scenario('merged, he is visited in his own name, as often as his survivor')
  .given([
    registered,
    inCustomer(2, k.registered),
    classed('tier', 'golden'),
    classed('tier', 'vip', 2),
    inCustomer(1, k.merged(1, 2)),
  ])
  .when(inDealings(d.handedOver(1)))
  .sends([open(5, 'vip')])

scenario('a lost customer who takes something over is visited like any other')
  .given([registered, inCustomer(1, k.lost(d.monday))])
  .when(inDealings(d.handedOver(1)))
  .sends([open(2)])

scenario('so is one of whom nothing but his dealings is known')
  .given([])
  .when(inDealings(d.handedOver(1)))
  .sends([open(0)])

scenario('a forgotten one is not')
  .given([registered, inCustomer(1, k.erased())])
  .when(inDealings(d.handedOver(1)))
  .sendsNothing()

scenario('each hand-over has a plan of its own')
  .given([registered, inDealings(d.handedOver(1))])
  .when(inDealings(d.handedOver(2, {}, d.wednesday)))
  .sends([open(2, undefined, d.wednesday)])

scenario('who took it over may be forgotten')
  .given([registered])
  .when(inDealings(d.handedOver(1, { acceptedBy: { redacted: true } })))
  .sends([open(1)])

scenario('a purchase is no hand-over')
  .given([registered])
  .when(inDealings(d.bought(1)))
  .sendsNothing()

scenario('what was handed over before the start, or elsewhere, is not visited')
  .given([registered])
  .when({ ...inDealings(d.handedOver(1)), past: true })
  .sendsNothing()

describe('the plan', () => {
  const { decide, evolve } = followUp(f.rules)
  const planOf = (at: Instant, inClass?: string): FollowUpState => {
    const { command } = open(0, inClass, at) as Extract<Dispatch, { to: 'followUp' }>
    const answer = decide(command)({ _tag: 'NotOpened' })
    if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
    return answer.right.reduce<FollowUpState>(evolve, { _tag: 'NotOpened' })
  }
  const dues = (state: FollowUpState, at: Instant) =>
    dueVisits(state, at).map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16))

  it('is made by phone, unless the desk says otherwise later', () => {
    const state = planOf(d.tuesday)
    expect(state._tag === 'Open' && state.file.channel).toBe('phone')
  })

  it('is monthly from the hand-over to a year after it, then quarterly, at its hour of the day on the wall', () => {
    const state = planOf(f.utc('2026-12-31 09:00'))
    expect(dues(state, f.utc('2028-07-01 00:00'))).toEqual([
      '2027-01-31T09:00',
      '2027-02-28T09:00',
      '2027-03-31T08:00',
      '2027-04-30T08:00',
      '2027-05-31T08:00',
      '2027-06-30T08:00',
      '2027-07-31T08:00',
      '2027-08-31T08:00',
      '2027-09-30T08:00',
      '2027-10-31T09:00',
      '2027-11-30T09:00',
      '2027-12-31T09:00',
      '2028-03-31T08:00',
      '2028-06-30T08:00',
    ])
  })

  it('comes as often as the class is visited', () => {
    expect(dues(planOf(f.monday, 'vip'), f.days(29))).toEqual([
      '2026-12-07T09:00',
      '2026-12-21T09:00',
    ])
  })
})
