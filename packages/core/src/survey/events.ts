/**
 * What is on record of a survey: the stored format. Add events and optional fields; never rename one.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const SurveyEvent = t.union(
  [
    message('SurveyIssued', { ...f.issue, ...f.expiry }, f.issueMore),
    // It was due and is not sent: the stream's one event, so that a reply rate can say who was never asked.
    message('SurveySuppressed', f.suppression),
    message('SurveyOpened', {}),
    message('SurveyAnswered', { ...f.answers, ...f.correctable }),
    message('AnswerCorrected', f.answers),
    message('SurveyDeclined', {}, f.why),
    message('SurveyExpired', f.expiry),
  ],
  'SurveyEvent',
)
export type SurveyEvent = t.TypeOf<typeof SurveyEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends SurveyEvent['type']> = Extract<SurveyEvent, { type: T }>['data']
