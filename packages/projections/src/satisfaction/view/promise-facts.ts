/**
 * What the satisfaction view keeps of a promise: to whom, by when, and what became of it.
 *
 * @since 0.1.0
 */
import type { ActorId, CustomerId, Instant, promise } from '@troth/core'

import { matterOfPromise, type Matter } from './matter.js'

export type PromiseFact = { readonly at: Instant } & (
  | ({
      readonly is: 'made'
      readonly customer: CustomerId
      readonly by: ActorId
      readonly dueAt: Instant
    } & Matter)
  | { readonly is: 'moved'; readonly dueAt: Instant }
  /** `ended`: withdrawn, or an agreement that never became binding. */
  | { readonly is: 'kept' | 'broken' | 'ended' }
)

/** The types of event of which something is kept. */
export const promiseTypes: ReadonlyArray<promise.PromiseEvent['type']> = [
  'PromiseMade',
  'TemporaryAgreementMade',
  'TemporaryAgreementDeclined',
  'TemporaryAgreementLapsed',
  'PromiseRenegotiated',
  'PromiseKept',
  'PromiseBroken',
  'PromiseWithdrawn',
]

/** What is kept of one event. */
export const promiseFacts = ({ type, data }: promise.PromiseEvent): ReadonlyArray<PromiseFact> => {
  const { at, by } = data
  switch (type) {
    case 'PromiseMade':
    case 'TemporaryAgreementMade': {
      const { customer, dueAt, source } = data
      return [{ is: 'made', at, customer, by: by.id, dueAt, ...matterOfPromise(source) }]
    }
    case 'PromiseRenegotiated':
      return [{ is: 'moved', at, dueAt: data.dueAt }]
    case 'PromiseKept':
      return [{ is: 'kept', at }]
    case 'PromiseBroken':
      return [{ is: 'broken', at }]
    case 'PromiseWithdrawn':
    case 'TemporaryAgreementDeclined':
    case 'TemporaryAgreementLapsed':
      return [{ is: 'ended', at }]
    default:
      return []
  }
}
