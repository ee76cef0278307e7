import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'

import type { CustomerCommand } from '../../src/customer/commands.js'
import { customer as customerOf } from '../../src/customer/customer.js'
import type { CustomerEvent } from '../../src/customer/events.js'
import type { CustomerState } from '../../src/customer/state.js'
import { customerMerges } from '../../src/policy/customer-merges.js'
import { followMerges } from '../../src/policy/followed-merges.js'
import { lookTogether } from '../../src/policy/customers.js'
import type { Dispatch, Done, Happening, Reaction } from '../../src/policy/policy.js'
import { ignore } from '../../src/policy/reaction.js'
import type { CustomerId } from '../../src/shared/ids.js'
import { finished } from '../../src/testing/at-once.js'
import { actorOf } from '../../src/testing/policy-scenarios.js'
import { because, customer, entry, tuesday } from '../support/complaint.js'
import { command, register, rules } from '../support/customer.js'
import { numRuns } from '../support/laws.js'

const { initial, decide, evolve } = customerOf(rules)

/** Four records, what was recorded of them in its order, and how far the policy has heard of it. */
const records = () => {
  const states = new Map<string, CustomerState>()
  const log: { readonly id: string; readonly event: CustomerEvent }[] = []
  const memory = new Map<string, never>()
  let heard = 0

  const stateOf = (id: string): CustomerState => states.get(id) ?? initial
  /** Who has recorded something, if anybody has. */
  const ask = (
    id: CustomerId,
    asked: CustomerCommand,
    through: ReadonlyArray<string> = [],
  ): CustomerId | undefined => {
    const answer = decide(asked)(stateOf(id))
    if (E.isRight(answer)) {
      for (const event of answer.right) {
        states.set(id, evolve(stateOf(id), event))
        log.push({ id, event })
      }
      return answer.right.length > 0 ? id : undefined
    }
    const survivor = customerMerges.mergedInto(answer.left) as CustomerId | undefined
    return survivor === undefined || through.includes(survivor)
      ? undefined
      : ask(survivor, customerMerges.onward?.(asked, id) ?? asked, [...through, id])
  }
  const finish = (reaction: Reaction<never>): Done<never> =>
    finished(reaction, (_, id) => stateOf(id))
  const hearOne = (): boolean => {
    const next = log[heard]
    if (next === undefined) return false
    const happening = { ...next, category: 'customer', eventId: String(heard), triggers: true }
    const stamp = { at: tuesday, by: actorOf(followMerges.name) }
    const reaction = followMerges.react(happening as Happening, memory, stamp)
    const { commands, put = {}, forget = [] } = finish(reaction as Reaction<never>)
    for (const { id, command: asked } of commands as ReadonlyArray<
      Extract<Dispatch, { to: 'customer' }>
    >)
      ask(id as CustomerId, asked)
    for (const [key, row] of Object.entries(put)) memory.set(key, row)
    for (const key of forget) memory.delete(key)
    heard++
    return true
  }
  return { ask, stateOf, finish, hearOne, memory }
}
type Records = ReturnType<typeof records>

const ids = [1, 2, 3, 4].map(customer)
const registered = (all: Records, id: string) => {
  const state = all.stateOf(id)
  if (state._tag === 'NotRegistered') throw new Error('not registered')
  return state
}
/** Whose he is: through every merge between. */
const survivorOf = (all: Records, id: string, through: ReadonlyArray<string> = []): string => {
  const state = registered(all, id)
  if (state._tag !== 'Merged') return id
  expect(through).not.toContain(id)
  return survivorOf(all, state.survivor, [...through, id])
}

/** Everybody who is known, from him on, to be merged into him. */
const knownTo = (all: Records, id: CustomerId): ReadonlyArray<string> => {
  let known: ReadonlyArray<string> = []
  const reaction = lookTogether(id, (together) => {
    known = [...together.keys()]
    return ignore
  })
  all.finish(reaction)
  return known
}

const who = fc.constantFrom(...ids)
const two = fc.tuple(who, who).filter(([a, b]) => a !== b)
const what = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('merge' as const), two) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('part' as const), fc.nat()) },
  { weight: 4, arbitrary: fc.tuple(fc.constant('hear' as const), fc.integer({ min: 1, max: 5 })) },
)

it('whatever is merged and parted, however late it is heard, each has one survivor, who knows of him', () => {
  fc.assert(
    fc.property(fc.array(what, { maxLength: 14 }), (turns) => {
      const all = records()
      for (const id of ids) all.ask(id, register)
      const merges: { readonly n: number; readonly from: CustomerId; readonly into: CustomerId }[] =
        []
      for (const turn of turns)
        switch (turn[0]) {
          case 'merge': {
            const [asked, into] = turn[1]
            const n = merges.length + 1
            const merge = command('MergeCustomer', { mergeId: entry(n), survivor: into })
            const from = all.ask(asked, merge)
            if (from !== undefined) merges.push({ n, from, into })
            break
          }
          case 'part': {
            const made = merges[turn[1] % Math.max(1, merges.length)]
            if (made === undefined) break
            const [id, other] = turn[1] % 2 > 0 ? [made.from, made.into] : [made.into, made.from]
            const mergeId = entry(made.n)
            all.ask(id, command('PartCustomers', { mergeId, other, why: because }))
            break
          }
          case 'hear':
            for (let n = 0; n < turn[1]; n++) all.hearOne()
        }
      while (all.hearOne());
      for (const id of ids) {
        const one = ids.filter((each) => survivorOf(all, each) === id)
        if (survivorOf(all, id) === id) expect([...knownTo(all, id)].sort()).toEqual(one)
      }
      // What is over is not kept in mind.
      for (const merge of all.memory.keys())
        expect(
          ids.some((id) => {
            const state = registered(all, id)
            return state._tag === 'Merged' && state.mergeId === merge
          }),
        ).toBe(true)
    }),
    { numRuns },
  )
})
