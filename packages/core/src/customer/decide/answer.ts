/**
 * What every part of a customer's decisions is made of.
 *
 * @since 0.1.0
 */
import { type Decision, emit, nothing, reject } from '../../shared/decider.js'
import { hasKey } from '../../shared/key-set.js'
import type { CustomerEvent } from '../events.js'
import type { CustomerRejection } from '../rejections.js'
import type { Trace } from '../state.js'

export type CustomerDecision = Decision<CustomerRejection, CustomerEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = CustomerRejection | undefined

/** The first objection, or else the fact. */
export const unless = (
  objections: ReadonlyArray<Objection>,
  event: CustomerEvent,
): CustomerDecision => {
  const objection = objections.find((o) => o !== undefined)
  return objection ? reject(objection) : emit(event)
}

export const isKnown = ({ entries }: Trace, list: string, id: string): boolean =>
  hasKey(entries, `${list}/${id}`)

/** What is in the list already is not put there again. */
export const once = (
  trace: Trace,
  list: string,
  id: string,
  otherwise: () => CustomerDecision,
): CustomerDecision => (isKnown(trace, list, id) ? nothing : otherwise())
