import { describe, expect, it } from 'vitest'

import { by, head, id, open, registration, supervisor } from '../support/plain.js'

type Desk = ReturnType<typeof open>

const a = id(1)
const b = id(2)
const c = id(3)
const why = { why: 'the same man' }

const desk = async (...customers: ReadonlyArray<string>): Promise<Desk> => {
  const opened = open()
  for (const each of customers) await opened.troth.customer.register(each, registration, { by })
  return opened
}
const merge = ({ troth }: Desk, of: string, survivor: string, n: number) =>
  troth.customer.merge(of, { mergeId: id(n), survivor }, { by })
const rename = ({ troth }: Desk, of: string, commandId = id(500)) =>
  troth.customer.rename(of, { name: 'Chen Wei' }, { by, commandId })

describe('a command for a customer who was merged', () => {
  it('goes to his survivor, and the answer says to whom', async () => {
    const it = await desk(a, b)
    await merge(it, a, b, 21)
    expect(await rename(it, a)).toMatchObject({ ok: true, recorded: true, id: b })
    expect(it.types(`customer-${b}`)).toEqual(['CustomerRegistered', 'CustomerRenamed'])
    expect(it.types(`customer-${a}`)).toEqual(['CustomerRegistered', 'CustomerMerged'])
    const [, renamed] = it.eventStore.events(`customer-${b}`)
    expect(renamed?.metadata['subject']).toBe(b)
  })

  it('goes through a chain of survivors, and is on record once', async () => {
    const it = await desk(a, b, c)
    await merge(it, b, c, 22)
    await merge(it, a, b, 21)
    expect(await rename(it, a)).toMatchObject({ ok: true, recorded: true, id: c })
    expect(await rename(it, a)).toMatchObject({ ok: true, recorded: false, id: c, revision: 1n })
    expect(it.types(`customer-${c}`)).toEqual(['CustomerRegistered', 'CustomerRenamed'])
  })

  it('is refused with the survivor’s own reasons', async () => {
    const it = await desk(a, b)
    await merge(it, a, b, 21)
    expect(
      await it.troth.customer.register(a, registration, { by, at: '2026-01-05T10:00:00.000Z' }),
    ).toMatchObject({
      ok: false,
      id: b,
      why: { _tag: 'AlreadyRegistered' },
    })
  })

  it('stays with him where it was handled before the merge', async () => {
    const it = await desk(a, b)
    await rename(it, a)
    await merge(it, a, b, 21)
    expect(await rename(it, a)).toMatchObject({ ok: true, recorded: false, id: a })
  })

  it('is his own again once the two are parted', async () => {
    const it = await desk(a, b)
    await merge(it, a, b, 21)
    const parted = await it.troth.customer.part(a, { mergeId: id(21), other: b, ...why }, { by })
    expect(parted).toMatchObject({ ok: true, recorded: true, id: a })
    expect(await rename(it, a)).toMatchObject({ ok: true, recorded: true, id: a })
  })

  it('is refused where the merges lead in a circle', async () => {
    const it = await desk(a, b)
    await merge(it, a, b, 21)
    // The record as two desks leave it that knew nothing of each other.
    const merged = await it.troth.customer.import(
      c,
      [
        {
          type: 'CustomerRegistered',
          data: { ...registration, at: '2026-01-01T09:00:00.000Z', by },
        },
        {
          type: 'CustomerMerged',
          data: { mergeId: id(23), survivor: a, at: '2026-01-02T09:00:00.000Z', by },
        },
      ],
      { source: 'old', foreignId: 'c' },
    )
    expect(merged.ok).toBe(true)
    await merge(it, b, c, 22)
    expect(await rename(it, a)).toMatchObject({
      ok: false,
      id: a,
      why: { _tag: 'SurvivorNotFound', through: [a, b, c] },
    })
    expect(it.types(`customer-${c}`)).toHaveLength(2)
  })

  it('to take over another tells the survivor who pointed on', async () => {
    const it = await desk(a, b, c)
    await merge(it, a, b, 21)
    const absorbed = await it.troth.customer.absorb(
      a,
      { mergeId: id(22), absorbed: c, through: [] },
      { by },
    )
    expect(absorbed).toMatchObject({
      ok: true,
      id: b,
      events: [{ type: 'CustomerAbsorbed', data: { absorbed: c, through: [a] } }],
    })
  })

  it('is not followed in his dealings: they stay his own', async () => {
    const it = await desk(a, b)
    await merge(it, a, b, 21)
    const said = { statementId: id(9), towardUs: 7, towardBestRival: 4 }
    expect(await it.troth.dealings.stateAttitude(a, said, { by })).toMatchObject({
      ok: true,
      id: a,
    })
  })

  it('follows within its tenant', async () => {
    const it = open()
    const context = { by, tenant: 'north' }
    await it.troth.customer.register(a, registration, context)
    await it.troth.customer.register(b, registration, context)
    await it.troth.customer.merge(a, { mergeId: id(21), survivor: b }, context)
    await it.troth.customer.rename(a, { name: 'Chen Wei' }, context)
    expect(it.types(`customer-north.${b}`)).toEqual(['CustomerRegistered', 'CustomerRenamed'])
  })
})

