/** What may be said of a complaint: its closed lists, and the fields of each command and event. */
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { ComplaintCommand } from '../../src/complaint/commands.js'
import { ComplaintEvent } from '../../src/complaint/events.js'
import { ContactPurpose, escalation } from '../../src/complaint/fields.js'
import * as lists from '../../src/complaint/lists.js'
import * as values from '../../src/complaint/values.js'
import { typesOf } from '../../src/store/message-types.js'

const closed = {
  Kind: 'complaint inquiry suggestion repair return',
  Stage: 'preSale inSale afterSale',
  Topic: 'item order contract project service person publishedClaim',
  ComplainantType: 'qualitySupervisor rational negotiator victim loyalSupporter',
  InvalidGround: 'unreasonableDemand deliberateDifficulty misunderstanding',
  RemedyKind: 'return exchange repair parts priceReduction compensation redo',
  Courtesy: 'apology explanation thanks',
  PartyKind: 'person department partner vendor',
  Settlement: 'kept broken withdrawn declined',
  StaffFault: 'argued solicited shirked wrangled uncooperative rude blamedCustomer perfunctory',
  OutsideBody: 'ombudsman court',
  Ruling: 'upheld dismissed settled',
  ServiceTerms: 'free charged refused',
  ClockName: 'firstReply nextReply resolution',
  ClocksFrom: 'receipt change',
} as const

describe('a closed list', () => {
  it.each(Object.entries(closed))('of %s has these words, in this order', (name, words) => {
    const list = lists[name as keyof typeof closed]
    expect(list.values).toEqual(words.split(' '))
    expect(list.name).toBe(name)
  })
  it('of a clock’s verdict, of an outcome and of a message’s purpose has these', () => {
    expect([values.Verdict.name, ...values.Verdict.values]).toEqual(['Verdict', 'met', 'missed'])
    expect([values.Outcome.name, ...values.Outcome.values]).toEqual([
      'Outcome',
      'resolved',
      'invalid',
      'unanswered',
      'unresolved',
    ])
    expect([ContactPurpose.name, ...ContactPurpose.values]).toEqual([
      'ContactPurpose',
      'chasing',
      'newFacts',
    ])
  })
  it('of matters raised has those that an escalation asks for', () => {
    expect([lists.RaisedMatter.name, ...lists.RaisedMatter.values]).toEqual([
      'RaisedMatter',
      'majorMatter',
      'departmentDispute',
    ])
  })
  it('of channels tells what is face to face, and what is in writing', () => {
    expect(lists.faceToFace).toEqual(['inPerson', 'siteVisit'])
    expect(lists.written).toEqual(['letter', 'email', 'fax'])
  })
})

type Pairs = Readonly<Record<string, string>>
const contents: Pairs = {
  contract: 'quantity grade specification deliveryTime',
  quality:
    'defect specMismatch fault missingPart wrongPart brokenPart workmanship appearance deformation discolouration cracking',
  transport: 'damage loss shortage deterioration',
  service: 'quality attitude manner skill',
  afterSales: 'priceChange lateDelivery poorInstallation promotionInfo paymentCredit training',
}
const causes: Pairs = {
  enterprise: 'productDefect serviceQuality misleadingPublicity poorManagement',
  consumer: 'economicCapacity leisureTime personality selfProtection',
  social: 'supervision law lackOfCredit',
}

describe.each([
  ['a content', lists.Content as t.Mixed, contents, 'category', 'subtype', 'Content'],
  ['a cause', lists.Cause as t.Mixed, causes, 'origin', 'factor', 'Cause'],
] as const)('%s', (_, codec, pairs, outer, inner, name) => {
  const words = [...new Set(Object.values(pairs).flatMap((each) => each.split(' ')))]

  it(`is of a ${outer} and a ${inner} of that ${outer}`, () => {
    for (const [of, own] of Object.entries(pairs))
      for (const word of words) {
        const pair = { [outer]: of, [inner]: word }
        expect(E.isRight(codec.decode(pair))).toBe(own.split(' ').includes(word))
      }
  })
  it(`is of no other ${outer}, and says what it may be`, () => {
    expect(E.isLeft(codec.decode({ [outer]: 'other', [inner]: words[0] }))).toBe(true)
    expect(E.isLeft(codec.decode({ [outer]: Object.keys(pairs)[0] }))).toBe(true)
    expect(codec.name).toBe(name)
    const { types } = codec as unknown as { types: ReadonlyArray<t.Mixed> }
    expect(types.map((each) => each.name)).toEqual(Object.keys(pairs).map((of) => `${name}<${of}>`))
  })
})

