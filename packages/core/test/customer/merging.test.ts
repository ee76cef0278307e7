import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import type { CustomerCommand } from '../../src/customer/commands.js'
import { customer as customerOf } from '../../src/customer/customer.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import { blacklistings, type CustomerState, himself } from '../../src/customer/state.js'
import { fold } from '../../src/shared/decider.js'
import type { CustomerId, EntryId } from '../../src/shared/ids.js'
import { hasKey } from '../../src/shared/key-set.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  customer,
  day,
  desk,
  entry,
  days,
  li,
  monday,
  name,
  tuesday,
  wang,
  zhao,
} from '../support/complaint.js'
import { after } from '../../src/shared/instant.js'
import {
  absorbed,
  blacklisted,
  command,
  erased,
  event,
  lost,
  merged,
  parted,
  registered,
  registration,
  rules,
  vip,
  why,
} from '../support/customer.js'

const decider = customerOf(rules)
const scenario = scenarios(decider, { test })
const state = fold(decider)

const merge = (n: number, survivor = 2) =>
  command('MergeCustomer', { mergeId: entry(n), survivor: customer(survivor) })
const absorb = (n: number, whom = 2, ...through: ReadonlyArray<number>) =>
  command('AbsorbCustomer', {
    mergeId: entry(n),
    absorbed: customer(whom),
    through: through.map(customer),
  })
const accepted = (n: number, whom = 2, ...through: ReadonlyArray<number>) =>
  event('CustomerAbsorbed', {
    mergeId: entry(n),
    absorbed: customer(whom),
    through: through.map(customer),
  })
const part = (n: number, other = 2) =>
  command('PartCustomers', { mergeId: entry(n), other: customer(other), ...why })
const circle = (n: number, other = 2) =>
  event('CustomersParted', { mergeId: entry(n), other: customer(other), ground: 'circle' })

describe('a merge', () => {
  scenario('is decided by the one who is absorbed')
    .given([registered])
    .when(merge(1))
    .records([merged(1)])
  scenario('is decided once')
    .given([registered, merged(1)])
    .when(merge(1))
    .recordsNothing()
  scenario('into the same survivor is so already')
    .given([registered, merged(1)])
    .when(merge(9))
    .recordsNothing()
  scenario('into another survivor is the first survivor’s to decide')
    .given([registered, merged(1)])
    .when(merge(9, 3))
    .refuses({ _tag: 'MergedInto', survivor: customer(2) })
  scenario('into whom he absorbed would be a circle')
    .given([registered, absorbed(1)])
    .when(merge(9))
    .refuses({ _tag: 'WouldCircle', absorbed: customer(2) })
  scenario('into another than whom he absorbed is none')
    .given([registered, absorbed(1)])
    .when(merge(9, 3))
    .records([merged(9, 3)])
  scenario('into whom he absorbed and was parted from is a merge')
    .given([registered, absorbed(1), parted(1)])
    .when(merge(9))
    .records([merged(9)])
  scenario('parted does not come back by being asked again')
    .given([registered, merged(1), parted(1)])
    .when(merge(1))
    .recordsNothing()
  scenario('may be decided anew after a parting')
    .given([registered, merged(1), parted(1)])
    .when(merge(9))
    .records([merged(9)])
  scenario('of a lost customer is one')
    .given([registered, lost()])
    .when(merge(1))
    .records([merged(1)])
  scenario('of an erased customer is none')
    .given([registered, erased()])
    .when(merge(1))
    .refuses({ _tag: 'Erased', erasedAt: tuesday })
  scenario('decided before he was erased is so already')
    .given([registered, merged(1), parted(1), erased()])
    .when(merge(1))
    .recordsNothing()
})

