/**
 * The fields of each message, named once: a command and the event it leads to share them.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ActorId } from '../shared/actor.js'
import { Matter } from '../shared/authority.js'
import { ComplaintId, CustomerId, EntryId, PromiseId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { Money } from '../shared/money.js'
import { listOf, oneOf } from '../shared/one-of.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { personal } from '../privacy/personal.js'
import { TimeZone } from '../time/time-zone.js'
import {
  Cause,
  Channel,
  ClocksFrom,
  ComplainantType,
  Content,
  Courtesy,
  InvalidGround,
  Kind,
  OutsideBody,
  PromiseKind,
  RaisedMatter,
  Ruling,
  ServiceTerms,
  Settlement,
  StaffFault,
  Stage,
} from './lists.js'
import { About, Cycle, Evaluation, Party } from './values.js'

/** What people write about people. */
const words = personal(NonEmptyText)
const reply = { channel: Channel, text: words }

/** Whether the customer chases, or brings new facts; a thank-you does neither. */
export const ContactPurpose = oneOf('ContactPurpose', ['chasing', 'newFacts'])
export type ContactPurpose = t.TypeOf<typeof ContactPurpose>

export const intake = {
  kind: Kind,
  customer: CustomerId,
  about: About,
  demand: words,
}
/** Said in every command; of facts from elsewhere it may be unknown. */
export const intakeChannel = { channel: Channel }
/** `complainant` is named where it is not the customer himself who complains. */
export const intakeMore = {
  stage: Stage,
  content: Content,
  tier: Name,
  complainant: personal(Name),
  complainantType: ComplainantType,
  repeatOf: ComplaintId,
  splitFrom: ComplaintId,
}

export const kindChange = { kind: Kind, clocksFrom: ClocksFrom }
export const tierChange = { tier: Name, clocksFrom: ClocksFrom }
export const content = { content: Content }
export const complainantType = { complainantType: ComplainantType }
export const repeat = { first: ComplaintId }
export const move = { customer: CustomerId, why: words }

export const foundValid = { content: Content, reasons: words }
export const foundInvalid = { ground: InvalidGround, content: Content, reasons: words }

export const handOver = {
  handOverId: EntryId,
  to: Party,
  why: NonEmptyText,
  passedOn: words,
}
/** Whether the customer was asked first: said in every command; of facts from elsewhere it may be unknown. */
export const handOverAsked = { customerAsked: t.boolean }
export const deputy = { deputy: ActorId, why: NonEmptyText }
export const setting = { settingId: EntryId, why: NonEmptyText }
/** At least one of them changes. */
export const settingChange = { person: ActorId, place: words, time: Instant }

export const investigation = { cause: Cause, evidence: listOf(Name) }

export const talk = { talkId: EntryId, proposalId: EntryId, channel: Channel }
export const rejection = { proposalId: EntryId, why: NonEmptyText }
export const notice = { noticeId: EntryId, channel: Channel, contactNext: ActorId, text: words }
export const option = { optionId: EntryId }
export const decline = { noticeId: EntryId, why: words }
export const evidence = { evidence: listOf(Name) }
export const note = { note: words }

export const visit = { visitId: EntryId, visitor: ActorId, time: Instant }
export const visitMore = { place: words }
export const visitPaid = { visitId: EntryId, remediesTaken: listOf(EntryId, 1) }

export const answer = { replyId: EntryId, ...reply }
export const suggestionDecision = { takenUp: t.boolean, why: words }
export const serviceDecision = { terms: ServiceTerms, why: NonEmptyText }
export const serviceCharge = { charge: Money }

/** `automatic`: written by no person; it moves no clock and ends no waiting. */
export const ourReply = { replyId: EntryId, ...reply, automatic: t.boolean }
export const contact = { messageId: EntryId, ...reply, automatic: t.boolean }
export const contactMore = { purpose: ContactPurpose }
export const courtesy = { courtesyId: EntryId, courtesy: Courtesy, channel: Channel }
export const remark = { noteId: EntryId, text: words }
export const wait = { waitId: EntryId, what: words }
export const waitEnd = { waitId: EntryId }

/** `rule` names what fired, `level` how high it goes: 1 to the supervisor, higher for those above. */
export const escalation = {
  rule: Name,
  level: t.refinement(
    t.number,
    (n) => Number.isInteger(n) && n >= 1 && n <= 9,
    'an integer from 1 to 9',
  ),
  to: Party,
  why: NonEmptyText,
}
/** The cycle in which it fired: in another it would be another. */
export const escalationMore = { cycle: Cycle }
export const raised = { matter: RaisedMatter, why: words }
export const staffFault = {
  staffFaultId: EntryId,
  staff: ActorId,
  fault: StaffFault,
  answeredBy: words,
}

/** `temporary`: an agreement that an approver has yet to confirm. */
export const promiseTerms = {
  promiseId: PromiseId,
  kind: PromiseKind,
  what: words,
  basis: NonEmptyText,
  dueAt: Instant,
  temporary: t.boolean,
}
/**
 * `timeZone` is the customer's; `matter` and `cost` are what the promise decides, where it decides anything;
 * `confirmBy`: by when it is to be confirmed, where it is no more than a temporary agreement.
 */
export const promiseMore = { timeZone: TimeZone, matter: Matter, cost: Money, confirmBy: Instant }
export const settlement = { promiseId: PromiseId, how: Settlement }

export const split = { part: ComplaintId, what: words }
export const merge = { survivor: ComplaintId }
export const absorbed = { absorbed: ComplaintId, openPromises: listOf(PromiseId) }
export const why = { why: words }
export const referral = { body: OutsideBody, name: Name, why: words }
export const ruling = { ruling: Ruling, text: words }

export const summary = { summary: words }
export const evaluation = { evaluation: Evaluation }
export const caseGiven = { to: Name }
export const avoidance = { avoided: t.boolean }
