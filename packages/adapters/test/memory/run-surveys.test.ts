import { policies } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { caughtUp, day, type Desk, onRecord, openDesk, run, uuid } from './policy-desk.js'

const rules = {
  mode: 'transaction',
  channel: 'email',
  purpose: 'survey',
  cap: 1,
  period: 30 * day,
} as policies.IssuedSurveys
const issuing = policies.issueSurveys(rules)
const expiring = policies.expireSurveys

const wu = uuid(1)
const know = async (desk: Desk) => {
  await desk.ask('customer', wu, 'RegisterCustomer', {
    kind: 'person',
    relation: 'external',
    stage: 'buyer',
    name: 'Wu',
  })
  await desk.ask('customer', wu, 'GiveConsent', { purpose: 'survey', channel: 'email' })
}
/** Recorded, found to be none of ours, told so and closed: the shortest life of a complaint. */
const complain = async (desk: Desk, n: number) => {
  const ask = (type: string, data: object) => desk.ask('complaint', uuid(n), type, data)
  await ask('RecordComplaint', {
    kind: 'complaint',
    customer: wu,
    channel: 'phone',
    about: { topic: 'item', ref: 'pump 7' },
    demand: 'a pump that pumps',
  })
  await ask('FindInvalid', {
    ground: 'misunderstanding',
    content: { category: 'quality', subtype: 'fault' },
    reasons: 'it pumps',
  })
  await ask('NotifyCustomer', {
    noticeId: uuid(n),
    channel: 'phone',
    contactNext: 'desk',
    text: 'it pumps',
  })
  return ask('CloseComplaint', {
    summary: 'it pumps',
    evaluation: { toCaseLibrary: false },
  })
}
const surveys = (desk: Desk) => onRecord(desk, 'survey')

describe('surveys', () => {
  it('are issued after a complaint was closed, up to the cap', async () => {
    const desk = openDesk()
    const running = run(desk, issuing)
    await know(desk)
    expect(await complain(desk, 1)).toMatchObject({ _tag: 'Appended' })
    await complain(desk, 2)
    await running.settled()
    expect(await surveys(desk)).toMatchObject([
      {
        type: 'SurveyIssued',
        data: { customer: wu, answeredFor: [{ id: 'desk' }], by: { id: 'policy.issueSurveys' } },
      },
      { type: 'SurveySuppressed', data: { why: { ground: 'aboveCap', count: 1 } } },
    ])
    desk.runtime.advance(30 * day)
    await complain(desk, 3)
    await running.settled()
    expect((await surveys(desk)).map(({ type }) => type)).toEqual([
      'SurveyIssued',
      'SurveySuppressed',
      'SurveyIssued',
    ])
    await running.tick()
    await running.stop()
    const rows = await desk.stores.viewStore.entries('policy.issueSurveys')()
    expect(E.isRight(rows) && rows.right).toHaveLength(1)
  })

  it('of a policy that began in year three ask nobody about the years before', async () => {
    const desk = openDesk()
    await know(desk)
    for (let month = 1; month <= 24; month++) {
      desk.runtime.advance(31 * day)
      await complain(desk, month)
    }
    desk.runtime.advance(1)
    const running = run(desk, issuing, { start: 'now' })
    await caughtUp(running)
    expect(await surveys(desk)).toEqual([])
    await complain(desk, 25)
    await running.settled()
    expect(await surveys(desk)).toMatchObject([
      { type: 'SurveyIssued', data: { about: { complaintId: uuid(25) } } },
    ])
    await running.stop()
  })

  it('that nobody answered expire', async () => {
    const desk = openDesk()
    const [first, second] = [run(desk, issuing), run(desk, expiring)]
    await know(desk)
    await complain(desk, 1)
    await first.settled()
    desk.runtime.advance(7 * day - 1)
    await second.tick()
    expect(await surveys(desk)).toHaveLength(1)
    desk.runtime.advance(1)
    await second.tick()
    await second.tick()
    await second.settled()
    expect((await surveys(desk)).map(({ type }) => type)).toEqual(['SurveyIssued', 'SurveyExpired'])
    await Promise.all([first.stop(), second.stop()])
    expect(await desk.stores.viewStore.entries('policy.expireSurveys')()).toEqual(E.right([]))
  })
})