describe('a merged customer', () => {
  scenario('points to his survivor')
    .given([registered, merged(1)])
    .when(command('RenameCustomer', { name: name('Lotus & Sons') }))
    .refuses({ _tag: 'MergedInto', survivor: customer(2) })
  scenario('may be erased all the same')
    .given([registered, merged(1)])
    .when(command('EraseCustomer', {}))
    .records([erased()])
  scenario('is erased once')
    .given([registered, merged(1), erased()])
    .when(command('EraseCustomer', {}))
    .recordsNothing()
  scenario('erased still points to his survivor')
    .given([registered, merged(1), erased()])
    .when(command('BecomeBuyer', {}))
    .refuses({ _tag: 'MergedInto', survivor: customer(2) })
  it('has what was on record of him before, once parted, and what was written since', () => {
    const before = state([registered, lost()])
    const after = state([registered, lost(), merged(1), parted(1)])
    expect(after._tag).toBe('Lost')
    expect(before._tag === 'Lost' && after._tag === 'Lost' && after.reason).toBe('neglected')
    const renamed = event('CustomerRenamed', { name: name('Lotus & Sons') })
    const again = state([registered, merged(1), renamed, parted(1)])
    expect(again._tag === 'Active' && again.file.name).toBe('Lotus & Sons')
    expect(state([registered, merged(1), erased(), parted(1)])._tag).toBe('Erased')
    expect(state([registered, merged(1), parted(3)])._tag).toBe('Merged')
  })
})

describe('a survivor', () => {
  scenario('accepts')
    .given([registered])
    .when(absorb(1))
    .records([accepted(1)])
  scenario('accepts once')
    .given([registered, absorbed(1)])
    .when(absorb(1))
    .recordsNothing()
  scenario('accepts again who had gone with another, through whom he came')
    .given([registered, absorbed(5, 3), accepted(1, 2, 3), parted(5, 3)])
    .when(absorb(1))
    .records([accepted(1)])
  scenario('does not accept what was parted meanwhile')
    .given([registered, parted(1)])
    .when(absorb(1))
    .recordsNothing()
  scenario('merged himself points on')
    .given([registered, merged(5, 3)])
    .when(absorb(1))
    .refuses({ _tag: 'MergedInto', survivor: customer(3) })
  scenario('merged himself has accepted what he had')
    .given([registered, absorbed(1), merged(5, 3)])
    .when(absorb(1))
    .recordsNothing()
  scenario('merged into whom he is to absorb parts the circle')
    .given([registered, merged(5)])
    .when(absorb(1))
    .records([circle(5), circle(1)])
  scenario('merged into himself is parted from himself')
    .given([registered, merged(1, 1)])
    .when(absorb(1, 1))
    .records([circle(1, 1)])
  scenario('who would point back to one who was asked parts, and accepts')
    .given([registered, merged(5, 3)])
    .when(absorb(1, 2, 3))
    .records([circle(5, 3), accepted(1, 2, 3)])
  scenario('who was erased can not accept')
    .given([registered, erased()])
    .when(absorb(1))
    .refuses({ _tag: 'Erased', erasedAt: tuesday })
  scenario('who was never registered can not accept')
    .given([])
    .when(absorb(1))
    .refuses({ _tag: 'NotRegistered' })

  const late = after(monday, 30 * day)
  scenario('accepts however late he hears of it')
    .given([registered, event('CustomerBecameBuyer', {}, late)])
    .when(absorb(1))
    .records([accepted(1)])
  scenario('accepts what was decided before he began')
    .given([event('CustomerRegistered', registration, late)])
    .when(absorb(1))
    .records([accepted(1)])

  it('is blacklisted with whom he absorbed, and cleared for him too', () => {
    const bad = { since: tuesday, decidedBy: wang }
    const into = event('CustomerAbsorbed', {
      mergeId: entry(1),
      absorbed: customer(2),
      through: [],
      blacklisted: bad,
    })
    const of = (...events: ReadonlyArray<CustomerEvent>) => {
      const s = state([registered, ...events])
      return s._tag === 'Active' ? blacklistings(s.file) : undefined
    }
    expect(of(into)).toEqual([bad])
    expect(of(blacklisted(wang), into)).toEqual([bad, bad])
    expect(of(into, parted(1))).toEqual([])
    expect(of(into, event('CustomerCleared', why, tuesday, zhao))).toEqual([])
    expect(of(into, event('CustomerCleared', why, tuesday, zhao), into)).toEqual([bad])
  })
  const withBad = event('CustomerAbsorbed', {
    mergeId: entry(1),
    absorbed: customer(2),
    through: [],
    blacklisted: { since: tuesday, decidedBy: wang },
  })
  scenario('of a blacklisted one gets no new tier of everybody')
    .given([registered, withBad])
    .when(command('ClassifyCustomer', { classification: vip }))
    .refuses({ _tag: 'Blacklisted', since: tuesday, decidedBy: wang.id, deciders: [zhao.role] })
  scenario('of a blacklisted one may be cleared')
    .given([registered, withBad])
    .when(command('ClearCustomer', why, tuesday, zhao))
    .records([event('CustomerCleared', why, tuesday, zhao)])
  scenario('of a blacklisted one is cleared once')
    .given([registered, withBad, event('CustomerCleared', why, tuesday, zhao)])
    .when(command('ClearCustomer', why, tuesday, zhao))
    .recordsNothing()
  scenario('hears that the absorbed one was blacklisted')
    .given([registered, blacklisted(wang)])
    .when(merge(1))
    .records([
      event('CustomerMerged', {
        mergeId: entry(1),
        survivor: customer(2),
        blacklisted: { since: tuesday, decidedBy: wang },
      }),
    ])
})

