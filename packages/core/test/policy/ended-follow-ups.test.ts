import { expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { evolve } from '../../src/customer/evolve.js'
import type { CustomerState } from '../../src/customer/state.js'
import type { FollowUpEvent } from '../../src/follow-up/events.js'
import { endFollowUps } from '../../src/policy/ended-follow-ups.js'
import type { Dispatch, Happening } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import type { Instant } from '../../src/shared/instant.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as k from '../support/customer.js'
import * as f from '../support/follow-up.js'

const scenario = policyScenarios(endFollowUps, { test })

const id = (n: number) => `f0000000-0000-4000-8000-00000000000${String(n)}`
const by = actorOf('endFollowUps')
const onPlan = (event: FollowUpEvent, n = 1): Fact => ({
  category: 'followUp',
  id: id(n),
  event,
})
const onCustomer = (n: number, event: CustomerEvent): Fact => ({
  category: 'customer',
  id: c.customer(n),
  event,
})
const onComplaint = (event: ComplaintEvent, n = 1): Fact => ({
  category: 'complaint',
  id: c.complaintId(n),
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })

const lost = 'the customer is lost'
const forgotten = 'the customer is forgotten'
const reopened = 'the complaint was reopened'
const close = (why: string, n = 1, at: Instant = c.tuesday): Dispatch => ({
  to: 'followUp',
  id: id(n),
  command: { type: 'CloseFollowUp', data: { why: f.text(why), at, by } },
})

const registered = onCustomer(1, k.registered)
const opened = onPlan(f.opened())
const called = onPlan(f.scheduled(), 2)

for (const [how, event, why] of [
  ['lost', k.lost(), lost],
  ['forgotten', k.erased(), forgotten],
] as const) {
  scenario(`${how}, a customer is followed up no more`)
    .given([registered, opened, called])
    .when(onCustomer(1, event))
    .sends([close(why, 1), close(why, 2)])
  scenario(`${how}, another one is left in peace`)
    .given([registered, onCustomer(2, k.registered), opened])
    .when(onCustomer(2, event))
    .sendsNothing()
  scenario(`${how}, what was opened for those who were merged into him ends too`)
    .given([
      ...[1, 2, 3].map((n) => onCustomer(n, k.registered)),
      opened,
      onCustomer(1, k.merged(1, 2)),
      onCustomer(2, k.absorbed(1, 1)),
      onCustomer(2, k.merged(2, 3)),
      onCustomer(3, k.absorbed(2, 2)),
    ])
    .when(onCustomer(3, event))
    .sends([close(why)])
  scenario(`${how}, what was opened for one who was parted from him goes on`)
    .given([
      ...[1, 2].map((n) => onCustomer(n, k.registered)),
      opened,
      onCustomer(1, k.merged(1, 2)),
      onCustomer(2, k.absorbed(1, 1)),
      onCustomer(1, k.parted(1, 2)),
    ])
    .when(onCustomer(2, event))
    .sendsNothing()
  scenario(`${how} before the start, or elsewhere, nothing is done about it`)
    .given([registered, opened])
    .when(past(onCustomer(1, event)))
    .sendsNothing()
  scenario(`${how}, what was opened before the start ends too`)
    .given([registered, past(opened)])
    .when(onCustomer(1, event))
    .sends([close(why)])
  scenario(`what was opened before he was ${how}, and is heard of after it, is closed`)
    .given([registered, onCustomer(1, event)])
    .when(onPlan(f.opened()))
    .sends([close(why, 1, f.monday)])
  scenario(`and so where his survivor was ${how}`)
    .given([
      ...[1, 2].map((n) => onCustomer(n, k.registered)),
      onCustomer(1, k.merged(1, 2)),
      onCustomer(2, k.absorbed(1, 1)),
      onCustomer(2, event),
    ])
    .when(onPlan(f.opened()))
    .sends([close(why, 1, f.monday)])
  scenario(`and so where he was ${how} before he was merged`)
    .given([
      ...[1, 2].map((n) => onCustomer(n, k.registered)),
      onCustomer(1, event),
      onCustomer(1, k.merged(1, 2)),
    ])
    .when(onPlan(f.opened()))
    .sends([close(why, 1, f.monday)])
  scenario(`opened before the start it is left as it is, ${how} or not`)
    .given([registered, onCustomer(1, event)])
    .when(past(onPlan(f.opened())))
    .sendsNothing()
}

it('won back before his loss was heard of, he is visited as before', () => {
  const states = {
    Lost: [k.registered, k.lost()],
    Active: [k.registered, k.lost(), k.event('CustomerWonBack', { how: k.why.why })],
  }
  for (const [tag, commands] of [
    ['Lost', [close(lost)]],
    ['Active', []],
  ] as const) {
    const memory = new Map([[id(1), { customer: c.customer(1), complaint: null }]])
    const heard = { ...onCustomer(1, k.lost()), eventId: id(9), triggers: true } as Happening
    const walk = steps(endFollowUps.react(heard, memory, { at: c.tuesday, by }))
    walk.next()
    const state = states[tag].reduce<CustomerState>(evolve, { _tag: 'NotRegistered' })
    expect(state._tag).toBe(tag)
    expect(walk.next(state)).toMatchObject({ done: true, value: { commands } })
  }
})

scenario('of the loss of somebody who was never registered nothing follows')
  .given([opened])
  .when(onCustomer(1, k.lost()))
  .sendsNothing()

scenario('whoever is visited at the instant of his loss is lost')
  .given([registered, onCustomer(1, k.lost(c.tuesday))])
  .when(onPlan(f.opened({}, c.tuesday)))
  .sends([close(lost, 1, c.tuesday)])

scenario('whoever is visited after it is to be won back')
  .given([registered, onCustomer(1, k.lost(c.tuesday))])
  .when(onPlan(f.opened({}, c.hours(25))))
  .sendsNothing()

scenario('nobody visits the forgotten, whenever it was thought of')
  .given([registered, onCustomer(1, k.erased())])
  .when(onPlan(f.opened({}, c.hours(25))))
  .sends([close(forgotten, 1, c.hours(25))])

for (const [how, event] of [
  ['closed', f.closed(f.tuesday)],
  ['done', f.done(1, f.callBack, f.tuesday)],
  ['missed', f.missed(f.callBack)],
  ['skipped', f.skipped(f.callBack, f.tuesday)],
] as const)
  scenario(`a call back that was ${how} is not closed again`)
    .given([registered, called, onPlan(event, 2)])
    .when(onCustomer(1, k.lost(f.days(9))))
    .sendsNothing()

scenario('a plan goes on after a visit')
  .given([registered, opened, onPlan(f.done(1, f.december, f.december.dueAt))])
  .when(onCustomer(1, k.lost(f.days(60))))
  .sends([close(lost, 1, f.days(60))])

scenario('nothing is heard of who was never registered').given([]).when(opened).sendsNothing()

scenario('a visit to somebody of whom nothing was opened is nobody’s')
  .given([registered])
  .when(onPlan(f.done(1, f.december, f.tuesday)))
  .sendsNothing()

const takenUp = (at: Instant) => c.event('ComplaintReopened', { why: c.because }, at)
const ofComplaint = [onComplaint(c.recorded), onComplaint(c.closed('resolved', c.monday)), called]

scenario('a reopened complaint is not called about')
  .given([registered, opened, ...ofComplaint])
  .when(onComplaint(takenUp(c.tuesday)))
  .sends([close(reopened, 2)])

const referred = c.event(
  'ComplaintReferred',
  { body: 'court', name: c.name('the court'), why: c.because },
  c.monday,
)
scenario('nor one that came back from outside')
  .given([...ofComplaint, onComplaint(referred)])
  .when(
    onComplaint(c.event('OutsideDecisionRecorded', { ruling: 'upheld', text: c.words }, c.tuesday)),
  )
  .sends([close(reopened, 2)])

scenario('another complaint is')
  .given(ofComplaint)
  .when(onComplaint(takenUp(c.tuesday), 2))
  .sendsNothing()

scenario('what else happens to it is no reason')
  .given(ofComplaint)
  .when(onComplaint(c.contacted(1)))
  .sendsNothing()

scenario('a call about a broken promise is no call about a complaint')
  .given([onComplaint(c.recorded), onPlan(f.scheduled(f.callBack, f.afterBroken))])
  .when(onComplaint(takenUp(c.tuesday)))
  .sendsNothing()

scenario('reopened before the start, or elsewhere, nothing is done about it')
  .given(ofComplaint)
  .when(past(onComplaint(takenUp(c.tuesday))))
  .sendsNothing()

scenario('a call back scheduled before it was reopened, and heard of after that, is closed')
  .given([...ofComplaint.slice(0, 2), onComplaint(takenUp(c.tuesday))])
  .when(called)
  .sends([close(reopened, 2, c.monday)])

scenario('even where the complaint is closed again by then')
  .given([
    ...ofComplaint.slice(0, 2),
    onComplaint(takenUp(c.tuesday)),
    onComplaint(c.closed('resolved', c.wednesday)),
  ])
  .when(called)
  .sends([close(reopened, 2, c.monday)])

const again = { ...f.callBack, opensAt: c.tuesday }
scenario('after the last close the customer is called')
  .given([
    ...ofComplaint.slice(0, 2),
    onComplaint(takenUp(c.tuesday)),
    onComplaint(c.closed('resolved', c.tuesday)),
  ])
  .when(onPlan(f.scheduled(again)))
  .sendsNothing()

scenario('and after the first').given(ofComplaint.slice(0, 2)).when(called).sendsNothing()

scenario('of a complaint that is not known there is nothing to say')
  .given([])
  .when(called)
  .sendsNothing()
