/**
 * A customer answers, once, and may correct himself for a while.
 *
 * @since 0.1.0
 */
import { asOf } from '../../shared/dated.js'
import { nothing, reject, unless } from '../../shared/decider.js'
import { after } from '../../shared/instant.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { SurveyRules } from '../rules.js'
import type { Answered, SurveyFile, Unanswered } from '../state.js'
import type { Objection, SurveyDecision } from './answer.js'
import { over } from './ending.js'

type Answering = Asked<'AnswerSurvey'>

/** Opening a link is no answer. */
const notConfirmed = ({ confirmed }: Answering): Objection =>
  confirmed ? undefined : { _tag: 'NotConfirmed' }

/** Known by his id, whatever part he takes this time. */
const byHandler = ({ terms }: SurveyFile, { by }: Answering): Objection =>
  terms.answeredFor.some(({ id }) => id === by.id)
    ? { _tag: 'AnsweredByHandler', handler: by.id }
    : undefined

/** The two editions are scored differently: items of the one can not stand for items of the other. */
const otherEdition = ({ terms }: SurveyFile, { answers }: Answering): Objection => {
  const asked = terms.servqual
  const answered = answers.servqual?.edition
  return asked === undefined || answered === undefined || asked === answered
    ? undefined
    : { _tag: 'OtherEdition', asked, answered }
}

/** What speaks against any answer, whenever it is given. */
const noAnswer = (file: SurveyFile, asked: Answering): ReadonlyArray<Objection> => [
  notConfirmed(asked),
  byHandler(file, asked),
  otherEdition(file, asked),
]

export const answer = (
  state: Unanswered,
  asked: Answering,
  { correctWithin }: SurveyRules,
): SurveyDecision => {
  const { confirmed, ...facts } = asked
  return unless([over(state, asked.at), ...noAnswer(state.file, asked)], {
    type: 'SurveyAnswered',
    data: { ...facts, correctableUntil: after(asked.at, correctWithin) },
  })
}

/** Any answer on record that says the same, corrected since or not. */
export const answerAgain = ({ answers, answeredAt }: Answered, asked: Answering): SurveyDecision =>
  answers.some(({ value }) => same(value, asked.answers))
    ? nothing
    : reject({ _tag: 'AlreadyAnswered', answeredAt })

/** The window is the one of the day he answered: a later change of the rules does not touch it. */
export const correct = (state: Answered, asked: Asked<'CorrectAnswer'>): SurveyDecision => {
  const { answers, answeredAt, correctableUntil } = state
  const { confirmed, ...facts } = asked
  if (same(asOf(answers, asked.at), asked.answers)) return nothing
  return unless(
    [
      asked.at < answeredAt ? { _tag: 'BeforeTheAnswer', answeredAt } : undefined,
      asked.at > correctableUntil ? { _tag: 'CorrectionOver', correctableUntil } : undefined,
      ...noAnswer(state.file, asked),
    ],
    { type: 'AnswerCorrected', data: facts },
  )
}
