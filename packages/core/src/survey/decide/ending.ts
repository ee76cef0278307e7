/**
 * How a survey comes to nothing: declined by the customer, or expired.
 *
 * @since 0.1.0
 */
import { nothing, reject, unless } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import type { Asked } from '../commands.js'
import type { Unanswered } from '../state.js'
import type { Objection, SurveyDecision } from './answer.js'

/** Whether it was over by then: what came before that is welcome, however late it is written down. */
export const over = (state: Unanswered, at: Instant): Objection => {
  if (state._tag === 'Declined' && at >= state.at)
    return { _tag: 'AlreadyDeclined', declinedAt: state.at }
  const { expiresAt } = state.file.terms
  return at > expiresAt ? { _tag: 'ExpiryPassed', expiresAt } : undefined
}

/** That he looked at it is worth knowing, once. */
export const open = (state: Unanswered, asked: Asked<'OpenSurvey'>): SurveyDecision =>
  state.file.opened
    ? nothing
    : unless([over(state, asked.at)], { type: 'SurveyOpened', data: asked })

export const decline = (state: Unanswered, asked: Asked<'DeclineSurvey'>): SurveyDecision =>
  state._tag === 'Declined'
    ? nothing
    : unless([over(state, asked.at)], { type: 'SurveyDeclined', data: asked })

/** For the tick: nobody answered in time. */
export const expire = (state: Unanswered, asked: Asked<'ExpireSurvey'>): SurveyDecision => {
  const { expiresAt } = state.file.terms
  switch (state._tag) {
    case 'Expired':
      return nothing
    case 'Declined':
      return reject({ _tag: 'AlreadyDeclined', declinedAt: state.at })
    case 'Awaited':
      return unless([asked.at < expiresAt ? { _tag: 'ExpiryNotReached', expiresAt } : undefined], {
        type: 'SurveyExpired',
        data: { ...asked, expiresAt },
      })
  }
}
