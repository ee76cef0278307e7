/**
 * What a host says about surveys.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { checkRules, type SurveyRules } from '../../survey/rules.js'
import { data } from '../../shared/message.js'
import type { Section } from './section.js'

/** As `SurveyRules`. */
export const SurveySettings = data(
  { answerWithin: t.number, correctWithin: t.number },
  { lateBy: t.number },
  'SurveySettings',
)
export type SurveySettings = t.OutputOf<typeof SurveySettings>

export const surveySection: Section<t.TypeOf<typeof SurveySettings>, SurveyRules> = {
  codec: SurveySettings,
  calendars: () => [],
  rules: (settings) => settings,
  check: checkRules,
}
