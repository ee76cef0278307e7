/**
 * What each customer's purchases come to: how many days he came back, when last, and since when he is a customer.
 *
 * @since 0.1.0
 */
import { type DayNumber, type Instant, localDate, type TimeZone } from '@troth/core'

/** One purchase. `amount` is what it was worth, in one currency's units; absent where nobody said. */
export interface Purchase {
  readonly customerId: string
  readonly at: Instant
  readonly amount?: number | undefined
}

/** Recency and frequency, as the models of repeat buying take them: in any one unit of time, weeks by convention. */
export interface Row {
  /** Repeat purchase days: those after the first. */
  readonly x: number
  /** From the first purchase day to the last; 0 where there was no repeat. */
  readonly tx: number
  /** From the first purchase day to now. */
  readonly T: number
}

/** Whether a customer can have it: `x` is whole, `0 <= tx <= T`, and `T` is above 0 where `x` is; `tx` is not asked where `x` is 0. */
export const isRow = ({ x, tx, T }: Row): boolean =>
  Number.isSafeInteger(x) &&
  x >= 0 &&
  Number.isFinite(T) &&
  (x === 0 ? T >= 0 : T > 0 && tx >= 0 && tx <= T)

/** A customer's row, in weeks, unrounded. */
export interface Summary extends Row {
  readonly customerId: string
  /**
   * What he spent on his repeat purchase days, by their number; the first day is left out.
   * `undefined` where there was no repeat, or where a repeat purchase is of unknown amount.
   */
  readonly meanRepeatValue: number | undefined
}

const daysOf = (
  purchases: ReadonlyArray<Purchase>,
  until: Instant,
  zone: TimeZone,
): ReadonlyMap<string, ReadonlyMap<DayNumber, number>> => {
  const customers = new Map<string, Map<DayNumber, number>>()
  for (const { customerId, at, amount = NaN } of purchases) {
    if (at > until) continue
    const days = customers.get(customerId) ?? new Map<DayNumber, number>()
    const day = localDate(zone, at)
    customers.set(customerId, days.set(day, (days.get(day) ?? 0) + amount))
  }
  return customers
}

/**
 * One row for each customer who bought up to and including `until`, in the order in which they are first met.
 * Purchases on one date on the wall of `zone` count once; weeks are dates apart, by seven. The order of the purchases
 * changes no figure.
 *
 * Fader, Hardie and Lee (2005), "Counting Your Customers the Easy Way", on the CDNOW data.
 */
export const summarise = (
  purchases: ReadonlyArray<Purchase>,
  until: Instant,
  zone: TimeZone,
): ReadonlyArray<Summary> => {
  const today = localDate(zone, until)
  return [...daysOf(purchases, until, zone)].map(([customerId, days]) => {
    let first = Infinity
    let last = -Infinity
    let spent = 0
    for (const day of days.keys()) {
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    for (const [day, amount] of days) if (day !== first) spent += amount
    const x = days.size - 1
    return {
      customerId,
      x,
      tx: (last - first) / 7,
      T: (today - first) / 7,
      meanRepeatValue: x > 0 && !Number.isNaN(spent) ? spent / x : undefined,
    }
  })
}
