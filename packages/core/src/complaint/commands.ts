/**
 * What may be asked of a complaint. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { ActorId } from '../shared/actor.js'
import { EntryId } from '../shared/ids.js'
import { message } from '../shared/message.js'
import { listOf } from '../shared/one-of.js'
import * as f from './fields.js'
import { Party, RemedyOption } from './values.js'

export const ComplaintCommand = t.union(
  [
    message(
      'RecordComplaint',
      { ...f.intake, ...f.intakeChannel },
      { ...f.intakeMore, firstResponsible: ActorId },
    ),
    message('ChangeKind', f.kindChange),
    message('ChangeTier', f.tierChange),
    message('ChangeContent', f.content),
    message('ChangeComplainantType', f.complainantType),
    message('LinkRepeat', f.repeat),
    message('MoveComplaint', f.move),

    message('FindValid', f.foundValid),
    message('FindInvalid', f.foundInvalid),
    message('AssignResponsibility', { to: Party }, { owner: ActorId }),
    message('HandOver', { ...f.handOver, ...f.handOverAsked }, { owner: ActorId }),
    message('NameDeputy', f.deputy),
    message('ChangeSetting', f.setting, f.settingChange),
    message('RecordInvestigation', f.investigation),

    message('ProposeRemedies', { proposalId: EntryId, options: listOf(RemedyOption, 1) }),
    message('TalkOptionsOver', f.talk),
    message('ApproveRemedies', { proposalId: EntryId, options: listOf(EntryId, 1) }),
    message('RejectRemedies', f.rejection),
    message('ResolveAtOnce', { option: RemedyOption }),
    message('FileLiaisonNote', f.note),
    message('NotifyCustomer', f.notice),
    message('AcceptRemedy', f.option),
    message('DeclineRemedies', f.decline),
    message('CarryOutRemedy', f.evidence),
    message('AppointVisit', f.visit, f.visitMore),
    message('PayVisit', f.visitPaid),

    message('AnswerInquiry', f.answer),
    message('DecideSuggestion', f.suggestionDecision),
    message('DecideService', f.serviceDecision, f.serviceCharge),
    message('FinishService', f.evidence),

    message('GiveReply', f.ourReply),
    message('RecordContact', f.contact, f.contactMore),
    message('ExtendCourtesy', f.courtesy),
    message('TakeNote', f.remark),
    message('AwaitCustomer', f.wait),
    message('EndWaiting', f.waitEnd),
    message('Escalate', f.escalation, f.escalationMore),
    message('RaiseMatter', f.raised),
    message('VerifyStaffFault', f.staffFault),
    message('GivePromise', f.promiseTerms, f.promiseMore),
    message('SettlePromise', f.settlement),

    message('SplitComplaint', f.split),
    message('MergeComplaint', f.merge),
    message('AbsorbComplaint', f.absorbed),
    message('WithdrawComplaint', f.why),
    message('ReferOutside', f.referral),
    message('RecordOutsideDecision', f.ruling),
    message('CloseComplaint', { ...f.summary, ...f.evaluation }),
    message('CloseUnanswered', { ...f.summary, ...f.evaluation }),
    message('ReopenComplaint', f.why),
    message('GiveCase', f.caseGiven),
    message('ConfirmAvoidance', f.avoidance),

    message('CheckClocks', {}),
  ],
  'ComplaintCommand',
)
export type ComplaintCommand = t.TypeOf<typeof ComplaintCommand>

/** What one kind of command carries. */
export type Asked<T extends ComplaintCommand['type']> = Extract<
  ComplaintCommand,
  { type: T }
>['data']
