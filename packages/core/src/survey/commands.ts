/**
 * What may be asked of a survey. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { message } from '../shared/message.js'
import * as f from './fields.js'

export const SurveyCommand = t.union(
  [
    // Without `expiresAt` it may be answered as long as the rules say.
    message('IssueSurvey', f.issue, { ...f.issueMore, ...f.expiry }),
    message('SuppressSurvey', f.suppression),
    message('OpenSurvey', {}),
    message('AnswerSurvey', { ...f.answers, ...f.confirmed }),
    // All that he answers now, in place of all that he answered before.
    message('CorrectAnswer', { ...f.answers, ...f.confirmed }),
    message('DeclineSurvey', {}, f.why),
    message('ExpireSurvey', {}),
  ],
  'SurveyCommand',
)
export type SurveyCommand = t.TypeOf<typeof SurveyCommand>

/** What one kind of command carries. */
export type Asked<T extends SurveyCommand['type']> = Extract<SurveyCommand, { type: T }>['data']
