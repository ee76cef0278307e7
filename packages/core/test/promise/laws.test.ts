import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, expectTypeOf, it, test } from 'vitest'

import { PromiseCommand } from '../../src/promise/commands.js'
import { PromiseEvent, Settlement } from '../../src/promise/events.js'
import { promise } from '../../src/promise/promise.js'
import { dueDates, type PromiseState, verdictOn } from '../../src/promise/state.js'
import { decodeWith } from '../../src/shared/problem.js'
import { typesOf } from '../../src/store/message-types.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { deciderLaws } from '../../src/testing/decider-laws.js'
import { law, lawsOf, numRuns, same, throughJson } from '../support/laws.js'

const any = arbitraries.promise
const decider = promise(any.rules)
const { evolve, initial } = decider
const { asked, cut, folded, goesOnFromJson, recordedBy } = lawsOf(decider, any)

const settlements: ReadonlyArray<string> = Settlement.values

/** As a person reads the record: the due instant last agreed, and what came first of all that settles. */
const readOff = (history: ReadonlyArray<PromiseEvent>) => {
  const end = history.find(({ type }) => settlements.includes(type))
  if (end?.type === 'PromiseBroken') return 'broken'
  if (end?.type !== 'PromiseKept') return undefined
  const dues = history
    .slice(0, history.indexOf(end))
    .flatMap(({ type, data }) =>
      type === 'PromiseMade' || type === 'TemporaryAgreementMade' || type === 'PromiseRenegotiated'
        ? [{ at: data.at, dueAt: data.dueAt }]
        : [],
    )
    .sort((a, b) => a.at - b.at)
  return end.data.at <= (dues.at(-1)?.dueAt ?? -Infinity) ? 'keptOnTime' : 'keptLate'
}

// #region laws
describe('a promise', () => {
  deciderLaws(decider, { command: any.commandIn, event: any.event }, { test, fc, numRuns })
})
// #endregion laws

