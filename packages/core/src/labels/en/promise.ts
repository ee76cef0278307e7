/**
 * English: the lists of a promise, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { PlainPromiseRejection } from '../../plain/promise.js'
import type { PromiseLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { barredMessages, costing, lateMessages, termsMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const promiseLists: PromiseLists = {
  Settlement: {
    PromiseKept: 'kept',
    PromiseBroken: 'broken',
    PromiseWithdrawn: 'withdrawn',
    TemporaryAgreementDeclined: 'declined by its approver',
    TemporaryAgreementLapsed: 'lapsed unconfirmed',
  },
  SourceOrigin: {
    complaint: 'complaint',
    sale: 'sale',
    contract: 'contract',
    publication: 'publication',
    followUp: 'follow-up',
    conversation: 'conversation',
    fault: 'fault',
  },
}

export const promiseMessages = (say: Say): Messages<PlainPromiseRejection> => ({
  ...lateMessages(say, 'promise'),
  ...barredMessages(say),
  ...termsMessages(say),
  NotMade: 'No such promise was made.',
  AlreadyMade: 'This promise was made already, on other terms.',
  AlreadySettled: ({ how }) => `This promise is settled already: ${promiseLists.Settlement[how]}.`,
  NotConfirmed: ({ confirmBy }) =>
    `This is only a temporary agreement: it has to be confirmed by ${say.instant(confirmBy)} before it is a promise.`,
  AlreadyBinding: 'This promise is binding already, and is not to be confirmed any more.',

  BlindPromise:
    'Please say what this promise rests on, a plan or what is known: without it, it is a blind promise.',

  CostMissing: ({ matter }) => `Please say how much: ${sharedLists.Matter[matter]}.`,
  NobodyMayDecide: ({ matter, cost }) =>
    `Nobody may decide this: ${sharedLists.Matter[matter]}${costing(say, cost)}.`,
  OverAuthority: ({ matter, cost, deciders }) =>
    `This is beyond your authority: ${sharedLists.Matter[matter]}${costing(say, cost)}. It can be decided by ${say.any(deciders.map(say.name))}.`,

  ConfirmByPassed: ({ confirmBy }) =>
    `This agreement could be decided on until ${say.instant(confirmBy)}, and that has passed.`,
  ConfirmByNotPassed: ({ confirmBy }) =>
    `This agreement may still be confirmed, until ${say.instant(confirmBy)}.`,
  DuePassed: ({ dueAt }) =>
    `The promise fell due on ${say.instant(dueAt)}. It can not be moved any more; the delay can be explained to the customer.`,
  DueNotPassed: ({ dueAt }) =>
    `It is too early for this: the promise is due on ${say.instant(dueAt)}, and that, with any time of grace, has to pass first.`,
  ExpectedNotInFuture: ({ expectedAt }) =>
    `The customer can only be told of a time to come; ${say.instant(expectedAt)} is too early.`,
  MovedSince: ({ movedAt, dueAt }) =>
    `The promise was moved after that, on ${say.instant(movedAt)}, and is due on ${say.instant(dueAt)} now.`,

  CustomerNotInformed:
    'The customer has to be informed first: please record when, and by which way.',
  CustomerNotAgreed: 'A promise is withdrawn only when the customer agrees.',
  NotYetInformed: ({ informedAt }) =>
    `The customer is said to be informed on ${say.instant(informedAt)}, and that is yet to come.`,
})
