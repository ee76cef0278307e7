/**
 * Recency, frequency and monetary value of each customer.
 *
 * @since 0.1.0
 */
import { type Instant, localDate, type TimeZone } from '@troth/core'

import type { Customer } from './nested.js'

/** One purchase and what it was worth, in one currency's units. */
export interface ValuedPurchase {
  readonly customerId: string
  readonly at: Instant
  readonly amount: number
}

/**
 * Each customer who bought up to and including `until`, in the order in which they are first met: days since the date of
 * his last purchase, on the wall of `zone`; purchases, each by itself; and what they were worth together.
 *
 * Hughes (2005), "Strategic Database Marketing", on RFM.
 */
export const behaviours = (
  purchases: ReadonlyArray<ValuedPurchase>,
  until: Instant,
  zone: TimeZone,
): ReadonlyArray<Customer> => {
  const today = localDate(zone, until)
  const customers = new Map<string, Customer>()
  for (const { customerId, at, amount } of purchases) {
    if (at > until) continue
    const known = customers.get(customerId)
    customers.set(customerId, {
      customerId,
      recency: Math.min(known?.recency ?? Infinity, today - localDate(zone, at)),
      frequency: (known?.frequency ?? 0) + 1,
      monetary: (known?.monetary ?? 0) + amount,
    })
  }
  return [...customers.values()]
}
