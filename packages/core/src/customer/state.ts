/**
 * What decisions about a customer ask: only that. What people look at is a view's business.
 *
 * @since 0.1.0
 */
import type { Redacted } from '../privacy/personal.js'
import type { ActorId } from '../shared/actor.js'
import { type Dated, present } from '../shared/dated.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { KeySet } from '../shared/key-set.js'
import type { Name } from '../shared/text.js'
import type { Classification } from './classification.js'
import type {
  CustomerKind,
  DateKind,
  LossReason,
  PersonRole,
  ProfileSection,
  Relation,
  Stage,
} from './lists.js'
import type { Blacklisting, ImportantDay } from './values.js'

/** Another customer who was merged into this one, or into those `through` whom he came. */
export interface Absorbed {
  readonly customer: CustomerId
  readonly through: ReadonlyArray<CustomerId>
  readonly blacklisted?: Blacklisting
}

/** What is left of a customer even when he is erased: nothing in it is a person's own. */
export interface Trace {
  /** The first instant on record, and the latest. */
  readonly began: Instant
  readonly latest: Instant
  /** The ids of all that was added to a list here, each as `list/id`. */
  readonly entries: KeySet
  /** Who was merged into him, by the merge. */
  readonly absorbed: Readonly<Record<string, Absorbed>>
}

/** What was said when he was registered (anew); only that, so that the same again is known. */
export interface Registration {
  readonly at: Instant
  readonly by: ActorId
  readonly kind: CustomerKind
  readonly relation: Relation
  readonly stage: Stage
  readonly name: Name | Redacted
}

/** A section of the profile: who changed it last, and when it was last verified. */
export interface SectionState {
  readonly filled: boolean
  readonly changedBy: ActorId
  readonly verifiedAt?: Instant
}

/** A change proposed, and what became of it. */
export interface ProposedChange {
  readonly section: ProfileSection
  readonly filled: boolean
  readonly by: ActorId
  readonly how: 'open' | 'verified' | 'refused'
}

export interface ContactPerson {
  readonly name: Name | Redacted
  readonly roles: ReadonlyArray<PersonRole>
}

/** A day on which a customer is remembered. */
export interface RememberedDay {
  readonly kind: DateKind
  readonly day: ImportantDay | Redacted
}

export interface Expectation {
  readonly expectationId: EntryId
  readonly feasible: boolean
}

/** What somebody, or a policy, proposes and people decide. */
export type Proposal =
  | { readonly _tag: 'Classification'; readonly classification: Classification }
  | { readonly _tag: 'Blacklisting' }

export interface CustomerFile extends Trace {
  readonly registration: Registration
  readonly name: Name | Redacted
  readonly stage: Stage
  readonly profile: Readonly<Partial<Record<ProfileSection, SectionState>>>
  readonly changes: Readonly<Record<string, ProposedChange>>
  readonly persons: Readonly<Record<string, ContactPerson>>
  /** The contact points there are, each with the contact person whose it is, if it is one's. */
  readonly points: Readonly<Record<string, EntryId | 'own'>>
  /** The important dates there are, by their ids. */
  readonly dates: Readonly<Record<string, RememberedDay>>
  /** Those that are held, best first. */
  readonly expectations: ReadonlyArray<Expectation>
  /** By `scheme/name`; `null`: in no class of it any more. */
  readonly classes: Readonly<Record<string, Dated<Classification | null>>>
  readonly manager: Dated<ActorId>
  /** `null`: cleared. */
  readonly standing: Dated<Blacklisting | null>
  /** The proposals that nobody has decided yet. */
  readonly proposals: Readonly<Record<string, Proposal>>
  /** By `channel/purpose`. */
  readonly consents: Readonly<Record<string, Dated<'given' | 'withdrawn'>>>
}

/** Where a customer stands in his life with the business. */
export type CustomerState = { readonly _tag: 'NotRegistered' } | Registered

/** Before anything is on record. */
export const initial: CustomerState = { _tag: 'NotRegistered' }

/** `before`: what a merged customer was, and is again once the two are parted. */
export type Registered =
  | Single
  | {
      readonly _tag: 'Merged'
      readonly mergeId: EntryId
      readonly survivor: CustomerId
      readonly before: Single
    }

export type Single =
  | { readonly _tag: 'Active'; readonly file: CustomerFile }
  | {
      readonly _tag: 'Lost'
      readonly file: CustomerFile
      readonly reason: LossReason
      readonly at: Instant
    }
  | { readonly _tag: 'Erased'; readonly file: Trace; readonly at: Instant }

/** The customer as he is himself, merged or not. */
export const himself = (state: Registered): Single =>
  state._tag === 'Merged' ? state.before : state

/** Every blacklisting that stands against him: his own first, then those of whom he absorbed. */
export const blacklistings = (file: CustomerFile): ReadonlyArray<Blacklisting> => [
  ...[present(file.standing) ?? []].flat(),
  ...Object.values(file.absorbed).flatMap(({ blacklisted }) => blacklisted ?? []),
]

/** Sections filled, of the three: 0, 1/3, 2/3 or 1. */
export const completeness = ({ profile }: CustomerFile): number =>
  Object.values(profile).filter(({ filled }) => filled).length / 3

/** What a customer said of one purpose by one channel, last; undefined, when he was never asked. */
export const consentTo = (
  { consents }: CustomerFile,
  purpose: string,
  channel: string,
): 'given' | 'withdrawn' | undefined => present(consents[consentKey(purpose, channel)])

/** A host may call his scheme `constructor`, which every object has. */
export const schemeKey = (scheme: string): string => `scheme/${scheme}`

/** No channel has a stroke in its name, so no two pairs share a key. */
export const consentKey = (purpose: string, channel: string): string => `${channel}/${purpose}`
