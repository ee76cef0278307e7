/**
 * The good and the poor customers, each with the reasons. A list proposes; people decide.
 *
 * @since 0.1.0
 */
import type { Currency, CustomerId, Instant } from '@troth/core'

import type { Holding } from './holdings.js'
import { isLately } from './of-customers.js'
import type { Lately, Thresholds } from './thresholds.js'

/** `found` is the figure, of `n` where it is a sum of so many; the threshold that it was held against stands in the view. */
export interface Reason<Why> {
  readonly why: Why
  readonly found: number
  readonly n: number
  readonly currency?: Currency
}

export type PoorReason = 'unprofitable' | 'creditPoor' | 'relationshipPoor' | 'underServed'
export type GoodReason = 'profitable' | 'relationshipGood' | 'refers'

/** Blacklisted customers are listed as all others, and it is said. */
export interface Listed<Why> {
  readonly customer: CustomerId
  readonly blacklisted: boolean
  /** At least one. */
  readonly reasons: ReadonlyArray<Reason<Why>>
}

interface Earned {
  readonly sum: number
  readonly n: number
}

/** What lately bought orders earned in a currency, of those whose margin is known. */
const earned = (of: Holding, lately: Lately, at: Instant, currency: Currency): Earned =>
  of.dealings
    .flatMap(({ purchases, returns }) =>
      purchases
        .filter((each) => each.currency === currency && isLately(lately, at)(each.at))
        // What came back whole earned nothing.
        .flatMap(({ orderId, margin }) =>
          margin === undefined ||
          returns.some((each) => each.orderId === orderId && each.part === undefined)
            ? []
            : [margin],
        ),
    )
    .reduce(({ sum, n }, margin) => ({ sum: sum + margin, n: n + 1 }), { sum: 0, n: 0 })

/** What he said last of us less what he said of the best rival. */
const relativeAttitude = ({ dealings }: Holding): number | undefined => {
  const last = dealings
    .flatMap(({ attitude }) => (attitude ? [attitude] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1)
  return last === undefined ? undefined : last.towardUs - last.towardBestRival
}

const badCredit = ({ cases }: Holding, lately: Lately, at: Instant): number =>
  cases.filter(
    ({ state: { file } }) =>
      isLately(lately, at)(file.intake.at) &&
      (file.cause?.factor === 'lackOfCredit' ||
        (file.judgement?.valid === false && file.judgement.ground === 'deliberateDifficulty')),
  ).length

const letDown = ({ visits, promises }: Holding, lately: Lately, at: Instant): number => {
  const isNow = isLately(lately, at)
  return (
    visits.filter(({ standing, dueAt }) => standing === 'missed' && isNow(dueAt)).length +
    promises.filter(
      ({ standing, settledAt }) =>
        standing === 'broken' && settledAt !== undefined && isNow(settledAt),
    ).length
  )
}

type Reasons<Why> = ReadonlyArray<Reason<Why>>

const poor = (of: Holding, thresholds: Thresholds, at: Instant): Reasons<PoorReason> => {
  const { unprofitable, creditPoor, relationshipPoor, underServed } = thresholds
  const sums =
    unprofitable === 'off'
      ? []
      : unprofitable.below.flatMap(({ currency, amount }): Reasons<PoorReason> => {
          const { sum, n } = earned(of, unprofitable, at, currency)
          return n > 0 && sum < amount ? [{ why: 'unprofitable', found: sum, n, currency }] : []
        })
  const credit = creditPoor === 'off' ? 0 : badCredit(of, creditPoor, at)
  const attitude = relativeAttitude(of)
  const failures = underServed === 'off' ? 0 : letDown(of, underServed, at)
  return [
    ...sums,
    ...(creditPoor !== 'off' && credit >= creditPoor.atLeast
      ? [{ why: 'creditPoor' as const, found: credit, n: of.cases.length }]
      : []),
    ...(relationshipPoor !== 'off' && attitude !== undefined && attitude < relationshipPoor
      ? [{ why: 'relationshipPoor' as const, found: attitude, n: 1 }]
      : []),
    ...(underServed !== 'off' && failures >= underServed.atLeast
      ? [
          {
            why: 'underServed' as const,
            found: failures,
            n: of.visits.length + of.promises.length,
          },
        ]
      : []),
  ]
}

const good = (of: Holding, thresholds: Thresholds, at: Instant): Reasons<GoodReason> => {
  const { profitable, relationshipGood, refers } = thresholds
  const sums =
    profitable === 'off'
      ? []
      : profitable.atLeast.flatMap(({ currency, amount }): Reasons<GoodReason> => {
          const { sum, n } = earned(of, profitable, at, currency)
          return n > 0 && sum >= amount ? [{ why: 'profitable', found: sum, n, currency }] : []
        })
  const attitude = relativeAttitude(of)
  const all = of.dealings.flatMap(({ referrals }) => referrals)
  const sent = refers === 'off' ? 0 : all.filter((each) => isLately(refers, at)(each.at)).length
  return [
    ...sums,
    ...(relationshipGood !== 'off' && attitude !== undefined && attitude >= relationshipGood
      ? [{ why: 'relationshipGood' as const, found: attitude, n: 1 }]
      : []),
    ...(refers !== 'off' && sent >= refers.atLeast
      ? [{ why: 'refers' as const, found: sent, n: all.length }]
      : []),
  ]
}

const listed = <Why>(
  all: ReadonlyArray<Holding>,
  reasonsOf: (of: Holding) => Reasons<Why>,
): ReadonlyArray<Listed<Why>> =>
  all.flatMap((of) => {
    const reasons = reasonsOf(of)
    const { customer, blacklisted } = of
    return reasons.length === 0 ? [] : [{ customer, blacklisted, reasons }]
  })

/** Whoever gives a reason to be on the poor list. */
export const poorList = (
  all: ReadonlyArray<Holding>,
  thresholds: Thresholds,
  at: Instant,
): ReadonlyArray<Listed<PoorReason>> => listed(all, (of) => poor(of, thresholds, at))

/** Whoever gives a reason to be on the good list; he may be on the other too. */
export const goodList = (
  all: ReadonlyArray<Holding>,
  thresholds: Thresholds,
  at: Instant,
): ReadonlyArray<Listed<GoodReason>> => listed(all, (of) => good(of, thresholds, at))
