import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, expectTypeOf, it, test } from 'vitest'

import { FaultCommand } from '../../src/fault/commands.js'
import { FaultEvent } from '../../src/fault/events.js'
import { fault } from '../../src/fault/fault.js'
import { FaultStep } from '../../src/fault/lists.js'
import { type FaultState, stepOf } from '../../src/fault/state.js'
import { decodeWith } from '../../src/shared/problem.js'
import { typesOf } from '../../src/store/message-types.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const any = arbitraries.fault
const decider = fault(any.rules)
const { decide, evolve, initial } = decider
const { asked, cut, folded, goesOnFromJson, recordedBy } = lawsOf(decider, any)

describe('a fault', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})

/** Where the first of a type stands on record; nowhere is after all else. */
const placeOf = (history: ReadonlyArray<FaultEvent>, type: FaultEvent['type']): number => {
  const place = history.findIndex((each) => each.type === type)
  return place < 0 ? Infinity : place
}

describe('of faults', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(decodeWith(FaultCommand)(throughJson(FaultCommand.encode(command))), E.right(command))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law('every decision has an answer, whatever led to it', fc.tuple(folded, any.command), (both) => {
    const [state, command] = both
    const answer = decide(command)(state)
    expect(E.isRight(answer) || typeof answer.left._tag === 'string').toBe(true)
  })

  law('each step is on record after the one before it', any.history, (history) => {
    const way = ['FaultFiled', 'LeadershipTold', 'FaultTracked', 'FaultCleared'] as const
    const places = [
      Math.max(placeOf(history, 'ContractSignerTold'), placeOf(history, 'ManagerTold')),
      ...way.map((type) => placeOf(history, type)),
    ]
    places.slice(1).forEach((place, i) => {
      if (place < Infinity) expect(place).toBeGreaterThan(places[i] ?? -1)
    })
  })

  law('each step is taken once', any.history, (history) => {
    for (const type of typesOf(FaultEvent)?.keys() ?? [])
      if (!['FaultTracked', 'ComplaintLinked', 'FaultOwnerAssigned'].includes(type))
        expect(history.filter((each) => each.type === type).length).toBeLessThan(2)
  })

  law('cleared, it stays cleared when it was', fc.tuple(folded, any.event), ([state, event]) => {
    if (state._tag !== 'Cleared') return
    const after = evolve(state, event)
    expect(after._tag === 'Cleared' && after.at).toBe(state.at)
  })

  law('nothing happens to it after it was cleared but a link', asked, ({ state, command }) => {
    if (state._tag !== 'Cleared') return
    for (const { type, data } of recordedBy(state, command))
      if (type !== 'ComplaintLinked') expect(data.at).toBeLessThanOrEqual(state.at)
  })

  law('it was cleared no earlier than the latest word of it', any.history, (history) => {
    const end = history.find(({ type }) => type === 'FaultCleared')
    if (end === undefined) return
    for (const { type, data } of history)
      if (type === 'FaultTracked') expect(data.at).toBeLessThanOrEqual(end.data.at)
  })

  law('no event takes it a step back', fc.tuple(folded, any.event), ([state, event]) => {
    if (state._tag === 'NotReported') return
    const after = evolve(state, event)
    if (after._tag === 'NotReported') throw new Error('not reported any more')
    const place = ({ file }: typeof state) => FaultStep.values.indexOf(stepOf(file))
    expect(place(after)).toBeGreaterThanOrEqual(place(state))
  })

  law('a crisis says by which line of the matrix', any.history, (history) => {
    for (const event of history)
      if (event.type === 'CrisisDeclared') {
        expect(event.data.authority?.matter).toBe('majorMatter')
        expect(event.data.authority?.role).toBe(event.data.by.role)
      }
  })

  it('the state has the published shape', () => {
    expectTypeOf<FaultState['_tag']>().toEqualTypeOf<'NotReported' | 'Open' | 'Cleared'>()
    expect(initial).toEqual({ _tag: 'NotReported' })
    expect(decider.category).toBe('fault')
  })
})

describe('what is generated of faults', () => {
  const many = Math.max(numRuns, 1000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    [...new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))].sort()
  const types = <A>(codec: t.Type<A, unknown>) => [...(typesOf(codec)?.keys() ?? [])].sort()

  it('is every command and every event', () => {
    expect(seen(any.command, ({ type }) => [type])).toEqual(types(FaultCommand))
    expect(seen(any.event, ({ type }) => [type])).toEqual(types(FaultEvent))
  })
  it('is every life, every step, and every event on the way', () => {
    expect(
      seen(any.state, (s) => (s._tag === 'NotReported' ? [s._tag] : [s._tag, stepOf(s.file)])),
    ).toEqual(['NotReported', 'Open', 'Cleared', ...FaultStep.values].sort())
    expect(seen(any.history, (history) => history.map(({ type }) => type))).toEqual(
      types(FaultEvent),
    )
  })
})
