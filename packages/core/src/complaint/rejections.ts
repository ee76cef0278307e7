/**
 * Why a complaint's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { ActorId, Role } from '../shared/actor.js'
import type { Matter } from '../shared/authority.js'
import type { ComplaintId, EntryId, PromiseId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { Money } from '../shared/money.js'
import type { Courtesy, Kind, OutsideBody, RemedyKind, Settlement } from './lists.js'
import type { Step } from './state.js'
import type { Outcome, Party } from './values.js'

/** Where the complaint stands in its life, when that alone forbids what was asked. */
export type LifeRejection =
  | { readonly _tag: 'NotRecorded' | 'AlreadyRecorded' | 'Withdrawn' }
  | { readonly _tag: 'AlreadyClosed'; readonly outcome: Outcome; readonly closedAt: Instant }
  | { readonly _tag: 'ReferredOutside'; readonly body: OutsideBody }
  | { readonly _tag: 'NotReferred' }
  | { readonly _tag: 'NotClosed' }
  | { readonly _tag: 'MergedInto'; readonly survivor: ComplaintId }
  | { readonly _tag: 'ReopenWindowPassed'; readonly until: Instant }
  | { readonly _tag: 'TooLongAgo'; readonly earliest: Instant }
  | { readonly _tag: 'BeforeItBegan'; readonly began: Instant }

/** Where it stands on its path. */
export type PathRejection =
  | { readonly _tag: 'StepOutOfOrder'; readonly step: Step; readonly expected: ReadonlyArray<Step> }
  | { readonly _tag: 'WrongKind'; readonly kind: Kind; readonly expected: ReadonlyArray<Kind> }
  | { readonly _tag: 'AlreadyJudged'; readonly valid: boolean }
  | { readonly _tag: 'JudgedInvalid' }
  | { readonly _tag: 'AlreadyAssigned'; readonly to: Party }
  | { readonly _tag: 'HeldAlready'; readonly by: Party }
  | { readonly _tag: 'SettingUnchanged' }
  | { readonly _tag: 'AlreadyLinked'; readonly first: ComplaintId }
  | { readonly _tag: 'NoSuchWait' | 'AlreadyWaiting' }
  | { readonly _tag: 'WouldCircle'; readonly absorbed: ComplaintId }
  /** What was due in one cycle is not done in another. */
  | { readonly _tag: 'OtherCycle'; readonly cycle: number }

/** What is wrong with a remedy, or with the way to it. */
export type RemedyRejection =
  | { readonly _tag: 'TooFewOptions'; readonly given: number; readonly needed: number }
  | { readonly _tag: 'SameOptionTwice'; readonly optionId: EntryId }
  | { readonly _tag: 'CostMissing'; readonly remedy: RemedyKind }
  | { readonly _tag: 'NobodyMayDecide'; readonly matter: Matter; readonly cost?: Money }
  | {
      readonly _tag: 'OverAuthority'
      readonly matter: Matter
      readonly cost?: Money
      readonly deciders: ReadonlyArray<Role>
    }
  | { readonly _tag: 'NotFirstResponsible'; readonly firstResponsible: ActorId }
  | { readonly _tag: 'NoSuchProposal' | 'NoSuchOption' | 'NoSuchNotice' | 'NoLiaisonNoteOwed' }
  | { readonly _tag: 'AlreadyAccepted'; readonly optionId: EntryId }
  | { readonly _tag: 'VisitNotAppointed' | 'NoRemediesToTake' }
  | { readonly _tag: 'ChargeMissing' | 'ChargeNotDue' }

/** A promise given here that may not be given so, or is not known. */
export type PromiseRejection =
  | { readonly _tag: 'DueNotInFuture'; readonly dueAt: Instant }
  | { readonly _tag: 'MatterMissing'; readonly cost: Money }
  | { readonly _tag: 'ConfirmByNotInFuture'; readonly confirmBy: Instant }
  | { readonly _tag: 'ConfirmByAfterDue'; readonly confirmBy: Instant; readonly dueAt: Instant }
  | { readonly _tag: 'ApprovalNeeded'; readonly step: Step }
  | { readonly _tag: 'NoSuchPromise' }
  | { readonly _tag: 'AlreadySettled'; readonly how: Settlement }

/** What is still owed before the complaint may close, or after it closed. */
export type ClosingRejection =
  | { readonly _tag: 'ApologyAlone'; readonly courtesies: ReadonlyArray<Courtesy> }
  | { readonly _tag: 'PromisesOpen'; readonly promises: ReadonlyArray<PromiseId> }
  | { readonly _tag: 'LiaisonNoteOwed'; readonly dueAt: Instant }
  | { readonly _tag: 'WrittenReplyOwed' | 'ThanksOwed' | 'NotInCaseLibrary' | 'CaseNotGiven' }
  | { readonly _tag: 'TriesLeft'; readonly made: number; readonly needed: number }

/** Why not. A value to switch on; never thrown. */
export type ComplaintRejection =
  LifeRejection | PathRejection | RemedyRejection | PromiseRejection | ClosingRejection