describe('a parting', () => {
  scenario('undoes a wrong merge in the absorbed one')
    .given([registered, merged(1)])
    .when(part(1, 9))
    .records([parted(1)])
  scenario('undoes it in the survivor')
    .given([registered, absorbed(1)])
    .when(part(1, 9))
    .records([parted(1)])
  scenario('is on record once')
    .given([registered, merged(1), parted(1)])
    .when(part(1))
    .recordsNothing()
  scenario('may be heard of before the merge')
    .given([registered])
    .when(part(1))
    .records([parted(1)])
  scenario('of another merge is the survivor’s to know')
    .given([registered, merged(5, 3)])
    .when(part(1))
    .refuses({ _tag: 'MergedInto', survivor: customer(3) })
  scenario('of whom he absorbed before he was merged himself is on record here')
    .given([registered, absorbed(1), merged(5, 3)])
    .when(part(1))
    .records([parted(1)])
  scenario('is on record of the erased too')
    .given([registered, absorbed(1), erased()])
    .when(part(1, 9))
    .records([parted(1)])
  scenario('is heard of however late')
    .given([registered, absorbed(1), event('CustomerBecameBuyer', {}, days(30))])
    .when(part(1))
    .records([parted(1)])
  it('takes with it whoever came through the parted one, and nobody else', () => {
    const left = (...events: ReadonlyArray<CustomerEvent>) => {
      const s = state([registered, accepted(1, 2), accepted(4, 5, 2), accepted(6, 7), ...events])
      return s._tag === 'Active' ? Object.keys(s.file.absorbed) : []
    }
    expect(left()).toEqual([entry(1), entry(4), entry(6)])
    expect(left(parted(1))).toEqual([entry(6)])
    expect(left(parted(4, 5))).toEqual([entry(1), entry(6)])
    expect(left(parted(8, 2))).toEqual([entry(1), entry(4), entry(6)])
  })
})

interface Merge {
  readonly id: CustomerId
  readonly mergeId: EntryId
  readonly other: CustomerId
}

/**
 * Four customers, and a stand-in for the policy that follows merges: the second step of each goes to the other
 * stream, follows `MergedInto`, in the order in which it was decided, and however late.
 */
