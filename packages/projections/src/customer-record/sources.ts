/**
 * The rows that a customer's record is read from: one projection a kind of stream.
 *
 * @since 0.1.0
 */
import {
  type complaint,
  type customer,
  dealings,
  type followUp,
  type promise,
  survey,
} from '@troth/core'

import { agenda } from '../follow-up-agenda/agenda.js'
import type { Row as FollowUpRow } from '../follow-up-agenda/row.js'
import { ledger } from '../promise-ledger/ledger.js'
import type { Row as PromiseRow } from '../promise-ledger/row.js'
import { rowAStream, type Projection, type Rows } from '../shared/projection.js'
import { complaints, type ComplaintRow } from '../warnings/complaints.js'
import { type DealingsRow, purchases } from '../warnings/dealings.js'
import { customerRows, type CustomerRow } from './customers.js'
import { withLines, type WithLines } from './timeline.js'

/** A customer's dealings: his state by them, and his orders one by one. */
export interface DealtRow {
  readonly state: dealings.DealingsState
  readonly dealt: DealingsRow
}

export interface Sources {
  readonly customers: Rows<WithLines<CustomerRow>>
  readonly complaints: Rows<WithLines<ComplaintRow>>
  readonly promises: Rows<WithLines<PromiseRow>>
  readonly followUps: Rows<WithLines<FollowUpRow>>
  readonly surveys: Rows<WithLines<survey.SurveyState>>
  readonly dealings: Rows<WithLines<DealtRow>>
}

/** What each kind of stream is decided by. */
export interface Rules {
  readonly customer: customer.CustomerRules
  readonly complaint: complaint.ComplaintRules
  readonly promise: promise.PromiseRules
  readonly followUp: followUp.FollowUpRules
  readonly survey: survey.SurveyRules
  readonly dealings: dealings.DealingsRules
}

/** The record's projections; the rows of each are the source of the same name. */
export interface Projections {
  readonly customers: Projection<customer.CustomerEvent, WithLines<CustomerRow>>
  readonly complaints: Projection<complaint.ComplaintEvent, WithLines<ComplaintRow>>
  readonly promises: Projection<promise.PromiseEvent, WithLines<PromiseRow>>
  readonly followUps: Projection<followUp.FollowUpEvent, WithLines<FollowUpRow>>
  readonly surveys: Projection<survey.SurveyEvent, WithLines<survey.SurveyState>>
  readonly dealings: Projection<dealings.DealingsEvent, WithLines<DealtRow>>
}

const surveyRows = (
  rules: survey.SurveyRules,
): Projection<survey.SurveyEvent, survey.SurveyState> => {
  const decider = survey.survey(rules)
  const { initial, evolve } = decider
  return {
    name: 'customer-record-surveys',
    ...rowAStream(decider),
    initial,
    apply: (state, fact) => evolve(state, fact.event),
  }
}

const dealingsRows = (
  rules: dealings.DealingsRules,
): Projection<dealings.DealingsEvent, DealtRow> => {
  const { initial, evolve } = dealings.dealings(rules)
  const orders = purchases(rules)
  return {
    ...orders,
    initial: { state: initial, dealt: orders.initial },
    apply: ({ state, dealt }, fact) => ({
      state: evolve(state, fact.event),
      dealt: orders.apply(dealt, fact),
    }),
  }
}

/** Everything that is to be run for the record to be read. */
export const projections = (rules: Rules): Projections => ({
  customers: withLines('customer-record-customers', customerRows(rules.customer)),
  complaints: withLines('customer-record-complaints', complaints(rules.complaint)),
  promises: withLines('customer-record-promises', ledger(rules.promise)),
  followUps: withLines('customer-record-follow-ups', agenda(rules.followUp)),
  surveys: withLines('customer-record-surveys', surveyRows(rules.survey)),
  dealings: withLines('customer-record-dealings', dealingsRows(rules.dealings)),
})
