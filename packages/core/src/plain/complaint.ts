/**
 * The complaint's commands, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import { ComplaintCommand } from '../complaint/commands.js'
import { ComplaintEvent } from '../complaint/events.js'
import type { ComplaintRejection } from '../complaint/rejections.js'
import { type Answer, send, type Sending, type With } from './answer.js'

/** Which method sends which command. */
export const methods = {
  record: 'RecordComplaint',
  changeKind: 'ChangeKind',
  changeTier: 'ChangeTier',
  changeContent: 'ChangeContent',
  changeComplainantType: 'ChangeComplainantType',
  linkRepeat: 'LinkRepeat',
  move: 'MoveComplaint',
  findValid: 'FindValid',
  findInvalid: 'FindInvalid',
  assign: 'AssignResponsibility',
  handOver: 'HandOver',
  nameDeputy: 'NameDeputy',
  changeSetting: 'ChangeSetting',
  recordInvestigation: 'RecordInvestigation',
  proposeRemedies: 'ProposeRemedies',
  talkOptionsOver: 'TalkOptionsOver',
  approveRemedies: 'ApproveRemedies',
  rejectRemedies: 'RejectRemedies',
  resolveAtOnce: 'ResolveAtOnce',
  fileLiaisonNote: 'FileLiaisonNote',
  notifyCustomer: 'NotifyCustomer',
  acceptRemedy: 'AcceptRemedy',
  declineRemedies: 'DeclineRemedies',
  carryOutRemedy: 'CarryOutRemedy',
  appointVisit: 'AppointVisit',
  payVisit: 'PayVisit',
  answerInquiry: 'AnswerInquiry',
  decideSuggestion: 'DecideSuggestion',
  decideService: 'DecideService',
  finishService: 'FinishService',
  reply: 'GiveReply',
  recordContact: 'RecordContact',
  extendCourtesy: 'ExtendCourtesy',
  takeNote: 'TakeNote',
  awaitCustomer: 'AwaitCustomer',
  endWaiting: 'EndWaiting',
  escalate: 'Escalate',
  raiseMatter: 'RaiseMatter',
  verifyStaffFault: 'VerifyStaffFault',
  givePromise: 'GivePromise',
  settlePromise: 'SettlePromise',
  split: 'SplitComplaint',
  merge: 'MergeComplaint',
  absorb: 'AbsorbComplaint',
  withdraw: 'WithdrawComplaint',
  referOutside: 'ReferOutside',
  recordOutsideDecision: 'RecordOutsideDecision',
  close: 'CloseComplaint',
  closeUnanswered: 'CloseUnanswered',
  reopen: 'ReopenComplaint',
  giveCase: 'GiveCase',
  confirmAvoidance: 'ConfirmAvoidance',
  checkClocks: 'CheckClocks',
} as const satisfies Record<string, ComplaintCommand['type']>

export type Method = keyof typeof methods

/** What a command carries, in plain values: instants as ISO text, ids as text. Who and when come beside it. */
export type PlainData<T extends ComplaintCommand['type']> = Omit<
  Extract<OutputOf<typeof ComplaintCommand>, { readonly type: T }>['data'],
  'at' | 'by'
>

/** An event as it is stored: plain values, instants as ISO text. */
export type PlainEvent = OutputOf<typeof ComplaintEvent>

/** A complaint can not be merged with itself. */
export interface SameComplaint {
  readonly _tag: 'SameComplaint'
  readonly id: string
}

export type ComplaintAnswer = Answer<PlainEvent, ComplaintRejection | SameComplaint>

/** `await troth.complaint.record(id, {…}, { by })`: one method a command; `id` is the complaint's own UUID. */
export type ComplaintDoor = {
  readonly [M in Method]: (
    id: string,
    data: PlainData<(typeof methods)[M]>,
    context: With,
  ) => Promise<ComplaintAnswer>
}

type Send = Sending<ComplaintCommand, ComplaintEvent, PlainEvent, ComplaintRejection>

/** A stream does not know its own name, so this is seen here: merged with itself, it could never be closed. */
const withItself = (id: string, data: { survivor?: unknown; absorbed?: unknown } | null): boolean =>
  data?.survivor === id || data?.absorbed === id

export const complaintDoor = (sending: Omit<Send, 'codec' | 'encode'>): ComplaintDoor => {
  const all: Send = {
    ...sending,
    codec: ComplaintCommand,
    encode: (event) => ComplaintEvent.encode(event),
  }
  const method =
    (type: ComplaintCommand['type']) =>
    async (id: string, data: object, context: With): Promise<ComplaintAnswer> =>
      withItself(id, data)
        ? {
            ok: false,
            commandId: (context as With | undefined)?.commandId ?? all.newId(),
            why: { _tag: 'SameComplaint', id },
          }
        : send(all, type, id, data, context)
  return Object.fromEntries(
    Object.entries(methods).map(([name, type]) => [name, method(type)]),
  ) as unknown as ComplaintDoor
}
