import { describe, expect, it } from 'vitest'

import type { CustomerEvent } from '../../src/customer/events.js'
import { evolve } from '../../src/customer/evolve.js'
import type { CustomerState } from '../../src/customer/state.js'
import {
  fileOf,
  isForgotten,
  lookOnward,
  lookSurvivor,
  lookTogether,
} from '../../src/policy/customers.js'
import type { Reaction } from '../../src/policy/policy.js'
import { ignore, steps } from '../../src/policy/reaction.js'
import { mostMerges } from '../../src/store/follow-merges.js'
import { customer } from '../support/complaint.js'
import * as k from '../support/customer.js'

const stateOf = (...events: ReadonlyArray<CustomerEvent>): CustomerState =>
  events.reduce(evolve, { _tag: 'NotRegistered' })

type Records = Readonly<Record<string, CustomerState>>

/** What `then` was called with, once every record that was asked for was there. */
const found = <A>(
  records: Records,
  ask: (then: (...found: A[]) => Reaction<never>) => Reaction<never>,
): ReadonlyArray<A> => {
  let answer: ReadonlyArray<A> = []
  const walk = steps(
    ask((...all) => {
      answer = all
      return ignore
    }),
  )
  let step = walk.next()
  while (step.done !== true) step = walk.next(records[step.value.id] ?? { _tag: 'NotRegistered' })
  return answer
}

const [first, second, third, fourth] = [customer(1), customer(2), customer(3), customer(4)]
const known = stateOf(k.registered)
const into = (n: number, survivor: number, ...more: ReadonlyArray<CustomerEvent>) =>
  stateOf(k.registered, ...more, k.merged(n, survivor))

const survivorIn = (records: Records) =>
  found(records, (then) => lookSurvivor(first, (id, state) => then(id as never, state as never)))
const onwardIn = (records: Records) =>
  found<never>(records, (then) =>
    lookOnward(first, (last, seen) => then(last as never, seen as never)),
  )
const togetherIn = (records: Records): ReadonlyArray<string> =>
  found<ReadonlyMap<string, CustomerState>>(records, (then) => lookTogether(third, then)).flatMap(
    (all) => [...all.keys()],
  )

describe('who answers for a customer', () => {
  it('is himself, registered or not', () => {
    expect(survivorIn({ [first]: known })).toEqual([first, known])
    expect(survivorIn({})).toEqual([first, { _tag: 'NotRegistered' }])
  })

  it('is his survivor, through every merge between', () => {
    const records = { [first]: into(1, 2), [second]: into(2, 3), [third]: known }
    expect(survivorIn(records)).toEqual([third, known])
    expect(onwardIn(records)).toEqual([
      { id: third, state: known },
      [
        { id: first, state: into(1, 2) },
        { id: second, state: into(2, 3) },
        { id: third, state: known },
      ],
    ])
  })

  it('is himself where merges lead in a circle', () => {
    const records = { [first]: into(1, 2), [second]: into(2, 3), [third]: into(3, 2) }
    expect(survivorIn(records)).toEqual([first, into(1, 2)])
    expect(onwardIn(records)).toEqual([
      { id: third, state: into(3, 2) },
      [
        { id: first, state: into(1, 2) },
        { id: second, state: into(2, 3) },
        { id: third, state: into(3, 2) },
      ],
    ])
    expect(survivorIn({ [first]: into(1, 1) })).toEqual([first, into(1, 1)])
  })

  it('is found through a hundred merges, and through no more', () => {
    const chain = (merges: number): Records =>
      Object.fromEntries([
        ...Array.from({ length: merges }, (_, i) => [customer(i + 1), into(i + 1, i + 2)]),
        [customer(merges + 1), known],
      ]) as Records
    expect(survivorIn(chain(mostMerges))).toEqual([customer(mostMerges + 1), known])
    expect(survivorIn(chain(mostMerges + 1))).toEqual([first, into(1, 2)])
  })
})

describe('those who are one customer', () => {
  it('are he, and whoever was merged into him or into one of those, each once', () => {
    expect(
      togetherIn({
        [third]: stateOf(k.registered, k.absorbed(2, 2), k.absorbed(1, 1)),
        [second]: into(2, 3, k.absorbed(4, 4)),
        [first]: into(1, 2),
        [fourth]: into(4, 2),
      }),
    ).toEqual([third, second, first, fourth])
  })

  it('are he alone who was never registered', () => {
    expect(togetherIn({})).toEqual([third])
  })

  it('are not those who say themselves that they are another’s, or nobody’s', () => {
    const absorbing = stateOf(k.registered, k.absorbed(2, 2), k.absorbed(1, 1))
    expect(togetherIn({ [third]: absorbing, [second]: known, [first]: into(1, 4) })).toEqual([
      third,
    ])
    expect(togetherIn({ [third]: absorbing, [second]: known, [first]: into(1, 2) })).toEqual([
      third,
    ])
  })

  it('are both where each was merged into the other', () => {
    const records = {
      [third]: into(1, 2, k.absorbed(2, 2)),
      [second]: into(2, 3, k.absorbed(1, 3)),
    }
    expect(togetherIn(records)).toEqual([third, second])
  })

  it('are he and whom he absorbed, where he is merged himself', () => {
    expect(togetherIn({ [third]: into(3, 4, k.absorbed(2, 2)), [second]: into(2, 3) })).toEqual([
      third,
      second,
    ])
  })
})

describe('what is on record of a customer himself', () => {
  it('is there from his registration until he is forgotten', () => {
    expect(fileOf(stateOf())).toBeUndefined()
    expect(fileOf(known)?.name).toBe('Lotus Mill')
    expect(fileOf(into(1, 2))?.name).toBe('Lotus Mill')
    expect(fileOf(stateOf(k.registered, k.lost()))?.name).toBe('Lotus Mill')
    expect(fileOf(stateOf(k.registered, k.erased()))).toBeUndefined()
    expect(fileOf(into(1, 2, k.erased()))).toBeUndefined()
  })

  it('is forgotten once he was erased, merged or not', () => {
    expect(isForgotten(stateOf())).toBe(false)
    expect(isForgotten(known)).toBe(false)
    expect(isForgotten(stateOf(k.registered, k.erased()))).toBe(true)
    expect(isForgotten(into(1, 2, k.erased()))).toBe(true)
    expect(isForgotten(into(1, 2))).toBe(false)
  })
})
