/**
 * What a survey's decisions are made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
import type { SurveyEvent } from '../events.js'
import type { SurveyRejection } from '../rejections.js'

export type SurveyDecision = Decision<SurveyRejection, SurveyEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = SurveyRejection | undefined
