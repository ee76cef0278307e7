/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import { personal } from '../privacy/personal.js'
import { ActorId } from '../shared/actor.js'
import { CustomerId, EntryId } from '../shared/ids.js'
import { listOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { AnyScheme, Classification } from './classification.js'
import {
  Channel,
  CustomerKind,
  DateKind,
  Depth,
  LossReason,
  NeedKind,
  PersonalData,
  PersonRole,
  ProfileSection,
  Relation,
  Stage,
} from './lists.js'
import { ProfileChange } from './profile.js'
import { Blacklisting, DemandLine, ImportantDay, Year } from './values.js'

/** What people write about people. */
const words = personal(NonEmptyText)

export const name = { name: personal(Name) }
export const registration = { kind: CustomerKind, relation: Relation, stage: Stage, ...name }

export const profileChange = { changeId: EntryId, change: ProfileChange }
export const change = { changeId: EntryId }
export const verification = { verificationId: EntryId, section: ProfileSection }

export const contactPerson = { personId: EntryId, ...name, roles: listOf(PersonRole, 1) }
export const person = { personId: EntryId }
/** `personId`: one of an organisation's contact persons is reached there. */
export const contactPoint = { pointId: EntryId, channel: Channel, address: words }
export const contactPointMore = { personId: EntryId }
export const point = { pointId: EntryId }

export const need = { needId: EntryId, kind: NeedKind, depth: Depth, what: words }
export const expectation = { expectationId: EntryId, what: words }
/** Best first, all that are held. */
export const ranking = { order: listOf(EntryId) }
export const feasible = { expectationId: EntryId, basis: words }
/** How he was helped to give it up. */
export const release = { expectationId: EntryId, how: words }
export const demandPlan = { planId: EntryId, year: Year, lines: listOf(DemandLine) }
export const importantDate = { dateId: EntryId, kind: DateKind, day: personal(ImportantDay) }
export const importantDateMore = { of: personal(Name) }
export const date = { dateId: EntryId }

export const why = { why: words }
export const classification = { classification: Classification }
export const scheme = { scheme: AnyScheme }
export const manager = { manager: ActorId, ...why }
export const classProposal = { proposalId: EntryId, ...classification, ...why }
export const proposal = { proposalId: EntryId, ...why }

/** What for is the host's to name, in his rules. */
export const consent = { purpose: Name, channel: Channel }
export const disclosure = {
  disclosureId: EntryId,
  to: personal(Name),
  what: listOf(PersonalData, 1),
  ...why,
}

export const loss = { reason: LossReason }
/** How he was won back. */
export const winBack = { how: words }

export const merge = { mergeId: EntryId, survivor: CustomerId }
/** `through`: those who were asked before and pointed on, in order. */
export const absorption = {
  mergeId: EntryId,
  absorbed: CustomerId,
  through: listOf(CustomerId),
}
/** The absorbed one was blacklisted; merged, he is so still. */
export const standing = { blacklisted: Blacklisting }
export const parting = { mergeId: EntryId, other: CustomerId }
