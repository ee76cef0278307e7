import { policies } from '@troth/core'
import { describe, expect, it } from 'vitest'

import { day, type Desk, onRecord, openDesk, run, uuid } from './policy-desk.js'

const vips = policies.proposeVips({ within: 30 * day, purchases: 2 })
const blacklisting = policies.proposeBlacklisting({
  manyClaims: { within: 30 * day, atLeast: 2 },
  claimRatio: 'off',
})

const wu = uuid(1)
const know = (desk: Desk) =>
  desk.ask('customer', wu, 'RegisterCustomer', {
    kind: 'person',
    relation: 'external',
    stage: 'buyer',
    name: 'Wu',
  })
const buy = (desk: Desk, n: number) =>
  desk.ask('dealings', wu, 'RecordPurchase', {
    orderId: `SO-${String(n)}`,
    amount: { amount: 100, currency: 'EUR' },
  })
/** A complaint on whose table compensation is put. */
const claim = async (desk: Desk, n: number) => {
  const ask = (type: string, data: object) => desk.ask('complaint', uuid(n), type, data)
  await ask('RecordComplaint', {
    kind: 'complaint',
    customer: wu,
    channel: 'phone',
    about: { topic: 'item', ref: 'pump 7' },
    demand: 'his money back',
  })
  await ask('FindValid', {
    content: { category: 'quality', subtype: 'fault' },
    reasons: 'it leaks',
  })
  await ask('AssignResponsibility', { to: { kind: 'person', id: 'desk' } })
  await ask('RecordInvestigation', {
    cause: { origin: 'enterprise', factor: 'productDefect' },
    evidence: [],
  })
  return ask('ProposeRemedies', {
    proposalId: uuid(n),
    options: [
      {
        optionId: uuid(n),
        remedy: 'compensation',
        what: 'money',
        cost: { amount: 100, currency: 'EUR' },
      },
    ],
  })
}
const proposals = async (desk: Desk) =>
  (await onRecord(desk, 'customer')).filter(({ type }) => type.endsWith('Proposed'))
const dismiss = async (desk: Desk) => {
  const proposalId = (await proposals(desk)).at(-1)?.data as { proposalId: string }
  await desk.ask('customer', wu, 'DismissProposal', { ...proposalId, why: 'not he' })
}

describe('proposals', () => {
  it('of a VIP are made once, until they are decided and there is more to say', async () => {
    const desk = openDesk()
    const running = run(desk, vips)
    await know(desk)
    for (const n of [1, 2, 3]) await buy(desk, n)
    await running.settled()
    expect((await proposals(desk)).map(({ type }) => type)).toEqual(['ClassificationProposed'])
    desk.runtime.advance(day)
    await dismiss(desk)
    await buy(desk, 4)
    await running.settled()
    expect(await proposals(desk)).toHaveLength(1)
    await buy(desk, 5)
    await running.settled()
    expect(await proposals(desk)).toHaveLength(2)
    await running.stop()
  })

  it('to blacklist are made once, until they are decided and there is more to say', async () => {
    const desk = openDesk()
    const running = run(desk, blacklisting)
    await know(desk)
    expect(await claim(desk, 1)).toMatchObject({ _tag: 'Appended' })
    await claim(desk, 2)
    await running.settled()
    expect((await proposals(desk)).map(({ type }) => type)).toEqual(['BlacklistingProposed'])
    desk.runtime.advance(day)
    await dismiss(desk)
    await claim(desk, 3)
    await running.settled()
    expect(await proposals(desk)).toHaveLength(1)
    await claim(desk, 4)
    await running.settled()
    expect(await proposals(desk)).toHaveLength(2)
    await running.stop()
  })

  it('that people decided on are not made again by a policy that was killed and runs anew', async () => {
    const desk = openDesk()
    await know(desk)
    for (const n of [1, 2]) await buy(desk, n)
    const first = run(desk, vips)
    await first.settled()
    await first.stop()
    await dismiss(desk)
    const second = run(desk, vips)
    await second.settled()
    expect(await proposals(desk)).toHaveLength(1)
    await second.stop()
  })
})
