/**
 * The loyalty view as tables: one of customers, and one of all that is about everybody.
 *
 * @since 0.1.0
 */
import { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { type Cell, leaves, plainJson } from '../../shared/table.js'
import { instantCell, shareCells, type TableRow } from '../../shared/table-row.js'
import type { Expectation } from './models.js'
import type { Amount } from './money.js'
import type { CustomerLoyalty, View } from './read.js'

/** What there is; nothing where it is none or was refused. */
const found = <A>(value: E.Either<unknown, O.Option<A>>): A | undefined =>
  pipe(O.fromEither(value), O.flatten, O.toUndefined)

/** Each with its currency, so that no two are ever added up: `5000 EUR; 5000 USD`. */
const money = (amounts: ReadonlyArray<Amount>): string | null =>
  amounts.length === 0
    ? null
    : amounts.map(({ amount, currency }) => `${String(amount)} ${currency}`).join('; ')

const alive = (expected: Expectation | undefined): Cell => {
  if (expected === undefined) return null
  return expected.alive.is === 'neverRepeated' ? 'neverRepeated' : expected.alive.probability
}

const one = (amount: E.Either<unknown, Amount> | undefined): string | null =>
  amount === undefined || E.isLeft(amount) ? null : money([amount.right])

/** Why one who bought has no lifetime value: the kind of refusal. */
const refused = ({ behaviour, expected }: CustomerLoyalty): string | null => {
  if (behaviour.purchases === 0) return null
  if (E.isLeft(expected)) return expected.left.reason
  const value = pipe(
    expected.right,
    O.map(({ lifetimeValue }) => lifetimeValue),
    O.toUndefined,
  )
  if (value === undefined || E.isRight(value)) return null
  return value.left._tag === 'FitFailed' ? value.left.reason : value.left._tag
}

const rowOf = (of: CustomerLoyalty, { knownAt, calendar }: View): TableRow => {
  const { behaviour, promotion } = of
  const rfm = found(of.rfm)
  const expected = found(of.expected)
  const declining = found(of.declining)
  const attitude = O.toUndefined(of.attitude)
  const phase = O.toUndefined(of.phase)
  const lost = O.toUndefined(of.lost)
  const wallet = found(behaviour.shareOfWallet)
  return {
    zone: calendar.zone,
    knownAt: Instant.encode(knownAt),
    customer: of.customer,
    purchases: behaviour.purchases,
    repeatDays: behaviour.repeatDays,
    visits: behaviour.visits,
    ...shareCells('shareOfPurchases', behaviour.shareOfPurchases),
    ...shareCells('shareOfVisits', behaviour.shareOfVisits),
    shareOfWallet: wallet?.share ?? null,
    'shareOfWallet.n': wallet?.n ?? null,
    'shareOfWallet.ofUnknownAmount': wallet?.ofUnknownAmount ?? null,
    recency: O.toNullable(behaviour.recency),
    turnover: money(behaviour.turnover),
    pastValue: money(behaviour.pastValue),
    rfm: rfm?.independent ?? null,
    rfmNested: rfm?.nested ?? null,
    level: found(of.level) ?? null,
    change: declining?.change ?? null,
    declining: declining?.declining ?? null,
    relativeAttitude: attitude?.relativeAttitude ?? null,
    dickBasu: attitude?.class ?? null,
    phase: phase === undefined ? null : O.toNullable(phase.phase),
    stage: phase === undefined ? null : O.toNullable(phase.stage),
    referrals: promotion.referrals,
    'nps.transaction': O.toNullable(promotion.nps.transaction),
    'nps.cumulative': O.toNullable(promotion.nps.cumulative),
    x: expected?.x ?? null,
    tx: expected?.tx ?? null,
    T: expected?.T ?? null,
    alive: alive(expected),
    expectedPurchases: expected?.purchases ?? null,
    valuePerPurchase: one(expected?.valuePerPurchase),
    lifetimeValue: one(expected?.lifetimeValue),
    noValue: refused(of),
    lostAt: instantCell(lost?.at),
    lostFor: lost?.reason ?? null,
  }
}

/** One row a customer. Money is in minor units; what is none, or of several currencies, is empty; `noValue` says why no lifetime
 * value is expected of one who bought. */
export const rows = (view: View): ReadonlyArray<TableRow> =>
  view.customers.map((each) => rowOf(each, view))

/** One row a figure of everybody together: the layers, who left and came, and the models with how well they fit. */
export const figureRows = ({ customers, ...everybody }: View): ReadonlyArray<TableRow> =>
  leaves(plainJson(everybody)).map(({ path: figure, value }) => ({ figure, value }))
