/**
 * Why a promise's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { Role } from '../shared/actor.js'
import type { Matter } from '../shared/authority.js'
import type { Instant } from '../shared/instant.js'
import type { Money } from '../shared/money.js'
import type { OutOfTime } from '../shared/written-later.js'
import type { Settlement } from './events.js'

/** Where the promise stands in its life, when that alone forbids what was asked. */
export type LifeRejection =
  | { readonly _tag: 'NotMade' | 'AlreadyMade' }
  | { readonly _tag: 'AlreadySettled'; readonly how: Settlement }
  | { readonly _tag: 'NotConfirmed'; readonly confirmBy: Instant }
  | { readonly _tag: 'AlreadyBinding' }
  | OutOfTime

/** What is wrong with its terms. */
export type TermsRejection =
  | { readonly _tag: 'BlindPromise' }
  | { readonly _tag: 'DueNotInFuture'; readonly dueAt: Instant }
  | { readonly _tag: 'ConfirmByNotInFuture'; readonly confirmBy: Instant }
  | { readonly _tag: 'ConfirmByAfterDue'; readonly confirmBy: Instant; readonly dueAt: Instant }

/** Who may decide it, or that nobody can tell. */
export type AuthorityRejection =
  | { readonly _tag: 'MatterMissing'; readonly cost: Money }
  | { readonly _tag: 'CostMissing'; readonly matter: Matter }
  | { readonly _tag: 'NobodyMayDecide'; readonly matter: Matter; readonly cost?: Money }
  | {
      readonly _tag: 'OverAuthority'
      readonly matter: Matter
      readonly cost?: Money
      readonly deciders: ReadonlyArray<Role>
    }

// #region timing
/** Too early, or too late. */
export type TimingRejection =
  | { readonly _tag: 'ConfirmByPassed' | 'ConfirmByNotPassed'; readonly confirmBy: Instant }
  | { readonly _tag: 'DuePassed' | 'DueNotPassed'; readonly dueAt: Instant }
  | { readonly _tag: 'ExpectedNotInFuture'; readonly expectedAt: Instant }
  | { readonly _tag: 'MovedSince'; readonly movedAt: Instant; readonly dueAt: Instant }
// #endregion timing

/** What the customer was not told, or did not agree to. */
export type CustomerRejection =
  | { readonly _tag: 'CustomerNotInformed' | 'CustomerNotAgreed' }
  | { readonly _tag: 'NotYetInformed'; readonly informedAt: Instant }

/** Why not. A value to switch on; never thrown. */
export type PromiseRejection =
  LifeRejection | TermsRejection | AuthorityRejection | TimingRejection | CustomerRejection
