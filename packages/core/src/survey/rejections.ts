/**
 * Why a survey's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { ActorId } from '../shared/actor.js'
import type { Instant } from '../shared/instant.js'
import type { OutOfTime } from '../shared/written-later.js'
import type { ServqualEdition } from './answers.js'
import type { Suppression } from './values.js'

/** Where the survey stands in its life, when that alone forbids what was asked. */
export type SurveyLifeRejection =
  | { readonly _tag: 'NotIssued' | 'AlreadyIssued' | 'NotAnswered' }
  | { readonly _tag: 'AlreadySuppressed'; readonly why: Suppression }
  | { readonly _tag: 'AlreadyAnswered'; readonly answeredAt: Instant }
  | { readonly _tag: 'AlreadyDeclined'; readonly declinedAt: Instant }
  | OutOfTime

/** Why it can be neither sent nor held back like that. */
export type IssueRejection =
  | { readonly _tag: 'ExpiresNotInFuture'; readonly expiresAt: Instant }
  /** He was asked less often than he may be. */
  | { readonly _tag: 'CapNotReached'; readonly cap: number; readonly count: number }

/** Why an answer is none. */
export type AnswerRejection =
  | { readonly _tag: 'NotConfirmed' }
  | { readonly _tag: 'AnsweredByHandler'; readonly handler: ActorId }
  | {
      readonly _tag: 'OtherEdition'
      readonly asked: ServqualEdition
      readonly answered: ServqualEdition
    }

/** Too early, or too late. */
export type SurveyTimingRejection =
  | { readonly _tag: 'ExpiryPassed' | 'ExpiryNotReached'; readonly expiresAt: Instant }
  | { readonly _tag: 'CorrectionOver'; readonly correctableUntil: Instant }
  | { readonly _tag: 'BeforeTheAnswer'; readonly answeredAt: Instant }

/** Why not. A value to switch on; never thrown. */
export type SurveyRejection =
  SurveyLifeRejection | IssueRejection | AnswerRejection | SurveyTimingRejection
