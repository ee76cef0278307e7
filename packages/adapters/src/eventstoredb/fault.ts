/**
 * What went wrong with a call, told from the client's error by its `type` and gRPC `code`, never by its class.
 *
 * @since 0.1.0
 */
import type { ExpectedRevision, StoreError } from '@troth/core/store'

import { conflict, invalid, streamDeleted, unavailable } from '../shared/store-errors.js'
import { isMisfit, isUnreached, sentence } from './sentence.js'

export type Fault =
  | { readonly _tag: 'Conflict'; readonly last: bigint }
  | { readonly _tag: 'Absent' }
  | { readonly _tag: 'Deleted' }
  | { readonly _tag: 'Denied'; readonly reason: string }
  | { readonly _tag: 'TooLarge'; readonly limit: number }
  | { readonly _tag: 'Refused'; readonly field: string; readonly reason: string }
  /** Nothing was done. `isLost`: this client will never do it. */
  | { readonly _tag: 'Away'; readonly reason: string; readonly isLost: boolean }
  /** Nobody knows whether it was done. */
  | { readonly _tag: 'Unsure'; readonly reason: string; readonly isLost: boolean }
  /** Likewise; the server's own fault, and worth one more try. */
  | { readonly _tag: 'Internal'; readonly reason: string }

export const away = (reason: string): Fault => ({ _tag: 'Away', reason, isLost: false })

/** A client that gave no answer has a call that never ends, and the next one would wait behind it. */
export const silent = (ms: number): Fault => ({
  _tag: 'Unsure',
  reason: `no answer within ${ms} ms`,
  isLost: true,
})

const property = (u: unknown, name: string): unknown =>
  typeof u === 'object' && u !== null ? (u as Record<string, unknown>)[name] : undefined

/** The client keeps a discovery that failed, and answers with it for ever. */
export const isDiscovery = (reason: string): boolean => reason.includes('Failed to discover')

const lastOf = (actual: unknown): bigint => (typeof actual === 'bigint' ? actual : -1n)

const unsure = (reason: string): Fault => ({ _tag: 'Unsure', reason, isLost: false })

const byType = (type: unknown, error: unknown): Fault | undefined => {
  const reason = sentence(error)
  switch (type) {
    case 'wrong-expected-version':
      // The older client's name for it, and the newer one's.
      return {
        _tag: 'Conflict',
        last: lastOf(property(error, 'actualVersion') ?? property(error, 'actualState')),
      }
    case 'stream-not-found':
    case 'no-stream':
    case 'persistent-subscription-does-not-exist':
      return { _tag: 'Absent' }
    case 'stream-deleted':
      return { _tag: 'Deleted' }
    case 'access-denied':
      return { _tag: 'Denied', reason }
    case 'maximum-append-size-exceeded':
      return { _tag: 'TooLarge', limit: Number(property(error, 'maxAppendSize')) }
    case 'invalid-argument':
    case 'unsupported':
    case 'missing-required-metadata-property':
      return { _tag: 'Refused', field: 'call', reason }
    case 'not-leader':
      return away(reason)
    case 'unavailable':
    case 'cancelled':
    case 'persistent-subscription-dropped':
    case 'deadline-exceeded':
    case 'timeout':
      return unsure(reason)
    default:
      return undefined
  }
}

const byCode = (code: unknown, reason: string): Fault => {
  switch (code) {
    case 5:
      return { _tag: 'Absent' }
    case 3:
      return { _tag: 'Refused', field: 'call', reason }
    case 7:
    case 16:
      return { _tag: 'Denied', reason }
    case 13:
      return { _tag: 'Internal', reason }
    // Without a type it comes from the question for the server's features, before the call itself.
    case 14:
      return away(reason)
    default:
      return isDiscovery(reason) ? { _tag: 'Away', reason, isLost: true } : unsure(reason)
  }
}

export const faultOf = (error: unknown): Fault => {
  const reason = sentence(error)
  if (reason.includes('Could not recognize BadRequest'))
    return { _tag: 'Refused', field: 'call', reason }
  return byType(property(error, 'type'), error) ?? byCode(property(error, 'code'), reason)
}

/**
 * The same for a server that never answered yet: what the address and the server do not agree on is no outage, and no
 * waiting mends it.
 */
export const misfitOf = (fault: Fault): Fault =>
  isPassing(fault) && 'reason' in fault && isMisfit(fault.reason)
    ? { _tag: 'Refused', field: 'connect', reason: fault.reason }
    : fault

/** The client tells no more than what kind of an error it is. */
export const isWordless = (fault: Fault): boolean =>
  'reason' in fault && /^(.*\()?\w+Error\)?$/.test(fault.reason)

/** Nobody listens at the address, or it is no address. */
export const isNobody = (fault: Fault): boolean =>
  isPassing(fault) && 'reason' in fault && isUnreached(fault.reason)

/** Whether the same call may well succeed a little later. */
export const isPassing = ({ _tag }: Fault): boolean =>
  _tag === 'Away' || _tag === 'Unsure' || _tag === 'Internal'

/** As the error of a call that changes nothing: whatever is unsure was not done. */
export const readError = (fault: Fault, stream: string): StoreError => {
  switch (fault._tag) {
    case 'Deleted':
      return streamDeleted(stream)
    case 'Denied':
      return { _tag: 'AccessDenied', reason: fault.reason }
    case 'Refused':
      return invalid(fault.field, fault.reason)
    case 'Away':
    case 'Unsure':
    case 'Internal':
      return unavailable(fault.reason)
    case 'Absent':
    case 'Conflict':
    case 'TooLarge':
      return unavailable(`an answer that no read has: ${fault._tag}`)
  }
}

/** As the error of a call that writes. `size` in bytes. */
export const writeError = (
  fault: Fault,
  stream: string,
  expected: ExpectedRevision,
  size: number,
): StoreError => {
  switch (fault._tag) {
    case 'Conflict':
      return conflict(expected, fault.last)
    case 'Absent':
      return conflict(expected, -1n)
    case 'TooLarge':
      return { _tag: 'TooLarge', limit: fault.limit, size }
    case 'Unsure':
    case 'Internal':
      return { _tag: 'OutcomeUnknown', reason: fault.reason }
    case 'Deleted':
    case 'Denied':
    case 'Refused':
    case 'Away':
      return readError(fault, stream)
  }
}
