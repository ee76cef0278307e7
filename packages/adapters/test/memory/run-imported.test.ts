import { policies } from '@troth/core'
import { describe, expect, it } from 'vitest'

import { at, caughtUp, day, type Desk, onRecord, openDesk, run, uuid } from './policy-desk.js'

const every = [
  policies.issueSurveys({
    mode: 'transaction',
    channel: 'email',
    purpose: 'survey',
    cap: 5,
    period: 30 * day,
  } as policies.IssuedSurveys),
  policies.expireSurveys,
  policies.openComplaints({
    owner: { id: 'wang', role: 'supervisor' },
    dissatisfied: { csat: 5, nps: 10 },
  } as policies.OpenedComplaints),
  policies.proposeVips({ within: 30 * day, purchases: 1 }),
  policies.proposeBlacklisting({
    manyClaims: { within: 30 * day, atLeast: 1 },
    claimRatio: { within: 30 * day, above: 0 },
  }),
] as ReadonlyArray<unknown> as ReadonlyArray<policies.Policy>

const wu = uuid(1)

/** Of one customer, everything that any of these policies would do something about. */
const bringAllIn = async ({ bringIn, runtime }: Desk) => {
  const then = at(runtime.now() - 10 * day)
  const fact = (type: string, data: object = {}) => ({ type, data: { at: then, ...data } })
  const said = { channel: 'phone', text: 'as was said' }
  await bringIn(
    [
      fact('CustomerRegistered', {
        kind: 'person',
        relation: 'external',
        stage: 'buyer',
        name: 'Wu',
      }),
      fact('ConsentGiven', { purpose: 'survey', channel: 'email' }),
    ],
    wu,
    'customer',
  )
  await bringIn(
    [fact('PurchaseRecorded', { orderId: 'SO-1', amount: { amount: 100, currency: 'EUR' } })],
    wu,
    'dealings',
  )
  await bringIn(
    [
      fact('ComplaintRecorded', {
        kind: 'complaint',
        customer: wu,
        channel: 'phone',
        about: { topic: 'item', ref: 'pump 7' },
        demand: 'a pump that pumps',
        firstResponsible: 'desk',
        stopped: [],
      }),
      fact('ResolvedAtOnce', {
        option: {
          optionId: uuid(3),
          remedy: 'compensation',
          what: 'money',
          cost: { amount: 100, currency: 'EUR' },
        },
        noteDueAt: then,
        stopped: [],
      }),
      fact('ReplyGiven', { replyId: uuid(4), ...said, automatic: false, stopped: [] }),
      fact('ComplaintClosed', {
        summary: 'paid',
        outcome: 'resolved',
        evaluation: { toCaseLibrary: false },
        stopped: [],
      }),
    ],
    uuid(2),
    'complaint',
  )
  await bringIn(
    [
      fact('PlanOpened', {
        customer: wu,
        kind: 'returnVisit',
        anchor: then,
        timeZone: 'UTC',
        channel: 'phone',
        window: { early: day, late: day },
        december: [],
      }),
      fact('VisitDone', {
        visitId: uuid(6),
        channel: 'siteVisit',
        reached: true,
        satisfactionAsked: true,
        dissatisfaction: 'it leaks again',
      }),
    ],
    uuid(5),
    'followUp',
  )
  const issued = fact('SurveyIssued', {
    customer: wu,
    about: { topic: 'relationship' },
    mode: 'cumulative',
    channel: 'email',
    answeredFor: [],
    expiresAt: then,
  })
  const answer = { answers: { csat: 1 }, correctableUntil: then }
  await bringIn([issued, fact('SurveyAnswered', answer)], uuid(7), 'survey')
  await bringIn([issued], uuid(8), 'survey')
}

const afterAll = async (imported: boolean): Promise<ReadonlyArray<string>> => {
  const desk = openDesk()
  await bringAllIn(desk)
  const before = await onRecord(desk)
  const running = every.map((policy) => run(desk, policy, { imported }))
  for (const each of running) await caughtUp(each)
  for (const each of running) await each.tick()
  for (const each of running) await each.settled()
  for (const each of running) expect(await each.stop()).toMatchObject({ why: { _tag: 'Asked' } })
  const known = new Set(before.map(({ id }) => id))
  return (await onRecord(desk)).flatMap(({ id, type }) => (known.has(id) ? [] : [type])).sort()
}

describe('an imported history', () => {
  it('leads to no command, whichever of these policies hears of it', async () => {
    expect(await afterAll(false)).toEqual([])
  })

  it('has something for each of them, where the host says that it counts', async () => {
    expect(new Set(await afterAll(true))).toEqual(
      new Set([
        'SurveyIssued',
        'SurveyExpired',
        'ComplaintRecorded',
        'ClassificationProposed',
        'BlacklistingProposed',
      ]),
    )
  })
})
