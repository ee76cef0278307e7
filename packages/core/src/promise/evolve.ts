/**
 * How a promise's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import { noKeys, withKey } from '../shared/key-set.js'
import type { FactsOf, PromiseEvent } from './events.js'
import type { Terms } from './fields.js'
import { dueOf, type Made, type Move, type PromiseFile, type PromiseState } from './state.js'

const opened = (terms: Terms, at: Instant): PromiseFile => ({
  began: at,
  latest: at,
  terms,
  moves: [],
  explanations: noKeys,
})

const begin = (state: PromiseState, { type, data }: PromiseEvent): PromiseState => {
  if (type === 'PromiseMade') {
    const { at, by, authority, ...terms } = data
    return { _tag: 'Open', file: opened(terms, at) }
  }
  if (type === 'TemporaryAgreementMade') {
    const { at, by, approvers, confirmBy, ...terms } = data
    return { _tag: 'Temporary', file: opened(terms, at), approvers, confirmBy }
  }
  return state
}

const inOrder = (moves: ReadonlyArray<Move>, { at, dueAt }: Move): ReadonlyArray<Move> => [
  ...moves.filter((move) => move.at <= at),
  { at, dueAt },
  ...moves.filter((move) => move.at > at),
]

/** What is to be confirmed is to be confirmed before it is due, also when that is sooner now. */
const moved = (state: Made, facts: FactsOf<'PromiseRenegotiated'>): Made => {
  const file = { ...state.file, moves: inOrder(state.file.moves, facts) }
  if (state._tag !== 'Temporary') return { ...state, file }
  const due = dueOf(file)
  return { ...state, file, confirmBy: due < state.confirmBy ? due : state.confirmBy }
}

const goOn = (state: Made, event: PromiseEvent): Made => {
  const { file } = state
  switch (event.type) {
    case 'PromiseMade':
    case 'TemporaryAgreementMade':
      return state
    case 'TemporaryAgreementConfirmed':
      return { _tag: 'Open', file }
    case 'PromiseRenegotiated':
      return moved(state, event.data)
    case 'DelayExplained': {
      const { explanationId } = event.data
      return {
        ...state,
        file: { ...file, explanations: withKey(file.explanations, explanationId) },
      }
    }
    case 'PromiseKept':
    case 'PromiseBroken':
    case 'PromiseWithdrawn':
    case 'TemporaryAgreementDeclined':
    case 'TemporaryAgreementLapsed':
      return { _tag: 'Settled', file, how: event.type, at: event.data.at }
  }
}

// #region evolve
/** Settled once: nothing that comes after the first settlement changes it. */
export const evolve = (state: PromiseState, event: PromiseEvent): PromiseState => {
  if (state._tag === 'NotMade') return begin(state, event)
  if (state._tag === 'Settled') return state
  const { at } = event.data
  const { file } = state
  return goOn(at > file.latest ? { ...state, file: { ...file, latest: at } } : state, event)
}
// #endregion evolve
