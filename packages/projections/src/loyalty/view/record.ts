/**
 * What the loyalty view keeps: one row a stream of dealings, surveys and customers. The rows are joined when they are read, so
 * that no order of streams changes a figure, and a merge that is undone leaves no trace.
 *
 * @since 0.1.0
 */
import { customer, dealings, survey } from '@troth/core'

import { type CustomerFact, customerFacts, customerTypes } from '../../shared/customers.js'
import { keep, type Kept } from '../../shared/kept.js'
import { keyOfStream } from '../../shared/projection.js'
import type { WideProjection } from '../../shared/wide-projection.js'
import {
  type DealingsFact,
  dealingsFacts,
  dealingsTypes,
  type SurveyFact,
  surveyFacts,
  surveyTypes,
} from './facts.js'

/** One stream's facts, under the kind of stream it is. */
export interface Row {
  readonly dealings?: Kept<DealingsFact>
  readonly survey?: Kept<SurveyFact>
  readonly customer?: Kept<CustomerFact>
}

/** The events that the view reads, by the category of their streams. */
export interface Events {
  readonly dealings: dealings.DealingsEvent
  readonly survey: survey.SurveyEvent
  readonly customer: customer.CustomerEvent
}

/** The view's projection: rows by stream (its whole name). `read` makes figures of them. */
export const record: WideProjection<Events, Row> = {
  name: 'loyalty',
  events: {
    dealings: dealings.DealingsEvent,
    survey: survey.SurveyEvent,
    customer: customer.CustomerEvent,
  },
  types: [...dealingsTypes, ...surveyTypes, ...customerTypes],
  key: ({ stream }) => stream,
  concerns: ({ stream }) => keyOfStream(stream),
  initial: {},
  // A stream is of one kind, and so is its row.
  apply: (row, fact) => {
    switch (fact.category) {
      case 'dealings':
        return { dealings: keep(row.dealings, dealingsFacts(fact.event)) }
      case 'survey':
        return { survey: keep(row.survey, surveyFacts(fact.event)) }
      case 'customer':
        return { customer: keep(row.customer, customerFacts(fact.event)) }
    }
  },
}
