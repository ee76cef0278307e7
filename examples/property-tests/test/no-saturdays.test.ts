/** A rule of a host's own, and the tests that it holds: nothing is promised for a Saturday. */
// #region rule
import { type Decider, promise, reject } from '@troth/core'
import { arbitraries, deciderLaws } from '@troth/core/testing'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { expect, test } from 'vitest'

type State = promise.PromiseState
const usual = promise.promise(arbitraries.promise.rules)
const isSaturday = (at: number): boolean => new Date(at).getUTCDay() === 6
type Rejection = promise.PromiseRejection | { readonly _tag: 'DueOnSaturday' }
type Promising = Decider<promise.PromiseCommand, State, promise.PromiseEvent, Rejection>
const decider: Promising = {
  ...usual,
  decide: (command) => (state) =>
    'dueAt' in command.data && isSaturday(command.data.dueAt)
      ? reject({ _tag: 'DueOnSaturday' })
      : usual.decide(command)(state),
}

deciderLaws(decider, arbitraries.promise, { test, fc })

test('nothing is due on a Saturday, however a promise is made and moved', () => {
  const life = fc.array(arbitraries.promise.command, { maxLength: 30, size: 'max' })
  const next = (state: State, asked: promise.PromiseCommand): State =>
    E.getOrElseW(() => [])(decider.decide(asked)(state)).reduce(decider.evolve, state)
  const due = (state: State) => (state._tag === 'NotMade' ? [] : promise.dueDates(state.file))
  fc.assert(
    fc.property(life, (asked) => !due(asked.reduce(next, decider.initial)).some(isSaturday)),
  )
})
// #endregion rule

test('the usual rules would promise it', () => {
  const found = fc.sample(arbitraries.promise.history, 1000).flat()
  expect(found.some(({ data }) => 'dueAt' in data && isSaturday(data.dueAt))).toBe(true)
})
