/**
 * Every command asked of every state of a complaint's life.
 *
 * A cell says `records`, or `·` where it is so already and nothing is recorded, or why not.
 * All is asked on Wednesday, a day after the last that happened; ids are those of what is there, or new ones.
 */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import { typesOf } from '../../src/store/message-types.js'
import {
  accepted,
  approved,
  assigned,
  awaited,
  because,
  carriedOut,
  closed,
  closing,
  command,
  complaintId,
  courtesy,
  customer,
  damage,
  defect,
  entry,
  event,
  fault,
  foundInvalid,
  foundValid,
  hours,
  intake,
  investigated,
  li,
  liInCharge,
  monday,
  name,
  notified,
  ofKind,
  option,
  party,
  partsDepartment,
  promised,
  promiseId,
  proposed,
  recorded,
  rules,
  staff,
  tuesday,
  wednesday,
  words,
  zhao,
} from '../support/complaint.js'

const visit = event('VisitAppointed', { visitId: entry(80), visitor: li.id, time: tuesday })
const begun = [recorded, visit]
const judged = [...begun, foundValid]
const inCharge = [...judged, assigned]
const toldWhy = [...inCharge, investigated]
const onTheTable = [...toldWhy, proposed]
const agreed = [...onTheTable, approved]
const told = [...agreed, notified(60)]
const chosen = [...told, accepted]
const resolved = [...chosen, carriedOut]
const invalid = [...begun, foundInvalid]
const invalidTold = [...invalid, notified(60)]
const atOnce = event('ResolvedAtOnce', { option: option(58), noteDueAt: hours(26), stopped: [] })
const inquiry = [ofKind('inquiry')]
const suggestion = [ofKind('suggestion')]
const repair = [ofKind('repair')]
const repairGiven = [...repair, assigned]
const repairDecided = [
  ...repairGiven,
  event('ServiceDecided', { terms: 'free', why: because, stopped: [] }),
]
const withdrawn = event('ComplaintWithdrawn', { why: because })
const reopened = event('ComplaintReopened', { why: because })
const courtWords = { body: 'court', name: name('county court'), why: because } as const

const states: ReadonlyArray<Readonly<Record<string, ReadonlyArray<ComplaintEvent>>>> = [
  {
    'not recorded': [],
    recorded: begun,
    'found valid': judged,
    'found invalid': invalid,
    assigned: inCharge,
    investigated: toldWhy,
    proposed: onTheTable,
  },
  {
    approved: agreed,
    notified: told,
    'notified twice': [...told, notified(62)],
    'waiting for him': [...told, awaited(5)],
    accepted: chosen,
    'carried out': resolved,
    'invalid, told': invalidTold,
  },
  {
    'at once, note owed': [...begun, atOnce],
    'promise open': [...resolved, promised(1)],
    inquiry,
    'inquiry answered': [
      ...inquiry,
      event('InquiryAnswered', { replyId: entry(70), channel: 'phone', text: words, stopped: [] }),
    ],
    suggestion: [...suggestion, courtesy(90, 'thanks')],
    'suggestion decided': [
      ...suggestion,
      event('SuggestionDecided', { takenUp: true, why: because, stopped: [] }),
      courtesy(90, 'thanks'),
    ],
    repair,
  },
  {
    'repair assigned': repairGiven,
    'repair decided': repairDecided,
    'repair done': [...repairDecided, event('ServiceDone', { evidence: [], stopped: [] })],
    'closed resolved': [...resolved, closed()],
    'closed invalid': [...invalidTold, closed('invalid')],
    'closed unanswered': [...told, notified(62), closed('unanswered')],
    reopened: [...resolved, closed(), reopened],
  },
  {
    withdrawn: [...begun, withdrawn],
    'referred outside': [...told, event('ComplaintReferred', courtWords)],
    merged: [...begun, event('ComplaintMerged', { survivor: complaintId(9), openPromises: [] })],
    'merged, note owed': [
      ...begun,
      atOnce,
      event('ComplaintMerged', { survivor: complaintId(9), openPromises: [] }),
    ],
    'decided outside': [
      ...told,
      event('ComplaintReferred', courtWords),
      event('OutsideDecisionRecorded', { ruling: 'dismissed', text: words }),
    ],
    'upheld outside': [
      ...told,
      event('ComplaintReferred', courtWords),
      event('OutsideDecisionRecorded', { ruling: 'upheld', text: words }),
    ],
  },
]

