/**
 * Where each thing belongs: whose it is, on which dates, about which product, by whom.
 *
 * @since 0.1.0
 */
import { type DayNumber, type Instant, localDate, type TimeZone } from '@troth/core'

import type { Customers } from '../../shared/customers.js'
import { type Kept, known } from '../../shared/kept.js'
import { keyLike } from '../../shared/merged.js'
import type { Sent, Withheld } from './answers.js'
import { type Case, tierAt } from './cases.js'
import { holderAt } from './charge.js'
import type { DealingsFact } from './dealings-facts.js'
import type { Holding } from './handled.js'
import type { Matter } from './matter.js'
import type { Placed } from './observation.js'
import type { DueVisit, SettledPromise } from './settled.js'

/** What is known of each thing's surroundings. */
export interface Place {
  readonly dayOf: (at: Instant) => DayNumber
  /** The case that stands for a complaint. */
  readonly caseAbout: (like: string, about: Matter) => Case | undefined
  readonly case: (of: Case) => (at: Instant, holder: Omit<Holding, 'from'> | undefined) => Placed
  readonly survey: (of: Sent | Withheld, at: Instant) => Placed
  readonly promise: (of: SettledPromise) => Placed
  readonly visit: (of: DueVisit) => Placed
}

/** By key of a customer's row, what is kept of his dealings. */
export type DealingsRecords = ReadonlyMap<string, Kept<DealingsFact>>

type Orders = ReadonlyMap<string, ReadonlyArray<string>>

/** What was in each order, by its number, of each customer whose it is by now. */
const ordersOf = (
  records: DealingsRecords,
  customers: Customers,
  knownAt: Instant,
): ReadonlyMap<string, Orders> => {
  const all = new Map<string, Map<string, ReadonlyArray<string>>>()
  const knownOf = known(knownAt)
  for (const key of [...records.keys()].sort()) {
    const survivor = customers.survivorOf(key)
    const his = all.get(survivor) ?? new Map<string, ReadonlyArray<string>>()
    for (const fact of knownOf(records.get(key)))
      if (fact.is === 'bought' && !his.has(fact.orderId))
        his.set(fact.orderId, [...new Set(fact.items)])
    if (his.size > 0) all.set(survivor, his)
  }
  return all
}

const nothing: ReadonlyArray<string> = []

const some = <A>(a: A | undefined): ReadonlyArray<A> => (a === undefined ? [] : [a])

/** Where things belong, as known at `knownAt`. */
export const placeAt = (
  zone: TimeZone,
  customers: Customers,
  cases: ReadonlyArray<Case>,
  dealings: DealingsRecords,
  knownAt: Instant,
): Place => {
  const orders = ordersOf(dealings, customers, knownAt)
  const byKey = new Map<string, Case>()
  for (const of of cases) for (const key of [of.key, ...of.absorbed]) byKey.set(key, of)
  const dayOf = (at: Instant): DayNumber => localDate(zone, at)
  const ordered = (customer: string, order: string): ReadonlyArray<string> =>
    orders.get(customer)?.get(order) ?? nothing
  const productsOf = (customer: string, about: Matter): ReadonlyArray<string> => {
    if (about.item !== undefined) return [about.item]
    return about.order === undefined ? nothing : ordered(customer, about.order)
  }
  const caseAbout = (like: string, about: Matter): Case | undefined =>
    about.complaint === undefined ? undefined : byKey.get(keyLike(like, about.complaint))

  /** What is about a complaint has its tier, its product, and the department that had it in hand at `heldAt`. */
  const surroundings = (
    { key, about }: Pick<Sent, 'key' | 'about'>,
    customer: string,
    at: Instant,
    heldAt: Instant,
  ) => {
    const of = caseAbout(key, about)
    return of === undefined
      ? { tier: undefined, products: productsOf(customer, about), departments: nothing }
      : {
          tier: tierAt(of, at),
          products: productsOf(customers.survivorOf(of.customer), of.about),
          departments: some(holderAt(of, heldAt)?.department),
        }
  }
  const on = (at: Instant, customer: string) => {
    const day = dayOf(at)
    return { first: day, last: day, at, customer }
  }

  return {
    dayOf,
    caseAbout,
    case: (of) => {
      // Once a case: much is placed of each.
      const customer = customers.survivorOf(of.customer)
      const products = productsOf(customer, of.about)
      return (at, holder) => ({
        ...on(at, customer),
        tier: tierAt(of, at),
        products,
        channel: of.channel,
        handlers: some(holder?.party.id),
        departments: some(holder?.department),
      })
    },
    survey: (of, at) => {
      const customer = customers.survivorOf(of.customer)
      const issuedAt = 'issuedAt' in of ? of.issuedAt : of.at
      return {
        ...on(at, customer),
        ...surroundings(of, customer, at, issuedAt),
        channel: 'channel' in of ? of.channel : undefined,
        handlers: 'answeredFor' in of ? [...new Set<string>(of.answeredFor)] : nothing,
      }
    },
    promise: (of) => {
      const { at, madeBy } = of
      const customer = customers.survivorOf(of.customer)
      return {
        ...on(at, customer),
        ...surroundings(of, customer, at, at),
        channel: undefined,
        handlers: [madeBy],
      }
    },
    visit: ({ customer, visitor, channel, item, dueAt }) => ({
      ...on(dueAt, customers.survivorOf(customer)),
      tier: undefined,
      products: some(item),
      channel,
      handlers: some(visitor),
      departments: nothing,
    }),
  }
}
