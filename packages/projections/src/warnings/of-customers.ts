/**
 * Warnings of one customer: claims, value, and what he was promised or owed.
 *
 * @since 0.1.0
 */
import {
  type Currency,
  type DayNumber,
  type followUp,
  type Instant,
  localDate,
  type TimeZone,
} from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { declining } from '../loyalty/behaviour.js'
import { share } from '../shared/share.js'
import { leftOf } from './dealings.js'
import type { Holding } from './holdings.js'
import type { Lately, Thresholds } from './thresholds.js'
import type { Warning } from './warning.js'

/** When warnings are read: months are those on the wall of the desk's zone. */
export interface Reading {
  readonly zone: TimeZone
  readonly at: Instant
}

/** Whether it happened within so many milliseconds until `now`. */
export const isLately =
  ({ within }: Lately, now: Instant) =>
  (at: Instant): boolean =>
    at <= now && at >= now - within

const claims = (
  { cases, customer }: Holding,
  thresholds: Thresholds,
  at: Instant,
): ReadonlyArray<Warning> => {
  const { manyClaims } = thresholds
  if (manyClaims === 'off') return []
  const { within, atLeast } = manyClaims
  const lately = isLately(manyClaims, at)
  const count = cases.filter(({ claimedAt }) => claimedAt !== undefined && lately(claimedAt)).length
  return count < atLeast ? [] : [{ _tag: 'ManyClaims', customer, claims: count, within }]
}

/** Of whoever bought nothing, there is nothing to compare with. */
const claimRatio = (
  of: Holding,
  { claimRatio: threshold }: Thresholds,
  at: Instant,
): ReadonlyArray<Warning> => {
  if (threshold === 'off') return []
  const { within, above } = threshold
  const lately = isLately(threshold, at)
  const paid = of.cases.filter(({ paidAt = [] }) => paidAt.some(lately)).length
  const purchases = of.dealings
    .flatMap((row) => row.purchases)
    .filter((each) => lately(each.at)).length
  const ratio = paid / purchases
  return purchases === 0 || ratio <= above
    ? []
    : [
        {
          _tag: 'HighClaimRatio',
          customer: of.customer,
          paid,
          purchases,
          ratio,
          share: share(paid, purchases),
          within,
        },
      ]
}

const oneDay = 86_400_000

/** The same date a year before; of the 29th of February the 28th. */
const yearBefore = (date: DayNumber): DayNumber => {
  const on = new Date(date * oneDay)
  const [year, month] = [on.getUTCFullYear() - 1, on.getUTCMonth()]
  const same = new Date(0).setUTCFullYear(year, month, on.getUTCDate()) / oneDay
  const last = new Date(0).setUTCFullYear(year, month + 1, 0) / oneDay
  return Math.min(same, last)
}

/** By currency, what was bought between two dates, the first excluded, less all that came back of it. */
const valueBetween = (
  of: Holding,
  zone: TimeZone,
  from: DayNumber,
  to: DayNumber,
): ReadonlyMap<Currency, number> => {
  const value = new Map<Currency, number>()
  for (const row of of.dealings)
    for (const purchase of row.purchases) {
      const date = localDate(zone, purchase.at)
      if (date <= from || date > to) continue
      const { currency } = purchase
      value.set(currency, (value.get(currency) ?? 0) + leftOf(purchase, row.returns))
    }
  return value
}

const fall = (
  of: Holding,
  { fallInValue }: Thresholds,
  { zone, at }: Reading,
): ReadonlyArray<Warning> => {
  if (fallInValue === 'off') return []
  const today = localDate(zone, at)
  const aYearAgo = yearBefore(today)
  const last = valueBetween(of, zone, aYearAgo, today)
  return [...valueBetween(of, zone, yearBefore(aYearAgo), aYearAgo)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, before]): ReadonlyArray<Warning> => {
      const fell = O.toUndefined(declining({ before, last: last.get(currency) ?? 0 }, fallInValue))
      if (fell?.declining !== true) return []
      const { change } = fell
      return [
        { _tag: 'FallInValue', customer: of.customer, currency, before, last: fell.last, change },
      ]
    })
}

const promised = ({ promises, customer }: Holding, { promiseBroken }: Thresholds, at: Instant) =>
  promises.flatMap(
    ({ id, standing, unexplained, giver, dueAt, settledAt }): ReadonlyArray<Warning> => {
      if (unexplained)
        return [{ _tag: 'PromiseUnexplained', customer, promise: id, giver: giver.id, dueAt }]
      return standing === 'broken' &&
        settledAt !== undefined &&
        promiseBroken !== 'off' &&
        isLately(promiseBroken, at)(settledAt)
        ? [{ _tag: 'PromiseBroken', customer, promise: id, at: settledAt }]
        : []
    },
  )

const isGreeting = (occasion: followUp.Occasion): boolean =>
  occasion !== 'visit' && occasion !== 'callBack'

const missed = ({ visits, customer }: Holding, { visitMissed }: Thresholds, at: Instant) =>
  visits.flatMap(({ id, visit, occasion, dueAt, standing }): ReadonlyArray<Warning> =>
    standing === 'missed' && visitMissed !== 'off' && isLately(visitMissed, at)(dueAt)
      ? [
          {
            _tag: isGreeting(occasion) ? 'NotGreeted' : 'NotVisited',
            customer,
            followUp: id,
            visit,
            occasion,
            dueAt,
          },
        ]
      : [],
  )

/** All that is to be said of one customer but for his cases. */
export const ofCustomer =
  (thresholds: Thresholds, reading: Reading) =>
  (of: Holding): ReadonlyArray<Warning> => [
    ...claims(of, thresholds, reading.at),
    ...claimRatio(of, thresholds, reading.at),
    ...fall(of, thresholds, reading),
    ...promised(of, thresholds, reading.at),
    ...missed(of, thresholds, reading.at),
  ]
