/**
 * What may be warned of, each with the facts that a person needs to look into it.
 *
 * @since 0.1.0
 */
import type { ActorId, complaint, Currency, CustomerId, followUp, Instant } from '@troth/core'
import type { Option } from 'fp-ts/lib/Option.js'

import type { Share } from '../shared/share.js'

/** Whom it is about. */
export interface OfCustomer {
  readonly customer: CustomerId
}

/** Which complaint it is about, and in whose hands that is. */
export interface OfCase extends OfCustomer {
  readonly complaint: string
  readonly holder: complaint.Party
}

export type Warning =
  /** Compensation was asked in so many complaints lately. */
  | (OfCustomer & { readonly _tag: 'ManyClaims'; readonly claims: number; readonly within: number })
  /** `paid` complaints with compensation to `purchases`; as a share too, where they are no more than the purchases. */
  | (OfCustomer & {
      readonly _tag: 'HighClaimRatio'
      readonly paid: number
      readonly purchases: number
      readonly ratio: number
      readonly share: Option<Share>
      readonly within: number
    })
  /** What he was worth in the last twelve months and the twelve before, in minor units; `change` is -0.25 for a quarter less. */
  | (OfCustomer & {
      readonly _tag: 'FallInValue'
      readonly currency: Currency
      readonly before: number
      readonly last: number
      readonly change: number
    })
  /** Silence: a reply clock has run out. */
  | (OfCase & {
      readonly _tag: 'ReplyOverdue'
      readonly clock: complaint.ClockName
      readonly dueAt: Instant
    })
  /** Silence: nothing is decided. */
  | (OfCase & { readonly _tag: 'NoDecision'; readonly since: Instant })
  /** Silence: nothing but courtesies. */
  | (OfCase & {
      readonly _tag: 'CourtesiesOnly'
      readonly since: Instant
      readonly courtesies: ReadonlyArray<complaint.Courtesy>
    })
  /** Silence: a promise was broken. */
  | (OfCustomer & {
      readonly _tag: 'PromiseBroken'
      readonly promise: string
      readonly at: Instant
    })
  | (OfCustomer & {
      readonly _tag: 'PromiseUnexplained'
      readonly promise: string
      readonly giver: ActorId
      readonly dueAt: Instant
    })
  /** He had to call, or write, at least twice: when he first complained, and `chased` times since. */
  | (OfCase & { readonly _tag: 'CalledTwice'; readonly chased: number })
  /** He was to be visited or called. */
  | (OfCustomer & {
      readonly _tag: 'NotVisited'
      readonly followUp: string
      readonly visit: followUp.VisitKey
      readonly occasion: followUp.Occasion
      readonly dueAt: Instant
    })
  /** He was to be greeted. */
  | (OfCustomer & {
      readonly _tag: 'NotGreeted'
      readonly followUp: string
      readonly visit: followUp.VisitKey
      readonly occasion: followUp.Occasion
      readonly dueAt: Instant
    })
  /** Of all customers who have a manager, so many have this one; where there are tenants, of one tenant's. */
  | {
      readonly _tag: 'ManagerHoldsMany'
      readonly tenant?: string
      readonly manager: ActorId
      readonly customers: number
      readonly share: Option<Share>
    }
