/**
 * What a customer has bought in a while, under all the names he is on record by.
 *
 * @since 0.1.0
 */
import type { Instant } from '../shared/instant.js'
import { entriesOf } from '../shared/key-map.js'
import type { Currency } from '../shared/money.js'
import { type DealingsState, leftOf, type Order } from './state.js'

/** The orders bought from `from` to `until`, both included. The same number twice is the same order, as found first. */
export const ordersBetween = (
  states: ReadonlyArray<DealingsState>,
  from: Instant,
  until: Instant,
): ReadonlyArray<Order> => {
  const byNumber = new Map<string, Order>()
  for (const { orders } of states)
    for (const [orderId, order] of entriesOf(orders))
      if (!byNumber.has(orderId)) byNumber.set(orderId, order)
  return [...byNumber.values()].filter(({ at }) => at >= from && at <= until)
}

/** What is left of their amounts, after all that came back of them: minor units, by currency. */
export const turnoverOf = (orders: ReadonlyArray<Order>): ReadonlyMap<Currency, number> => {
  const turnover = new Map<Currency, number>()
  for (const order of orders) {
    const { amount, currency } = leftOf(order)
    turnover.set(currency, (turnover.get(currency) ?? 0) + amount)
  }
  return turnover
}
