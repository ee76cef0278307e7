/**
 * What the satisfaction view keeps: one row a stream, of every kind of stream that it speaks of. The rows are joined when
 * they are read, so that no order of streams changes a figure, and a merge that is undone leaves no trace.
 *
 * @since 0.1.0
 */
import { type CustomerFact, customerFacts, customerTypes } from '../../shared/customers.js'
import { type DeskEvents, deskEvents } from '../../shared/desk-events.js'
import { keep, type Kept } from '../../shared/kept.js'
import { keyOfStream } from '../../shared/projection.js'
import type { WideProjection } from '../../shared/wide-projection.js'
import { type ComplaintFact, complaintFacts, complaintTypes } from './complaint-facts.js'
import { type DealingsFact, dealingsFacts, dealingsTypes } from './dealings-facts.js'
import { type PromiseFact, promiseFacts, promiseTypes } from './promise-facts.js'
import { type SurveyFact, surveyFacts, surveyTypes } from './survey-facts.js'
import { type VisitFact, visitFacts, visitTypes } from './visit-facts.js'

/** One stream's facts, under the kind of stream it is. */
export interface Row {
  readonly survey?: Kept<SurveyFact>
  readonly complaint?: Kept<ComplaintFact>
  readonly promise?: Kept<PromiseFact>
  readonly followUp?: Kept<VisitFact>
  readonly customer?: Kept<CustomerFact>
  readonly dealings?: Kept<DealingsFact>
}

/** The view's projection: rows by stream (its whole name). `observe` and `read` make figures of them. */
export const record: WideProjection<DeskEvents, Row> = {
  name: 'satisfaction',
  events: deskEvents,
  types: [
    ...surveyTypes,
    ...complaintTypes,
    ...promiseTypes,
    ...visitTypes,
    ...customerTypes,
    ...dealingsTypes,
  ],
  key: ({ stream }) => stream,
  concerns: ({ stream }) => keyOfStream(stream),
  initial: {},
  // A stream is of one kind, and so is its row.
  apply: (row, fact) => {
    switch (fact.category) {
      case 'survey':
        return { survey: keep(row.survey, surveyFacts(fact.event)) }
      case 'complaint':
        return { complaint: keep(row.complaint, complaintFacts(fact.event)) }
      case 'promise':
        return { promise: keep(row.promise, promiseFacts(fact.event)) }
      case 'followUp':
        return { followUp: keep(row.followUp, visitFacts(fact.event)) }
      case 'customer':
        return { customer: keep(row.customer, customerFacts(fact.event)) }
      case 'dealings':
        return { dealings: keep(row.dealings, dealingsFacts(fact.event)) }
    }
  },
}
