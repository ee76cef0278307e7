/**
 * English, whole.
 *
 * @since 0.1.0
 */
import type { Language } from './language.js'
import { complaintMessages } from './en/complaint.js'
import { complaintLists } from './en/complaint-lists.js'
import { customerMessages } from './en/customer.js'
import { customerLists } from './en/customer-lists.js'
import { dealingsLists, dealingsMessages } from './en/dealings.js'
import { expectations } from './en/expectations.js'
import { faultLists, faultMessages } from './en/fault.js'
import { fields } from './en/fields.js'
import { followUpLists, followUpMessages } from './en/follow-up.js'
import { promiseLists, promiseMessages } from './en/promise.js'
import { sharedLists } from './en/shared.js'
import { surveyLists, surveyMessages } from './en/survey.js'
import { doorMessages, troubleMessages } from './en/trouble.js'

export const english: Language = {
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
    salesManager: 'the sales manager',
    headOfCompany: 'the head of the company',
    generalManager: 'the general manager',
    office: 'the office',
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
  unknown: (tag) => `This was not done, for a reason that is not known here (${tag}).`,
}
