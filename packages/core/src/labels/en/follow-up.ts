/**
 * English: the lists of a follow-up, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { FollowUpRejection } from '../../follow-up/rejections.js'
import type { VisitKey } from '../../follow-up/visit-key.js'
import type { FollowUpLists } from '../lists.js'
import type { Tell } from '../problem.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { named } from '../visit.js'
import { lateMessages } from './phrases.js'

const visitKinds = {
  returnVisit: 'return visit',
  inspection: 'inspection',
  fieldVisit: 'field visit',
}
const planKinds = { ...visitKinds, touch: 'keeping in touch' }
const greetingDays = {
  publicHoliday: 'public holiday',
  birthday: 'birthday',
  familyBirthday: 'birthday in the family',
  foundingDay: 'founding day',
  other: 'other day',
}
const decemberTasks = { gift: 'gift of the year', demandPlan: 'demand plan' }

export const followUpLists: FollowUpLists = {
  VisitKind: visitKinds,
  PlanKind: planKinds,
  FollowUpKind: { ...planKinds, callBack: 'call back' },
  GreetingDay: greetingDays,
  DecemberTask: decemberTasks,
  Occasion: { visit: 'visit', callBack: 'call back', ...decemberTasks, ...greetingDays },
  VisitEnd: { done: 'done', missed: 'missed', skipped: 'skipped' },
  CallBackReason: {
    complaintClosed: 'a complaint was closed',
    promiseBroken: 'a promise was broken',
    promised: 'a call was promised',
  },
}

export const followUpMessages = (say: Say, tell: Tell): Messages<FollowUpRejection> => {
  const theVisit = (visit: VisitKey): string =>
    named(visit, say, {
      visit: (on) => `the visit of ${on}`,
      gift: (on) => `the gift of ${on}`,
      demandPlan: (on) => `the demand plan of ${on}`,
      greeting: (on) => `the greeting of ${on}`,
      callBack: 'the call back',
    })
  const kinds = followUpLists.FollowUpKind
  const ends = { ...followUpLists.VisitEnd, closed: 'closed' }
  return {
    ...lateMessages(say, 'follow-up'),
    NotOpened: 'No such follow-up is on record.',
    AlreadyOpened: 'This follow-up was opened already, on other terms.',
    AlreadyClosed: ({ how, closedAt }) =>
      `This follow-up came to its end on ${say.instant(closedAt)}: ${ends[how]}.`,
    WrongKind: ({ kind, expected }) =>
      `This is not done for the kind “${kinds[kind]}”, but for ${say.any(expected.map((each) => `“${kinds[each]}”`))}.`,
    DueMissing: 'A call back was promised: please say by when.',
    DueNotInFuture: ({ dueAt }) =>
      `A visit is due after it is planned; ${say.instant(dueAt)} is too early.`,
    InvalidTime: ({ field, expected }) =>
      `The working day of the call back can not be told. ${tell({ field, expected })}`,
    NoSuchDate: ({ dateId }) => `The plan knows no such day of greeting: ${say.name(dateId)}.`,
    NoSuchVisit: ({ visit }) => `The plan does not hold ${theVisit(visit)}.`,
    NotYetOpen: ({ opensAt }) =>
      `It is too early for this visit: it opens on ${say.instant(opensAt)}.`,
    StillInWindow: ({ until }) =>
      `This visit is not missed yet: it can be made until ${say.instant(until)}.`,
    WindowPassed: ({ until }) =>
      `It is too late for this: the visit could be made until ${say.instant(until)}.`,
    VisitOver: ({ visit, how, overAt }) =>
      `Nothing more can become of ${theVisit(visit)}: ${ends[how]} on ${say.instant(overAt)}.`,
    NobodyReached: 'Nobody was reached, so nothing can have been asked or learned.',
  }
}
