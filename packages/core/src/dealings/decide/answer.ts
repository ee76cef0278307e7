/**
 * What the decisions about dealings are made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
import type { DealingsEvent } from '../events.js'
import type { DealingsRejection } from '../rejections.js'

export type DealingsDecision = Decision<DealingsRejection, DealingsEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = DealingsRejection | undefined
