/**
 * A survey: one questionnaire sent to one customer, about one thing that was done for him or about all of it.
 * Life: issued, or suppressed and never sent; opened, answered and corrected for a while; or declined, or expired.
 *
 * Its events are in `events.ts`, what may be asked in `commands.ts`, what may be answered in `answers.ts`, why not in
 * `rejections.ts`; how its state follows from the events in `evolve.ts`, and its decisions under `decide/`.
 *
 * @since 0.1.0
 */
import type { Decider } from '../shared/decider.js'
import type { SurveyCommand } from './commands.js'
import { decide } from './decide.js'
import { SurveyEvent } from './events.js'
import { evolve } from './evolve.js'
import type { SurveyRejection } from './rejections.js'
import type { SurveyRules } from './rules.js'
import { initial, type SurveyState } from './state.js'

export type SurveyDecider = Decider<SurveyCommand, SurveyState, SurveyEvent, SurveyRejection>

export const survey = (rules: SurveyRules): SurveyDecider => ({
  category: 'survey',
  event: SurveyEvent,
  initial,
  evolve,
  foldVersion: 1,
  decide: decide(rules),
})
