/**
 * What decisions about a promise ask, and the verdict on it. What else people look at is a view's business.
 *
 * @since 0.1.0
 */
import type { Role } from '../shared/actor.js'
import type { CustomerId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { KeySet } from '../shared/key-set.js'
import type { Settlement } from './events.js'
import type { Terms } from './fields.js'

/** That at `at` the due instant was moved to `dueAt`. */
export interface Move {
  readonly at: Instant
  readonly dueAt: Instant
}

export interface PromiseFile {
  readonly began: Instant
  /** The latest instant on record. */
  readonly latest: Instant
  /** As it was first made, with the matter that was found to be decided. */
  readonly terms: Terms
  /** In the order in which they happened, which need not be the one in which they were written down. */
  readonly moves: ReadonlyArray<Move>
  /** The delays explained, by their ids. */
  readonly explanations: KeySet
}

// #region life
/** Where a promise stands in its life. `Temporary`: agreed, and not binding before one of `approvers` confirms it. */
export type PromiseState = { readonly _tag: 'NotMade' } | Made

/** Before anything is on record. */
export const initial: PromiseState = { _tag: 'NotMade' }

export type Made =
  | {
      readonly _tag: 'Temporary'
      readonly file: PromiseFile
      readonly approvers: ReadonlyArray<Role>
      readonly confirmBy: Instant
    }
  | { readonly _tag: 'Open'; readonly file: PromiseFile }
  | {
      readonly _tag: 'Settled'
      readonly file: PromiseFile
      readonly how: Settlement
      readonly at: Instant
    }
// #endregion life

/** Every due instant it had, the one in force last. */
export const dueDates = ({ terms, moves }: PromiseFile): ReadonlyArray<Instant> => [
  terms.dueAt,
  ...moves.map(({ dueAt }) => dueAt),
]

/** The due instant in force. */
export const dueOf = ({ terms, moves }: PromiseFile): Instant => moves.at(-1)?.dueAt ?? terms.dueAt

/** The due instant that was in force at `at`. */
export const dueAsOf = ({ terms, moves }: PromiseFile, at: Instant): Instant =>
  moves.filter((move) => move.at <= at).at(-1)?.dueAt ?? terms.dueAt

/** Kept late counts as kept, and not as on time. */
export type Verdict = 'keptOnTime' | 'keptLate' | 'broken'

/**
 * What became of the word given: of the events alone, whatever the rules are by now.
 * None while it is open, nor where it was withdrawn or never became binding.
 */
export const verdictOn = (state: PromiseState): Verdict | undefined => {
  if (state._tag !== 'Settled') return undefined
  switch (state.how) {
    case 'PromiseKept':
      return state.at <= dueOf(state.file) ? 'keptOnTime' : 'keptLate'
    case 'PromiseBroken':
      return 'broken'
    case 'PromiseWithdrawn':
    case 'TemporaryAgreementDeclined':
    case 'TemporaryAgreementLapsed':
      return undefined
  }
}

/** The customer to whom it was made: the subject of its events. */
export const subjectOf = (state: PromiseState): CustomerId | undefined =>
  state._tag === 'NotMade' ? undefined : state.file.terms.customer
