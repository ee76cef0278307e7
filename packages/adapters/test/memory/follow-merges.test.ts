import { type customer, policies } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { at, day, type Desk, openDesk, run, uuid } from './policy-desk.js'

type State = customer.CustomerState
type Registered = Exclude<State, { _tag: 'NotRegistered' }>

const followMerges = policies.followMerges

const [a, b, c, d] = [uuid(1), uuid(2), uuid(3), uuid(4)] as const
const everybody = [a, b, c, d]

const register = async (desk: Desk, ...ids: ReadonlyArray<string>) => {
  for (const id of ids)
    await desk.ask('customer', id, 'RegisterCustomer', {
      kind: 'person',
      relation: 'external',
      stage: 'buyer',
      name: id,
    })
}
const merge = (desk: Desk, id: string, survivor: string, n: number) =>
  desk.ask('customer', id, 'MergeCustomer', { mergeId: uuid(n), survivor })
const part = (desk: Desk, id: string, other: string, n: number) =>
  desk.ask('customer', id, 'PartCustomers', { mergeId: uuid(n), other, why: 'two people' })

const stateOf = async (desk: Desk, id: string): Promise<State> => {
  const state = await desk.desk.look('customer', id)()
  if (E.isLeft(state)) throw new Error(JSON.stringify(state.left))
  return state.right
}
const registered = async (desk: Desk, id: string): Promise<Registered> => {
  const state = await stateOf(desk, id)
  if (state._tag === 'NotRegistered') throw new Error(`${id} is not registered`)
  return state
}
const absorbedBy = async (desk: Desk, id: string): Promise<ReadonlyArray<string>> => {
  const state = await registered(desk, id)
  const { file } = state._tag === 'Merged' ? state.before : state
  return Object.values(file.absorbed).map(({ customer: who }) => who as string)
}
/** Who answers for him: through every merge between. */
const survivorOf = async (desk: Desk, id: string, through: string[] = []): Promise<string> => {
  const state = await registered(desk, id)
  if (state._tag !== 'Merged') return id
  if (through.includes(id)) throw new Error(`a circle: ${through.join(', ')}`)
  return survivorOf(desk, state.survivor, [...through, id])
}
/** Everybody who is known, from him on, to be merged into him. */
const knownTo = async (desk: Desk, id: string): Promise<ReadonlySet<string>> => {
  const known = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const each of await absorbedBy(desk, next))
      if (!known.has(each)) {
        known.add(each)
        open.push(each)
      }
  return known
}

const open = async () => {
  const desk = openDesk()
  await register(desk, ...everybody)
  return desk
}

/** All that is on record was carried where it belongs. */
const carried = async (desk: Desk) => {
  const running = run(desk, followMerges)
  await running.settled()
  await running.stop()
  return running.notices
}

/** Whoever is merged has one survivor, who knows of him; and nobody is known to be merged who is not. */
const expectAgreement = async (desk: Desk) => {
  for (const id of everybody) {
    const known = await knownTo(desk, id)
    const survivors = await Promise.all(everybody.map((each) => survivorOf(desk, each)))
    const state = await stateOf(desk, id)
    if (state._tag !== 'Merged')
      expect([...known].sort()).toEqual(
        everybody.filter((each, i) => each !== id && survivors[i] === id),
      )
  }
}

