/**
 * What decisions about a survey ask, and what was answered. What else people look at is a view's business.
 *
 * @since 0.1.0
 */
import { type Dated, present } from '../shared/dated.js'
import type { CustomerId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { Answers } from './answers.js'
import type { SurveyTerms } from './fields.js'
import type { Suppression, SurveyAbout } from './values.js'

export interface SurveyFile {
  readonly began: Instant
  /** The latest instant on record. */
  readonly latest: Instant
  readonly terms: SurveyTerms
  /** Whether the link to it was opened, which answers nothing. */
  readonly opened: boolean
}

/** Where a survey stands in its life. `Suppressed`: it was due, and was never sent. */
export type SurveyState = { readonly _tag: 'NotIssued' } | Suppressed | Issued

/** Before anything is on record. */
export const initial: SurveyState = { _tag: 'NotIssued' }

export interface Suppressed {
  readonly _tag: 'Suppressed'
  readonly customer: CustomerId
  readonly about: SurveyAbout
  readonly why: Suppression
}

export type Issued = Unanswered | Answered

/** `Expired` is a verdict that an answer given in time leaves behind, however late it is written down. */
export type Unanswered =
  | { readonly _tag: 'Awaited' | 'Expired'; readonly file: SurveyFile }
  | { readonly _tag: 'Declined'; readonly file: SurveyFile; readonly at: Instant }

export interface Answered {
  readonly _tag: 'Answered'
  readonly file: SurveyFile
  readonly answeredAt: Instant
  /** As first answered, and each correction. */
  readonly answers: Dated<Answers>
  readonly correctableUntil: Instant
}

/** What the customer answered, as last corrected; none while he has not. */
export const answerOf = (state: SurveyState): Answers | undefined =>
  state._tag === 'Answered' ? present(state.answers) : undefined

/** All that he answered, oldest first: as first given, and each correction. */
export const answersOf = (state: SurveyState): Dated<Answers> =>
  state._tag === 'Answered' ? state.answers : []

/** Whether it is to be expired at `at`: neither an answer nor a no is on record, and the time for it has come. */
export const isToExpire = (state: SurveyState, at: Instant): boolean =>
  state._tag === 'Awaited' && at >= state.file.terms.expiresAt

/** The customer who was asked, or was not to be: the subject of its events. */
export const subjectOf = (state: SurveyState): CustomerId | undefined => {
  if (state._tag === 'NotIssued') return undefined
  return state._tag === 'Suppressed' ? state.customer : state.file.terms.customer
}
