/**
 * What one customer did and said, by himself.
 *
 * @since 0.1.0
 */
import { type Currency, type DayNumber, type Instant, localDate } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../../shared/figures.js'
import { isIn, type Span, spanBefore } from '../../shared/period.js'
import type { Share } from '../../shared/share.js'
import {
  type AttitudeAndPatronage,
  dickBasu,
  type LoyaltyClass,
  relativeAttitude,
} from '../attitude.js'
import {
  type Change,
  declining,
  pastCustomerValue,
  shareOfPurchases,
  shareOfVisits,
  shareOfWallet,
  type ShareOfWallet,
} from '../behaviour.js'
import {
  type Move,
  move,
  phase,
  type Phase,
  phases,
  signsOf,
  stage,
  type Stage,
  stages,
} from '../phase.js'
import type { Dealt, Order } from './dealt.js'
import { type Amount, inOneCurrency, type MixedCurrency, totals } from './money.js'
import type { Patronage, Terms } from './terms.js'

/** What he spent with us, of that and of what he reported. */
export interface WalletReading extends ShareOfWallet {
  readonly currency: Currency
  /** Orders, and purchases elsewhere of which it is known what they cost. */
  readonly n: number
  /** Purchases elsewhere that he reported and that no figure can be put to: the share is the greater for each of them. */
  readonly ofUnknownAmount: number
}

/** Minor units of one currency. */
export interface Decline extends Change {
  readonly currency: Currency
}

/** All as far as it is known by then. Purchases are those that were not returned in full. */
export interface Behaviour {
  readonly purchases: number
  /** The dates, after the first, on which he bought. */
  readonly repeatDays: number
  readonly visits: number
  readonly shareOfPurchases: O.Option<Share>
  readonly shareOfVisits: O.Option<Share>
  readonly shareOfWallet: E.Either<MixedCurrency, O.Option<WalletReading>>
  /** Days since the date of his last purchase. */
  readonly recency: O.Option<number>
  /** What he spent with us, by currency. */
  readonly turnover: ReadonlyArray<Amount>
  /** What he has been worth, by currency: past customer value. */
  readonly pastValue: ReadonlyArray<Amount>
}

export interface AttitudeReading extends AttitudeAndPatronage {
  readonly at: Instant
  readonly us: number
  readonly bestRival: number
  readonly class: LoyaltyClass
  readonly patronage: Patronage
  readonly cutOffs: AttitudeAndPatronage
}

/** How deep his loyalty goes by what he answered last, and where he went from the time before. */
export interface PhaseReading {
  readonly at: Instant
  readonly phase: O.Option<Phase>
  readonly stage: O.Option<Stage>
  readonly phaseMove: O.Option<Move>
  readonly stageMove: O.Option<Move>
}

const datesOf = (orders: ReadonlyArray<Order>, terms: Terms): ReadonlyArray<DayNumber> => [
  ...new Set(orders.map(({ at }) => localDate(terms.calendar.zone, at))),
]

/** His dates to buy, after the first. */
export const repeatDays = (orders: ReadonlyArray<Order>, terms: Terms): number =>
  Math.max(0, datesOf(orders, terms).length - 1)

/** With the currency that it is in: of nothing at all there is none. */
const inIts =
  <B>(currency: Currency | undefined, more: B) =>
  <A>(figure: O.Option<A>): O.Option<A & B & { readonly currency: Currency }> =>
    currency === undefined ? O.none : O.map((of: A) => ({ ...of, ...more, currency }))(figure)

const amountIn = (amounts: ReadonlyArray<Amount>): number =>
  sum(amounts.map(({ amount }) => amount))

const wallet = (
  { orders, spentElsewhere, rivalPurchases }: Dealt,
  { rates }: Terms,
): Behaviour['shareOfWallet'] =>
  pipe(
    inOneCurrency(
      [
        ...orders.map(({ at, amount, currency }) => ({ at, amount, currency, own: true })),
        ...spentElsewhere.map((spent) => ({ ...spent, own: false })),
      ],
      rates,
    ),
    E.map(({ amounts, currency }) =>
      pipe(
        shareOfWallet({
          own: amountIn(amounts.filter(({ own }) => own)),
          rivals: amountIn(amounts.filter(({ own }) => !own)),
        }),
        inIts(currency, {
          n: amounts.length,
          ofUnknownAmount: rivalPurchases - spentElsewhere.length,
        }),
      ),
    ),
  )

