/**
 * Simplified Chinese: the lists of a promise, and why its command was refused.
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
    PromiseKept: '已兑现',
    PromiseBroken: '未兑现',
    PromiseWithdrawn: '已撤回',
    TemporaryAgreementDeclined: '临时约定未获批准',
    TemporaryAgreementLapsed: '临时约定逾期未确认，已失效',
  },
  SourceOrigin: {
    complaint: '投诉',
    sale: '销售',
    contract: '合同',
    publication: '公开宣传',
    followUp: '回访',
    conversation: '交谈',
    fault: '故障',
  },
}

export const promiseMessages = (say: Say): Messages<PlainPromiseRejection> => ({
  ...lateMessages(say, '承诺'),
  ...barredMessages(say),
  ...termsMessages(say),
  NotMade: '没有该承诺的记录。',
  AlreadyMade: '该承诺已经作出，且内容与本次不同。',
  AlreadySettled: ({ how }) => `该承诺已经了结：${promiseLists.Settlement[how]}。`,
  NotConfirmed: ({ confirmBy }) =>
    `目前只是临时约定，须于${say.instant(confirmBy)}之前获得确认后方成为承诺。`,
  AlreadyBinding: '该承诺已经生效，无须再确认。',

  BlindPromise: '请填写承诺所依据的计划或情况：没有依据的承诺属于盲目承诺。',

  CostMissing: ({ matter }) => `请填写“${sharedLists.Matter[matter]}”的金额。`,
  NobodyMayDecide: ({ matter, cost }) =>
    `“${sharedLists.Matter[matter]}”${costing(say, cost)}超出所有人的权限，无人可以批准。`,
  OverAuthority: ({ matter, cost, deciders }) =>
    `“${sharedLists.Matter[matter]}”${costing(say, cost)}超出您的权限，须由${say.any(deciders.map(say.name))}决定。`,

  ConfirmByPassed: ({ confirmBy }) => `该临时约定的确认期限${say.instant(confirmBy)}已过。`,
  ConfirmByNotPassed: ({ confirmBy }) =>
    `该临时约定在${say.instant(confirmBy)}之前仍可确认，尚未失效。`,
  DuePassed: ({ dueAt }) =>
    `该承诺已于${say.instant(dueAt)}到期，不能再改期；可以向客户说明延误情况。`,
  DueNotPassed: ({ dueAt }) =>
    `为时尚早：该承诺的到期时间为${say.instant(dueAt)}，须待到期并过宽限期后方可进行。`,
  ExpectedNotInFuture: ({ expectedAt }) =>
    `告知客户的预计时间须在将来，${say.instant(expectedAt)}过早。`,
  MovedSince: ({ movedAt, dueAt }) =>
    `该承诺此后已于${say.instant(movedAt)}改期，现到期时间为${say.instant(dueAt)}。`,

  CustomerNotInformed: '须先告知客户，并登记告知的时间和方式。',
  CustomerNotAgreed: '须经客户同意方可撤回承诺。',
  NotYetInformed: ({ informedAt }) => `所填的告知客户时间${say.instant(informedAt)}尚未到来。`,
})