const spoken = { channel: 'phone', text: words } as const
const asked: Readonly<Record<ComplaintCommand['type'], ComplaintCommand>> = Object.fromEntries(
  (
    [
      command('RecordComplaint', intake, monday),
      command('ChangeKind', { kind: 'return', clocksFrom: 'receipt' }, wednesday),
      command('ChangeTier', { tier: name('vip'), clocksFrom: 'receipt' }, wednesday),
      command('ChangeContent', { content: damage }, wednesday),
      command('ChangeComplainantType', { complainantType: 'rational' }, wednesday),
      command('LinkRepeat', { first: complaintId(1) }, wednesday),
      command('MoveComplaint', { customer: customer(2), why: because }, wednesday),
      command('FindValid', { content: fault, reasons: because }, wednesday),
      command(
        'FindInvalid',
        { ground: 'misunderstanding', content: fault, reasons: because },
        wednesday,
      ),
      command('AssignResponsibility', { to: liInCharge }, wednesday),
      command(
        'HandOver',
        {
          handOverId: entry(71),
          to: party({ kind: 'vendor', id: 'pumps ltd' }),
          why: because,
          customerAsked: true,
          passedOn: words,
        },
        wednesday,
      ),
      command('NameDeputy', { deputy: staff('wang'), why: because }, wednesday),
      command('ChangeSetting', { settingId: entry(72), why: because, place: words }, wednesday),
      command('RecordInvestigation', { cause: defect, evidence: [] }, wednesday),
      command('ProposeRemedies', { proposalId: entry(55), options: [option(56)] }, wednesday),
      command(
        'TalkOptionsOver',
        { talkId: entry(57), proposalId: entry(50), channel: 'phone' },
        wednesday,
      ),
      command('ApproveRemedies', { proposalId: entry(50), options: [entry(52)] }, wednesday, zhao),
      command('RejectRemedies', { proposalId: entry(50), why: because }, wednesday, zhao),
      command('ResolveAtOnce', { option: option(59) }, wednesday),
      command('FileLiaisonNote', { note: words }, wednesday),
      command('NotifyCustomer', { noticeId: entry(61), contactNext: li.id, ...spoken }, wednesday),
      command('AcceptRemedy', { optionId: entry(51) }, wednesday),
      command('DeclineRemedies', { noticeId: entry(60), why: because }, wednesday),
      command('CarryOutRemedy', { evidence: [] }, wednesday),
      command('AppointVisit', { visitId: entry(81), visitor: li.id, time: hours(72) }, wednesday),
      command('PayVisit', { visitId: entry(80), remediesTaken: [entry(51)] }, wednesday),
      command('AnswerInquiry', { replyId: entry(73), ...spoken }, wednesday),
      command('DecideSuggestion', { takenUp: true, why: because }, wednesday),
      command('DecideService', { terms: 'free', why: because }, wednesday),
      command('FinishService', { evidence: [] }, wednesday),
      command('GiveReply', { replyId: entry(74), automatic: false, ...spoken }, wednesday),
      command('RecordContact', { messageId: entry(75), automatic: false, ...spoken }, wednesday),
      command(
        'ExtendCourtesy',
        { courtesyId: entry(76), courtesy: 'apology', channel: 'phone' },
        wednesday,
      ),
      command('TakeNote', { noteId: entry(77), text: words }, wednesday),
      command('AwaitCustomer', { waitId: entry(6), what: words }, wednesday),
      command('EndWaiting', { waitId: entry(5) }, wednesday),
      command(
        'Escalate',
        { rule: name('unsolved'), level: 1, to: partsDepartment, why: because },
        wednesday,
      ),
      command('RaiseMatter', { matter: 'majorMatter', why: because }, wednesday),
      command(
        'VerifyStaffFault',
        { staffFaultId: entry(78), staff: li.id, fault: 'rude', answeredBy: words },
        wednesday,
      ),
      command(
        'GivePromise',
        {
          promiseId: promiseId(2),
          kind: 'remedy',
          what: words,
          basis: because,
          dueAt: hours(72),
          temporary: false,
        },
        wednesday,
      ),
      command('SettlePromise', { promiseId: promiseId(1), how: 'kept' }, wednesday),
      command('SplitComplaint', { part: complaintId(5), what: words }, wednesday),
      command('MergeComplaint', { survivor: complaintId(9) }, wednesday),
      command(
        'AbsorbComplaint',
        { absorbed: complaintId(2), openPromises: [promiseId(3)] },
        wednesday,
      ),
      command('WithdrawComplaint', { why: because }, wednesday),
      command('ReferOutside', courtWords, wednesday),
      command('RecordOutsideDecision', { ruling: 'dismissed', text: words }, wednesday),
      command('CloseComplaint', closing, wednesday),
      command('CloseUnanswered', closing, wednesday),
      command('ReopenComplaint', { why: because }, wednesday),
      command('GiveCase', { to: name('parts') }, wednesday),
      command('ConfirmAvoidance', { avoided: true }, wednesday),
      command('CheckClocks', {}, after(wednesday, 1)),
    ] satisfies ReadonlyArray<ComplaintCommand>
  ).map((each) => [each.type, each]),
) as never

