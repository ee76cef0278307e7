import { describe, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { after } from '../../src/shared/instant.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  agreed,
  because,
  chosen,
  closed,
  command,
  event,
  foundInvalid,
  inCharge,
  judged,
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

const scenario = scenarios(complaint(rules), { test })
type Terms = Partial<ReturnType<typeof promised>['data']>
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