describe('a level of escalation', () => {
  it.each([
    [1, true],
    [9, true],
    [0, false],
    [10, false],
    [1.5, false],
    [NaN, false],
    ['1', false],
  ])('is %s or not', (level, ok) => {
    expect(escalation.level.is(level)).toBe(ok)
  })
  it('says what it is', () => {
    expect(escalation.level.name).toBe('an integer from 1 to 9')
  })
})

describe('a cycle', () => {
  it.each([
    [1, true],
    [2 ** 53 - 1, true],
    [0, false],
    [1.5, false],
    [2 ** 53, false],
    ['1', false],
  ])('is %s or not', (n, ok) => {
    expect(values.Cycle.is(n)).toBe(ok)
  })
  it('says what it is', () => {
    expect(values.Cycle.name).toBe('a whole number, at least 1')
  })
})

describe('a compound value', () => {
  it('is called what it is, where it stands in the place of another', () => {
    const { About, Party, RemedyOption, ProposedOption, AppliedClock, Evaluation } = values
    expect(
      [About, Party, RemedyOption, ProposedOption, AppliedClock, Evaluation].map(
        ({ name }) => name,
      ),
    ).toEqual(['About', 'Party', 'RemedyOption', 'ProposedOption', 'AppliedClock', 'Evaluation'])
    expect([ComplaintCommand.name, ComplaintEvent.name]).toEqual([
      'ComplaintCommand',
      'ComplaintEvent',
    ])
  })
})

interface Anatomy {
  readonly _tag?: string
  readonly type?: Anatomy
  readonly types?: ReadonlyArray<Anatomy>
  readonly props?: Readonly<Record<string, Anatomy>>
}

/** The fields of a structure, in order; one that may be left out is marked with a question mark. */
const fieldsOf = ({ _tag, type, types, props }: Anatomy): ReadonlyArray<string> => {
  if (props) return Object.keys(props).map((key) => (_tag === 'PartialType' ? `${key}?` : key))
  if (types) return types.flatMap(fieldsOf)
  return type ? fieldsOf(type) : []
}
const structure = (codec: t.Mixed): string => fieldsOf(codec as unknown as Anatomy).join(' ')
const bare = (codec: Anatomy): Anatomy => (codec.type && !codec.props ? bare(codec.type) : codec)

/** One line a message: its type and the fields of its own; `at` and `by` are in every one. */
const lines = <A>(codec: t.Type<A, unknown>): string =>
  [...(typesOf(codec) ?? [])]
    .map(([type, each]) => {
      const data = bare(each as unknown as Anatomy).props?.['data']
      const fields = data ? fieldsOf(data) : []
      expect(fields).toContain('at')
      expect(fields).toContain('by')
      return [type, ...fields.filter((field) => field !== 'at' && field !== 'by')].join(' ')
    })
    .join('\n')

