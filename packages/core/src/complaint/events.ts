/**
 * What is on record of a complaint: the stored format. Add events and optional fields; never rename one.
 *
 * `stopped` holds the clocks that an event stopped, each with the due instant that was applied to it:
 * whether it was met follows from the event's own `at`.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ActorId } from '../shared/actor.js'
import { CustomerId, EntryId, PromiseId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { message } from '../shared/message.js'
import { listOf } from '../shared/one-of.js'
import * as f from './fields.js'
import { AppliedClock, Outcome, Party, ProposedOption, RemedyOption, Verdict } from './values.js'

const stopped = { stopped: t.readonlyArray(AppliedClock) }

export const ComplaintEvent = t.union(
  [
    message(
      'ComplaintRecorded',
      { ...f.intake, firstResponsible: ActorId, ...stopped },
      { ...f.intakeMore, ...f.intakeChannel },
    ),
    message('KindChanged', f.kindChange),
    message('TierChanged', f.tierChange),
    message('ContentChanged', f.content),
    message('ComplainantTypeChanged', f.complainantType),
    message('RepeatLinked', f.repeat),
    message('ComplaintMoved', { ...f.move, from: CustomerId }),

    message('ComplaintFoundValid', f.foundValid),
    message('ComplaintFoundInvalid', f.foundInvalid),
    message('ResponsibilityAssigned', { to: Party, owner: ActorId }),
    message('ComplaintHandedOver', { ...f.handOver, owner: ActorId }, f.handOverAsked),
    message('DeputyNamed', { ...f.deputy, inPlaceOf: ActorId }),
    message('SettingChanged', f.setting, f.settingChange),
    message('ComplaintInvestigated', f.investigation),

    message('RemediesProposed', { proposalId: EntryId, options: listOf(ProposedOption, 1) }),
    message('OptionsTalkedOver', { ...f.talk, binding: t.literal(false) }),
    message('RemediesApproved', { proposalId: EntryId, options: listOf(EntryId, 1) }),
    message('RemediesRejected', f.rejection),
    message('ResolvedAtOnce', { option: RemedyOption, noteDueAt: Instant, ...stopped }),
    message('LiaisonNoteFiled', f.note),
    message('CustomerNotified', { ...f.notice, options: listOf(EntryId), ...stopped }),
    message('RemedyAccepted', f.option),
    message('RemediesDeclined', f.decline),
    message('RemedyCarriedOut', { ...f.evidence, ...stopped }),
    message('VisitAppointed', f.visit, f.visitMore),
    message('VisitPaid', f.visitPaid),

    message('InquiryAnswered', { ...f.answer, ...stopped }),
    message('SuggestionDecided', { ...f.suggestionDecision, ...stopped }),
    message('ServiceDecided', { ...f.serviceDecision, ...stopped }, f.serviceCharge),
    message('ServiceDone', { ...f.evidence, ...stopped }),

    message('ReplyGiven', { ...f.ourReply, ...stopped }),
    message('CustomerContactedAgain', f.contact, f.contactMore),
    message('CourtesyExtended', f.courtesy),
    message('NoteTaken', f.remark),
    message('CustomerAwaited', f.wait),
    message('WaitingEnded', f.waitEnd),
    message('ComplaintEscalated', f.escalation, f.escalationMore),
    message('MatterRaised', f.raised),
    message('StaffFaultVerified', f.staffFault),
    // `customer` is whose complaint it was then: the promise's stream is opened from this event alone.
    message('PromiseGiven', f.promiseTerms, { ...f.promiseMore, customer: CustomerId }),
    message('PromiseSettled', f.settlement),

    message('ComplaintSplit', f.split),
    message('ComplaintMerged', { ...f.merge, openPromises: listOf(PromiseId) }),
    message('ComplaintAbsorbed', f.absorbed),
    message('ComplaintWithdrawn', f.why),
    message('ComplaintReferred', f.referral),
    message('OutsideDecisionRecorded', f.ruling),
    message('ComplaintClosed', { ...f.summary, outcome: Outcome, ...f.evaluation, ...stopped }),
    message('ComplaintReopened', f.why),
    message('CaseGiven', f.caseGiven),
    message('AvoidanceConfirmed', f.avoidance),

    message('ClockMissed', { clock: AppliedClock }),
    message('VerdictCorrected', { clock: AppliedClock, verdict: Verdict }),
  ],
  'ComplaintEvent',
)
export type ComplaintEvent = t.TypeOf<typeof ComplaintEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends ComplaintEvent['type']> = Extract<ComplaintEvent, { type: T }>['data']
