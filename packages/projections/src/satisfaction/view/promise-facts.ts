/**
 * What the satisfaction view keeps of a promise: to whom, by when, and what became of it.
 *
 * @since 0.1.0
 */
import type { ActorId, CustomerId, Instant, promise } from '@troth/core'

export type PromiseFact = { readonly at: Instant } & (
  | {
      readonly is: 'made'
      readonly customer: CustomerId
      readonly by: ActorId
      readonly dueAt: Instant
      readonly source: promise.Source
    }
  | { readonly is: 'moved'; readonly dueAt: Instant }
  | { readonly is: 'settled'; readonly how: promise.Settlement }
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
      return [{ is: 'made', at, customer, by: by.id, dueAt, source }]
    }
    case 'PromiseRenegotiated':
      return [{ is: 'moved', at, dueAt: data.dueAt }]
    case 'PromiseKept':
    case 'PromiseBroken':
    case 'PromiseWithdrawn':
    case 'TemporaryAgreementDeclined':
    case 'TemporaryAgreementLapsed':
      return [{ is: 'settled', at, how: type }]
    default:
      return []
  }
}
