/**
 * Compensation in one complaint: that it was put on the table, and that it was paid.
 *
 * @since 0.1.0
 */
import type { ComplaintEvent, FactsOf } from '../complaint/events.js'
import type { CustomerId } from '../shared/ids.js'
import { after, type Instant } from '../shared/instant.js'
import type { JsonObject } from '../store/json.js'

/** A complaint in which compensation was claimed; instants are epoch milliseconds. */
export interface Claim extends JsonObject {
  readonly customer: CustomerId
  /** When it was first put on the table, or given at once. */
  readonly claimedAt: number
  /** When it was paid last. */
  readonly paidAt: number | null
  /** The options by which it would be paid, as long as one of them may be accepted; or that one was. */
  readonly pending: ReadonlyArray<string> | 'accepted'
}

const compensations = ({ options }: FactsOf<'RemediesProposed'>): ReadonlyArray<string> =>
  options.flatMap(({ optionId, remedy }) => (remedy === 'compensation' ? [optionId] : []))

/** Whether this alone makes a claim of a complaint that was none. */
export const isClaim = (event: ComplaintEvent): boolean =>
  (event.type === 'RemediesProposed' && compensations(event.data).length > 0) ||
  (event.type === 'ResolvedAtOnce' && event.data.option.remedy === 'compensation')

/** What a claim is before anything is known of it. */
export const newClaim = (customer: CustomerId, { data: { at } }: ComplaintEvent): Claim => ({
  customer,
  claimedAt: at,
  paidAt: null,
  pending: [],
})

const paid = (claim: Claim, at: number): Claim => ({
  ...claim,
  paidAt: Math.max(claim.paidAt ?? at, at),
  pending: [],
})

/** The claim after this; the same one, where it is about something else. */
export const afterEvent = (claim: Claim, event: ComplaintEvent): Claim => {
  switch (event.type) {
    case 'RemediesProposed': {
      const pending = compensations(event.data)
      const claimedAt = Math.min(claim.claimedAt, event.data.at)
      return pending.length > 0 ? { ...claim, claimedAt, pending } : { ...claim, pending }
    }
    case 'ResolvedAtOnce':
      return isClaim(event) ? paid(claim, event.data.at) : { ...claim, pending: [] }
    case 'RemedyAccepted': {
      const { pending } = claim
      const { optionId } = event.data
      const compensates = pending !== 'accepted' && pending.includes(optionId)
      return { ...claim, pending: compensates ? 'accepted' : [] }
    }
    case 'RemedyCarriedOut':
      return claim.pending === 'accepted' ? paid(claim, event.data.at) : { ...claim, pending: [] }
    case 'ComplaintMoved':
      return { ...claim, customer: event.data.customer }
    case 'RemediesRejected':
    case 'RemediesDeclined':
    case 'ComplaintClosed':
    case 'ComplaintWithdrawn':
    case 'ComplaintMerged':
    case 'ComplaintReferred':
      return { ...claim, pending: [] }
    default:
      return claim
  }
}

/** Whether nothing of it lies within so many milliseconds until `now`, and nothing more is to come of it. */
export const isForgettable = (
  { claimedAt, paidAt, pending }: Claim,
  within: number,
  now: Instant,
): boolean => pending.length === 0 && Math.max(claimedAt, paidAt ?? claimedAt) < after(now, -within)
