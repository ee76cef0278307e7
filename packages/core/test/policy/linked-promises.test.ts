import { describe, expect, it, test } from 'vitest'

import type { ComplaintEvent } from '../../src/complaint/events.js'
import { linkPromises } from '../../src/policy/linked-promises.js'
import type { Dispatch } from '../../src/policy/policy.js'
import type { PromiseEvent } from '../../src/promise/events.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as p from '../support/promise.js'

const scenario = policyScenarios(linkPromises, { test })

const complaint = c.complaintId(1)
const promise = c.promiseId(1)
const by = actorOf('linkPromises')
const inComplaint = (event: ComplaintEvent, id: string = complaint): Fact => ({
  category: 'complaint',
  id,
  event,
})
const inPromise = (event: PromiseEvent): Fact => ({ category: 'promise', id: promise, event })

const given = c.promised(1)
const source = p.source({ origin: 'complaint', complaintId: complaint })
const made = p.event('PromiseMade', { ...p.terms, source }, p.monday)
const agreed = p.event(
  'TemporaryAgreementMade',
  { ...p.costly, source, approvers: [p.role('supervisor')], confirmBy: p.wednesday },
  p.monday,
)
const settle = (
  how: 'kept' | 'broken' | 'withdrawn' | 'declined',
  at: typeof p.friday,
  id: string = complaint,
): Dispatch => ({
  to: 'complaint',
  id,
  command: { type: 'SettlePromise', data: { promiseId: promise, how, at, by } },
})
const make = (more: object = {}): Dispatch => ({
  to: 'promise',
  id: promise,
  command: {
    type: 'MakePromise',
    data: {
      customer: c.customer(1),
      kind: 'callback',
      what: c.words,
      basis: c.because,
      dueAt: c.wednesday,
      source,
      at: given.data.at,
      by: given.data.by,
      ...more,
    },
  },
})

scenario('a promise given in a complaint gets its own stream, in the giver’s name')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(given))
  .sends([make()])

scenario('a temporary agreement is opened as one')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(c.promised(1, { temporary: true })))
  .sends([make({ temporary: true })])

const more = {
  timeZone: p.zone('Asia/Shanghai'),
  matter: 'compensation' as const,
  cost: c.money(5_001),
  confirmBy: c.hours(30),
}
scenario(
  'whatever was said of it goes along: where he is, what it decides, by when it is to be confirmed',
)
  .given([inComplaint(c.recorded)])
  .when(inComplaint(c.promised(1, { ...more, temporary: true })))
  .sends([make({ ...more, temporary: true })])

const moved = inComplaint(
  c.event('ComplaintMoved', { customer: c.customer(2), from: c.customer(1), why: c.because }),
)
scenario('the promise is his whose complaint it was when it was given')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(c.promised(1, { customer: c.customer(2) })))
  .sends([make({ customer: c.customer(2) })])

const { customer, ...unsaid } = given.data
const unnamed = { ...given, data: unsaid }
scenario('where that is not on record, it is his whose complaint it is now')
  .given([inComplaint(c.recorded), moved])
  .when(inComplaint(unnamed))
  .sends([make({ customer: c.customer(2) })])

scenario('and nobody’s, where nothing is on record')
  .given([])
  .when(inComplaint(unnamed))
  .sendsNothing()

scenario('kept, the complaint hears of it')
  .given([inPromise(made)])
  .when(inPromise(p.kept()))
  .sends([settle('kept', p.friday)])

scenario('broken, the complaint hears of it')
  .given([inPromise(made)])
  .when(inPromise(p.broken(p.saturday)))
  .sends([settle('broken', p.saturday)])

scenario('withdrawn, the complaint hears of it')
  .given([inPromise(made)])
  .when(inPromise(p.withdrawn(p.tuesday)))
  .sends([settle('withdrawn', p.tuesday)])

scenario('an agreement that was declined is no promise any more')
  .given([inPromise(agreed)])
  .when(inPromise(p.declined(p.tuesday)))
  .sends([settle('declined', p.tuesday)])

scenario('nor is one that lapsed')
  .given([inPromise(agreed)])
  .when(inPromise(p.lapsed(p.saturday)))
  .sends([settle('declined', p.saturday)])

scenario('while it is open there is nothing to say')
  .given([inPromise(made)])
  .when(inPromise(p.moved(p.saturday)))
  .sendsNothing()

scenario('a promise made elsewhere is no complaint’s')
  .given([inPromise(p.made)])
  .when(inPromise(p.kept()))
  .sendsNothing()

const absorbed = c.event('ComplaintAbsorbed', {
  absorbed: complaint,
  openPromises: [promise, c.promiseId(2)],
})
scenario('settled before the survivor had taken it over, the survivor hears of it then')
  .given([inPromise(made), inPromise(p.kept())])
  .when(inComplaint(absorbed, c.complaintId(2)))
  .sends([settle('kept', c.tuesday, c.complaintId(2))])

scenario('named twice among those taken over, it is told of once')
  .given([inPromise(made), inPromise(p.kept())])
  .when(
    inComplaint(
      c.event('ComplaintAbsorbed', { absorbed: complaint, openPromises: [promise, promise] }),
      c.complaintId(2),
    ),
  )
  .sends([settle('kept', c.tuesday, c.complaintId(2))])

scenario('still open, the survivor waits for it')
  .given([inPromise(made)])
  .when(inComplaint(absorbed, c.complaintId(2)))
  .sendsNothing()

scenario('nothing else in a complaint is about promises')
  .given([])
  .when(inComplaint(c.recorded))
  .sendsNothing()

scenario('what was promised elsewhere opens nothing here')
  .given([inComplaint(c.recorded)])
  .when({ category: 'complaint', id: complaint, event: given, past: true })
  .sendsNothing()

scenario('given a second time, it is not made again')
  .given([inComplaint(c.recorded), inPromise(made)])
  .when(inComplaint(given))
  .sendsNothing()

scenario('given a second time, and settled by then, the complaint hears of it')
  .given([inComplaint(c.recorded), inPromise(made), inPromise(p.kept())])
  .when(inComplaint(given))
  .sends([settle('kept', c.tuesday)])

describe('what its own stream refuses', () => {
  const stamp = { at: c.wednesday, by }
  const refused = (dispatch: Dispatch) =>
    linkPromises.refused?.(dispatch, { _tag: 'NobodyMayDecide' }, stamp)

  it('was promised by nobody: the complaint waits for it no more', () => {
    expect(refused(make())).toEqual([settle('declined', c.wednesday)])
  })

  it('and is another’s affair where it was promised elsewhere', () => {
    expect(refused(make({ source: p.terms.source }))).toEqual([])
    expect(refused(settle('kept', c.wednesday))).toEqual([])
  })
})
