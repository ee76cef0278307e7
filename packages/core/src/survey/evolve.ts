/**
 * How a survey's state follows from what is on record. Total, and free of rules:
 * what is on record cannot be refused, only folded in.
 *
 * @since 0.1.0
 */
import { from } from '../shared/dated.js'
import type { SurveyEvent } from './events.js'
import type { Issued, SurveyState } from './state.js'

const begin = (state: SurveyState, { type, data }: SurveyEvent): SurveyState => {
  if (type === 'SurveyIssued') {
    const { at, by, ...terms } = data
    return { _tag: 'Awaited', file: { began: at, latest: at, terms, opened: false } }
  }
  if (type === 'SurveySuppressed') {
    const { customer, about, why } = data
    return { _tag: 'Suppressed', customer, about, why }
  }
  return state
}

/** An answer outweighs a no, and either outweighs that nothing had come: in whatever order they were written down. */
const goOn = (state: Issued, { type, data }: SurveyEvent): Issued => {
  const { file } = state
  switch (type) {
    case 'SurveyIssued':
    case 'SurveySuppressed':
      return state
    case 'SurveyOpened':
      return { ...state, file: { ...file, opened: true } }
    case 'SurveyAnswered': {
      if (state._tag === 'Answered') return state
      const { at, answers, correctableUntil } = data
      const first = from(undefined, at, answers)
      return { _tag: 'Answered', file, answeredAt: at, answers: first, correctableUntil }
    }
    case 'AnswerCorrected':
      return state._tag === 'Answered'
        ? { ...state, answers: from(state.answers, data.at, data.answers) }
        : state
    case 'SurveyDeclined':
      return state._tag === 'Awaited' || state._tag === 'Expired'
        ? { _tag: 'Declined', file, at: data.at }
        : state
    case 'SurveyExpired':
      return state._tag === 'Awaited' ? { _tag: 'Expired', file } : state
  }
}

export const evolve = (state: SurveyState, event: SurveyEvent): SurveyState => {
  if (state._tag === 'NotIssued') return begin(state, event)
  // Nothing was sent, so nothing can come of it.
  if (state._tag === 'Suppressed') return state
  const { at } = event.data
  const { file } = state
  return goOn(at > file.latest ? { ...state, file: { ...file, latest: at } } : state, event)
}
