/**
 * Money of several currencies, which is one sum only by the host's rates.
 *
 * @since 0.1.0
 */
import type { Currency, Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

/** Of one currency, in its minor units; converted, in parts of them. */
export interface Amount {
  readonly amount: number
  readonly currency: Currency
}

export interface DatedAmount extends Amount {
  readonly at: Instant
}

/**
 * What one minor unit of a currency was worth at an instant, in minor units of `into`; undefined where nobody knows.
 * A rate that is not above 0 and finite is none.
 */
export interface Rates {
  readonly into: Currency
  readonly rate: (currency: Currency, at: Instant) => number | undefined
}

/** Several currencies, and no rate between them: a value to switch on, never thrown. */
export interface MixedCurrency {
  readonly _tag: 'MixedCurrency'
  /** In alphabetical order; with rates, those of which none is known. */
  readonly currencies: ReadonlyArray<Currency>
}

const mixed = (currencies: Iterable<Currency>): E.Either<MixedCurrency, never> =>
  E.left({ _tag: 'MixedCurrency', currencies: [...new Set(currencies)].sort() })

/** Amounts in one currency; undefined where there are none, and no rates to say in which. */
export interface OneCurrency<A> {
  readonly currency: Currency | undefined
  readonly amounts: ReadonlyArray<A>
}

const rateOf = ({ into, rate }: Rates, { currency, at }: DatedAmount): number | undefined => {
  const found = currency === into ? 1 : rate(currency, at)
  return found !== undefined && found > 0 && found < Infinity ? found : undefined
}

/** The same amounts in one currency, each by the rate of its own instant. Refused where they are of several and no rate is known. */
export const inOneCurrency = <A extends DatedAmount>(
  amounts: ReadonlyArray<A>,
  rates: Rates | undefined,
): E.Either<MixedCurrency, OneCurrency<A>> => {
  if (rates === undefined) {
    const currency = amounts[0]?.currency
    return amounts.every((each) => each.currency === currency)
      ? E.right({ currency, amounts })
      : mixed(amounts.map((each) => each.currency))
  }
  const unknown = amounts.filter((each) => rateOf(rates, each) === undefined)
  return unknown.length > 0
    ? mixed(unknown.map(({ currency }) => currency))
    : E.right({
        currency: rates.into,
        amounts: amounts.map((each) => ({
          ...each,
          amount: each.amount * (rateOf(rates, each) ?? NaN),
          currency: rates.into,
        })),
      })
}

/** The sum of each currency, in alphabetical order: of several without rates, several. */
export const totals = (amounts: ReadonlyArray<Amount>): ReadonlyArray<Amount> => {
  const sums = new Map<Currency, number>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ amount, currency }))
}
