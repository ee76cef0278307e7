/**
 * What decisions about a customer's dealings ask, and what he is by them. What else people look at is a view's business.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import { type KeyMap, noEntries, valueOf } from '../shared/key-map.js'
import { type KeySet, noKeys } from '../shared/key-set.js'
import type { Ownership } from './lists.js'
import type { OrderId, Price, Strength } from './values.js'

/** An order on record: as it was bought, and what has come back of it. */
export interface Order {
  readonly at: Instant
  readonly amount: Price
  /** Of the amount, after all that was given back of it in part. */
  readonly left: number
  /** When a part came back, the latest of such instants. */
  readonly partReturnedAt?: Instant
  /** When all of it came back. */
  readonly returnedAt?: Instant
}

/** What a customer said last of his intent to buy. */
export interface Intent {
  readonly at: Instant
  readonly strength: Strength
}

/** Dealings have no beginning of their own: whatever is put on record first begins them, and nothing ends them. */
export interface DealingsState {
  /** The latest instant on record; absent while there is nothing. */
  readonly latest?: Instant
  /** By the order's number. */
  readonly orders: KeyMap<Order>
  /** The ids of all else that was put on record, each as `list/id`. */
  readonly entries: KeySet
  /** How many orders were not returned in full, and how many things were handed over for use without one. */
  readonly owned: number
  readonly intent?: Intent
}

/** Before anything is on record. */
export const initial: DealingsState = { orders: noEntries, entries: noKeys, owned: 0 }

/** The order of that number, where it is on record. */
export const orderOf = ({ orders }: DealingsState, orderId: OrderId): Order | undefined =>
  valueOf(orders, orderId)

/** What is left of an order's amount: nothing of one that came back whole. */
export const leftOf = ({ amount: { currency }, left, returnedAt }: Order): Price => ({
  amount: returnedAt === undefined ? left : 0,
  currency,
})

/**
 * An owner has bought something that he did not return in full, or uses something that was handed over to him without
 * an order. Whoever owns nothing is intending where the strength he stated last is at least `intendingFrom`
 * (default: 5, the first beyond undecided), and else potential.
 */
export const ownership = (
  { owned, intent }: DealingsState,
  intendingFrom: Strength = 5,
): Ownership => {
  if (owned > 0) return 'owner'
  return intent !== undefined && intent.strength >= intendingFrom ? 'intending' : 'potential'
}
