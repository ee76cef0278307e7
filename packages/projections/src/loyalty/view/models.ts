/**
 * What the models make of all customers' purchases: one fit of how often, and one of how much for each currency.
 *
 * @since 0.1.0
 */
import type { Currency, Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import * as bgNbd from '../bg-nbd/index.js'
import type { FitFailed } from '../fit-failed.js'
import * as gammaGamma from '../gamma-gamma/index.js'
import { type Holdout, holdout } from '../holdout.js'
import { customerLifetimeValue, type InvalidTerms } from '../lifetime-value.js'
import { type Purchase, summarise, type Summary } from '../summary.js'
import type { Dealt, Order } from './dealt.js'
import { type Amount, inOneCurrency, type MixedCurrency } from './money.js'
import type { Terms } from './terms.js'

/** Gamma-Gamma over the customers who bought in one currency alone. */
export interface ValueFit {
  readonly currency: Currency
  readonly fit: E.Either<FitFailed, gammaGamma.Fit>
}

/** The model fitted on what was bought until the holdout began, and how far it missed what came after. */
export interface HoldoutComparison {
  readonly from: Instant
  readonly fit: E.Either<FitFailed, bgNbd.Fit>
  readonly comparison: O.Option<Holdout>
}

export interface Models {
  readonly bgNbd: E.Either<FitFailed, bgNbd.Fit>
  readonly gammaGamma: ReadonlyArray<ValueFit>
  /** None where the terms name none, or where it has not begun. */
  readonly holdout: O.Option<HoldoutComparison>
}

/** A customer's purchases in the model's terms, with the currency of his values where that is one. */
export interface Summarised {
  readonly summary: Summary
  readonly currency: E.Either<MixedCurrency, Currency>
}

interface InCurrency {
  readonly customer: string
  readonly orders: ReadonlyArray<Order>
  readonly currency: E.Either<MixedCurrency, Currency>
}

/** A value in several currencies is unknown; how often he bought is known all the same. */
const purchasesOf = ({ customer, orders, currency }: InCurrency): ReadonlyArray<Purchase> =>
  orders.map(({ at, amount }) => ({
    customerId: customer,
    at,
    ...(E.isRight(currency) && { amount }),
  }))

const inCurrency =
  ({ rates }: Pick<Terms, 'rates'>) =>
  ({ customer, orders }: Dealt): ReadonlyArray<InCurrency> => {
    const one = inOneCurrency(orders, rates)
    if (E.isLeft(one)) return [{ customer, orders, currency: one }]
    const { currency, amounts } = one.right
    return currency === undefined
      ? []
      : [{ customer, orders: amounts, currency: E.right(currency) }]
  }

const valueFits = (all: ReadonlyArray<Summarised>): ReadonlyArray<ValueFit> => {
  const byCurrency = new Map<Currency, Summary[]>()
  for (const { summary, currency } of all) {
    if (E.isLeft(currency)) continue
    const there = byCurrency.get(currency.right)
    if (there === undefined) byCurrency.set(currency.right, [summary])
    else there.push(summary)
  }
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, summaries]) => ({ currency, fit: gammaGamma.fit(summaries) }))
}

/**
 * The purchases that stand as known at `knownAt`, on both sides of the holdout: what came back later is missing from both, so that
 * nobody bought less than nothing in it.
 */
const compared = (
  purchases: ReadonlyArray<Purchase>,
  whole: ReadonlyArray<Summary>,
  { calendar: { zone }, holdoutFrom: from }: Terms,
  knownAt: Instant,
): O.Option<HoldoutComparison> => {
  if (from === undefined || from >= knownAt) return O.none
  const calibration = summarise(purchases, from, zone)
  const fit = bgNbd.fit(calibration)
  return O.some({
    from,
    fit,
    comparison: E.isLeft(fit) ? O.none : holdout(fit.right.params, calibration, whole),
  })
}

/** Fitted on all who bought, with each one's summary by his key. */
export const fitModels = (
  dealt: ReadonlyArray<Dealt>,
  terms: Terms,
  knownAt: Instant,
): { readonly models: Models; readonly summaries: ReadonlyMap<string, Summarised> } => {
  const buyers = dealt.flatMap(inCurrency(terms))
  const purchases = buyers.flatMap(purchasesOf)
  const currencies = new Map(buyers.map(({ customer, currency }) => [customer, currency]))
  const whole = summarise(purchases, knownAt, terms.calendar.zone)
  const summarised = whole.flatMap((summary): ReadonlyArray<Summarised> => {
    const currency = currencies.get(summary.customerId)
    return currency === undefined ? [] : [{ summary, currency }]
  })
  return {
    models: {
      bgNbd: bgNbd.fit(whole),
      gammaGamma: valueFits(summarised),
      holdout: compared(purchases, whole, terms, knownAt),
    },
    summaries: new Map(summarised.map((each) => [each.summary.customerId, each])),
  }
}

/**
 * Whether he is still there. Of one who never came back the model says 1 by definition, which says nothing of him: so it is said
 * that he never repeated, and no number.
 */
export type Alive =
  { readonly is: 'neverRepeated' } | { readonly is: 'probable'; readonly probability: number }

/** Why there is no value to expect: his amounts are of several currencies; the model was not fitted; or its law has no mean for him. */
export type NoValue = MixedCurrency | FitFailed | { readonly _tag: 'NoMean' }

/** What BG/NBD and Gamma-Gamma expect of a customer, and do not know. */
export interface Expectation {
  readonly x: number
  /** In weeks. */
  readonly tx: number
  readonly T: number
  readonly alive: Alive
  /** Purchase days within the horizon of the terms. */
  readonly purchases: number
  readonly valuePerPurchase: E.Either<NoValue, Amount>
  readonly lifetimeValue: E.Either<NoValue | InvalidTerms, Amount>
}

const valueOf = (
  { summary, currency }: Summarised,
  fits: ReadonlyArray<ValueFit>,
): E.Either<NoValue, Amount> => {
  if (E.isLeft(currency)) return currency
  const fit = fits.find((each) => each.currency === currency.right)?.fit
  if (fit === undefined) return E.left({ _tag: 'FitFailed', reason: 'NothingToFit' })
  if (E.isLeft(fit)) return fit
  return pipe(
    gammaGamma.expectedValue(fit.right.params, summary),
    E.fromOption((): NoValue => ({ _tag: 'NoMean' })),
    E.map((amount) => ({ amount, currency: currency.right })),
  )
}

/** What the models expect of one customer; refused where the first was not fitted. */
export const expectationOf = (
  models: Models,
  of: Summarised,
  { lifetime }: Pick<Terms, 'lifetime'>,
): E.Either<FitFailed, Expectation> =>
  pipe(
    models.bgNbd,
    E.map((fit) => {
      const { x, tx, T } = of.summary
      const row = { x, tx, T }
      const valuePerPurchase = valueOf(of, models.gammaGamma)
      return {
        ...row,
        alive:
          x === 0
            ? { is: 'neverRepeated' }
            : { is: 'probable', probability: bgNbd.probabilityAlive(fit.params, row) },
        purchases: bgNbd.expectedFuturePurchases(fit.params, row, lifetime.horizon / fit.unit),
        valuePerPurchase,
        lifetimeValue: pipe(
          valuePerPurchase,
          E.flatMap(({ amount, currency }): E.Either<NoValue | InvalidTerms, Amount> =>
            pipe(
              customerLifetimeValue(fit, row, { ...lifetime, valuePerPurchase: amount }),
              E.map((value) => ({ amount: value, currency })),
            ),
          ),
        ),
      }
    }),
  )
