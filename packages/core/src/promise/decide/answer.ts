/**
 * What a promise's decisions are made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import type { PromiseEvent } from '../events.js'
import type { Informed } from '../fields.js'
import type { PromiseRejection } from '../rejections.js'
import type { PromiseFile } from '../state.js'

export type PromiseDecision = Decision<PromiseRejection, PromiseEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = PromiseRejection | undefined

export const dueNotInFuture = ({ dueAt, at }: Record<'dueAt' | 'at', Instant>): Objection =>
  dueAt <= at ? { _tag: 'DueNotInFuture', dueAt } : undefined

/** A customer can be told of nothing before it was promised, and was not told what is yet to be said. */
export const toldOutOfTime = (
  { began }: PromiseFile,
  informed: Informed,
  at: Instant,
): Objection => {
  if (informed.at < began) return { _tag: 'BeforeItBegan', began }
  return informed.at > at ? { _tag: 'NotYetInformed', informedAt: informed.at } : undefined
}