describe('A is merged into B, and B into C', () => {
  const mergers = {
    ab: (desk: Desk) => merge(desk, a, b, 12),
    bc: (desk: Desk) => merge(desk, b, c, 23),
  }
  for (const [order, steps] of [
    ['A first', [mergers.ab, mergers.bc]],
    ['B first', [mergers.bc, mergers.ab]],
  ] as const)
    for (const between of [true, false])
      it(`${order}, ${between ? 'one after the other' : 'both before anybody hears'}: C is all three`, async () => {
        const desk = await open()
        for (const step of steps) {
          await step(desk)
          if (between) await carried(desk)
        }
        await carried(desk)
        expect(await survivorOf(desk, a)).toBe(c)
        expect(await knownTo(desk, c)).toEqual(new Set([a, b]))
        await expectAgreement(desk)
      })

  it('what is still asked of A is done by C', async () => {
    const desk = await open()
    const running = run(desk, followMerges)
    await merge(desk, a, b, 12)
    await merge(desk, b, c, 23)
    const asked = await desk.desk.send(
      {
        to: 'customer',
        id: a,
        command: {
          type: 'AddImportantDate',
          data: {
            dateId: uuid(70) as never,
            kind: 'birthday',
            day: { date: '02-29' as never },
            at: desk.runtime.now(),
            by: { id: 'desk', role: 'agent' } as never,
          },
        },
      },
      { commandId: uuid(99) },
    )()
    expect(asked).toMatchObject({ right: { _tag: 'Appended' } })
    expect(await desk.types(`customer-${c}`)).toContain('ImportantDateAdded')
    await running.settled()
    await running.stop()
  })

  for (const first of ['A and B', 'B and C'] as const)
    it(`parted again, ${first} first, each is what he was before`, async () => {
      const desk = await open()
      const before = await Promise.all(everybody.map((id) => registered(desk, id)))
      await merge(desk, b, c, 23)
      await merge(desk, a, b, 12)
      await carried(desk)
      if (first === 'B and C') {
        await part(desk, c, b, 23)
        await carried(desk)
        expect(await knownTo(desk, b)).toEqual(new Set([a]))
        expect(await knownTo(desk, c)).toEqual(new Set())
        await part(desk, b, a, 12)
      } else {
        await part(desk, a, b, 12)
        await carried(desk)
        expect(await knownTo(desk, c)).toEqual(new Set([b]))
        await part(desk, b, c, 23)
      }
      await carried(desk)
      for (const [i, id] of everybody.entries()) {
        const state = await registered(desk, id)
        expect(state._tag).toBe('Active')
        expect(state).toMatchObject({ file: { absorbed: {} } })
        expect(state).toMatchObject({
          file: { name: (before[i] as { file: { name: string } }).file.name },
        })
      }
    })
})

describe('two complaints are merged', () => {
  const [x, y, promise, other] = [uuid(11), uuid(12), uuid(21), uuid(22)]
  const record = (desk: Desk, id: string) =>
    desk.ask('complaint', id, 'RecordComplaint', {
      kind: 'complaint',
      customer: a,
      channel: 'phone',
      about: { topic: 'item', ref: 'pump 7' },
      demand: 'a pump that pumps',
    })
  const give = (desk: Desk, id: string, promiseId: string) =>
    desk.ask('complaint', id, 'GivePromise', {
      promiseId,
      kind: 'callback',
      what: 'a call with the date',
      basis: 'the plan',
      dueAt: at(desk.runtime.now() + day),
      temporary: false,
    })
  const keep = (desk: Desk, id: string) => desk.ask('promise', id, 'KeepPromise', { evidence: [] })
  const settledIn = async (desk: Desk, id: string) =>
    (await desk.events(`complaint-${id}`)).flatMap(({ type, data }) =>
      type === 'PromiseSettled' ? [(data as { promiseId: string }).promiseId] : [],
    )
  const promisesOf = async (desk: Desk, id: string) => {
    const state = await desk.desk.look('complaint', id)()
    return E.isRight(state) && state.right._tag !== 'NotRecorded'
      ? state.right.file.promises
      : undefined
  }

  it('what was promised in the one is settled in the survivor, kept before or after', async () => {
    const desk = openDesk()
    const linking = run(desk, policies.linkPromises)
    await record(desk, x)
    await record(desk, y)
    await give(desk, x, promise)
    await give(desk, x, other)
    await linking.settled()
    await desk.ask('complaint', x, 'MergeComplaint', { survivor: y })
    // Kept between the merge and its acceptance: neither of the two is told yet.
    await keep(desk, promise)
    await linking.settled()
    expect(await promisesOf(desk, y)).toEqual({})
    await carried(desk)
    await linking.settled()
    expect(await promisesOf(desk, y)).toEqual({ [promise]: 'kept', [other]: 'open' })
    await keep(desk, other)
    await linking.settled()
    expect(await promisesOf(desk, y)).toEqual({ [promise]: 'kept', [other]: 'kept' })
    expect(await settledIn(desk, y)).toEqual([promise, other])
    expect(await settledIn(desk, x)).toEqual([])
    await linking.stop()
  })

  it('through a third, and whichever was merged first', async () => {
    const z = uuid(13)
    for (const order of [
      [x, y],
      [y, x],
    ]) {
      const desk = openDesk()
      const linking = run(desk, policies.linkPromises)
      for (const id of [x, y, z]) await record(desk, id)
      await give(desk, x, promise)
      await give(desk, y, other)
      await linking.settled()
      for (const id of order)
        await desk.ask('complaint', id, 'MergeComplaint', { survivor: id === x ? y : z })
      await carried(desk)
      await linking.settled()
      expect(await promisesOf(desk, z)).toEqual({ [promise]: 'open', [other]: 'open' })
      await keep(desk, promise)
      await keep(desk, other)
      await linking.settled()
      expect(await promisesOf(desk, z)).toEqual({ [promise]: 'kept', [other]: 'kept' })
      await linking.stop()
    }
  })
})