const commands = `
RecordComplaint kind customer about demand channel stage? content? tier? complainant? complainantType? repeatOf? splitFrom? firstResponsible?
ChangeKind kind clocksFrom
ChangeTier tier clocksFrom
ChangeContent content
ChangeComplainantType complainantType
LinkRepeat first
MoveComplaint customer why
FindValid content reasons
FindInvalid ground content reasons
AssignResponsibility to owner?
HandOver handOverId to why passedOn customerAsked owner?
NameDeputy deputy why
ChangeSetting settingId why person? place? time?
RecordInvestigation cause evidence
ProposeRemedies proposalId options
TalkOptionsOver talkId proposalId channel
ApproveRemedies proposalId options
RejectRemedies proposalId why
ResolveAtOnce option
FileLiaisonNote note
NotifyCustomer noticeId channel contactNext text
AcceptRemedy optionId
DeclineRemedies noticeId why
CarryOutRemedy evidence
AppointVisit visitId visitor time place?
PayVisit visitId remediesTaken
AnswerInquiry replyId channel text
DecideSuggestion takenUp why
DecideService terms why charge?
FinishService evidence
GiveReply replyId channel text automatic
RecordContact messageId channel text automatic purpose?
ExtendCourtesy courtesyId courtesy channel
TakeNote noteId text
AwaitCustomer waitId what
EndWaiting waitId
Escalate rule level to why cycle?
RaiseMatter matter why
VerifyStaffFault staffFaultId staff fault answeredBy
GivePromise promiseId kind what basis dueAt temporary timeZone? matter? cost? confirmBy?
SettlePromise promiseId how
SplitComplaint part what
MergeComplaint survivor
AbsorbComplaint absorbed openPromises
WithdrawComplaint why
ReferOutside body name why
RecordOutsideDecision ruling text
CloseComplaint summary evaluation
CloseUnanswered summary evaluation
ReopenComplaint why
GiveCase to
ConfirmAvoidance avoided
CheckClocks
`
const events = `
ComplaintRecorded kind customer about demand firstResponsible stopped stage? content? tier? complainant? complainantType? repeatOf? splitFrom? channel?
KindChanged kind clocksFrom
TierChanged tier clocksFrom
ContentChanged content
ComplainantTypeChanged complainantType
RepeatLinked first
ComplaintMoved customer why from
ComplaintFoundValid content reasons
ComplaintFoundInvalid ground content reasons
ResponsibilityAssigned to owner
ComplaintHandedOver handOverId to why passedOn owner customerAsked?
DeputyNamed deputy why inPlaceOf
SettingChanged settingId why person? place? time?
ComplaintInvestigated cause evidence
RemediesProposed proposalId options
OptionsTalkedOver talkId proposalId channel binding
RemediesApproved proposalId options
RemediesRejected proposalId why
ResolvedAtOnce option noteDueAt stopped
LiaisonNoteFiled note
CustomerNotified noticeId channel contactNext text options stopped
RemedyAccepted optionId
RemediesDeclined noticeId why
RemedyCarriedOut evidence stopped
VisitAppointed visitId visitor time place?
VisitPaid visitId remediesTaken
InquiryAnswered replyId channel text stopped
SuggestionDecided takenUp why stopped
ServiceDecided terms why stopped charge?
ServiceDone evidence stopped
ReplyGiven replyId channel text automatic stopped
CustomerContactedAgain messageId channel text automatic purpose?
CourtesyExtended courtesyId courtesy channel
NoteTaken noteId text
CustomerAwaited waitId what
WaitingEnded waitId
ComplaintEscalated rule level to why cycle?
MatterRaised matter why
StaffFaultVerified staffFaultId staff fault answeredBy
PromiseGiven promiseId kind what basis dueAt temporary timeZone? matter? cost? confirmBy? customer?
PromiseSettled promiseId how
ComplaintSplit part what
ComplaintMerged survivor openPromises
ComplaintAbsorbed absorbed openPromises
ComplaintWithdrawn why
ComplaintReferred body name why
OutsideDecisionRecorded ruling text
ComplaintClosed summary outcome evaluation stopped
ComplaintReopened why
CaseGiven to
AvoidanceConfirmed avoided
ClockMissed clock
VerdictCorrected clock verdict
`

describe('the fields', () => {
  it('of every command are these', () => {
    expect(`\n${lines(ComplaintCommand)}\n`).toBe(commands)
  })
  it('of every event are these', () => {
    expect(`\n${lines(ComplaintEvent)}\n`).toBe(events)
  })
  it('of every compound value are these', () => {
    expect(structure(values.About)).toBe('topic ref')
    expect(structure(values.Party)).toBe('kind id department?')
    expect(structure(values.RemedyOption)).toBe('optionId remedy what cost?')
    expect(structure(values.ProposedOption)).toBe('optionId remedy what approvers cost?')
    expect(structure(values.AppliedClock)).toBe('clock startedAt dueAt')
    expect(structure(values.Evaluation)).toBe('toCaseLibrary lesson? department?')
  })
})
