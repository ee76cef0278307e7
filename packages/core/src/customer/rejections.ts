/**
 * Why a customer's command was refused: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { ActorId, Role } from '../shared/actor.js'
import type { Matter } from '../shared/authority.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { OutOfTime } from '../shared/written-later.js'
import type { CustomerKind, LossReason, ProfileSection } from './lists.js'
import type { Year } from './values.js'

/** Where the customer stands in his life with the business, when that alone forbids what was asked. */
export type LifeRejection =
  | { readonly _tag: 'NotRegistered' }
  | { readonly _tag: 'AlreadyRegistered'; readonly kind: CustomerKind }
  | { readonly _tag: 'AlreadyLost'; readonly reason: LossReason; readonly lostAt: Instant }
  | { readonly _tag: 'MergedInto'; readonly survivor: CustomerId }
  | { readonly _tag: 'WouldCircle'; readonly absorbed: CustomerId }
  | { readonly _tag: 'Erased'; readonly erasedAt: Instant }
  | OutOfTime

/** Whose it is to decide. `deciders` may clear a blacklisted customer, and do for him meanwhile what others may not. */
export type AuthorityRejection =
  | {
      readonly _tag: 'Blacklisted'
      readonly since: Instant
      readonly decidedBy: ActorId
      readonly deciders: ReadonlyArray<Role>
    }
  | { readonly _tag: 'NobodyMayDecide'; readonly matter: Matter }
  | {
      readonly _tag: 'OverAuthority'
      readonly matter: Matter
      readonly deciders: ReadonlyArray<Role>
    }

/** What is wrong with a change of the profile, or with its verification. */
export type ProfileRejection =
  | { readonly _tag: 'NoSuchChange' }
  | { readonly _tag: 'ChangeSettled'; readonly how: 'verified' | 'refused' }
  | { readonly _tag: 'OwnChange'; readonly by: ActorId }
  | { readonly _tag: 'NothingToVerify'; readonly section: ProfileSection }

/** What is said of something that the record does not know, or knows otherwise. */
export type RecordRejection =
  | { readonly _tag: 'NotAnOrganisation' }
  | {
      readonly _tag:
        | 'NoSuchContactPerson'
        | 'NoSuchContactPoint'
        | 'NoSuchExpectation'
        | 'NoSuchDate'
        | 'NoSuchProposal'
    }
  | { readonly _tag: 'ExpectationReleased' }
  /** A ranking names each expectation that is held once, and no other. */
  | { readonly _tag: 'NotTheHeldOnes'; readonly held: ReadonlyArray<EntryId> }
  | { readonly _tag: 'BeforeDecember'; readonly year: Year; readonly from: Instant }
  | { readonly _tag: 'YearOver'; readonly year: Year; readonly ended: Instant }

/** A word that the host's rules do not have. */
export type WordRejection =
  | {
      readonly _tag: 'UnknownScheme'
      readonly scheme: string
      readonly known: ReadonlyArray<string>
    }
  | {
      readonly _tag: 'UnknownClass'
      readonly scheme: string
      readonly value: string
      readonly known: ReadonlyArray<string>
    }
  | {
      readonly _tag: 'UnknownPurpose'
      readonly purpose: string
      readonly known: ReadonlyArray<string>
    }

/** Why not. A value to switch on; never thrown. */
export type CustomerRejection =
  LifeRejection | AuthorityRejection | ProfileRejection | RecordRejection | WordRejection
