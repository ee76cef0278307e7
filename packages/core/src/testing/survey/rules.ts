/**
 * Rules for trying things out, in which every limit and refusal of a survey can be met within a few days.
 *
 * @since 0.1.0
 */
import type { SurveyRules } from '../../survey/rules.js'
import { hour } from '../pools.js'

/** A survey may be answered for two hours, and the answer corrected for as long. */
export const surveyRules: SurveyRules = { answerWithin: 2 * hour, correctWithin: 2 * hour }
