/**
 * Why a fact was not put on record: states of affairs, with the facts a person needs.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import type { Currency } from '../shared/money.js'
import type { TooLongAgo } from '../shared/written-later.js'
import type { OrderId, Price } from './values.js'

/** What the order that was named is, or is not. */
export type OrderRejection =
  /** The same number stands for an order of another amount or currency: this one. */
  | {
      readonly _tag: 'AnotherPurchase'
      readonly orderId: OrderId
      readonly purchasedAt: Instant
      readonly amount: Price
    }
  | { readonly _tag: 'NoSuchPurchase'; readonly orderId: OrderId }

/** Why it can not have come back, or not that much of it. */
export type ReturnRejection =
  | {
      readonly _tag: 'NotYetPurchased'
      readonly orderId: OrderId
      readonly purchasedAt: Instant
    }
  | {
      readonly _tag: 'AlreadyReturned'
      readonly orderId: OrderId
      readonly returnedAt: Instant
    }
  /** Said of all of it, when a part came back after that instant. */
  | {
      readonly _tag: 'PartReturnedSince'
      readonly orderId: OrderId
      readonly partReturnedAt: Instant
    }
  | { readonly _tag: 'OtherCurrency'; readonly orderId: OrderId; readonly currency: Currency }
  | { readonly _tag: 'MoreThanLeft'; readonly orderId: OrderId; readonly left: Price }

/** Why not. A value to switch on; never thrown. */
export type DealingsRejection =
  | OrderRejection
  | ReturnRejection
  | { readonly _tag: 'WarrantyNotInFuture'; readonly warrantyUntil: Instant }
  | TooLongAgo
