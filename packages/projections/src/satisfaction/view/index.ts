/**
 * The satisfaction view: what customers say of us and what the desk did, by segment and by period, as known at any instant.
 *
 * @since 0.1.0
 */
export type { CustomerFact, Customers, WentOrCame } from '../../shared/customers.js'
export type { DeskEvents as Events } from '../../shared/desk-events.js'
export type { Kept } from '../../shared/kept.js'
export type { Calendar, Dates, Period } from '../../shared/period.js'
export { plainJson as json } from '../../shared/table.js'
export type { AnswerFigures, ItemGaps } from './answer-figures.js'
export type { AnswerTrends } from './answer-trends.js'
export type { Case, OpenSpan } from './cases.js'
export type { Change } from './change.js'
export { charged, type ChargeRule, type Held, holderAt, timesHeld } from './charge.js'
export type { ComplaintFact, Ran } from './complaint-facts.js'
export type { DealingsFact } from './dealings-facts.js'
export {
  type Closings,
  type DeskFigures,
  type FirstContactResolution,
  type Frequency,
  type Miss,
  placedBy,
} from './desk-figures.js'
export type { Handled, Holding, HandOver } from './handled.js'
export type { Judged } from './judged.js'
export type { Matter } from './matter.js'
export type {
  AnswerGiven,
  FirstContact,
  Observation,
  Observed,
  Pair,
  Placed,
  VerdictGiven,
} from './observation.js'
export { type Observations, observe } from './observe.js'
export type { PromiseFact } from './promise-facts.js'
export { read, type SegmentFigures, type View } from './read.js'
export { record, type Row } from './record.js'
export { rows } from './rows.js'
export type { Segmentation } from './segment.js'
export type { CsatSeries, Standing, SurveyFigures } from './survey-figures.js'
export type { Scores, SurveyFact } from './survey-facts.js'
export { checkTerms, type Cumulative, type InvalidTerm, type Terms } from './terms.js'
export type { Trends } from './trends.js'
export type { VisitFact } from './visit-facts.js'
