import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import type { CallBackReason } from '../../src/follow-up/values.js'
import { scheduleCallBacks } from '../../src/policy/call-backs.js'
import type { Dispatch } from '../../src/policy/policy.js'
import type { PromiseEvent } from '../../src/promise/events.js'
import type { Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, type Fact, factId, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as k from '../support/customer.js'
import * as f from '../support/follow-up.js'
import * as p from '../support/promise.js'

const scenario = policyScenarios(scheduleCallBacks, { test })

const by = actorOf('scheduleCallBacks')
const inComplaint = (event: ComplaintEvent): Fact => ({
  category: 'complaint',
  id: c.complaintId(1),
  event,
})
const inPromise = (event: PromiseEvent): Fact => ({
  category: 'promise',
  id: c.promiseId(1),
  event,
})
const inCustomer = (n: number, event: Extract<Fact, { category: 'customer' }>['event']): Fact => ({
  category: 'customer',
  id: c.customer(n),
  event,
})

/** Because of the fact at `place` of the story. */
const schedule = (
  place: number,
  reason: CallBackReason,
  at: Instant = c.tuesday,
  customer = c.customer(1),
): Dispatch => ({
  to: 'followUp',
  id: policyId('scheduleCallBacks', factId(place)),
  command: { type: 'ScheduleCallBack', data: { customer, reason, at, by } },
})

scenario('after a complaint was closed its customer is called')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(c.closed()))
  .sends([schedule(1, f.afterComplaint)])

for (const outcome of ['invalid', 'unanswered'] as const)
  scenario(`closed as ${outcome} too`)
    .given([inComplaint(c.recorded)])
    .when(inComplaint(c.closed(outcome)))
    .sends([schedule(1, f.afterComplaint)])

scenario('after each close, once')
  .given([
    inComplaint(c.recorded),
    inComplaint(c.closed()),
    inComplaint(c.event('ComplaintReopened', { why: c.because })),
  ])
  .when(inComplaint(c.closed('resolved', c.wednesday)))
  .sends([schedule(3, f.afterComplaint, c.wednesday)])

const moved = c.event('ComplaintMoved', {
  customer: c.customer(2),
  from: c.customer(1),
  why: c.because,
})
scenario('it is he whose complaint it is by then')
  .given([inComplaint(c.recorded), inComplaint(moved)])
  .when(inComplaint(c.closed()))
  .sends([schedule(2, f.afterComplaint, c.tuesday, c.customer(2))])

for (const kind of ['inquiry', 'suggestion', 'repair', 'return'] as const)
  scenario(`nobody is called after his ${kind} was closed`)
    .given([inComplaint(c.ofKind(kind))])
    .when(inComplaint(c.closed()))
    .sendsNothing()

scenario('it is what it was closed as')
  .given([
    inComplaint(c.ofKind('inquiry')),
    inComplaint(c.event('KindChanged', { kind: 'complaint', clocksFrom: 'receipt' })),
  ])
  .when(inComplaint(c.closed()))
  .sends([schedule(2, f.afterComplaint)])

scenario('a complaint that is not on record is nobody’s')
  .given([])
  .when(inComplaint(c.closed()))
  .sendsNothing()

scenario('a withdrawn complaint was not closed')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(c.event('ComplaintWithdrawn', { why: c.because })))
  .sendsNothing()

scenario('after a promise was broken its customer is called')
  .given([inPromise(p.made)])
  .when(inPromise(p.broken(p.saturday)))
  .sends([schedule(1, f.afterBroken, p.saturday)])

for (const [how, event] of [
  ['kept', p.kept()],
  ['kept late', p.kept(p.saturday)],
  ['withdrawn', p.withdrawn()],
] as const)
  scenario(`${how}, nobody need be called`)
    .given([inPromise(p.made)])
    .when(inPromise(event))
    .sendsNothing()

scenario('an agreement that lapsed was never a promise')
  .given([inPromise(p.agreed)])
  .when(inPromise(p.lapsed(p.saturday)))
  .sendsNothing()

scenario('a promise that is not on record was made to nobody')
  .given([])
  .when(inPromise(p.broken(p.saturday)))
  .sendsNothing()

scenario('a merged customer is called in his own name')
  .given([
    inCustomer(1, k.registered),
    inCustomer(2, k.registered),
    inCustomer(1, k.merged(1, 2)),
    inComplaint(c.recorded),
  ])
  .when(inComplaint(c.closed()))
  .sends([schedule(4, f.afterComplaint)])

for (const [who, facts] of [
  ['a forgotten customer', [inCustomer(1, k.registered), inCustomer(1, k.erased())]],
  [
    'one whose survivor is forgotten',
    [
      inCustomer(1, k.registered),
      inCustomer(2, k.registered),
      inCustomer(1, k.merged(1, 2)),
      inCustomer(2, k.erased()),
    ],
  ],
] as const) {
  scenario(`${who} is not called about his complaint`)
    .given([...facts, inComplaint(c.recorded)])
    .when(inComplaint(c.closed()))
    .sendsNothing()
  scenario(`${who} is not called about a promise`)
    .given([...facts, inPromise(p.made)])
    .when(inPromise(p.broken(p.saturday)))
    .sendsNothing()
}

for (const [what, before, fact] of [
  ['a complaint closed', c.recorded, inComplaint(c.closed())],
  ['a promise broken', c.recorded, inPromise(p.broken(p.saturday))],
] as const)
  scenario(`${what} before the start, or elsewhere, is not followed up`)
    .given([inComplaint(before), inPromise(p.made)])
    .when({ ...fact, past: true })
    .sendsNothing()

describe('the call back', () => {
  /** The desk works from nine to five in Berlin, Monday to Friday; the 25th of December is a holiday. */
  const dueOf = (reason: CallBackReason, at: string) => {
    const { data } = schedule(0, reason, f.utc(at)).command as Extract<
      Extract<Dispatch, { to: 'followUp' }>['command'],
      { type: 'ScheduleCallBack' }
    >
    const answer = followUp(f.rules).decide({ type: 'ScheduleCallBack', data })({
      _tag: 'NotOpened',
    })
    return answer._tag === 'Right'
      ? answer.right.map((event) =>
          event.type === 'CallBackScheduled'
            ? [event.data.channel, new Date(event.data.planned.dueAt).toISOString().slice(0, 10)]
            : [],
        )
      : answer.left
  }

  it('is due on the third working day after a complaint was closed, by phone', () => {
    expect(dueOf(f.afterComplaint, '2026-11-23 10:00')).toEqual([['phone', '2026-11-26']])
    expect(dueOf(f.afterComplaint, '2026-11-26 10:00')).toEqual([['phone', '2026-12-01']])
    expect(dueOf(f.afterComplaint, '2026-12-23 10:00')).toEqual([['phone', '2026-12-29']])
  })

  it('is due on the next working day after a promise was broken', () => {
    expect(dueOf(f.afterBroken, '2026-11-23 10:00')).toEqual([['phone', '2026-11-24']])
    expect(dueOf(f.afterBroken, '2026-11-27 10:00')).toEqual([['phone', '2026-11-30']])
    expect(dueOf(f.afterBroken, '2026-12-24 10:00')).toEqual([['phone', '2026-12-28']])
  })
})