/** By periods of so many days, one at least, that end with `today`; an order without a recorded margin has that of the terms. */
const pastValue = (
  orders: ReadonlyArray<Order>,
  today: DayNumber,
  { calendar: { zone }, pastValue: { rate, days, firstExponent }, lifetime: { margin } }: Terms,
): number => {
  const length = days >= 1 ? days : 1
  const ago = (at: Instant) => Math.floor((today - localDate(zone, at)) / length)
  const oldest = orders.reduce((most, { at }) => Math.max(most, ago(at)), -1)
  const margins = Array<number>(oldest + 1).fill(0)
  for (const order of orders) {
    const i = oldest - ago(order.at)
    margins[i] = (margins[i] ?? 0) + (order.margin ?? order.amount * margin)
  }
  return pastCustomerValue(margins, rate, { firstExponent })
}

/** What is left of an order, and its margin, in the currency that rates lead to. */
const converted = (orders: ReadonlyArray<Order>, { rates }: Terms): ReadonlyArray<Order> => {
  const one = inOneCurrency(orders, rates)
  const margins = inOneCurrency(
    orders.map(({ at, currency, margin = 0 }) => ({ at, currency, amount: margin })),
    rates,
  )
  if (E.isLeft(one) || E.isLeft(margins)) return orders
  return one.right.amounts.map((order, i) => ({
    ...order,
    margin: order.margin === undefined ? undefined : margins.right.amounts[i]?.amount,
  }))
}

/** What he did, as known at `knownAt`. */
export const behaviourOf = (dealt: Dealt, terms: Terms, knownAt: Instant): Behaviour => {
  const { orders, visits, rivalPurchases } = dealt
  const { zone } = terms.calendar
  const today = localDate(zone, knownAt)
  const inCurrency = converted(orders, terms)
  const last = orders.at(-1)
  return {
    purchases: orders.length,
    repeatDays: repeatDays(orders, terms),
    visits: visits.own,
    shareOfPurchases: shareOfPurchases({ own: orders.length, rivals: rivalPurchases }),
    shareOfVisits: shareOfVisits(visits),
    shareOfWallet: wallet(dealt, terms),
    recency: last === undefined ? O.none : O.some(today - localDate(zone, last.at)),
    turnover: totals(inCurrency),
    pastValue: totals(inCurrency).map(({ currency }) => ({
      currency,
      amount: pastValue(
        inCurrency.filter((order) => order.currency === currency),
        today,
        terms,
      ),
    })),
  }
}

/** What he spent in each of two windows, one after the other. */
export const declineOf = (
  { orders }: Pick<Dealt, 'orders'>,
  window: Span,
  terms: Terms,
): E.Either<MixedCurrency, O.Option<Decline>> => {
  const { zone } = terms.calendar
  const before = spanBefore(window)
  const within = (span: Span) => (order: Order) => isIn(span)(localDate(zone, order.at))
  return pipe(
    inOneCurrency(
      orders.filter((order) => within(window)(order) || within(before)(order)),
      terms.rates,
    ),
    E.map(({ amounts, currency }) =>
      pipe(
        declining(
          {
            before: amountIn(amounts.filter(within(before))),
            last: amountIn(amounts.filter(within(window))),
          },
          terms.declineThreshold,
        ),
        inIts(currency, {}),
      ),
    ),
  )
}

/** By what he said last of us and of the best rival, and what he does. None where he was never asked; or where his share is to be known, and he never bought. */
export const attitudeOf = (
  { attitudes, orders, rivalPurchases }: Dealt,
  terms: Terms,
): O.Option<AttitudeReading> => {
  const last = attitudes.at(-1)
  if (last === undefined) return O.none
  const { patronage, cutOffs } = terms.dickBasu
  const repeatPatronage =
    patronage === 'repeatDays'
      ? O.some(repeatDays(orders, terms))
      : pipe(
          shareOfPurchases({ own: orders.length, rivals: rivalPurchases }),
          O.map(({ share }) => share),
        )
  return pipe(
    repeatPatronage,
    O.map((repeats) => {
      const of = { relativeAttitude: relativeAttitude(last.value), repeatPatronage: repeats }
      return { at: last.at, ...last.value, ...of, class: dickBasu(of, cutOffs), patronage, cutOffs }
    }),
  )
}

/** By the loyalty items that he answered last, and those before. None where he answered none. */
export const phaseOf = ({ loyalty, ordersAt }: Dealt, terms: Terms): O.Option<PhaseReading> => {
  const readings = loyalty.slice(-2).map(({ at, value }) => {
    const signs = signsOf(value, repeatDays(ordersAt(at), terms) > 0, terms.phaseCutOff)
    return { at, phase: phase(signs.phase), stage: stage(signs.stage) }
  })
  const last = readings.at(-1)
  const before = readings.at(-2)
  return last === undefined
    ? O.none
    : O.some({
        ...last,
        phaseMove: before === undefined ? O.none : O.some(move(phases)(before.phase, last.phase)),
        stageMove: before === undefined ? O.none : O.some(move(stages)(before.stage, last.stage)),
      })
}