const world = () => {
  const states = new Map<CustomerId, CustomerState>(
    [1, 2, 3, 4].map((n) => [customer(n), state([registered])]),
  )
  const waiting: (() => void)[] = []
  const merges: Merge[] = []
  const ask = (
    id: CustomerId,
    asked: CustomerCommand,
    through: ReadonlyArray<CustomerId> = [],
  ): void => {
    const now = states.get(id) ?? decider.initial
    const follow =
      asked.type === 'AbsorbCustomer' ? { ...asked, data: { ...asked.data, through } } : asked
    const answer = decider.decide(follow)(now)
    if (E.isLeft(answer)) {
      // Whoever was pointed on to once and points there again knows nothing of it.
      if (answer.left._tag === 'MergedInto' && !through.includes(answer.left.survivor))
        ask(answer.left.survivor, asked, [...through, id])
      return
    }
    states.set(id, answer.right.reduce(decider.evolve, now))
    for (const recorded of answer.right) react(id, recorded)
  }
  const react = (id: CustomerId, { type, data }: CustomerEvent): void => {
    const { at, by } = data
    if (type === 'CustomerMerged') {
      const { mergeId, survivor } = data
      merges.push({ id, mergeId, other: survivor })
      waiting.push(() => {
        ask(survivor, {
          type: 'AbsorbCustomer',
          data: { mergeId, absorbed: id, through: [], at, by },
        })
      })
    }
    if (type === 'CustomersParted')
      waiting.push(() => {
        const { mergeId, other } = data
        ask(other, { type: 'PartCustomers', data: { mergeId, other: id, ...why, at, by } })
      })
  }
  const deliver = () => waiting.shift()?.()
  const settle = () => {
    while (waiting.length > 0) deliver()
  }
  const survivorOf = (id: CustomerId): CustomerId | undefined => {
    const now = states.get(id)
    return now?._tag === 'Merged' ? now.survivor : undefined
  }
  /** Undefined where there is no end to it. */
  const last = (id: CustomerId, steps = 5): CustomerId | undefined => {
    const next = survivorOf(id)
    if (steps === 0 || next === undefined) return steps === 0 ? undefined : id
    return last(next, steps - 1)
  }
  return { states, merges, ask, deliver, settle, last }
}

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const moves = fc.array(
  fc.oneof(
    fc.record({ from: fc.integer({ min: 1, max: 4 }), to: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ part: fc.nat({ max: 5 }) }),
    fc.record({ settled: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 14 },
)

describe('customers merged and parted, in whatever order it comes in', () => {
  it('are never left in a circle, nor in a merge that was parted; and all parted, each is himself', () => {
    fc.assert(
      fc.property(moves, (taken) => {
        const { states, merges, ask, deliver, settle, last } = world()
        const partBy = (n: number) => {
          const one = merges[n % Math.max(1, merges.length)]
          if (one)
            ask(
              one.id,
              command('PartCustomers', { mergeId: one.mergeId, other: one.other, ...why }),
            )
        }
        taken.forEach((move, i) => {
          if ('settled' in move) for (let n = 0; n < move.settled; n++) deliver()
          else if ('part' in move) partBy(move.part)
          else {
            const [id, other, mergeId] = [customer(move.from), customer(move.to), entry(i + 1)]
            ask(id, command('MergeCustomer', { mergeId, survivor: other }))
          }
        })
        settle()
        for (const id of states.keys()) expect(last(id)).toBeDefined()
        for (const now of states.values())
          if (now._tag === 'Merged')
            expect(hasKey(himself(now).file.entries, `parted/${now.mergeId}`)).toBe(false)

        merges.forEach((_, n) => partBy(n))
        settle()
        for (const [, now] of states) {
          if (now._tag !== 'Active') throw new Error(now._tag)
          // Whom he accepted through another is that other's to know.
          const direct = Object.values(now.file.absorbed).filter(({ through: t }) => t.length === 0)
          expect(direct).toEqual([])
        }
      }),
      { numRuns },
    )
  })

  it('A into B into C are one customer in any order, and three once parted', () => {
    const [a, b, c] = [customer(1), customer(2), customer(3)] as const
    const first = { id: a, mergeId: entry(1), other: b }
    const second = { id: b, mergeId: entry(2), other: c }
    for (const order of [
      [first, second],
      [second, first],
    ])
      for (const undo of [
        [first, second],
        [second, first],
      ])
        for (const late of [true, false]) {
          const { states, ask, settle, last } = world()
          for (const { id, mergeId, other } of order) {
            ask(id, command('MergeCustomer', { mergeId, survivor: other }))
            if (!late) settle()
          }
          settle()
          expect([last(a), last(b), last(c)]).toEqual([c, c, c])
          ask(last(a) ?? a, command('AssignManager', { manager: li.id, ...why }, tuesday, desk))
          for (const { id, mergeId, other } of undo) {
            ask(id, command('PartCustomers', { mergeId, other, ...why }))
            if (!late) settle()
          }
          settle()
          for (const id of [a, b, c]) {
            const now = states.get(id)
            expect(now?._tag === 'Active' && now.file.absorbed).toEqual({})
          }
        }
  })
})
