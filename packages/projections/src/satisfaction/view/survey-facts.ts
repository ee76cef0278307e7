/**
 * What the satisfaction view keeps of a survey: who was asked about what, and what he answered, not in whose words.
 *
 * @since 0.1.0
 */
import type { ActorId, customer, CustomerId, Instant, survey } from '@troth/core'

import { matterOfSurvey, type Matter } from './matter.js'

/** What was answered, without the comment. */
export type Scores = Omit<survey.Answers, 'comment'>

export type SurveyFact = { readonly at: Instant } & (
  | ({
      readonly is: 'issued'
      readonly customer: CustomerId
      /** Of a single transaction, unless it says otherwise. */
      readonly mode?: 'cumulative'
      readonly channel: customer.Channel
      readonly answeredFor: ReadonlyArray<ActorId>
    } & Matter)
  | ({ readonly is: 'suppressed'; readonly customer: CustomerId } & Matter)
  | { readonly is: 'answered' | 'corrected'; readonly scores: Scores }
)

/** The types of event of which something is kept. */
export const surveyTypes: ReadonlyArray<survey.SurveyEvent['type']> = [
  'SurveyIssued',
  'SurveySuppressed',
  'SurveyAnswered',
  'AnswerCorrected',
]

const scoresOf = ({ comment, ...scores }: survey.Answers): Scores => scores

/** What is kept of one event. */
export const surveyFacts = ({ type, data }: survey.SurveyEvent): ReadonlyArray<SurveyFact> => {
  const { at } = data
  switch (type) {
    case 'SurveyIssued': {
      const { customer, about, mode, channel, answeredFor } = data
      const by = answeredFor.map(({ id }) => id)
      return [
        {
          is: 'issued',
          at,
          customer,
          ...matterOfSurvey(about),
          ...(mode === 'cumulative' && { mode }),
          channel,
          answeredFor: by,
        },
      ]
    }
    case 'SurveySuppressed':
      return [{ is: 'suppressed', at, customer: data.customer, ...matterOfSurvey(data.about) }]
    case 'SurveyAnswered':
      return [{ is: 'answered', at, scores: scoresOf(data.answers) }]
    case 'AnswerCorrected':
      return [{ is: 'corrected', at, scores: scoresOf(data.answers) }]
    default:
      return []
  }
}
