import type { loyalty } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { compact, separate } from 'fp-ts/lib/ReadonlyArray.js'

import { day, week } from '../desk.js'
import { whyNoFit } from './models.js'
import { counted, decimal, indented, money, number, percent, table } from './text.js'

type View = loyalty.view.View

/** A customer of whom the models expect something worth so much. */
export interface Valued {
  readonly customer: string
  readonly rfm: string
  readonly level: string
  readonly expected: loyalty.view.Expectation
  readonly lifetimeValue: loyalty.view.Amount
}

/** The customers of whom a lifetime value is known, the greatest first; and why it is not known of others. */
export interface LifetimeValues {
  readonly known: ReadonlyArray<Valued>
  readonly unknown: ReadonlyMap<string, number>
}

type Customer = View['customers'][0]

/** None where he never bought. */
const valuedOf = ({
  customer,
  rfm,
  level,
  expected: of,
}: Customer): O.Option<E.Either<string, Valued>> => {
  if (E.isLeft(of)) return O.some(E.left(whyNoFit(of.left)))
  if (O.isNone(of.right)) return O.none
  const expected = of.right.value
  if (E.isLeft(expected.lifetimeValue)) return O.some(E.left(whyNot(expected.lifetimeValue.left)))
  return O.some(
    E.right({
      customer,
      rfm: E.isRight(rfm) && O.isSome(rfm.right) ? rfm.right.value.independent : 'none',
      level: E.isRight(level) && O.isSome(level.right) ? level.right.value : 'none',
      expected,
      lifetimeValue: expected.lifetimeValue.right,
    }),
  )
}

const whyNot = (why: loyalty.view.NoValue | loyalty.InvalidTerms): string => {
  switch (why._tag) {
    case 'MixedCurrency':
      return `spent ${why.currencies.join(' and ')}`
    case 'FitFailed':
      return `what they spend is not fitted: ${whyNoFit(why)}`
    case 'NoMean':
      return 'the law of what they spend has no mean for them'
    case 'InvalidTerms':
      return `${why.field} is not ${why.expected}`
  }
}

export const lifetimeValues = ({ customers }: View): LifetimeValues => {
  const { left, right } = separate(compact(customers.map(valuedOf)))
  const unknown = new Map<string, number>()
  for (const why of left) unknown.set(why, (unknown.get(why) ?? 0) + 1)
  return {
    known: [...right].sort((a, b) => b.lifetimeValue.amount - a.lifetimeValue.amount),
    unknown,
  }
}

const alive = ({ alive: of }: loyalty.view.Expectation): string =>
  of.is === 'neverRepeated' ? 'never repeated' : percent(of.probability)

/** The first `most` of them; `names` are those that the customers have in the file. */
export const showCustomers = (
  { known, unknown }: LifetimeValues,
  names: ReadonlyMap<string, string>,
  { margin, horizon, discount }: loyalty.view.Terms['lifetime'],
  most: number,
): ReadonlyArray<string> => {
  const terms = `${percent(margin)} margin, ${number(horizon / week)} weeks, ${percent(discount.rate)} discount in ${number(discount.period / day)} days`
  return indented([
    `Lifetime value, n = ${counted(known.length, 'customer')} (${terms})`,
    ...[...unknown].map(([why, n]) => `none of ${counted(n, 'customer')}: ${why}`),
    ...(known.length === 0 ? [] : valuedTable(known.slice(0, most), names)),
    ...(known.length > most ? [`and ${number(known.length - most)} more`] : []),
  ])
}

const valuedTable = (
  valued: ReadonlyArray<Valued>,
  names: ReadonlyMap<string, string>,
): ReadonlyArray<string> =>
  table(
    [
      [
        'customer',
        'RFM',
        'layer',
        'came back',
        'P(alive)',
        'to come',
        'a purchase',
        'lifetime value',
      ],
      ...valued.map(({ customer, rfm, level, expected, lifetimeValue }) => [
        names.get(customer) ?? customer,
        rfm,
        level,
        number(expected.x),
        alive(expected),
        decimal(expected.purchases, 2),
        E.isRight(expected.valuePerPurchase) ? money(expected.valuePerPurchase.right) : 'none',
        money(lifetimeValue),
      ]),
    ],
    [3, 4, 5, 6, 7],
  )
