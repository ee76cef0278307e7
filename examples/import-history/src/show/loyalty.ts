import type { loyalty } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { figures, type Line, meanOf, none, shareOf, two } from './figures.js'
import { counted, decimal, indented, money, number, percent, table } from './text.js'

type View = loyalty.view.View
type Customer = loyalty.view.CustomerLoyalty
type Amount = loyalty.view.Amount

/** How two currencies that no rate joins are told; nothing of them is one sum. */
const mixed = ({ currencies }: loyalty.view.MixedCurrency): string =>
  `${currencies.join(' and ')}, and no rate between them`

const totalsOf = (amounts: ReadonlyArray<Amount>): ReadonlyArray<Amount> => {
  const totals = new Map<Amount['currency'], number>()
  for (const { amount, currency } of amounts)
    totals.set(currency, (totals.get(currency) ?? 0) + amount)
  return [...totals].map(([currency, amount]) => ({ currency, amount }))
}

const turnover = (buyers: ReadonlyArray<Customer>, purchases: number): ReadonlyArray<Line> =>
  totalsOf(buyers.flatMap(({ behaviour }) => behaviour.turnover)).flatMap((total): Line[] => [
    ['Turnover', money(total), `of ${counted(purchases, 'purchase')}`],
    [
      '  a purchase',
      money({ ...total, amount: total.amount / purchases }),
      `mean, n = ${counted(purchases, 'purchase')}`,
    ],
    [
      '  a customer',
      money({ ...total, amount: total.amount / buyers.length }),
      `mean, n = ${counted(buyers.length, 'customer')}`,
    ],
  ])

const declining = (all: ReadonlyArray<Customer>): Line => {
  const changes = all.flatMap((each) =>
    E.isRight(each.declining) && O.isSome(each.declining.right) ? [each.declining.right.value] : [],
  )
  const [first] = changes
  return first === undefined
    ? none('Declining', 'nobody bought the year before')
    : [
        'Declining',
        number(changes.filter((change) => change.declining).length),
        `of ${number(changes.length)} who bought the year before: lost ${percent(first.threshold)} or more`,
      ]
}

const promoters = (
  name: string,
  all: ReadonlyArray<Customer>,
  mode: 'transaction' | 'cumulative',
): Line => {
  const said = all.flatMap(({ promotion: { nps } }) =>
    O.isSome(nps[mode]) ? [nps[mode].value] : [],
  )
  return said.length === 0
    ? none(name, 'none of them answered')
    : [
        name,
        number(said.filter((nps) => nps === 'promoter').length),
        `of ${counted(said.length, 'customer')} who answered, by what each said last`,
      ]
}

/** What customers did. */
export const showBehaviour = ({ customers, churn, window }: View): ReadonlyArray<string> => {
  const buyers = customers.filter(({ behaviour }) => behaviour.purchases > 0)
  const purchases = buyers.reduce((n, { behaviour }) => n + behaviour.purchases, 0)
  const each = (of: (customer: Customer) => number) => buyers.map(of)
  return figures([
    ['Customers on record', number(customers.length), `${number(buyers.length)} of them bought`],
    meanOf(
      'Purchases a customer',
      each((c) => c.behaviour.purchases),
      two,
      'customer',
    ),
    meanOf(
      'Days he came back',
      each((c) => c.behaviour.repeatDays),
      two,
      'customer',
    ),
    [
      'Never came back',
      number(buyers.filter(({ behaviour }) => behaviour.repeatDays === 0).length),
      `of ${counted(buyers.length, 'customer')}: bought on one day alone`,
    ],
    meanOf(
      'Days since the last',
      buyers.flatMap(({ behaviour: { recency } }) => (O.isSome(recency) ? [recency.value] : [])),
      (days) => decimal(days, 1),
      'customer',
    ),
    ...turnover(buyers, purchases),
    declining(customers),
    promoters('Promoters, on the whole', customers, 'cumulative'),
    promoters('  of single cases', customers, 'transaction'),
    [
      'Lost',
      number(churn.lost),
      `on record from ${window.first} on; ${number(churn.gained)} came for the first time`,
    ],
    shareOf(
      'Kept',
      churn.lost === 0 ? O.none : churn.retention,
      'at the start',
      'no loss is on record',
    ),
  ])
}

