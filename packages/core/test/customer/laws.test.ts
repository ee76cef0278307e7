import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it, test } from 'vitest'

import { CustomerCommand } from '../../src/customer/commands.js'
import { customer } from '../../src/customer/customer.js'
import { CustomerEvent } from '../../src/customer/events.js'
import { completeness, himself, type CustomerState } from '../../src/customer/state.js'
import { decodeWith } from '../../src/shared/problem.js'
import { typesOf } from '../../src/store/message-types.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { erased, merged, parted } from '../support/customer.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const any = arbitraries.customer
const decider = customer(any.rules)
const { decide, evolve } = decider
const { asked, cut, folded, goesOnFromJson } = lawsOf(decider, any)

const next = (state: CustomerState, command: CustomerCommand) => {
  const answer = decide(command)(state)
  return E.isRight(answer) ? answer.right.reduce(evolve, state) : state
}

describe('a customer', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

describe('of customers', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(
      decodeWith(CustomerCommand)(throughJson(CustomerCommand.encode(command))),
      E.right(command),
    )
  })

  law('asking twice puts nothing more on record, however deep', asked, ({ state, command }) => {
    const answer = decide(command)(state)
    if (E.isRight(answer)) same(decide(command)(answer.right.reduce(evolve, state)), E.right([]))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law('every decision has an answer, whatever led to it', fc.tuple(folded, any.command), (both) => {
    const [state, command] = both
    const answer = decide(command)(state)
    expect(E.isRight(answer) || typeof answer.left._tag === 'string').toBe(true)
  })

  law(
    'once erased, no event whatever brings back anything personal',
    fc.tuple(any.state, fc.array(any.event, { maxLength: 8 })),
    ([state, more]) => {
      const gone = evolve(state, erased())
      fc.pre(gone._tag !== 'NotRegistered')
      const later = more.reduce(evolve, gone)
      fc.pre(later._tag !== 'NotRegistered')
      const { _tag, file } = himself(later)
      expect(_tag).toBe('Erased')
      expect(Object.keys(file).sort()).toEqual(['absorbed', 'began', 'entries', 'latest'])
    },
  )

  law('parted, a merged customer is what he was', any.state, (state) => {
    if (state._tag !== 'Active' && state._tag !== 'Lost') return
    const after = [merged(99), parted(99)].reduce<CustomerState>(evolve, state)
    expect(after._tag).toBe(state._tag)
    if (after._tag !== 'Active' && after._tag !== 'Lost') return
    const { entries, latest, ...rest } = after.file
    const { entries: e, latest: l, ...before } = state.file
    same(rest, before)
  })

  law('a blacklisted customer gets no tier of whoever may not clear him', asked, (both) => {
    const { state, command } = both
    if (state._tag !== 'Active' || command.type !== 'ClassifyCustomer') return
    if (command.data.classification.scheme !== 'tier' || command.data.by.role === 'head') return
    const { standing } = state.file
    if (standing.at(-1)?.value) same(next(state, command), state)
  })

  law('the profile is none, a third, two thirds or all of it filled', any.state, (state) => {
    if (state._tag === 'Active') expect([0, 1 / 3, 2 / 3, 1]).toContain(completeness(state.file))
  })
})

describe('what is generated of customers', () => {
  const many = Math.max(numRuns, 3000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))
  const types = <A>(codec: t.Type<A, unknown>) => [...(typesOf(codec)?.keys() ?? [])].sort()

  it('is every command and every event', () => {
    expect([...seen(any.command, ({ type }) => [type])].sort()).toEqual(types(CustomerCommand))
    expect([...seen(any.event, ({ type }) => [type])].sort()).toEqual(types(CustomerEvent))
  })
  it('is every life, and every event on the way', () => {
    const lives = ['NotRegistered', 'Active', 'Lost', 'Merged', 'Erased']
    expect([...seen(any.state, (s) => [s._tag])].sort()).toEqual([...lives].sort())
    const recorded = seen(any.history, (history) => history.map(({ type }) => type))
    expect([...recorded].sort()).toEqual(types(CustomerEvent))
  })
})