describe('a customer', () => {
  it('is not merged with himself', async () => {
    const it = await desk(a)
    const why = { _tag: 'SameCustomer', id: a }
    expect(await merge(it, a, a, 21)).toMatchObject({ ok: false, id: a, why })
    const absorbed = { mergeId: id(21), absorbed: a, through: [] }
    expect(await it.troth.customer.absorb(a, absorbed, { by })).toMatchObject({ ok: false, why })
    expect(it.types(`customer-${a}`)).toEqual(['CustomerRegistered'])
  })

  it('is parted by whoever he is, not by whom he absorbed', async () => {
    const it = await desk(a, b)
    await it.troth.customer.absorb(a, { mergeId: id(21), absorbed: b, through: [] }, { by })
    expect(
      await it.troth.customer.part(a, { mergeId: id(21), other: a, ...why }, { by }),
    ).toMatchObject({ ok: true, events: [{ type: 'CustomersParted', data: { other: b } }] })
  })
})

describe('a blacklisted customer', () => {
  const terms = (customer: string) =>
    ({
      customer,
      kind: 'callback',
      what: 'call with the day',
      dueAt: '2026-01-06T09:00:00.000Z',
      source: { origin: 'conversation', ref: 'call 12' },
      basis: 'the plan',
    }) as const
  const promise = ({ troth }: Desk, to: string, whom = by, n = 80) =>
    troth.promise.make(id(n), terms(to), { by: whom })
  const blacklist = ({ troth }: Desk, of: string) =>
    troth.customer.blacklist(of, { why: 'does not pay' }, { by: supervisor })
  const refused = {
    ok: false,
    why: { _tag: 'Blacklisted', decidedBy: 'wang', deciders: ['head'] },
  }

  it('is promised nothing but by whoever may clear him', async () => {
    const it = await desk(a)
    await blacklist(it, a)
    const answer = await promise(it, a)
    expect(answer).toMatchObject({ ...refused, id: id(80) })
    expect(answer.ok || answer.why).toMatchObject({ since: Date.parse('2026-01-05T09:00:00.000Z') })
    expect(it.types(`promise-${id(80)}`)).toEqual([])
    expect(await promise(it, a, head)).toMatchObject({ ok: true, recorded: true })
  })

  it('has what was promised before, and it may be kept', async () => {
    const it = await desk(a)
    await promise(it, a)
    await blacklist(it, a)
    expect(await promise(it, a)).toMatchObject({ ok: true, recorded: false })
    expect(await it.troth.promise.keep(id(80), { evidence: [] }, { by })).toMatchObject({
      ok: true,
    })
  })

  it('is promised things again once he is cleared', async () => {
    const it = await desk(a)
    await blacklist(it, a)
    await it.troth.customer.clear(a, { why: 'he paid' }, { by: head })
    expect(await promise(it, a)).toMatchObject({ ok: true })
  })

  it('is another in each tenant', async () => {
    const it = await desk(a)
    await blacklist(it, a)
    const north = { by, tenant: 'north' }
    expect(await it.troth.promise.make(id(80), terms(a), north)).toMatchObject({ ok: true })
    expect(await promise(it, a)).toMatchObject(refused)
  })

  it('is so for whoever was merged into him', async () => {
    const it = await desk(a, b, c)
    await blacklist(it, c)
    await merge(it, b, c, 22)
    await merge(it, a, b, 21)
    expect(await promise(it, a)).toMatchObject(refused)
  })

  it('is not washed clean by a merge that nobody has taken over yet', async () => {
    const it = await desk(a, b, c)
    await blacklist(it, a)
    await merge(it, b, c, 22)
    await merge(it, a, b, 21)
    expect(await promise(it, a)).toMatchObject(refused)
    expect(await promise(it, b, by, 81)).toMatchObject({ ok: true })
  })

  it('is what his survivor says once he has taken him over', async () => {
    const it = await desk(a, b)
    await blacklist(it, a)
    await merge(it, a, b, 21)
    const [, , merged] = it.eventStore.events(`customer-${a}`)
    const { blacklisted } = merged?.data as { blacklisted: object }
    await it.troth.customer.absorb(
      b,
      { mergeId: id(21), absorbed: a, through: [], blacklisted: blacklisted as never },
      { by },
    )
    expect(await promise(it, a)).toMatchObject(refused)
    expect(await promise(it, b)).toMatchObject(refused)
    await it.troth.customer.clear(b, { why: 'he paid' }, { by: head })
    expect(await promise(it, a)).toMatchObject({ ok: true })
  })

  it('is so in a circle as he is himself', async () => {
    const it = await desk(a, b)
    await blacklist(it, b)
    await merge(it, a, b, 21)
    await merge(it, b, a, 22)
    expect(await promise(it, a)).toMatchObject(refused)
  })

  it('is looked for on a desk that keeps no customers, and nobody knows of one who is not on record', async () => {
    const it = await desk(a)
    await blacklist(it, a)
    const other = open({ policies: {}, stores: { eventStore: it.eventStore } })
    expect(other.troth).not.toHaveProperty('customer')
    expect(await promise(it, b)).toMatchObject({ ok: true })
  })

  it('is given no promise in a complaint, before or after it is moved to him', async () => {
    const it = await desk(a, b)
    await blacklist(it, a)
    const give = (n: number, whom = by) =>
      it.troth.complaint.givePromise(
        id(30),
        {
          promiseId: id(n),
          kind: 'callback',
          what: 'call',
          basis: 'the plan',
          dueAt: '2026-01-06T09:00:00.000Z',
          temporary: false,
        },
        { by: whom },
      )
    expect(await give(90)).toMatchObject({ ok: false, why: { _tag: 'NotRecorded' } })
    await it.troth.complaint.record(
      id(30),
      {
        kind: 'complaint',
        customer: b,
        channel: 'phone',
        about: { topic: 'item', ref: 'SN 4711' },
        demand: 'mend it',
      },
      { by },
    )
    expect(await give(90)).toMatchObject({ ok: true, recorded: true })
    await it.troth.complaint.move(id(30), { customer: a, why: 'it is his' }, { by })
    expect(await give(91)).toMatchObject({ ...refused, id: id(30) })
    expect(await give(90)).toMatchObject({ ok: true, recorded: false })
    expect(await give(91, head)).toMatchObject({ ok: true, recorded: true })
  })

  it('is not known while his stream can not be read', async () => {
    const it = await desk()
    it.eventStore.readFaults.push(undefined, { _tag: 'Unavailable', reason: 'down' })
    await expect(promise(it, a)).rejects.toMatchObject({ failure: { _tag: 'Unavailable' } })
    it.eventStore.readFaults.push({ _tag: 'Unavailable', reason: 'gone' })
    await expect(promise(it, a)).rejects.toThrow('gone')
    expect(await promise(it, a)).toMatchObject({ ok: true })
  })
})