describe('of promises', () => {
  law('a command sent is the command received', any.command, (command) => {
    same(decodeWith(PromiseCommand)(throughJson(PromiseCommand.encode(command))), E.right(command))
  })

  law('a state is plain JSON, and goes on from it wherever a stream is cut', cut, goesOnFromJson)

  law('a settled promise stays settled', asked, ({ state, command }) => {
    if (state._tag === 'Settled') expect(recordedBy(state, command)).toEqual([])
  })

  law('what is settled is changed by no event', fc.tuple(folded, any.event), ([state, event]) => {
    if (state._tag === 'Settled') expect(evolve(state, event)).toBe(state)
  })

  law('it is settled once', any.history, (history) => {
    expect(history.filter(({ type }) => settlements.includes(type)).length).toBeLessThan(2)
  })

  law('the verdict follows from the events alone', any.history, (history) => {
    const state = history.reduce(evolve, initial)
    expect(verdictOn(state)).toBe(readOff(history))
    const others = promise({ authority: [], grace: 0, lateBy: 0 })
    expect(verdictOn(history.reduce(others.evolve, others.initial))).toBe(verdictOn(state))
  })

  law('what is unconfirmed is neither kept nor broken', asked, ({ state, command }) => {
    if (state._tag !== 'Temporary') return
    const types = recordedBy(state, command).map(({ type }) => type)
    expect(types).not.toContain('PromiseKept')
    expect(types).not.toContain('PromiseBroken')
    expect(types).not.toContain('DelayExplained')
  })

  law('what is agreed temporarily is confirmed by one who may, and in time', any.history, (all) => {
    const from = all.find(({ type }) => type === 'TemporaryAgreementMade')
    const to = all.find(({ type }) => type === 'TemporaryAgreementConfirmed')
    if (to === undefined || from?.type !== 'TemporaryAgreementMade') return
    expect(from.data.approvers).toContain(to.data.by.role)
    expect(to.data.at).toBeLessThanOrEqual(from.data.confirmBy)
    expect(from.data.confirmBy).toBeLessThanOrEqual(from.data.dueAt)
  })

  law('what was made within the giver’s authority says by which line', any.history, ([made]) => {
    if (made?.type !== 'PromiseMade' || made.data.matter === undefined) return
    expect(made.data.authority?.role).toBe(made.data.by.role)
    expect(made.data.authority?.matter).toBe(made.data.matter)
  })

  law('every due instant is kept, and none was moved that had passed', any.history, (history) => {
    const state = history.reduce(evolve, initial)
    if (state._tag === 'NotMade') return
    const moves = history.flatMap((e) => (e.type === 'PromiseRenegotiated' ? [e.data] : []))
    const dues = dueDates(state.file)
    expect(dues).toHaveLength(moves.length + 1)
    state.file.moves.forEach((move, i) => {
      expect(move.at).toBeLessThanOrEqual(dues[i] ?? -Infinity)
      expect(move.dueAt).toBeGreaterThan(move.at)
    })
    for (const { at, from, informed } of moves) {
      expect(dues).toContain(from)
      expect(at).toBeLessThanOrEqual(from)
      expect(informed.at).toBeLessThanOrEqual(at)
    }
  })

  law('none is broken before its grace is over', any.history, (history) => {
    for (const event of history)
      if (event.type === 'PromiseBroken')
        expect(event.data.at).toBeGreaterThan(event.data.dueAt + (any.rules.grace ?? 0))
  })

  law('none is made blind', fc.tuple(any.command, any.state), ([command, state]) => {
    if (command.type !== 'MakePromise' || command.data.basis !== undefined) return
    expect(recordedBy(state, command)).toEqual([])
  })

  it('a bad payload is reported against its own event only', () => {
    const bad = {
      type: 'PromiseKept',
      data: { at: 'tomorrow', by: { id: 'desk', role: 'agent' }, evidence: [] },
    }
    const errors = PromiseEvent.decode(bad)
    expect(E.isLeft(errors) && errors.left).toHaveLength(1)
  })

  it('the state has the published shape', () => {
    expectTypeOf<PromiseState['_tag']>().toEqualTypeOf<
      'NotMade' | 'Temporary' | 'Open' | 'Settled'
    >()
    expectTypeOf<Extract<PromiseEvent, { type: 'PromiseKept' }>['data']['at']>().toBeNumber()
  })
})

describe('what is generated of promises', () => {
  const many = Math.max(numRuns, 1000)
  const seen = <A>(from: fc.Arbitrary<A>, of: (value: A) => ReadonlyArray<string>) =>
    [...new Set(fc.sample(from, { numRuns: many, seed: 7 }).flatMap(of))].sort()
  const all = [...(typesOf(PromiseEvent)?.keys() ?? [])].sort()

  it('is every command and every event', () => {
    expect(seen(any.command, ({ type }) => [type])).toEqual(
      [...(typesOf(PromiseCommand)?.keys() ?? [])].sort(),
    )
    expect(seen(any.event, ({ type }) => [type])).toEqual(all)
  })

  it('is every life and every end, and every event on the way', () => {
    const lives = ['NotMade', 'Temporary', 'Open', 'Settled']
    expect(seen(any.state, (s) => (s._tag === 'Settled' ? [s._tag, s.how] : [s._tag]))).toEqual(
      [...lives, ...Settlement.values].sort(),
    )
    expect(seen(any.history, (history) => history.map(({ type }) => type))).toEqual(all)
  })

  it('is kept on time, and kept late', () => {
    expect(seen(any.state, (state) => [verdictOn(state) ?? 'none'])).toEqual([
      'broken',
      'keptLate',
      'keptOnTime',
      'none',
    ])
  })

  it('may be moved out of the order of time', () => {
    const backwards = fc.sample(any.history, { numRuns: many, seed: 7 }).some((each) => {
      const moves = each.filter(({ type }) => type === 'PromiseRenegotiated')
      return moves.some(({ data }, i) => data.at < (moves[i - 1]?.data.at ?? -Infinity))
    })
    expect(backwards).toBe(true)
  })
})
