/**
 * Simplified Chinese: the lists of a follow-up, and why its command was refused.
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

const visitKinds = { returnVisit: '定期回访', inspection: '巡检', fieldVisit: '实地走访' }
const planKinds = { ...visitKinds, touch: '日常关怀' }
const greetingDays = {
  publicHoliday: '公共节假日',
  birthday: '生日',
  familyBirthday: '家人生日',
  foundingDay: '成立纪念日',
  other: '其他纪念日',
}
const decemberTasks = { gift: '年终礼品', demandPlan: '需求计划' }

export const followUpLists: FollowUpLists = {
  VisitKind: visitKinds,
  PlanKind: planKinds,
  FollowUpKind: { ...planKinds, callBack: '单次回访' },
  GreetingDay: greetingDays,
  DecemberTask: decemberTasks,
  Occasion: { visit: '例行回访', callBack: '单次回访', ...decemberTasks, ...greetingDays },
  VisitEnd: { done: '已完成', missed: '已错过', skipped: '已跳过' },
  CallBackReason: {
    complaintClosed: '投诉已结案',
    promiseBroken: '承诺未兑现',
    promised: '曾承诺回电',
  },
}

export const followUpMessages = (say: Say, tell: Tell): Messages<FollowUpRejection> => {
  const theVisit = (visit: VisitKey): string =>
    named(visit, say, {
      visit: (on) => `${on}的回访`,
      gift: (on) => `${on}的年终礼品`,
      demandPlan: (on) => `${on}的需求计划`,
      greeting: (on) => `${on}的问候`,
      callBack: '单次回访',
    })
  const kinds = followUpLists.FollowUpKind
  const ends = { ...followUpLists.VisitEnd, closed: '已关闭' }
  return {
    ...lateMessages(say, '回访'),
    NotOpened: '没有该回访的记录。',
    AlreadyOpened: '该回访已经建立，且内容与本次不同。',
    AlreadyClosed: ({ how, closedAt }) =>
      `该回访已于${say.instant(closedAt)}结束，状态为“${ends[how]}”。`,
    WrongKind: ({ kind, expected }) =>
      `“${kinds[kind]}”不适用此项操作，仅适用于${say.any(expected.map((each) => `“${kinds[each]}”`))}。`,
    DueMissing: '已承诺回电，请填写回电的到期时间。',
    DueNotInFuture: ({ dueAt }) =>
      `回访的到期时间须晚于安排回访的时间，${say.instant(dueAt)}过早。`,
    InvalidTime: ({ field, expected }) => `无法推算回访到期的工作日。${tell({ field, expected })}`,
    NoSuchDate: ({ dateId }) => `计划中没有该问候日：${say.name(dateId)}。`,
    NoSuchVisit: ({ visit }) => `计划中没有${theVisit(visit)}。`,
    NotYetOpen: ({ opensAt }) => `为时尚早：本次回访自${say.instant(opensAt)}起方可进行。`,
    StillInWindow: ({ until }) => `本次回访在${say.instant(until)}之前仍可进行，尚未错过。`,
    WindowPassed: ({ until }) => `为时已晚：本次回访的期限${say.instant(until)}已过。`,
    VisitOver: ({ visit, how, overAt }) =>
      `${theVisit(visit)}已于${say.instant(overAt)}结束，状态为“${ends[how]}”，不能再作处理。`,
    NobodyReached: '未联系上任何人，不可能有询问或了解到的内容。',
  }
}
