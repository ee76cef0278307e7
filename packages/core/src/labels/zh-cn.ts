/**
 * Simplified Chinese, whole.
 *
 * @since 0.1.0
 */
import type { Language } from './language.js'
import { complaintMessages } from './zh-cn/complaint.js'
import { complaintLists } from './zh-cn/complaint-lists.js'
import { customerMessages } from './zh-cn/customer.js'
import { customerLists } from './zh-cn/customer-lists.js'
import { dealingsLists, dealingsMessages } from './zh-cn/dealings.js'
import { expectations } from './zh-cn/expectations.js'
import { faultLists, faultMessages } from './zh-cn/fault.js'
import { fields } from './zh-cn/fields.js'
import { followUpLists, followUpMessages } from './zh-cn/follow-up.js'
import { promiseLists, promiseMessages } from './zh-cn/promise.js'
import { sharedLists } from './zh-cn/shared.js'
import { surveyLists, surveyMessages } from './zh-cn/survey.js'
import { doorMessages, troubleMessages } from './zh-cn/trouble.js'

export const chinese: Language = {
  lists: {
    ...sharedLists,
    ...complaintLists,
    ...customerLists,
    ...dealingsLists,
    ...faultLists,
    ...followUpLists,
    ...promiseLists,
    ...surveyLists,
    // Two aggregates have a list of each of these names.
    Settlement: { ...complaintLists.Settlement, ...promiseLists.Settlement },
    Stage: { ...complaintLists.Stage, ...customerLists.Stage },
  },
  fields,
  roles: {
    salesManager: '销售经理',
    headOfCompany: '公司负责人',
    generalManager: '总经理',
    office: '办公室',
  },
  expectations,
  rejections: (say, tell) => ({
    complaint: complaintMessages(say),
    customer: customerMessages(say),
    dealings: dealingsMessages(say),
    fault: faultMessages(say),
    followUp: followUpMessages(say, tell),
    promise: promiseMessages(say),
    survey: surveyMessages(say),
  }),
  door: doorMessages,
  trouble: troubleMessages,
  unknown: (tag) => `操作未完成，原因不明（${tag}）。`,
}
