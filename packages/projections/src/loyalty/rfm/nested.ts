/**
 * RFM by equal cells: customers sorted by recency, within each cell by frequency, within each of those by value.
 *
 * @since 0.1.0
 */
import type { Behaviour } from './thresholds.js'

export interface Customer extends Behaviour {
  readonly customerId: string
}

export interface Scored extends Customer {
  /** Three figures from 1 to 5, recency first, 5 best. */
  readonly score: string
}

type Order = (a: Customer, b: Customer) => number

const byId: Order = (a, b) =>
  a.customerId < b.customerId ? -1 : a.customerId > b.customerId ? 1 : 0
const byRecency: Order = (a, b) => a.recency - b.recency
const byFrequency: Order = (a, b) => b.frequency - a.frequency
const byValue: Order = (a, b) => b.monetary - a.monetary

/** Who is alike in the one comes by the others, and last by his id: the order in which customers came decides nothing. */
const inOrder =
  (...orders: ReadonlyArray<Order>): Order =>
  (a, b) =>
    orders.reduce((found, order) => (found === 0 ? order(a, b) : found), 0)

interface Cell {
  readonly score: string
  readonly customers: ReadonlyArray<Customer>
}

/** Five cells, the best first, that differ by one customer at most. */
const split =
  (order: Order) =>
  ({ score, customers }: Cell): ReadonlyArray<Cell> => {
    const sorted = [...customers].sort(order)
    const cutAt = (i: number): number => Math.ceil((i * sorted.length) / 5)
    return [0, 1, 2, 3, 4].map((i) => ({
      score: `${score}${5 - i}`,
      customers: sorted.slice(cutAt(i), cutAt(i + 1)),
    }))
  }

/**
 * Every customer with his score, the best first. Cells are equal: of those who are alike in a figure, some may be in
 * the next cell. With less than five customers in a cell, the best scores are given first.
 *
 * Hughes (2005), "Strategic Database Marketing", on RFM by exact quintiles.
 */
export const nested = (customers: ReadonlyArray<Customer>): ReadonlyArray<Scored> =>
  [{ score: '', customers }]
    .flatMap(split(inOrder(byRecency, byFrequency, byValue, byId)))
    .flatMap(split(inOrder(byFrequency, byValue, byRecency, byId)))
    .flatMap(split(inOrder(byValue, byFrequency, byRecency, byId)))
    .flatMap((cell) => cell.customers.map((customer) => ({ ...customer, score: cell.score })))
