/**
 * English: why a complaint's command was refused.
 *
 * @since 0.1.0
 */
import type { Party } from '../../complaint/values.js'
import type { PlainComplaintRejection } from '../../plain/complaint.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { complaintLists as lists } from './complaint-lists.js'
import { barredMessages, costing, lateMessages, termsMessages } from './phrases.js'
import { sharedLists } from './shared.js'

const steps = (of: ReadonlyArray<keyof typeof lists.Step>): ReadonlyArray<string> =>
  of.map((step) => `“${lists.Step[step]}”`)

export const complaintMessages = (say: Say): Messages<PlainComplaintRejection> => {
  const party = ({ kind, id, department }: Party): string =>
    `${lists.PartyKind[kind]} ${say.name(id)}${department ? ` (${say.name(department)})` : ''}`
  return {
    ...lateMessages(say, 'complaint'),
    ...barredMessages(say),
    ...termsMessages(say),
    NotRecorded: 'No such complaint is on record.',
    AlreadyRecorded: 'This complaint is on record already, with other details.',
    Withdrawn: 'The customer has withdrawn this complaint.',
    AlreadyClosed: ({ outcome, closedAt }) =>
      `This complaint was closed on ${say.instant(closedAt)}, as ${lists.Outcome[outcome]}.`,
    ReferredOutside: ({ body }) =>
      `This complaint is before ${lists.OutsideBody[body]}, and waits for the decision there.`,
    NotReferred: 'This complaint is before no outside body, so there is no decision to record.',
    NotClosed: 'This complaint is not closed yet.',
    MergedInto: ({ survivor }) =>
      `This complaint was merged into complaint ${say.name(survivor)}. Please go on there.`,
    ReopenWindowPassed: ({ until }) =>
      `This complaint could be reopened until ${say.instant(until)}, and that has passed.`,

    StepOutOfOrder: ({ step, expected }) =>
      `This can not be done yet, or no more: the complaint stands at ${steps([step]).join()}, and would have to stand at ${say.any(steps(expected))}.`,
    WrongKind: ({ kind, expected }) =>
      `This is not done for the kind “${lists.Kind[kind]}”, but for ${say.any(expected.map((each) => `“${lists.Kind[each]}”`))}.`,
    AlreadyJudged: ({ valid }) =>
      `This complaint has been judged already: it was found ${valid ? 'valid' : 'invalid'}.`,
    JudgedInvalid: 'This complaint was found invalid, so nobody owes a remedy for it.',
    AlreadyAssigned: ({ to }) => `Responsibility was assigned already, to ${party(to)}.`,
    HeldAlready: ({ by }) => `This complaint is in these hands already: ${party(by)}.`,
    SettingUnchanged: 'Please name another person, place or time for the talk.',
    AlreadyLinked: ({ first }) =>
      `This complaint is linked already, as a repeat of complaint ${say.name(first)}.`,
    NoSuchWait: 'The customer is not being waited for in this matter.',
    AlreadyWaiting: 'The customer is being waited for already.',
    WouldCircle: ({ absorbed }) =>
      `Complaint ${say.name(absorbed)} was merged into this one, so this one can not be merged into it.`,
    OtherCycle: ({ cycle }) =>
      `This belongs to another round of the complaint, which is now in round ${say.number(cycle)}.`,
    SameComplaint: ({ id }) => `Complaint ${say.name(id)} can not be merged with itself.`,
    SurvivorNotRecorded: ({ survivor }) =>
      `There is no complaint ${say.name(survivor)} that this one could be merged into.`,
    SurvivorMerged: ({ survivor, mergedInto }) =>
      `Complaint ${say.name(survivor)} was itself merged, into complaint ${say.name(mergedInto)}. Please merge this one into that.`,

    TooFewOptions: ({ given, needed }) =>
      `This customer has to be offered more remedies to choose from, at least ${say.number(needed)}; so far: ${say.number(given)}.`,
    SameOptionTwice: ({ optionId }) =>
      `Option ${say.name(optionId)} is in the proposal more than once.`,
    CostMissing: ({ remedy }) => `Please say how much: ${lists.RemedyKind[remedy]}.`,
    NobodyMayDecide: ({ matter, cost }) =>
      `Nobody may decide this: ${sharedLists.Matter[matter]}${costing(say, cost)}.`,
    OverAuthority: ({ matter, cost, deciders }) =>
      `This is beyond your authority: ${sharedLists.Matter[matter]}${costing(say, cost)}. It can be decided by ${say.any(deciders.map(say.name))}.`,
    NotFirstResponsible: ({ firstResponsible }) =>
      `Only ${say.name(firstResponsible)}, who was asked first and is responsible, may resolve this at once.`,
    NoSuchProposal: 'This is not the proposal on the table.',
    NoSuchOption: 'This remedy is not among those proposed.',
    NoSuchNotice: 'This notice to the customer does not belong to the proposal on the table.',
    NoLiaisonNoteOwed: 'No liaison note is owed for this complaint.',
    AlreadyAccepted: ({ optionId }) =>
      `The customer has accepted another option already: ${say.name(optionId)}.`,
    VisitNotAppointed: 'A visit about a complaint is appointed first; this one was not.',
    NoRemediesToTake: 'No remedies are proposed yet that the visit could take along.',
    ChargeMissing: 'Please say what the service will be charged.',
    ChargeNotDue: 'A charge is named, but the service is not one that is charged.',

    MatterMissing: ({ cost }) =>
      `Please say what the ${say.money(cost)} are for: whose it is to decide depends on it.`,
    ConfirmByNotInFuture: ({ confirmBy }) =>
      `A temporary agreement is to be confirmed by a time to come; ${say.instant(confirmBy)} has passed.`,
    ConfirmByAfterDue: ({ confirmBy, dueAt }) =>
      `A temporary agreement is confirmed before it is due: it would be confirmed by ${say.instant(confirmBy)}, and is due on ${say.instant(dueAt)}.`,
    ApprovalNeeded: ({ step }) =>
      `No remedy is approved yet: the complaint stands at ${steps([step]).join()}. Until then, only a temporary agreement may be promised.`,
    NoSuchPromise: 'No such promise was given in this complaint.',
    AlreadySettled: ({ how }) => `This promise is settled already: ${lists.Settlement[how]}.`,

    ApologyAlone: ({ courtesies }) =>
      `The complaint is justified, and ${say.all(courtesies.map((each) => lists.Courtesy[each]))} alone does not put it right.`,
    PromisesOpen: ({ promises }) =>
      `The complaint can not be closed while a promise given in it is open: ${say.all(promises.map(say.name))}.`,
    LiaisonNoteOwed: ({ dueAt }) =>
      `The complaint was resolved at once; the liaison note is still owed, by ${say.instant(dueAt)}.`,
    WrittenReplyOwed: 'The customer complained by letter, and is owed a reply in writing.',
    ThanksOwed: 'The customer has not been thanked for the suggestion yet.',
    NotInCaseLibrary: 'This complaint was not put into the case library.',
    CaseNotGiven: 'The case has not been given to any project or department yet.',
    TriesLeft: ({ made, needed }) =>
      `Before the complaint may close unanswered, the customer has to be notified more often: ${say.number(needed)} times in all; so far: ${say.number(made)}.`,
  }
}
