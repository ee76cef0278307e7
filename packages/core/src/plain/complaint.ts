/**
 * The complaint's commands, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import { ComplaintCommand } from '../complaint/commands.js'
import { ComplaintEvent } from '../complaint/events.js'
import type { ComplaintRejection } from '../complaint/rejections.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer } from './answer.js'
import type { Blacklisted, MayPromise } from './barred.js'
import { checked } from './checked.js'
import { type ComplaintMergeRejection, type Complaints, objectionTo } from './complaint-checks.js'
import { direct, type Door, door, type MethodNames } from './door.js'

/** A complaint's command as it is sent: plain values, instants as ISO text. */
export type PlainComplaintCommand = OutputOf<typeof ComplaintCommand>

/** A complaint's event as it is stored: plain values, instants as ISO text. */
export type PlainComplaintEvent = OutputOf<typeof ComplaintEvent>

/** How each command is called at the door. */
export const complaintMethods = {
  RecordComplaint: 'record',
  ChangeKind: 'changeKind',
  ChangeTier: 'changeTier',
  ChangeContent: 'changeContent',
  ChangeComplainantType: 'changeComplainantType',
  LinkRepeat: 'linkRepeat',
  MoveComplaint: 'move',
  FindValid: 'findValid',
  FindInvalid: 'findInvalid',
  AssignResponsibility: 'assign',
  HandOver: 'handOver',
  NameDeputy: 'nameDeputy',
  ChangeSetting: 'changeSetting',
  RecordInvestigation: 'recordInvestigation',
  ProposeRemedies: 'proposeRemedies',
  TalkOptionsOver: 'talkOptionsOver',
  ApproveRemedies: 'approveRemedies',
  RejectRemedies: 'rejectRemedies',
  ResolveAtOnce: 'resolveAtOnce',
  FileLiaisonNote: 'fileLiaisonNote',
  NotifyCustomer: 'notifyCustomer',
  AcceptRemedy: 'acceptRemedy',
  DeclineRemedies: 'declineRemedies',
  CarryOutRemedy: 'carryOutRemedy',
  AppointVisit: 'appointVisit',
  PayVisit: 'payVisit',
  AnswerInquiry: 'answerInquiry',
  DecideSuggestion: 'decideSuggestion',
  DecideService: 'decideService',
  FinishService: 'finishService',
  GiveReply: 'reply',
  RecordContact: 'recordContact',
  ExtendCourtesy: 'extendCourtesy',
  TakeNote: 'takeNote',
  AwaitCustomer: 'awaitCustomer',
  EndWaiting: 'endWaiting',
  Escalate: 'escalate',
  RaiseMatter: 'raiseMatter',
  VerifyStaffFault: 'verifyStaffFault',
  GivePromise: 'givePromise',
  SettlePromise: 'settlePromise',
  SplitComplaint: 'split',
  MergeComplaint: 'merge',
  AbsorbComplaint: 'absorb',
  WithdrawComplaint: 'withdraw',
  ReferOutside: 'referOutside',
  RecordOutsideDecision: 'recordOutsideDecision',
  CloseComplaint: 'close',
  CloseUnanswered: 'closeUnanswered',
  ReopenComplaint: 'reopen',
  GiveCase: 'giveCase',
  ConfirmAvoidance: 'confirmAvoidance',
  CheckClocks: 'checkClocks',
} as const satisfies MethodNames<PlainComplaintCommand>

/** Why not, at this door. */
export type PlainComplaintRejection = ComplaintRejection | ComplaintMergeRejection | Blacklisted

export type ComplaintAnswer = Answer<PlainComplaintEvent, PlainComplaintRejection>

/** `await troth.complaint.record(id, {…}, { by })` */
export type ComplaintDoor = Door<
  PlainComplaintCommand,
  typeof complaintMethods,
  PlainComplaintEvent,
  PlainComplaintRejection
>

export const complaintDoor = (
  { handle, read, importFacts }: Complaints,
  mayPromise: MayPromise,
  runtime: Runtime,
): ComplaintDoor =>
  door(complaintMethods, {
    command: ComplaintCommand,
    event: ComplaintEvent,
    ask: direct(checked(handle, objectionTo(read, mayPromise))),
    importFacts,
    runtime,
  })
