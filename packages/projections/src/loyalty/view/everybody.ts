/**
 * Customers set against each other: how they score, which layer they are in, who left and who came.
 *
 * @since 0.1.0
 */
import { type customer, type Instant, localDate } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'

import type { Customers } from '../../shared/customers.js'
import { sum } from '../../shared/figures.js'
import { endOf, isIn, type Span } from '../../shared/period.js'
import { type Churn, churn } from '../churn.js'
import * as rfm from '../rfm/index.js'
import { type Layer, type Standing, valuePyramid } from '../value-pyramid.js'
import type { Dealt, Order } from './dealt.js'
import { inOneCurrency, type MixedCurrency, type OneCurrency } from './money.js'
import type { Terms } from './terms.js'

/** `independent` by the thresholds of each figure alone, `nested` by equal cells within cells; recency first, 5 best. */
export interface RfmReading extends rfm.Behaviour {
  readonly independent: string
  readonly nested: string
}

export interface RfmScores {
  readonly thresholds: rfm.Thresholds
  readonly byCustomer: ReadonlyMap<string, RfmReading>
}

interface OwnedOrder extends Order {
  readonly customerId: string
}

/** All orders in one currency: refused where they are of several, and no rates are known. */
export type AllOrders = E.Either<MixedCurrency, OneCurrency<OwnedOrder>>

export const allOrders = (dealt: ReadonlyArray<Dealt>, { rates }: Terms): AllOrders =>
  inOneCurrency(
    dealt.flatMap(({ customer: customerId, orders }) =>
      orders.map((order) => ({ ...order, customerId })),
    ),
    rates,
  )

/** The scores of all who bought. */
export const rfmScores = (
  orders: AllOrders,
  { calendar: { zone }, rfmThresholds }: Terms,
  knownAt: Instant,
): E.Either<MixedCurrency, RfmScores> =>
  pipe(
    orders,
    E.map(({ amounts }) => {
      const all = rfm.behaviours(amounts, knownAt, zone)
      const quintiles = (of: (behaviour: rfm.Behaviour) => number) =>
        rfm.quantileThresholds(all.map(of), 5)
      const thresholds = rfmThresholds ?? {
        recency: quintiles(({ recency }) => recency),
        frequency: quintiles(({ frequency }) => frequency),
        monetary: quintiles(({ monetary }) => monetary),
      }
      return {
        thresholds,
        byCustomer: new Map(
          rfm.nested(all).map(({ customerId, score, ...behaviour }) => [
            customerId,
            {
              ...behaviour,
              independent: rfm.scoreByThresholds(behaviour, thresholds),
              nested: score,
            },
          ]),
        ),
      }
    }),
  )

/** How surely he says he will buy, from which on he shows interest: the first answer beyond undecided. */
const interested = 5

/** As what each of those who are one by now was last registered. */
const stagesOf = (key: string, customers: Customers): ReadonlyArray<customer.Stage> =>
  customers.oneWith(key).flatMap((each) => {
    const last = customers
      .factsOf(each)
      .flatMap((fact) => (fact.is === 'registered' ? [fact.stage] : []))
      .at(-1)
    return last === undefined ? [] : [last]
  })

/** Registered as a buyer he has bought, though nobody wrote it down. */
const standingOf = (
  { orders, visits, intents }: Dealt,
  isActive: boolean,
  stages: ReadonlyArray<customer.Stage>,
): Standing => {
  if (isActive) return 'active'
  if (orders.length > 0 || stages.includes('buyer')) return 'inactive'
  const intends = (intents.at(-1)?.value ?? 0) >= interested
  return visits.own > 0 || intends ? 'prospect' : 'suspect'
}

/** The layers by turnover of the window. Active: bought in it; a prospect has visited us, or means to buy; a suspect is anybody else on record. */
export const pyramidOf = (
  dealt: ReadonlyArray<Dealt>,
  orders: AllOrders,
  customers: Customers,
  window: Span,
  { calendar: { zone } }: Terms,
): E.Either<MixedCurrency, ReadonlyArray<Layer>> =>
  pipe(
    orders,
    E.map(({ amounts }) => {
      const inWindow = new Map<string, number[]>()
      for (const { customerId, at, amount } of amounts) {
        if (!isIn(window)(localDate(zone, at))) continue
        const there = inWindow.get(customerId)
        if (there === undefined) inWindow.set(customerId, [amount])
        else there.push(amount)
      }
      return valuePyramid(
        dealt.map((each) => {
          const spent = inWindow.get(each.customer)
          const stages = stagesOf(each.customer, customers)
          return {
            customerId: each.customer,
            turnover: sum(spent ?? []),
            standing: standingOf(each, spent !== undefined, stages),
          }
        }),
      )
    }),
  )

/** When he is first on record: registered, also as one who was merged into him, or in his dealings. */
const sinceOf = ({ since, customer: key }: Dealt, customers: Customers): Instant | undefined =>
  customers
    .oneWith(key)
    .flatMap((each) => customers.factsOf(each).find(({ is }) => is === 'registered')?.at ?? [])
    .concat(since ?? [])
    .reduce<Instant | undefined>(
      (first, at) => (first === undefined || at < first ? at : first),
      undefined,
    )

/** Lost, and not won back, by an instant: when last, and why. */
export const lossOf = (
  key: string,
  customers: Customers,
  at: Instant,
): { readonly at: Instant; readonly reason: customer.LossReason } | undefined => {
  const last = customers
    .wentAndCame(key, at)
    .filter(({ is }) => is !== 'registered')
    .at(-1)
  return last?.is === 'lost' ? { at: last.at, reason: last.reason } : undefined
}

/** Who stayed, left and came in a period: placed by the instant of the loss, and of the first that is on record of him. */
export const churnOf = (
  dealt: ReadonlyArray<Dealt>,
  customers: Customers,
  period: Span,
  { calendar: { zone } }: Terms,
): Churn<customer.LossReason> => {
  const [start, end] = [endOf(zone, period.first - 1), endOf(zone, period.last)]
  const known = dealt.flatMap((each) => {
    const since = sinceOf(each, customers)
    return since === undefined ? [] : [{ key: each.customer, since }]
  })
  return churn({
    atStart: known
      .filter(({ key, since }) => since <= start && lossOf(key, customers, start) === undefined)
      .map(({ key }) => key),
    lost: known
      .flatMap(({ key }) => {
        const loss = lossOf(key, customers, end)
        return loss === undefined || loss.at <= start ? [] : [{ customerId: key, ...loss }]
      })
      .sort((a, b) => a.at - b.at),
    gained: known.filter(({ since }) => since > start && since <= end).map(({ key }) => key),
  })
}
