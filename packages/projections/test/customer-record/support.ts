import { survey } from '@troth/core'

import { customerRecord, foldRows } from '../../src/index.js'
import { rules as followUp } from '../follow-up-agenda/support.js'
import { zone } from '../promise-ledger/support.js'
import {
  at,
  complaintId,
  customerId,
  eventsOf,
  factsOf,
  followUpId,
  id,
  promiseId,
} from '../shared/history.js'
import {
  customerRules,
  type Desk,
  keyed,
  ofCustomer,
  off,
  rules as complaint,
} from '../warnings/support.js'

export const rules: customerRecord.Rules = {
  customer: customerRules,
  complaint,
  promise: { authority: [] },
  followUp,
  survey: { answerWithin: 1, correctWithin: 1 },
  dealings: {},
}
export const projections = customerRecord.projections(rules)

export const surveyId = (n: number): string => id('b', n)
export const ofSurvey = eventsOf(survey.SurveyEvent)

export interface WholeDesk extends Desk {
  readonly surveys?: Readonly<Record<number, ReadonlyArray<survey.SurveyEvent>>>
}

export const sourcesOf = (desk: WholeDesk): customerRecord.Sources => ({
  customers: foldRows(projections.customers)(
    factsOf('customer', keyed(customerId, desk.customers)),
  ),
  complaints: foldRows(projections.complaints)(
    factsOf('complaint', keyed(complaintId, desk.complaints)),
  ),
  promises: foldRows(projections.promises)(factsOf('promise', keyed(promiseId, desk.promises))),
  followUps: foldRows(projections.followUps)(
    factsOf('followUp', keyed(followUpId, desk.followUps)),
  ),
  surveys: foldRows(projections.surveys)(factsOf('survey', keyed(surveyId, desk.surveys))),
  dealings: foldRows(projections.dealings)(factsOf('dealings', keyed(customerId, desk.dealings))),
})

export const reading = (when: number): customerRecord.Reading => ({
  calendar: { zone: zone('UTC'), firstDayOfWeek: 'mon' },
  at: at(when),
})
export const recordOf = (desk: WholeDesk, n: number, when: number, thresholds = off) =>
  customerRecord.read(rules, thresholds)(sourcesOf(desk), customerId(n), reading(when))

export const registeredAs = (name: string, when = 0) =>
  ofCustomer('CustomerRegistered', when, {
    kind: 'person',
    relation: 'external',
    stage: 'buyer',
    name,
  })
