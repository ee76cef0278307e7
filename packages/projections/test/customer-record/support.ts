import { survey } from '@troth/core'

import { customerRecord, foldRows } from '../../src/index.js'
import { rules as followUp } from '../follow-up-agenda/support.js'
import { zone } from '../promise-ledger/support.js'
import { wideFacts } from '../shared/desk.js'
import {
  at,
  complaintId,
  customerId,
  eventsOf,
  factsOf,
  followUpId,
  id,
  iso,
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
export const issued = (when: number, n = 1) =>
  ofSurvey('SurveyIssued', when, {
    customer: customerId(n),
    about: { topic: 'relationship' },
    mode: 'cumulative',
    channel: 'email',
    answeredFor: [],
    expiresAt: iso(when + 100),
  })

export interface WholeDesk extends Desk {
  readonly surveys?: Readonly<Record<number, ReadonlyArray<survey.SurveyEvent>>>
}

export const streamsOf = (desk: WholeDesk) => ({
  customer: keyed(customerId, desk.customers),
  complaint: keyed(complaintId, desk.complaints),
  promise: keyed(promiseId, desk.promises),
  followUp: keyed(followUpId, desk.followUps),
  survey: keyed(surveyId, desk.surveys),
  dealings: keyed(customerId, desk.dealings),
})

export const sourcesOf = (desk: WholeDesk): customerRecord.Sources => {
  const streams = streamsOf(desk)
  const customers = factsOf('customer', streams.customer)
  return {
    customers: foldRows(projections.customers)(customers),
    words: foldRows(projections.words)(customers),
    complaints: foldRows(projections.complaints)(factsOf('complaint', streams.complaint)),
    promises: foldRows(projections.promises)(factsOf('promise', streams.promise)),
    followUps: foldRows(projections.followUps)(factsOf('followUp', streams.followUp)),
    surveys: foldRows(projections.surveys)(factsOf('survey', streams.survey)),
    dealings: foldRows(projections.dealings)(factsOf('dealings', streams.dealings)),
    timeline: foldRows(projections.timeline)(wideFacts(streams)),
  }
}

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
