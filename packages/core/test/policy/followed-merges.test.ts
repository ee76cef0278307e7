import { test } from 'vitest'

import type { CustomerEvent, FactsOf } from '../../src/customer/events.js'
import { followMerges } from '../../src/policy/followed-merges.js'
import type { Dispatch } from '../../src/policy/policy.js'
import type { Actor } from '../../src/shared/actor.js'
import type { Instant } from '../../src/shared/instant.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as c from '../support/complaint.js'
import * as k from '../support/customer.js'

const scenario = policyScenarios(followMerges, { test })

const [first, second, third, fourth] = [1, 2, 3, 4].map(c.customer) as [
  ReturnType<typeof c.customer>,
  ReturnType<typeof c.customer>,
  ReturnType<typeof c.customer>,
  ReturnType<typeof c.customer>,
]
const by = actorOf('followMerges')
const on = (id: string, event: CustomerEvent): Fact => ({ category: 'customer', id, event })
const known = [first, second, third, fourth].map((id) => on(id, k.registered))

const blacklisting = { since: c.monday, decidedBy: c.zhao }
const merged = (n: number, survivor: number, more: Partial<FactsOf<'CustomerMerged'>> = {}) =>
  k.event('CustomerMerged', { mergeId: c.entry(n), survivor: c.customer(survivor), ...more })
const absorbed = (n: number, whom: number, ...through: ReadonlyArray<number>) =>
  k.event('CustomerAbsorbed', {
    mergeId: c.entry(n),
    absorbed: c.customer(whom),
    through: through.map(c.customer),
  })

const absorb = (n: number, whom: number, survivor: number, more: object = {}): Dispatch => ({
  to: 'customer',
  id: c.customer(survivor),
  command: k.command(
    'AbsorbCustomer',
    { mergeId: c.entry(n), absorbed: c.customer(whom), through: [], ...more },
    c.tuesday,
    by,
  ),
})
const part = (n: number, id: number, other: number, why: string = c.because): Dispatch => ({
  to: 'customer',
  id: c.customer(id),
  command: k.command(
    'PartCustomers',
    { mergeId: c.entry(n), other: c.customer(other), why: c.text(why) },
    c.tuesday,
    by,
  ),
})
const erase = (id: number, asked: Actor = c.desk, at: Instant = c.tuesday): Dispatch => ({
  to: 'customer',
  id: c.customer(id),
  command: k.command('EraseCustomer', {}, at, asked),
})

scenario('the survivor is told of a merge')
  .given(known)
  .when(on(first, merged(1, 2)))
  .sends([absorb(1, 1, 2)])

scenario('and that the absorbed one was blacklisted')
  .given(known)
  .when(on(first, merged(1, 2, { blacklisted: blacklisting })))
  .sends([absorb(1, 1, 2, { blacklisted: blacklisting })])

scenario('a merge that the survivor knows to be undone is undone in the absorbed one too')
  .given([...known, on(second, k.parted(1, 1))])
  .when(on(first, merged(1, 2)))
  .sends([part(1, 1, 2, 'the two are not one')])

scenario('so is one that the survivor’s survivor knows to be undone')
  .given([...known, on(third, k.parted(1, 1)), on(second, merged(2, 3))])
  .when(on(first, merged(1, 2)))
  .sends([part(1, 1, 2, 'the two are not one')])

scenario('another merge that was undone is another')
  .given([...known, on(second, k.parted(9, 1))])
  .when(on(first, merged(1, 2)))
  .sends([absorb(1, 1, 2)])

scenario('nobody is merged into a forgotten customer')
  .given([...known, on(second, k.erased())])
  .when(on(first, merged(1, 2)))
  .sends([part(1, 1, 2, 'the survivor is forgotten')])

scenario('nor into one whose survivor is forgotten')
  .given([...known, on(second, merged(2, 3)), on(third, k.erased())])
  .when(on(first, merged(1, 2)))
  .sends([part(1, 1, 2, 'the survivor is forgotten')])

scenario('who was forgotten and is merged into somebody known is still that one’s')
  .given([...known, on(second, merged(2, 3)), on(second, k.erased())])
  .when(on(first, merged(1, 2)))
  .sends([absorb(1, 1, 2)])

scenario('of a survivor who is not known yet it is asked all the same')
  .given([on(first, k.registered)])
  .when(on(first, merged(1, 2)))
  .sends([absorb(1, 1, 2)])

scenario('parted in one record, the other hears of it, and why')
  .given([...known, on(first, merged(1, 2)), on(second, absorbed(1, 1))])
  .when(on(first, k.parted(1, 2)))
  .sends([part(1, 2, 1)])

const circle = k.event('CustomersParted', {
  mergeId: c.entry(1),
  other: c.customer(2),
  ground: 'circle',
})
scenario('parted because it was a circle, he is told that the two are not one')
  .given(known)
  .when(on(first, circle))
  .sends([part(1, 2, 1, 'the two are not one')])

/** The first is merged into the second, who pointed on to the third. */
const throughSecond = [
  ...known,
  on(second, merged(2, 3)),
  on(third, absorbed(2, 2)),
  on(first, merged(1, 2)),
  on(third, absorbed(1, 1, 2)),
]
scenario('whoever came through one who stands on his own again is merged into that one')
  .given([...throughSecond, on(third, k.parted(2, 2))])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2), absorb(1, 1, 2)])

