/**
 * What a complaint answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { emit, nothing, reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { ComplaintCommand } from './commands.js'
import * as closing from './decide/closing.js'
import * as contacts from './decide/contacts.js'
import * as escalating from './decide/escalating.js'
import * as intake from './decide/intake.js'
import * as judging from './decide/judging.js'
import { lateFirst } from './decide/late.js'
import * as leaving from './decide/leaving.js'
import * as notice from './decide/notice.js'
import * as promises from './decide/promises.js'
import * as remedies from './decide/remedies.js'
import * as responsibility from './decide/responsibility.js'
import * as services from './decide/services.js'
import type { LifeRejection } from './rejections.js'
import type { ComplaintRules } from './rules.js'
import type { ComplaintState, Recorded } from './state.js'
import type { ComplaintDecision } from './decide/answer.js'

const whenOpen = (
  state: Recorded,
  command: ComplaintCommand,
  rules: ComplaintRules,
): ComplaintDecision => {
  const { file } = state
  switch (command.type) {
    case 'RecordComplaint':
      return intake.recordAgain(file, command.data)
    case 'ChangeKind':
      return intake.changeKind(file, command.data, rules)
    case 'ChangeTier':
      return intake.changeTier(file, command.data, rules)
    case 'ChangeContent':
      return intake.changeContent(file, command.data)
    case 'ChangeComplainantType':
      return intake.changeComplainantType(file, command.data)
    case 'LinkRepeat':
      return intake.linkRepeat(file, command.data)
    case 'MoveComplaint':
      return intake.move(file, command.data)
    case 'FindValid':
      return judging.findValid(file, command.data)
    case 'FindInvalid':
      return judging.findInvalid(file, command.data)
    case 'AssignResponsibility':
      return responsibility.assign(file, command.data)
    case 'HandOver':
      return responsibility.handOver(file, command.data)
    case 'NameDeputy':
      return responsibility.nameDeputy(file, command.data)
    case 'ChangeSetting':
      return contacts.changeSetting(file, command.data)
    case 'RecordInvestigation':
      return judging.investigate(file, command.data)
    case 'ProposeRemedies':
      return remedies.propose(file, command.data, rules)
    case 'TalkOptionsOver':
      return remedies.talkOver(file, command.data)
    case 'ApproveRemedies':
      return remedies.approve(file, command.data)
    case 'RejectRemedies':
      return remedies.rejectProposal(file, command.data)
    case 'ResolveAtOnce':
      return remedies.resolveAtOnce(file, command.data, rules)
    case 'FileLiaisonNote':
      return remedies.fileLiaisonNote(file, command.data)
    case 'NotifyCustomer':
      return notice.notify(file, command.data, rules)
    case 'AcceptRemedy':
      return notice.accept(file, command.data)
    case 'DeclineRemedies':
      return notice.decline(file, command.data)
    case 'CarryOutRemedy':
      return notice.carryOut(file, command.data, rules)
    case 'AppointVisit':
      return notice.appointVisit(file, command.data)
    case 'PayVisit':
      return notice.payVisit(file, command.data)
    case 'AnswerInquiry':
      return services.answerInquiry(file, command.data, rules)
    case 'DecideSuggestion':
      return services.decideSuggestion(file, command.data, rules)
    case 'DecideService':
      return services.decideService(file, command.data, rules)
    case 'FinishService':
      return services.finishService(file, command.data, rules)
    case 'GiveReply':
      return contacts.giveReply(file, command.data, rules)
    case 'RecordContact':
      return contacts.recordContact(state, command.data, rules)
    case 'ExtendCourtesy':
      return contacts.extendCourtesy(file, command.data)
    case 'TakeNote':
      return contacts.takeNote(file, command.data)
    case 'AwaitCustomer':
      return contacts.awaitCustomer(file, command.data)
    case 'EndWaiting':
      return contacts.endWaiting(file, command.data)
    case 'Escalate':
      return escalating.escalate(file, command.data)
    case 'RaiseMatter':
      return escalating.raiseMatter(file, command.data)
    case 'VerifyStaffFault':
      return contacts.verifyStaffFault(file, command.data)
    case 'GivePromise':
      return promises.givePromise(file, command.data, rules)
    case 'SettlePromise':
      return promises.settlePromise(file, command.data)
    case 'SplitComplaint':
      return leaving.split(file, command.data)
    case 'MergeComplaint':
      return leaving.merge(file, command.data)
    case 'AbsorbComplaint':
      return leaving.absorb(file, command.data)
    case 'WithdrawComplaint':
      return leaving.withdraw(command.data)
    case 'ReferOutside':
      return leaving.refer(command.data)
    case 'RecordOutsideDecision':
      return leaving.recordOutsideDecision(state, command.data)
    case 'CloseComplaint':
      return closing.close(file, command.data, rules)
    case 'CloseUnanswered':
      return closing.closeUnanswered(file, command.data, rules)
    case 'ReopenComplaint':
      return nothing
    case 'GiveCase':
    case 'ConfirmAvoidance':
      return reject({ _tag: 'NotClosed' })
    case 'CheckClocks':
      return emit(...lateFirst(state, command.data, rules))
  }
}

/** A complaint that has left the desk's hands. */
type Left = Exclude<Recorded, { _tag: 'Open' }>

