/**
 * What a customer will be worth, as the model has it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { areParams } from './bg-nbd/model.js'
import { expectedFuturePurchases, type Fit } from './bg-nbd/index.js'
import { isRow, type Row } from './summary.js'

/** What a lifetime value is counted with. Durations are milliseconds; none has a default. */
export interface LifetimeTerms {
  /** What is earned of each unit of value: 0.3 for 30 %. */
  readonly margin: number
  /** What a purchase of his is worth: `gammaGamma.expectedValue`, or what else is known. */
  readonly valuePerPurchase: number
  /** How far ahead is counted. */
  readonly horizon: number
  /** How long each period of the sum is; the last one ends with the horizon. */
  readonly step: number
  /** `rate` is lost in each `period`: 0.1 a year. */
  readonly discount: { readonly rate: number; readonly period: number }
}

/** What no value can be counted with: `field` is `margin`, `horizon`, `discount.rate` or the like; or `params`, `unit` or `row`. */
export interface InvalidTerms {
  readonly _tag: 'InvalidTerms'
  readonly field: string
  readonly expected: string
}

const isAmount = (n: number): boolean => n >= 0 && n <= 1e15

const isDuration = (n: number): boolean => n > 0 && n <= 8.64e15

const check = (
  { params, unit }: Pick<Fit, 'params' | 'unit'>,
  row: Row,
  { margin, valuePerPurchase, horizon, step, discount }: LifetimeTerms,
): InvalidTerms | undefined => {
  const wrong: ReadonlyArray<readonly [boolean, string, string]> = [
    [areParams(params), 'params', 'r, alpha, a and b above 0'],
    [isDuration(unit), 'unit', 'a duration in milliseconds, above 0'],
    [isRow(row), 'row', 'a whole x from 0 on, and 0 <= tx <= T'],
    [Math.abs(margin) <= 1, 'margin', 'a part, from -1 to 1'],
    [isAmount(valuePerPurchase), 'valuePerPurchase', 'an amount from 0 to 1e15'],
    [isDuration(horizon), 'horizon', 'a duration in milliseconds, above 0'],
    [
      isDuration(step) && horizon / step <= 10_000,
      'step',
      'a duration of at least horizon / 10,000',
    ],
    [discount.rate >= 0 && discount.rate <= 1e6, 'discount.rate', 'a rate from 0 to 1e6'],
    [isDuration(discount.period), 'discount.period', 'a duration in milliseconds, above 0'],
  ]
  const [first] = wrong.filter(([holds]) => !holds)
  return first && { _tag: 'InvalidTerms', field: first[1], expected: first[2] }
}

/**
 * The sum over the periods up to the horizon of margin * purchases expected in the period * value of a purchase
 * / (1 + rate)^t, with t the period's end in units of the discount's period. Without a discount the step changes nothing.
 * `fit` is a fit of BG/NBD and `row` the customer's, in its unit of time.
 *
 * Fader, Hardie and Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing
 * Research 42(4), with discounted expected purchases summed period by period.
 */
export const customerLifetimeValue = (
  fit: Pick<Fit, 'params' | 'unit'>,
  row: Row,
  terms: LifetimeTerms,
): E.Either<InvalidTerms, number> => {
  const invalid = check(fit, row, terms)
  if (invalid !== undefined) return E.left(invalid)
  const { params, unit } = fit
  const { margin, valuePerPurchase, horizon, discount } = terms
  const step = discount.rate === 0 ? horizon : terms.step
  let value = 0
  let before = 0
  for (let i = 1, end = 0; end < horizon; i += 1) {
    end = Math.min(i * step, horizon)
    const until = expectedFuturePurchases(params, row, end / unit)
    value += (until - before) / (1 + discount.rate) ** (end / discount.period)
    before = until
  }
  return E.right(margin * valuePerPurchase * value)
}
