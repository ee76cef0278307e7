/**
 * What every part of a customer's decisions is made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
import type { CustomerEvent } from '../events.js'
import type { CustomerRejection } from '../rejections.js'

export type CustomerDecision = Decision<CustomerRejection, CustomerEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = CustomerRejection | undefined
