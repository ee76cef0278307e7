/**
 * The rows that a customer's record is read from: those of the other views, and some of its own.
 *
 * @since 0.1.0
 */
import {
  type complaint,
  type customer,
  type dealings,
  type followUp,
  type promise,
  survey,
} from '@troth/core'

import { complaints } from '../complaints/complaints.js'
import type { Row as ComplaintRow } from '../complaints/row.js'
import { customers } from '../customers/customers.js'
import { agenda } from '../follow-up-agenda/agenda.js'
import type { Row as FollowUpRow } from '../follow-up-agenda/row.js'
import { ledger } from '../promise-ledger/ledger.js'
import type { Row as PromiseRow } from '../promise-ledger/row.js'
import type { DeskEvents } from '../shared/desk-events.js'
import { rowAStream, type Projection, type Rows } from '../shared/projection.js'
import type { WideProjection } from '../shared/wide-projection.js'
import { type DealingsRow, purchases } from '../warnings/dealings.js'
import { type NamingEvents, streams } from './streams.js'
import { type Lines, timeline } from './timeline.js'
import { words, type WordsRow } from './words.js'

export interface Sources {
  readonly customers: Rows<customer.CustomerState>
  readonly words: Rows<WordsRow>
  readonly complaints: Rows<ComplaintRow>
  readonly promises: Rows<PromiseRow>
  readonly followUps: Rows<FollowUpRow>
  readonly surveys: Rows<survey.SurveyState>
  readonly dealings: Rows<DealingsRow>
  readonly timeline: Rows<Lines>
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

/** The record's projections; the rows of each are the source of the same name. `streams` is what one customer's are found by. */
export interface Projections {
  readonly streams: WideProjection<NamingEvents, ReadonlyArray<string>>
  readonly customers: Projection<customer.CustomerEvent, customer.CustomerState>
  readonly words: Projection<customer.CustomerEvent, WordsRow>
  readonly complaints: Projection<complaint.ComplaintEvent, ComplaintRow>
  readonly promises: Projection<promise.PromiseEvent, PromiseRow>
  readonly followUps: Projection<followUp.FollowUpEvent, FollowUpRow>
  readonly surveys: Projection<survey.SurveyEvent, survey.SurveyState>
  readonly dealings: Projection<dealings.DealingsEvent, DealingsRow>
  readonly timeline: WideProjection<DeskEvents, Lines>
}

const surveyRows = (
  rules: survey.SurveyRules,
): Projection<survey.SurveyEvent, survey.SurveyState> => {
  const decider = survey.survey(rules)
  const { initial, evolve } = decider
  return {
    name: 'surveys',
    ...rowAStream(decider),
    initial,
    apply: (state, fact) => evolve(state, fact.event),
  }
}

/**
 * Everything that is to be run for the record to be read. `words`, `surveys`, `timeline` and `streams` are the record's own; the others
 * are those that the warnings, the ledger, the agenda and the board are read from, and are run once for all of them.
 */
export const projections = (rules: Rules): Projections => ({
  customers: customers(rules.customer),
  words: words(rules.customer),
  complaints: complaints(rules.complaint),
  promises: ledger(rules.promise),
  followUps: agenda(rules.followUp),
  surveys: surveyRows(rules.survey),
  dealings: purchases(rules.dealings),
  timeline,
  streams,
})
