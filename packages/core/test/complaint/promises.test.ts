import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import type { Asked } from '../../src/complaint/commands.js'
import { complaint } from '../../src/complaint/complaint.js'
import { promise } from '../../src/promise/promise.js'
import { after } from '../../src/shared/instant.js'
import { TimeZone } from '../../src/time/time-zone.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  because,
  chosen,
  closed,
  command,
  complaintId,
  customer,
  event,
  foundInvalid,
  inCharge,
  judged,
  money,
  notified,
  ofKind,
  onTheTable,
  option,
  promised,
  promiseId,
  recorded,
  resolved,
  rules,
  told,
  toldWhy,
  tuesday,
  wednesday,
  words,
} from '../support/complaint.js'
import { make } from '../support/make.js'

const scenario = scenarios(complaint(rules), { test })
const moved = { customer: customer(2), from: customer(1), why: because }
const costly = {
  kind: 'remedy',
  temporary: true,
  timeZone: make(TimeZone)('Asia/Shanghai'),
  matter: 'compensation',
  cost: money(5_001),
  confirmBy: after(tuesday, 1),
} as const
type Terms = Partial<Asked<'GivePromise'>>
const give = (n: number, more: Terms = {}, at = tuesday) =>
  command(
    'GivePromise',
    {
      promiseId: promiseId(n),
      kind: 'callback',
      what: words,
      basis: because,
      dueAt: wednesday,
      temporary: false,
      ...more,
    },
    at,
  )
const settle = (how: 'kept' | 'broken' | 'withdrawn' | 'declined', n = 1) =>
  command('SettlePromise', { promiseId: promiseId(n), how })
const settled = (how: 'kept' | 'broken' | 'withdrawn' | 'declined', n = 1) =>
  event('PromiseSettled', { promiseId: promiseId(n), how })

