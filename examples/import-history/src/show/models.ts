import type { loyalty } from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { loyalty as models } from '@troth/projections'

import { week } from '../desk.js'
import { type Line, two } from './figures.js'
import { counted, date, decimal, indented, money, number, percent, table } from './text.js'

type View = loyalty.view.View
type FrequencyFit = E.Either<loyalty.FitFailed, loyalty.bgNbd.Fit>

/** Why there is no fit, in words. */
export const whyNoFit = (failed: loyalty.FitFailed): string => {
  switch (failed.reason) {
    case 'NothingToFit':
      return 'nothing to fit'
    case 'InvalidRow':
      return `customer ${number(failed.row)} can not be`
    case 'NoRepeatPurchases':
      return 'nobody came back'
    case 'NoMaximum':
      return `the likelihood grows as ${failed.parameter} goes to ${failed.towards}: too few customers`
    case 'NotConverged':
      return 'the search gave up'
  }
}

const column = (fit: FrequencyFit): ReadonlyArray<readonly [string, string]> => {
  if (E.isLeft(fit)) return Array.from({ length: 7 }, () => ['none', ''] as const)
  const { params, standardErrors, logLikelihood, n } = fit.right
  return [
    ...(['r', 'alpha', 'a', 'b'] as const).map(
      (name) => [decimal(params[name], 4), decimal(standardErrors[name], 4)] as const,
    ),
    [decimal(logLikelihood, 1), ''],
    [number(n), ''],
    [decimal(models.bgNbd.expectedPurchases(params, 52), 3), ''],
  ]
}

const names = ['r', 'alpha, weeks', 'a', 'b', 'ln L', 'n, customers', 'E[X(52 weeks)] of a new one']

const failure = (when: string, fit: FrequencyFit): ReadonlyArray<string> =>
  E.isLeft(fit) ? [`${when}: not fitted: ${whyNoFit(fit.left)}`] : []

/** BG/NBD twice: on what was bought until the holdout began, and on all. */
const frequency = (
  { models: { bgNbd, holdout }, knownAt }: View,
  calibratedOn: string,
): ReadonlyArray<string> => {
  const all = `all to ${date(knownAt)}`
  const fits: ReadonlyArray<readonly [string, FrequencyFit]> = [
    ...(O.isSome(holdout)
      ? [[`calibration to ${date(holdout.value.from)}`, holdout.value.fit] as const]
      : []),
    [all, bgNbd],
  ]
  const columns = fits.map(([, fit]) => column(fit))
  return [
    'How often they buy: BG/NBD, a model',
    ...(O.isSome(holdout) ? [`Calibrated on ${calibratedOn}; what came after is held out`] : []),
    ...table(
      [
        ['', ...fits.flatMap(([when]) => [when, 'std. error'])],
        ...names.map((name, i) => [name, ...columns.flatMap((each) => each[i] ?? [])]),
      ],
      [1, 2, 3, 4],
    ),
    ...fits.flatMap(([when, fit]) => failure(when, fit)),
  ]
}

const groups = ({ byFrequency, n, actual, expected }: loyalty.Holdout): ReadonlyArray<string> =>
  table(
    [
      ['came back before', 'customers', 'then, mean', 'expected'],
      ...byFrequency.map((group) => [
        `${number(group.x)}${group.orMore ? ' or more' : ''}`,
        number(group.n),
        decimal(group.actual, 3),
        decimal(group.expected, 3),
      ]),
      ['all', number(n), decimal(actual / n, 3), decimal(expected / n, 3)],
    ],
    [1, 2, 3],
  )

/** How far the model missed what came after. */
const heldOut = ({ models: { holdout }, knownAt }: View): ReadonlyArray<string> => {
  if (O.isNone(holdout)) return ['How far it misses: none, for calibration takes all that is read']
  const { from, comparison } = holdout.value
  const weeks = decimal((knownAt - from) / week, 1)
  const title = `How far it misses: after ${date(from)}, ${weeks} weeks held out`
  if (O.isNone(comparison)) return [`${title}: none, n = 0`]
  const { n, actual, expected, meanAbsoluteError, rootMeanSquareError, correlation } =
    comparison.value
  const lines: ReadonlyArray<Line> = [
    ['Days they bought', number(actual), `n = ${counted(n, 'customer')}`],
    [
      '  expected',
      decimal(expected, 1),
      actual === 0 ? 'nobody bought' : `${percent(expected / actual)} of what happened`,
    ],
    ['Off for one, mean', two(meanAbsoluteError), `root mean square ${two(rootMeanSquareError)}`],
    O.isNone(correlation)
      ? ['Correlation', 'none', 'all alike']
      : [
          'Correlation',
          decimal(correlation.value.value, 3),
          `of what happened and what was expected, n = ${number(correlation.value.n)}`,
        ],
  ]
  return [title, ...groups(comparison.value), ...table(lines, [1])]
}

const spending = ({ currency, fit }: loyalty.view.ValueFit): ReadonlyArray<string> => {
  const title = `What they spend: Gamma-Gamma, a model, in ${currency}`
  if (E.isLeft(fit)) return [`${title}: not fitted: ${whyNoFit(fit.left)}`]
  const { params, standardErrors, n, correlation } = fit.right
  const unit = (amount: number) => money({ amount, currency })
  return [
    `${title}, n = ${counted(n, 'customer')} who came back and spent`,
    ...table(
      [
        ['', 'value', 'std. error'],
        ['p', two(params.p), two(standardErrors.p)],
        ['q', two(params.q), two(standardErrors.q)],
        ['gamma', unit(params.gamma), unit(standardErrors.gamma)],
      ],
      [1, 2],
    ),
    O.isNone(correlation)
      ? 'correlation of how often and how much: none'
      : `correlation of how often and how much, which the model takes for 0: ${decimal(correlation.value.value, 4)}, n = ${number(correlation.value.n)}`,
  ]
}

const bands: ReadonlyArray<readonly [string, number, number]> = [
  ['from 90 %', 0.9, 2],
  ['50 to 90 %', 0.5, 0.9],
  ['10 to 50 %', 0.1, 0.5],
  ['under 10 %', -1, 0.1],
]

/** Who is still there; of one who never came back the model knows nothing. */
const alive = ({ customers }: View): ReadonlyArray<string> => {
  const expected = customers.flatMap(({ expected: of }) =>
    E.isRight(of) && O.isSome(of.right) ? [of.right.value.alive] : [],
  )
  const probable = expected.flatMap((each) => (each.is === 'probable' ? [each.probability] : []))
  const inBand = (from: number, to: number) => probable.filter((p) => p >= from && p < to).length
  const lines: ReadonlyArray<Line> = [
    ...bands.map(([name, from, to]): Line => [
      name,
      number(inBand(from, to)),
      `of ${counted(probable.length, 'customer')} who came back`,
    ]),
    [
      'never repeated',
      number(expected.length - probable.length),
      `of ${counted(expected.length, 'customer')}: nothing tells`,
    ],
  ]
  return expected.length === 0
    ? ['P(alive): none, n = 0']
    : ['P(alive): whether they are still there', ...table(lines, [1])]
}

/** What the models expect, and beside it how well they fit. */
export const showModels = (view: View, calibratedOn: string): ReadonlyArray<string> => {
  const { gammaGamma } = view.models
  return indented([
    ...frequency(view, calibratedOn),
    '',
    ...heldOut(view),
    '',
    ...(gammaGamma.length === 0
      ? ['What they spend: none, nobody bought']
      : gammaGamma.flatMap(spending)),
    '',
    ...alive(view),
  ])
}