/** Sums of a view that is in one currency; where nobody bought there is none to name. */
const sumIn = ({ customers }: View): ((amount: number) => string) => {
  const currency = customers.flatMap(({ behaviour }) => behaviour.turnover)[0]?.currency
  return (amount) => (currency === undefined ? 'none' : money({ amount, currency }))
}

/** Who brings how much of the turnover. */
export const showPyramid = (view: View): ReadonlyArray<string> => {
  const { pyramid, window } = view
  const sum = sumIn(view)
  if (E.isLeft(pyramid)) return [`  Value pyramid: none, for amounts are in ${mixed(pyramid.left)}`]
  const n = pyramid.right.reduce((all, layer) => all + layer.n, 0)
  const total = pyramid.right.reduce((all, layer) => all + layer.turnover, 0)
  return indented([
    `Value pyramid: turnover from ${window.first} to ${window.last}, n = ${counted(n, 'customer')}`,
    ...table(
      [
        ['layer', 'customers', 'turnover', 'share'],
        ...pyramid.right.map((layer) => [
          layer.level,
          number(layer.n),
          sum(layer.turnover),
          O.isNone(layer.share) ? 'none' : percent(layer.share.value),
        ]),
        ['all', number(n), sum(total), ''],
      ],
      [1, 2, 3],
    ),
  ])
}

const mostScores = 6

/** How the scores of recency, frequency and value are spread, and which three go together most often. */
export const showRfm = (view: View): ReadonlyArray<string> => {
  const { customers, rfmThresholds } = view
  if (E.isLeft(rfmThresholds))
    return [`  RFM: none, for amounts are in ${mixed(rfmThresholds.left)}`]
  const readings = customers.flatMap(({ rfm }) =>
    E.isRight(rfm) && O.isSome(rfm.right) ? [rfm.right.value] : [],
  )
  if (readings.length === 0) return ['  RFM: none, n = 0: nobody bought']
  const scores = readings.map(({ independent }) => independent)
  const having = (place: number, score: number) =>
    number(scores.filter((each) => each[place] === String(score)).length)
  const { recency, frequency, monetary } = rfmThresholds.right
  /** A threshold belongs to the score above it in value; the less recent, the lower the score. */
  const from = (bounds: ReadonlyArray<number>, i: number, show: (n: number) => string) => {
    const bound = bounds[i]
    return bound === undefined ? '' : show(bound)
  }
  const sum = sumIn(view)
  const combined = new Map<string, number>()
  for (const score of scores) combined.set(score, (combined.get(score) ?? 0) + 1)
  const commonest = [...combined].sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  return indented([
    `RFM scores by quintiles, 5 best, n = ${counted(readings.length, 'customer')}`,
    ...table(
      [
        ['score', 'days since', 'customers', 'purchases', 'customers', 'turnover', 'customers'],
        ...[5, 4, 3, 2, 1].map((score) => [
          String(score),
          score === 1
            ? `from ${from(recency, 3, (n) => decimal(n, 1))}`
            : `under ${from(recency, 5 - score, (n) => decimal(n, 1))}`,
          having(0, score),
          score === 1
            ? `under ${from(frequency, 0, (n) => decimal(n, 1))}`
            : `from ${from(frequency, score - 2, (n) => decimal(n, 1))}`,
          having(1, score),
          score === 1
            ? `under ${from(monetary, 0, sum)}`
            : `from ${from(monetary, score - 2, sum)}`,
          having(2, score),
        ]),
      ],
      [1, 2, 3, 4, 5, 6],
    ),
    `the commonest: ${commonest
      .slice(0, mostScores)
      .map(([score, n]) => `${score} ${number(n)}`)
      .join(', ')}; ${counted(combined.size, 'score')} in all`,
  ])
}
