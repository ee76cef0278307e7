/**
 * What decisions about a follow-up ask, and what its due visits are derived from.
 *
 * @since 0.1.0
 */
import type { Redacted } from '../privacy/personal.js'
import type { ActorId } from '../shared/actor.js'
import type { Channel } from '../shared/channel.js'
import type { Dated } from '../shared/dated.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import type { Instant } from '../shared/instant.js'
import type { KeySet } from '../shared/key-set.js'
import type { Phase } from '../time/cadence.js'
import type { ImportantDate } from '../time/important-date.js'
import type { TimeZone } from '../time/time-zone.js'
import type { DecemberTask, FollowUpKind, GreetingDay, PlanKind, VisitEnd } from './lists.js'
import type { CallBackReason, Planned, Window } from './values.js'

/** A date on which the customer is greeted, and from when until when he is. */
export interface Greeting {
  readonly dateId: EntryId
  readonly day: GreetingDay
  readonly date: ImportantDate | Redacted
  readonly from: Instant
  readonly until?: Instant
}

/** On what terms a plan was opened; they never change. */
export interface PlanTerms {
  readonly customer: CustomerId
  readonly kind: PlanKind
  readonly anchor: Instant
  readonly timeZone: TimeZone
  readonly class?: string
  readonly item?: string
  readonly subscribed: boolean
}

/** What visits follow from. */
export interface Plan {
  readonly _tag: 'Plan'
  readonly terms: PlanTerms
  /** The customer's class, since when. */
  readonly class: Dated<string>
  readonly window: Window
  readonly december: ReadonlyArray<DecemberTask>
  /** How often he is visited, since when; without phases while no touches are subscribed to. */
  readonly cadence: Dated<ReadonlyArray<Phase>>
  readonly greetings: ReadonlyArray<Greeting>
}

export interface CallBack {
  readonly _tag: 'CallBack'
  readonly reason: CallBackReason
  /** As it was scheduled. */
  readonly planned: Planned
}

/** What became of one visit: the latest word on it. */
export interface Over {
  readonly planned: Planned
  readonly how: VisitEnd
  readonly at: Instant
}

export interface FollowUpFile {
  readonly began: Instant
  /** The latest instant on record. */
  readonly latest: Instant
  readonly customer: CustomerId
  readonly channel: Channel
  /** Who is to go or call, since when. */
  readonly visitor: Dated<ActorId>
  readonly agenda: Plan | CallBack
  /** Visits that were moved, as they are planned now, by their keys. */
  readonly moved: Readonly<Record<string, Planned>>
  readonly over: Readonly<Record<string, Over>>
  /** The ids of all that was added to a list here, each as `list/id`. */
  readonly entries: KeySet
}

/** Where a follow-up stands in its life. A single call back is over when its visit is. */
export type FollowUpState = { readonly _tag: 'NotOpened' } | Opened

/** Before anything is on record. */
export const initial: FollowUpState = { _tag: 'NotOpened' }

export type Opened =
  | { readonly _tag: 'Open'; readonly file: FollowUpFile }
  | {
      readonly _tag: 'Closed'
      readonly file: FollowUpFile
      readonly how: VisitEnd | 'closed'
      readonly at: Instant
    }

export const kindOf = ({ agenda }: FollowUpFile): FollowUpKind =>
  agenda._tag === 'Plan' ? agenda.terms.kind : 'callBack'

/** What was handed over, or is looked after, by the host's own reference; none where a plan names none, and of a call back. */
export const itemOf = ({ agenda }: FollowUpFile): string | undefined =>
  agenda._tag === 'Plan' ? agenda.terms.item : undefined

/** The customer whom it follows up: the subject of its events. */
export const subjectOf = (state: FollowUpState): CustomerId | undefined =>
  state._tag === 'NotOpened' ? undefined : state.file.customer