scenario('and so whichever of the two heard of it first')
  .given(throughSecond)
  .when(on(third, k.parted(2, 2)))
  .sends([part(2, 2, 3), absorb(1, 1, 2)])

scenario('through several, it is enough that one of them does')
  .given([
    ...known,
    on(first, merged(1, 2)),
    on(second, merged(2, 3)),
    on(third, merged(3, 4)),
    on(fourth, absorbed(3, 3)),
    on(fourth, absorbed(1, 1, 2, 3)),
  ])
  .when(on(third, k.parted(3, 4)))
  .sends([part(3, 4, 3), absorb(1, 1, 2)])

scenario('blacklisted, he is that one’s with it')
  .given([
    ...known,
    on(first, k.blacklisted(c.zhao, c.monday)),
    ...throughSecond.slice(known.length),
  ])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2), absorb(1, 1, 2, { blacklisted: blacklisting })])

scenario('forgotten himself, he is that one’s without')
  .given([...throughSecond, on(first, k.erased())])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2), absorb(1, 1, 2)])

scenario('whoever came another way stays where he is')
  .given(throughSecond)
  .when(on(fourth, k.parted(9, 3)))
  .sends([part(9, 3, 4)])

scenario('once parted himself, he is not merged anew')
  .given([...throughSecond, on(first, k.parted(1, 2))])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2)])

scenario('nor where his undoing was on record before it was heard that he had come')
  .given([
    ...known,
    on(first, merged(1, 2)),
    on(first, k.parted(1, 2)),
    on(third, absorbed(1, 1, 2)),
  ])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2)])

scenario('nor where he is merged by another merge by now')
  .given([
    ...throughSecond.slice(0, -1),
    on(first, k.parted(1, 2)),
    on(first, merged(3, 4)),
    on(third, absorbed(1, 1, 2)),
  ])
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2)])

scenario('once accepted where he was merged into, he is not asked for again')
  .given([...throughSecond, on(second, k.parted(2, 3)), on(second, absorbed(1, 1))])
  .when(on(second, k.parted(5, 4)))
  .sends([part(5, 4, 2)])

scenario('what is not undone is remembered from before the policy’s start')
  .given(throughSecond.map((fact) => ({ ...fact, past: true })))
  .when(on(second, k.parted(2, 3)))
  .sends([part(2, 3, 2), absorb(1, 1, 2)])

scenario('who is forgotten is so in every record that was made of him, in the name of who asked')
  .given([
    ...known,
    on(first, merged(1, 2)),
    on(second, absorbed(1, 1)),
    on(second, merged(2, 3)),
    on(third, absorbed(2, 2)),
    on(fourth, merged(4, 3)),
    on(third, absorbed(4, 4)),
  ])
  .when(on(third, k.event('CustomerErased', {}, c.tuesday, c.zhao)))
  .sends([erase(2, c.zhao), erase(4, c.zhao), erase(1, c.zhao)])

scenario('but in none that was parted from his')
  .given([...known, on(third, absorbed(2, 2)), on(third, k.parted(2, 2))])
  .when(on(third, k.erased()))
  .sendsNothing()

scenario('not even where only the other side knows of it yet')
  .given([
    ...known,
    on(second, merged(2, 3)),
    on(third, absorbed(2, 2)),
    on(second, k.parted(2, 3)),
  ])
  .when(on(third, k.erased()))
  .sendsNothing()

scenario('the survivor stays when one of his records is forgotten')
  .given([...known, on(first, merged(1, 2)), on(second, absorbed(1, 1))])
  .when(on(first, k.erased()))
  .sendsNothing()

scenario('who was never known is forgotten without more')
  .given([])
  .when(on(third, k.erased()))
  .sendsNothing()

scenario('nothing else is about two customers')
  .given(throughSecond)
  .when(on(second, k.lost()))
  .sendsNothing()

const promise = c.promiseId(1)
const complaintMerged = c.event('ComplaintMerged', {
  survivor: c.complaintId(2),
  openPromises: [promise],
})
const inComplaint = (event: typeof complaintMerged | typeof c.recorded): Fact => ({
  category: 'complaint',
  id: c.complaintId(1),
  event,
})
scenario('a complaint’s survivor is told which promises it takes over')
  .given([inComplaint(c.recorded)])
  .when(inComplaint(complaintMerged))
  .sends([
    {
      to: 'complaint',
      id: c.complaintId(2),
      command: c.command(
        'AbsorbComplaint',
        { absorbed: c.complaintId(1), openPromises: [promise] },
        c.tuesday,
        by,
      ),
    },
  ])

scenario('nothing else in a complaint is about two of them')
  .given([])
  .when(inComplaint(c.recorded))
  .sendsNothing()

for (const [what, fact] of [
  ['a merge of customers', on(first, merged(1, 2))],
  ['the undoing of one', on(first, k.parted(1, 2))],
  ['an erasure', on(third, k.erased())],
  ['a merge of complaints', inComplaint(complaintMerged)],
] as const)
  scenario(`${what} from before the start, or from elsewhere, is carried nowhere`)
    .given(throughSecond)
    .when({ ...fact, past: true })
    .sendsNothing()