const decider = complaint(rules)
const types = [...(typesOf(ComplaintCommand)?.keys() ?? [])] as ReadonlyArray<
  ComplaintCommand['type']
>

const cell = (history: ReadonlyArray<ComplaintEvent>, type: ComplaintCommand['type']): string => {
  const answer = decider.decide(asked[type])(fold(decider)(history))
  if (E.isLeft(answer)) return answer.left._tag
  return answer.right.length === 0 ? '·' : 'records'
}

const band = (columns: (typeof states)[number]): string =>
  [
    ['', ...Object.keys(columns)],
    ...types.map((type) => [type, ...Object.values(columns).map((h) => cell(h, type))]),
  ]
    .map((row) =>
      row
        .map((word, i) => word.padEnd(i === 0 ? 22 : 20))
        .join('')
        .trimEnd(),
    )
    .join('\n')

const table = `
                      not recorded        recorded            found valid         found invalid       assigned            investigated        proposed
RecordComplaint       records             ·                   ·                   ·                   ·                   ·                   ·
ChangeKind            NotRecorded         records             records             records             records             records             records
ChangeTier            NotRecorded         records             records             records             records             records             records
ChangeContent         NotRecorded         records             records             records             records             records             records
ChangeComplainantType NotRecorded         records             records             records             records             records             records
LinkRepeat            NotRecorded         records             records             records             records             records             records
MoveComplaint         NotRecorded         records             records             records             records             records             records
FindValid             NotRecorded         records             ·                   AlreadyJudged       ·                   ·                   ·
FindInvalid           NotRecorded         records             AlreadyJudged       ·                   AlreadyJudged       AlreadyJudged       AlreadyJudged
AssignResponsibility  NotRecorded         StepOutOfOrder      records             JudgedInvalid       ·                   ·                   ·
HandOver              NotRecorded         records             records             records             records             records             records
NameDeputy            NotRecorded         records             records             records             records             records             records
ChangeSetting         NotRecorded         records             records             records             records             records             records
RecordInvestigation   NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      records             ·                   ·
ProposeRemedies       NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      records             StepOutOfOrder
TalkOptionsOver       NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      records
ApproveRemedies       NotRecorded         NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      records
RejectRemedies        NotRecorded         NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      records
ResolveAtOnce         NotRecorded         records             records             JudgedInvalid       records             records             StepOutOfOrder
FileLiaisonNote       NotRecorded         NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed
NotifyCustomer        NotRecorded         StepOutOfOrder      StepOutOfOrder      records             StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
AcceptRemedy          NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
DeclineRemedies       NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
CarryOutRemedy        NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
AppointVisit          NotRecorded         records             records             records             records             records             records
PayVisit              NotRecorded         NoRemediesToTake    NoRemediesToTake    NoRemediesToTake    NoRemediesToTake    NoRemediesToTake    records
AnswerInquiry         NotRecorded         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
DecideSuggestion      NotRecorded         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
DecideService         NotRecorded         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
FinishService         NotRecorded         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
GiveReply             NotRecorded         records             records             records             records             records             records
RecordContact         NotRecorded         records             records             records             records             records             records
ExtendCourtesy        NotRecorded         records             records             records             records             records             records
TakeNote              NotRecorded         records             records             records             records             records             records
AwaitCustomer         NotRecorded         records             records             records             records             records             records
EndWaiting            NotRecorded         NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait
Escalate              NotRecorded         records             records             records             records             records             records
RaiseMatter           NotRecorded         records             records             records             records             records             records
VerifyStaffFault      NotRecorded         records             records             records             records             records             records
GivePromise           NotRecorded         ApprovalNeeded      ApprovalNeeded      ApprovalNeeded      ApprovalNeeded      ApprovalNeeded      ApprovalNeeded
SettlePromise         NotRecorded         NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise
SplitComplaint        NotRecorded         records             records             records             records             records             records
MergeComplaint        NotRecorded         records             records             records             records             records             records
AbsorbComplaint       NotRecorded         records             records             records             records             records             records
WithdrawComplaint     NotRecorded         records             records             records             records             records             records
ReferOutside          NotRecorded         records             records             records             records             records             records
RecordOutsideDecision NotRecorded         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred
CloseComplaint        NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
CloseUnanswered       NotRecorded         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
ReopenComplaint       NotRecorded         ·                   ·                   ·                   ·                   ·                   ·
GiveCase              NotRecorded         NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
ConfirmAvoidance      NotRecorded         NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
CheckClocks           NotRecorded         records             records             records             records             records             records

                      approved            notified            notified twice      waiting for him     accepted            carried out         invalid, told
RecordComplaint       ·                   ·                   ·                   ·                   ·                   ·                   ·
ChangeKind            records             records             records             records             records             StepOutOfOrder      StepOutOfOrder
ChangeTier            records             records             records             records             records             records             records
ChangeContent         records             records             records             records             records             records             records
ChangeComplainantType records             records             records             records             records             records             records
LinkRepeat            records             records             records             records             records             records             records
MoveComplaint         records             records             records             records             records             records             records
FindValid             ·                   ·                   ·                   ·                   ·                   ·                   AlreadyJudged
FindInvalid           AlreadyJudged       AlreadyJudged       AlreadyJudged       AlreadyJudged       AlreadyJudged       AlreadyJudged       ·
AssignResponsibility  ·                   ·                   ·                   ·                   ·                   ·                   JudgedInvalid
HandOver              records             records             records             records             records             records             records
NameDeputy            records             records             records             records             records             records             records
ChangeSetting         records             records             records             records             records             records             records
RecordInvestigation   ·                   ·                   ·                   ·                   ·                   ·                   StepOutOfOrder
ProposeRemedies       StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
TalkOptionsOver       StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
ApproveRemedies       ·                   ·                   ·                   ·                   ·                   ·                   NoSuchProposal
RejectRemedies        StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      NoSuchProposal
ResolveAtOnce         StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      JudgedInvalid
FileLiaisonNote       NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed
NotifyCustomer        records             records             records             records             StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
AcceptRemedy          StepOutOfOrder      records             records             records             ·                   ·                   StepOutOfOrder
DeclineRemedies       StepOutOfOrder      records             records             records             StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
CarryOutRemedy        StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      records             ·                   StepOutOfOrder
AppointVisit          records             records             records             records             records             records             records
PayVisit              records             records             records             records             records             records             NoRemediesToTake
AnswerInquiry         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
DecideSuggestion      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
DecideService         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
FinishService         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
GiveReply             records             records             records             records             records             records             records
RecordContact         records             records             records             records             records             records             records
ExtendCourtesy        records             records             records             records             records             records             records
TakeNote              records             records             records             records             records             records             records
AwaitCustomer         records             records             records             AlreadyWaiting      records             records             records
EndWaiting            NoSuchWait          NoSuchWait          NoSuchWait          records             NoSuchWait          NoSuchWait          NoSuchWait
Escalate              records             records             records             records             records             records             records
RaiseMatter           records             records             records             records             records             records             records
VerifyStaffFault      records             records             records             records             records             records             records
GivePromise           records             records             records             records             records             records             ApprovalNeeded
SettlePromise         NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise
SplitComplaint        records             records             records             records             records             records             records
MergeComplaint        records             records             records             records             records             records             records
AbsorbComplaint       records             records             records             records             records             records             records
WithdrawComplaint     records             records             records             records             records             records             records
ReferOutside          records             records             records             records             records             records             records
RecordOutsideDecision NotReferred         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred
CloseComplaint        StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      StepOutOfOrder      records             records
CloseUnanswered       StepOutOfOrder      TriesLeft           records             TriesLeft           StepOutOfOrder      StepOutOfOrder      StepOutOfOrder
ReopenComplaint       ·                   ·                   ·                   ·                   ·                   ·                   ·
GiveCase              NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
ConfirmAvoidance      NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
CheckClocks           records             ·                   ·                   ·                   ·                   ·                   ·

                      at once, note owed  promise open        inquiry             inquiry answered    suggestion          suggestion decided  repair
RecordComplaint       ·                   ·                   AlreadyRecorded     AlreadyRecorded     AlreadyRecorded     AlreadyRecorded     AlreadyRecorded
ChangeKind            StepOutOfOrder      StepOutOfOrder      records             StepOutOfOrder      records             StepOutOfOrder      records
ChangeTier            records             records             records             records             records             records             records
ChangeContent         records             records             records             records             records             records             records
ChangeComplainantType records             records             records             records             records             records             records
LinkRepeat            records             records             records             records             records             records             records
MoveComplaint         records             records             records             records             records             records             records
FindValid             AlreadyJudged       ·                   WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
FindInvalid           AlreadyJudged       AlreadyJudged       WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
AssignResponsibility  StepOutOfOrder      ·                   WrongKind           WrongKind           WrongKind           WrongKind           records
HandOver              records             records             records             records             records             records             records
NameDeputy            records             records             records             records             records             records             records
ChangeSetting         records             records             records             records             records             records             records
RecordInvestigation   StepOutOfOrder      ·                   WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
ProposeRemedies       StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
TalkOptionsOver       StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
ApproveRemedies       NoSuchProposal      ·                   NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal
RejectRemedies        NoSuchProposal      StepOutOfOrder      NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal      NoSuchProposal
ResolveAtOnce         StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
FileLiaisonNote       records             NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed
NotifyCustomer        StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
AcceptRemedy          AlreadyAccepted     ·                   WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
DeclineRemedies       StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
CarryOutRemedy        ·                   ·                   WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
AppointVisit          records             records             records             records             records             records             records
PayVisit              NoRemediesToTake    records             VisitNotAppointed   VisitNotAppointed   VisitNotAppointed   VisitNotAppointed   VisitNotAppointed
AnswerInquiry         WrongKind           WrongKind           records             StepOutOfOrder      WrongKind           WrongKind           WrongKind
DecideSuggestion      WrongKind           WrongKind           WrongKind           WrongKind           records             ·                   WrongKind
DecideService         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           StepOutOfOrder
FinishService         WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           WrongKind           StepOutOfOrder
GiveReply             records             records             records             records             records             records             records
RecordContact         records             records             records             records             records             records             records
ExtendCourtesy        records             records             records             records             records             records             records
TakeNote              records             records             records             records             records             records             records
AwaitCustomer         records             records             records             records             records             records             records
EndWaiting            NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait          NoSuchWait
Escalate              records             records             records             records             records             records             records
RaiseMatter           records             records             records             records             records             records             records
VerifyStaffFault      records             records             records             records             records             records             records
GivePromise           records             records             records             records             records             records             records
SettlePromise         NoSuchPromise       records             NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise
SplitComplaint        records             records             records             records             records             records             records
MergeComplaint        records             records             records             records             records             records             records
AbsorbComplaint       records             records             records             records             records             records             records
WithdrawComplaint     records             records             records             records             records             records             records
ReferOutside          records             records             records             records             records             records             records
RecordOutsideDecision NotReferred         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred         NotReferred
CloseComplaint        LiaisonNoteOwed     PromisesOpen        StepOutOfOrder      records             StepOutOfOrder      records             StepOutOfOrder
CloseUnanswered       StepOutOfOrder      StepOutOfOrder      WrongKind           WrongKind           WrongKind           WrongKind           WrongKind
ReopenComplaint       ·                   ·                   ·                   ·                   ·                   ·                   ·
GiveCase              NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
ConfirmAvoidance      NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed           NotClosed
CheckClocks           records             ·                   records             ·                   records             records             records

                      repair assigned     repair decided      repair done         closed resolved     closed invalid      closed unanswered   reopened
RecordComplaint       AlreadyRecorded     AlreadyRecorded     AlreadyRecorded     ·                   ·                   ·                   ·
ChangeKind            records             records             StepOutOfOrder      AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ChangeTier            records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ChangeContent         records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ChangeComplainantType records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
LinkRepeat            records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
MoveComplaint         records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
FindValid             WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       ·
FindInvalid           WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       AlreadyJudged
AssignResponsibility  ·                   ·                   ·                   AlreadyClosed       AlreadyClosed       AlreadyClosed       ·
HandOver              records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
NameDeputy            records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ChangeSetting         records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
RecordInvestigation   WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ProposeRemedies       WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
TalkOptionsOver       WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
ApproveRemedies       NoSuchProposal      NoSuchProposal      NoSuchProposal      AlreadyClosed       AlreadyClosed       AlreadyClosed       NoSuchProposal
RejectRemedies        NoSuchProposal      NoSuchProposal      NoSuchProposal      AlreadyClosed       AlreadyClosed       AlreadyClosed       NoSuchProposal
ResolveAtOnce         WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       records
FileLiaisonNote       NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed   NoLiaisonNoteOwed
NotifyCustomer        WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
AcceptRemedy          WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
DeclineRemedies       WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
CarryOutRemedy        WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       StepOutOfOrder
AppointVisit          records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
PayVisit              VisitNotAppointed   VisitNotAppointed   VisitNotAppointed   AlreadyClosed       AlreadyClosed       AlreadyClosed       NoRemediesToTake
AnswerInquiry         WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       WrongKind
DecideSuggestion      WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       AlreadyClosed       WrongKind
DecideService         records             ·                   ·                   AlreadyClosed       AlreadyClosed       AlreadyClosed       WrongKind
FinishService         StepOutOfOrder      records             ·                   AlreadyClosed       AlreadyClosed       AlreadyClosed       WrongKind
GiveReply             records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
RecordContact         records             records             records             records             records             records             records
ExtendCourtesy        records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
TakeNote              records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
AwaitCustomer         records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
EndWaiting            NoSuchWait          NoSuchWait          NoSuchWait          AlreadyClosed       AlreadyClosed       AlreadyClosed       NoSuchWait
Escalate              records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
RaiseMatter           records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
VerifyStaffFault      records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
GivePromise           records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       ApprovalNeeded
SettlePromise         NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise       NoSuchPromise
SplitComplaint        records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
MergeComplaint        records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
AbsorbComplaint       records             records             records             records             records             records             records
WithdrawComplaint     records             records             records             AlreadyClosed       AlreadyClosed       AlreadyClosed       records
ReferOutside          records             records             records             records             records             records             records
RecordOutsideDecision NotReferred         NotReferred         NotReferred         AlreadyClosed       AlreadyClosed       AlreadyClosed       NotReferred
CloseComplaint        StepOutOfOrder      StepOutOfOrder      records             ·                   ·                   AlreadyClosed       StepOutOfOrder
CloseUnanswered       WrongKind           WrongKind           WrongKind           AlreadyClosed       AlreadyClosed       ·                   StepOutOfOrder
ReopenComplaint       ·                   ·                   ·                   records             records             records             ·
GiveCase              NotClosed           NotClosed           NotClosed           records             records             records             NotClosed
ConfirmAvoidance      NotClosed           NotClosed           NotClosed           CaseNotGiven        CaseNotGiven        CaseNotGiven        NotClosed
CheckClocks           records             records             records             ·                   ·                   ·                   ·

                      withdrawn           referred outside    merged              merged, note owed   decided outside     upheld outside
RecordComplaint       ·                   ·                   MergedInto          MergedInto          ·                   ·
ChangeKind            Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      records
ChangeTier            Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
ChangeContent         Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
ChangeComplainantType Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
LinkRepeat            Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
MoveComplaint         Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
FindValid             Withdrawn           ReferredOutside     MergedInto          MergedInto          ·                   ·
FindInvalid           Withdrawn           ReferredOutside     MergedInto          MergedInto          AlreadyJudged       AlreadyJudged
AssignResponsibility  Withdrawn           ReferredOutside     MergedInto          MergedInto          ·                   ·
HandOver              Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
NameDeputy            Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
ChangeSetting         Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
RecordInvestigation   Withdrawn           ReferredOutside     MergedInto          MergedInto          ·                   ·
ProposeRemedies       Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      records
TalkOptionsOver       Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
ApproveRemedies       Withdrawn           ReferredOutside     MergedInto          MergedInto          ·                   NoSuchProposal
RejectRemedies        Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      NoSuchProposal
ResolveAtOnce         Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      records
FileLiaisonNote       NoLiaisonNoteOwed   NoLiaisonNoteOwed   MergedInto          records             NoLiaisonNoteOwed   NoLiaisonNoteOwed
NotifyCustomer        Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
AcceptRemedy          Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
DeclineRemedies       Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
CarryOutRemedy        Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
AppointVisit          Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
PayVisit              Withdrawn           ReferredOutside     MergedInto          MergedInto          records             NoRemediesToTake
AnswerInquiry         Withdrawn           ReferredOutside     MergedInto          MergedInto          WrongKind           WrongKind
DecideSuggestion      Withdrawn           ReferredOutside     MergedInto          MergedInto          WrongKind           WrongKind
DecideService         Withdrawn           ReferredOutside     MergedInto          MergedInto          WrongKind           WrongKind
FinishService         Withdrawn           ReferredOutside     MergedInto          MergedInto          WrongKind           WrongKind
GiveReply             Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
RecordContact         records             records             records             records             records             records
ExtendCourtesy        Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
TakeNote              Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
AwaitCustomer         Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
EndWaiting            Withdrawn           ReferredOutside     MergedInto          MergedInto          NoSuchWait          NoSuchWait
Escalate              Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
RaiseMatter           Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
VerifyStaffFault      Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
GivePromise           Withdrawn           ReferredOutside     MergedInto          MergedInto          ApprovalNeeded      ApprovalNeeded
SettlePromise         NoSuchPromise       NoSuchPromise       MergedInto          MergedInto          NoSuchPromise       NoSuchPromise
SplitComplaint        Withdrawn           ReferredOutside     MergedInto          MergedInto          records             records
MergeComplaint        Withdrawn           ReferredOutside     ·                   ·                   records             records
AbsorbComplaint       records             records             MergedInto          MergedInto          records             records
WithdrawComplaint     ·                   records             MergedInto          MergedInto          records             records
ReferOutside          records             ·                   MergedInto          MergedInto          records             records
RecordOutsideDecision Withdrawn           records             MergedInto          MergedInto          ·                   NotReferred
CloseComplaint        Withdrawn           ReferredOutside     MergedInto          MergedInto          records             StepOutOfOrder
CloseUnanswered       Withdrawn           ReferredOutside     MergedInto          MergedInto          StepOutOfOrder      StepOutOfOrder
ReopenComplaint       records             ReferredOutside     MergedInto          MergedInto          ·                   ·
GiveCase              Withdrawn           ReferredOutside     MergedInto          MergedInto          NotClosed           NotClosed
ConfirmAvoidance      Withdrawn           ReferredOutside     MergedInto          MergedInto          NotClosed           NotClosed
CheckClocks           ·                   ·                   MergedInto          MergedInto          ·                   ·
`

describe('every action asked of every state of a complaint', () => {
  it('is answered as the table says', () => {
    expect(`\n${states.map(band).join('\n\n')}\n`).toBe(table)
  })
})