describe('a promise given in a complaint', () => {
  scenario('begins there')
    .given([recorded])
    .when(give(1))
    .records([promised(1)])
  scenario('is given once')
    .given([recorded, promised(1)])
    .when(give(1))
    .recordsNothing()
  scenario('settled is not given again')
    .given([recorded, promised(1), settled('broken')])
    .when(give(1))
    .recordsNothing()
  scenario('may be followed by another')
    .given([recorded, promised(1)])
    .when(give(2))
    .records([promised(2)])
  scenario('is due in the future')
    .given([recorded])
    .when(give(1, { dueAt: after(tuesday, 1) }))
    .records([promised(1, { dueAt: after(tuesday, 1) })])
  scenario('is not due as it is given')
    .given([recorded])
    .when(give(1, { dueAt: tuesday }))
    .refuses({ _tag: 'DueNotInFuture', dueAt: tuesday })
  scenario('is not due before it is given')
    .given([recorded])
    .when(give(1, { dueAt: after(tuesday, -1) }))
    .refuses({ _tag: 'DueNotInFuture', dueAt: after(tuesday, -1) })

  scenario('says all that its own stream asks for')
    .given([recorded])
    .when(give(1, costly))
    .records([promised(1, costly)])
  scenario('is his whose complaint it is by then')
    .given([recorded, event('ComplaintMoved', moved)])
    .when(give(1))
    .records([promised(1, { customer: customer(2) })])
  scenario('says what a sum is for')
    .given([recorded])
    .when(give(1, { cost: money(1) }))
    .refuses({ _tag: 'MatterMissing', cost: money(1) })
  for (const remedy of ['compensation', 'priceReduction'] as const)
    scenario(`of ${remedy} says how much`)
      .given([recorded])
      .when(give(1, { matter: remedy }))
      .refuses({ _tag: 'CostMissing', remedy })
  scenario('of another matter need not say how much')
    .given([recorded])
    .when(give(1, { matter: 'repair' }))
    .records([promised(1, { matter: 'repair' })])
  scenario('of a matter is somebody’s to decide, up to his limit')
    .given([recorded])
    .when(give(1, { matter: 'compensation', cost: money(50_000) }))
    .records([promised(1, { matter: 'compensation', cost: money(50_000) })])
  scenario('of a matter that nobody may decide, up to so much, is not given')
    .given([recorded])
    .when(give(1, { matter: 'compensation', cost: money(50_001) }))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'compensation', cost: money(50_001) })
  scenario('of a matter that nobody may decide is not given')
    .given([recorded])
    .when(give(1, { matter: 'exchange' }))
    .refuses({ _tag: 'NobodyMayDecide', matter: 'exchange' })
  scenario('is to be confirmed in the future')
    .given([recorded])
    .when(give(1, { confirmBy: after(tuesday, 1) }))
    .records([promised(1, { confirmBy: after(tuesday, 1) })])
  scenario('is not to be confirmed as it is given')
    .given([recorded])
    .when(give(1, { confirmBy: tuesday }))
    .refuses({ _tag: 'ConfirmByNotInFuture', confirmBy: tuesday })
  scenario('may be confirmed until it is due')
    .given([recorded])
    .when(give(1, { confirmBy: wednesday }))
    .records([promised(1, { confirmBy: wednesday })])
  scenario('is not to be confirmed after it is due')
    .given([recorded])
    .when(give(1, { confirmBy: after(wednesday, 1) }))
    .refuses({
      _tag: 'ConfirmByAfterDue',
      confirmBy: after(wednesday, 1),
      dueAt: wednesday,
    })

  const early = {
    recorded: [recorded],
    judged,
    assigned: inCharge,
    investigated: toldWhy,
    proposed: onTheTable,
  }
  for (const [step, history] of Object.entries(early)) {
    scenario(`of a remedy binds too soon (${step})`)
      .given(history)
      .when(give(1, { kind: 'remedy' }))
      .refuses({ _tag: 'ApprovalNeeded', step: step as keyof typeof early })
    scenario(`of a remedy may be a temporary agreement (${step})`)
      .given(history)
      .when(give(1, { kind: 'remedy', temporary: true }))
      .records([promised(1, { kind: 'remedy', temporary: true })])
    scenario(`of anything else binds at once (${step})`)
      .given(history)
      .when(give(1, { kind: 'arrival' }))
      .records([promised(1, { kind: 'arrival' })])
  }
  for (const [step, history] of Object.entries({ agreed, told, chosen, resolved }))
    scenario(`of a remedy binds once it is approved (${step})`)
      .given(history)
      .when(give(1, { kind: 'remedy' }))
      .records([promised(1, { kind: 'remedy' })])
  scenario('of a remedy does not bind where the complaint was found invalid')
    .given([recorded, foundInvalid, notified()])
    .when(give(1, { kind: 'remedy' }))
    .refuses({ _tag: 'ApprovalNeeded', step: 'resolved' })
  scenario('of a remedy that was resolved at once binds')
    .given([
      recorded,
      event('ResolvedAtOnce', { option: option(51), noteDueAt: wednesday, stopped: [] }),
    ])
    .when(give(1, { kind: 'remedy' }))
    .records([promised(1, { kind: 'remedy' })])
  for (const [ruling, binds] of [
    ['settled', true],
    ['dismissed', false],
  ] as const) {
    const told = scenario(`of a remedy after an outside body decided: ${ruling}`)
      .given([recorded, event('OutsideDecisionRecorded', { ruling, text: words })])
      .when(give(1, { kind: 'remedy' }))
    if (binds) told.records([promised(1, { kind: 'remedy' })])
    else told.refuses({ _tag: 'ApprovalNeeded', step: 'resolved' })
  }
  scenario('of a remedy needs no approval for a repair')
    .given([ofKind('repair')])
    .when(give(1, { kind: 'remedy' }))
    .records([promised(1, { kind: 'remedy' })])

  for (const how of ['kept', 'broken', 'withdrawn', 'declined'] as const) {
    scenario(`is settled as its own stream says: ${how}`)
      .given([recorded, promised(1)])
      .when(settle(how))
      .records([settled(how)])
    scenario(`is settled once: ${how}`)
      .given([recorded, promised(1), settled(how)])
      .when(settle(how))
      .recordsNothing()
  }
  scenario('is settled one way')
    .given([recorded, promised(1), settled('kept')])
    .when(settle('broken'))
    .refuses({ _tag: 'AlreadySettled', how: 'kept' })
  scenario('is settled if it was given')
    .given([recorded, promised(1)])
    .when(settle('kept', 2))
    .refuses({ _tag: 'NoSuchPromise' })
  scenario('is settled after the customer withdrew')
    .given([recorded, promised(1), event('ComplaintWithdrawn', { why: because })])
    .when(settle('kept'))
    .records([settled('kept')])
  scenario('is not given after the close')
    .given([...resolved, closed()])
    .when(give(1))
    .refuses({ _tag: 'AlreadyClosed', outcome: 'resolved', closedAt: tuesday })
})

describe('the promise’s own stream', () => {
  const opened = (more: Terms) => {
    const {
      data: { promiseId: _, at, ...terms },
    } = promised(1, more)
    if (terms.customer === undefined) throw new Error('nobody’s')
    const source = { origin: 'complaint', complaintId: complaintId(1) } as const
    const asked = { ...terms, customer: terms.customer, source, at }
    const decider = promise({ authority: rules.authority })
    return decider.decide({ type: 'MakePromise', data: asked })(decider.initial)
  }
  const types = (answer: ReturnType<typeof opened>) =>
    E.isRight(answer) ? answer.right.map(({ type }) => type) : answer.left._tag

  it('is opened from the event alone', () => {
    expect(types(opened({}))).toEqual(['PromiseMade'])
    expect(types(opened(costly))).toEqual(['TemporaryAgreementMade'])
    expect(types(opened({ matter: 'repair' }))).toEqual(['PromiseMade'])
  })
  it('would refuse what is refused in the complaint', () => {
    const sum = { cost: money(1) }
    expect(types(opened(sum))).toBe('MatterMissing')
    expect(types(opened({ matter: 'compensation' }))).toBe('CostMissing')
    expect(types(opened({ matter: 'exchange' }))).toBe('NobodyMayDecide')
    expect(types(opened({ ...costly, confirmBy: tuesday }))).toBe('ConfirmByNotInFuture')
    expect(types(opened({ ...costly, confirmBy: after(wednesday, 1) }))).toBe('ConfirmByAfterDue')
  })
})
