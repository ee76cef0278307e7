/**
 * Simplified Chinese: the lists of a survey, and why its command was refused.
 *
 * @since 0.1.0
 */
import type { SurveyRejection } from '../../survey/rejections.js'
import type { Suppression } from '../../survey/values.js'
import type { SurveyLists } from '../lists.js'
import type { Messages } from '../rejections.js'
import type { Say } from '../say.js'
import { lateMessages } from './phrases.js'
import { sharedLists } from './shared.js'

export const surveyLists: SurveyLists = {
  SurveyTopic: {
    complaint: '投诉',
    promise: '承诺',
    followUp: '回访',
    purchase: '购买',
    siteWork: '现场作业',
    relationship: '整体关系',
  },
  SurveyMode: { transaction: '单次体验', cumulative: '累积体验' },
  SuppressionGround: {
    merged: '已并入其他记录',
    withdrawn: '已撤回',
    blacklisted: '客户在黑名单中',
    noConsent: '客户未同意',
    aboveCap: '已达到调查次数上限',
    erased: '客户的个人信息已删除',
  },
  SacrificeKind: { money: '金钱', time: '时间', effort: '体力', energy: '精力' },
  LoyaltyItem: {
    firstThoughtOf: '首先想到我们',
    firstChosen: '首先选择我们',
    bearsPrice: '能承受较高价格',
    preferred: '偏爱我们',
    positiveFeeling: '对我们有好感',
    negativeFeeling: '对我们有反感',
    keepIntent: '打算继续往来',
    seekIntent: '打算另寻他家',
  },
  Attribution: { enterprise: '企业', consumer: '客户自己', social: '双方均无责任' },
}

export const surveyMessages = (say: Say): Messages<SurveyRejection> => ({
  ...lateMessages(say, '满意度调查'),
  NotIssued: '没有发出过该调查。',
  AlreadyIssued: '该调查已经发出。',
  NotAnswered: '该调查尚未答复，没有可更正的答案。',
  AlreadySuppressed: ({ why }) => `该调查已决定不予发出，原因为${ground(say, why)}。`,
  AlreadyAnswered: ({ answeredAt }) => `该调查已于${say.instant(answeredAt)}答复。`,
  AlreadyDeclined: ({ declinedAt }) => `客户已于${say.instant(declinedAt)}拒绝该调查。`,

  ExpiresNotInFuture: ({ expiresAt }) =>
    `调查的截止时间须晚于发出时间，${say.instant(expiresAt)}过早。`,
  CapNotReached: ({ cap, count }) =>
    `客户最多可接受${say.number(cap)}次调查，目前为${say.number(count)}次，不构成不发出调查的理由。`,

  NotConfirmed: '客户只是打开了调查，并未确认提交，不能算作答复。',
  AnsweredByHandler: ({ handler }) => `${say.name(handler)}是该事项的经办人，不能代客户答复调查。`,
  OtherEdition: ({ asked, answered }) =>
    `调查采用的是${String(asked)}年版服务质量量表，而答复使用的是${String(answered)}年版。`,

  ExpiryPassed: ({ expiresAt }) => `该调查的截止时间${say.instant(expiresAt)}已过。`,
  ExpiryNotReached: ({ expiresAt }) => `该调查在${say.instant(expiresAt)}之前仍可答复，尚未截止。`,
  CorrectionOver: ({ correctableUntil }) => `答案的更正期限${say.instant(correctableUntil)}已过。`,
  BeforeTheAnswer: ({ answeredAt }) => `更正的时间不能早于答复时间${say.instant(answeredAt)}。`,
})

/** The reason, with what is known of it. */
const ground = (say: Say, why: Suppression): string => {
  const reason = `“${surveyLists.SuppressionGround[why.ground]}”`
  switch (why.ground) {
    case 'merged': {
      const into = why.intoComplaint ?? why.intoCustomer
      return into === undefined ? reason : `${reason}（${say.name(into)}）`
    }
    case 'blacklisted':
      return why.since === undefined ? reason : `${reason}（自${say.instant(why.since)}起）`
    case 'noConsent':
      return `${reason}（${say.name(why.purpose)}，${sharedLists.Channel[why.channel]}）`
    case 'aboveCap':
      return `${reason}（上限${say.number(why.cap)}次，已调查${say.number(why.count)}次）`
    case 'withdrawn':
    case 'erased':
      return reason
  }
}
