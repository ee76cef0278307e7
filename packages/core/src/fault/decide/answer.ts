/**
 * What a fault's decisions are made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
import type { FaultEvent } from '../events.js'
import type { FaultStep } from '../lists.js'
import type { FaultRejection } from '../rejections.js'
import { type FaultFile, hasReached, stepOf } from '../state.js'

export type FaultDecision = Decision<FaultRejection, FaultEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = FaultRejection | undefined

/** What comes after a step comes after it. */
export const afterStep = (file: FaultFile, step: FaultStep): Objection =>
  hasReached(file, step)
    ? undefined
    : { _tag: 'StepOutOfOrder', step: stepOf(file), expected: [step] }
