import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { loyalty } from '../../src/index.js'
import { published, right } from './support.js'

const { customerLifetimeValue, bgNbd } = loyalty

const week = 604_800_000
const fit = { params: published, unit: week }
const row = { x: 2, tx: 30.43, T: 38.86 }
const terms: loyalty.LifetimeTerms = {
  margin: 0.3,
  valuePerPurchase: 40,
  horizon: 39 * week,
  step: week,
  discount: { rate: 0, period: 52 * week },
}
const value = (of: Partial<loyalty.LifetimeTerms>) =>
  right(customerLifetimeValue(fit, row, { ...terms, ...of }))

describe('the value of a customer’s lifetime', () => {
  it('is margin, purchases and their worth multiplied, where nothing is discounted', () => {
    const purchases = bgNbd.expectedFuturePurchases(published, row, 39)
    expect(value({})).toBeCloseTo(0.3 * 40 * purchases, 10)
  })

  it('does not depend on the step then, even one that does not go into the horizon', () => {
    for (const step of [39 * week, 100 * week, 7 * week, week / 7, week * Math.PI])
      expect(value({ step })).toBeCloseTo(value({}), 10)
  })

  it('is discounted to each period’s end', () => {
    const until = (t: number) => bgNbd.expectedFuturePurchases(published, row, t)
    const discount = { rate: 0.1, period: 26 * week }
    const byHand =
      until(13) / 1.1 ** 0.5 +
      (until(26) - until(13)) / 1.1 +
      (until(30) - until(26)) / 1.1 ** (30 / 26)
    expect(value({ discount, step: 13 * week, horizon: 30 * week })).toBeCloseTo(12 * byHand, 10)
    expect(value({ discount })).toBeLessThan(value({}))
  })

  it('is the same in another unit of time', () => {
    const days = { params: { ...published, alpha: 7 * published.alpha }, unit: week / 7 }
    const inDays = { x: 2, tx: 7 * row.tx, T: 7 * row.T }
    expect(right(customerLifetimeValue(days, inDays, terms))).toBeCloseTo(value({}), 10)
  })

  it.each([
    ['margin', { margin: 1.01 }],
    ['margin', { margin: NaN }],
    ['valuePerPurchase', { valuePerPurchase: -1 }],
    ['valuePerPurchase', { valuePerPurchase: Infinity }],
    ['horizon', { horizon: 0 }],
    ['horizon', { horizon: NaN }],
    ['step', { step: 0 }],
    ['step', { step: (39 * week) / 10_001 }],
    ['discount.rate', { discount: { rate: -0.1, period: week } }],
    ['discount.period', { discount: { rate: 0.1, period: 0 } }],
  ])('is refused for its %s: %j', (field, wrong) => {
    const answer = customerLifetimeValue(fit, row, { ...terms, ...wrong })
    expect(answer).toMatchObject(E.left({ _tag: 'InvalidTerms', field }))
  })

  it('is refused for a row that nobody can have, and for a fit that is none', () => {
    const refused = (of: Partial<typeof fit>, at: Partial<loyalty.Row>) =>
      customerLifetimeValue({ ...fit, ...of }, { ...row, ...at }, terms)
    for (const at of [{ tx: 39 }, { x: 1.5 }, { x: -1 }, { T: NaN }])
      expect(refused({}, at)).toMatchObject(E.left({ field: 'row' }))
    for (const unit of [0, NaN])
      expect(refused({ unit }, {})).toMatchObject(E.left({ field: 'unit' }))
    for (const a of [0, NaN, Infinity])
      expect(refused({ params: { ...published, a } }, {})).toMatchObject(
        E.left({ field: 'params' }),
      )
  })

  it.each([
    [{ margin: 1 }],
    [{ margin: -1 }],
    [{ valuePerPurchase: 0 }],
    [{ horizon: 1 }],
    [{ step: (39 * week) / 10_000 }],
    [{ discount: { rate: 1e6, period: 1 } }],
  ])('is a number at the bounds: %j', (of) => {
    expect(Number.isFinite(value(of))).toBe(true)
  })
})