/** Why the complaint's life forbids what only an open one allows. */
const why = (state: Left): LifeRejection => {
  switch (state._tag) {
    case 'Closed':
      return { _tag: 'AlreadyClosed', outcome: state.outcome, closedAt: state.at }
    case 'Withdrawn':
      return { _tag: 'Withdrawn' }
    case 'Referred':
      return { _tag: 'ReferredOutside', body: state.body }
    case 'Merged':
      return { _tag: 'MergedInto', survivor: state.survivor }
  }
}

/** What was asked for is the life that it has. */
const isSoAlready = (state: Left, { type, data }: ComplaintCommand): boolean => {
  switch (state._tag) {
    case 'Closed':
      return state.outcome === 'unanswered' ? type === 'CloseUnanswered' : type === 'CloseComplaint'
    case 'Withdrawn':
      return type === 'WithdrawComplaint'
    case 'Referred':
      return type === 'ReferOutside' && data.body === state.body && data.name === state.name
    case 'Merged':
      return type === 'MergeComplaint' && data.survivor === state.survivor
  }
}

/** What else is asked is asked of the survivor; a note that is owed here is owed here still. */
const whenMerged = (
  state: Extract<Recorded, { _tag: 'Merged' }>,
  command: ComplaintCommand,
  rules: ComplaintRules,
): ComplaintDecision => {
  const { type } = command
  const here =
    type === 'RecordContact' || (type === 'FileLiaisonNote' && state.file.liaisonNote !== undefined)
  return here ? whenOpen(state, command, rules) : reject(why(state))
}

/** What is still taken in, or owed, once a complaint has left the desk's hands. */
const whenNotOpen = (
  state: Left,
  command: ComplaintCommand,
  rules: ComplaintRules,
): ComplaintDecision => {
  const { file } = state
  const refused = reject(why(state))
  if (isSoAlready(state, command)) return nothing
  if (state._tag === 'Merged') return whenMerged(state, command, rules)
  switch (command.type) {
    case 'RecordComplaint':
    case 'RecordContact':
    case 'SettlePromise':
    case 'AbsorbComplaint':
    case 'FileLiaisonNote':
    case 'CheckClocks':
      return whenOpen(state, command, rules)
    case 'RecordOutsideDecision':
      return state._tag === 'Referred' ? whenOpen(state, command, rules) : refused
    case 'ReferOutside':
      return state._tag === 'Referred' ? refused : leaving.refer(command.data)
    case 'WithdrawComplaint':
      return state._tag === 'Referred' ? leaving.withdraw(command.data) : refused
    case 'ReopenComplaint':
      return state._tag === 'Referred' ? refused : leaving.reopen(state.at, command.data, rules)
    case 'GiveCase':
      return state._tag === 'Closed' ? closing.giveCase(file, command.data) : refused
    case 'ConfirmAvoidance':
      return state._tag === 'Closed' ? closing.confirmAvoidance(file, command.data) : refused
    default:
      return refused
  }
}

/** What was written down later is welcome, within the host's limit; a customer's message always is. */
const inTime = (
  { file }: Recorded,
  { type, data: { at } }: ComplaintCommand,
  { lateBy }: ComplaintRules,
  decision: ComplaintDecision,
): ComplaintDecision => {
  if (E.isLeft(decision) || decision.right.length === 0 || type === 'RecordContact') return decision
  const late = outOfTime({ began: file.intake.at, latest: file.latest }, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: ComplaintRules) =>
  (command: ComplaintCommand) =>
  (state: ComplaintState): ComplaintDecision => {
    if (state._tag === 'NotRecorded')
      return command.type === 'RecordComplaint'
        ? intake.record(command.data, rules)
        : reject({ _tag: 'NotRecorded' })
    const answer =
      state._tag === 'Open' ? whenOpen(state, command, rules) : whenNotOpen(state, command, rules)
    return inTime(state, command, rules, answer)
  }
