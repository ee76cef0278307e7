import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { csv, loyalty, tableOf } from '../../../src/index.js'
import { bought, type History, returned } from '../../shared/desk.js'
import { at, customerId, id } from '../../shared/history.js'
import { instant, numbers, published, right, some } from '../support.js'
import { person, rowsOf, terms, viewOf } from './support.js'

const { bgNbd, gammaGamma } = loyalty
const { figureRows, read, rows } = loyalty.view
const days = (n: number) => 24 * n

const today = days(400)

/** As the models have it: each comes at his own rate, may leave after each purchase, and spends about his own sum. */
const buying = (
  n: number,
  currency = 'EUR',
  seed = 7,
): Record<string, ReturnType<typeof bought>[]> => {
  const chance = numbers(seed)
  return Object.fromEntries(
    Array.from({ length: n }, (_, i) => {
      const rate = -Math.log(chance()) / 30
      const leaving = chance() ** 1.5
      const spends = -4000 * Math.log(chance() * chance())
      const orders: ReturnType<typeof bought>[] = []
      let when = chance() * 60
      do {
        const amount = Math.round(spends * (0.5 + chance()))
        orders.push(bought(days(when), `${String(i)}/${String(orders.length)}`, amount, currency))
        when -= Math.log(chance()) / rate
      } while (days(when) < today && chance() > leaving)
      return [customerId(i), orders]
    }),
  )
}
const dealings = buying(200)
const history: History = { dealings }

describe('what the models expect', () => {
  const view = viewOf(history, today)
  const fit = right(view.models.bgNbd)
  const value = some(O.fromNullable(view.models.gammaGamma[0]))
  const expectation = (key: string) => some(right(person(view, key).expected))
  const onceOnly = Object.keys(dealings).find((key) => dealings[key]?.length === 1) ?? ''
  const often = Object.keys(dealings).find((key) => (dealings[key]?.length ?? 0) > 4) ?? ''

  it('is of all customers together, with how well it fits beside it', () => {
    expect(fit.n).toBe(200)
    expect(value.currency).toBe('EUR')
    expect(some(right(value.fit).correlation).n).toBe(right(value.fit).n)
    expect(view.models.holdout).toEqual(O.none)
  })

  it('of one who never came back is no probability', () => {
    const { alive, x, purchases, valuePerPurchase } = expectation(onceOnly)
    expect(alive).toEqual({ is: 'neverRepeated' })
    expect(x).toBe(0)
    expect(purchases).toBeGreaterThan(0)
    expect(right(valuePerPurchase).amount).toBeCloseTo(
      some(gammaGamma.expectedValue(right(value.fit).params, { x: 0 })),
      6,
    )
  })

  it('of another is what the model says, of the same summary', () => {
    const { x, tx, T, ...told } = expectation(often)
    const row = { x, tx, T }
    expect(told.alive).toEqual({
      is: 'probable',
      probability: bgNbd.probabilityAlive(fit.params, row),
    })
    expect(told.purchases).toBeCloseTo(bgNbd.expectedFuturePurchases(fit.params, row, 52), 9)
    const { amount, currency } = right(told.lifetimeValue)
    expect(currency).toBe('EUR')
    expect(amount).toBeCloseTo(0.3 * told.purchases * right(told.valuePerPurchase).amount, 4)
  })

  it('is in no row where he never bought', () => {
    const { customer, ...figures } = person(
      viewOf({ dealings: { ...dealings, [customerId(900)]: [] } }, today),
      customerId(1),
    )
    expect([customer, E.isRight(figures.expected)]).toEqual([customerId(1), true])
    const gone = [bought(0, 'X'), returned(1, 'X')]
    const without = viewOf({ dealings: { ...dealings, [customerId(900)]: gone } }, today)
    expect(person(without, customerId(900)).expected).toEqual(E.right(O.none))
    expect(without.models).toEqual(view.models)
  })

  it('falls with a return, from its date on', () => {
    const orders = dealings[often] ?? []
    const last = orders.at(-1)
    const after = {
      dealings: {
        ...dealings,
        [often]: [
          ...orders,
          returned(today - 1, last?.type === 'PurchaseRecorded' ? last.data.orderId : ''),
        ],
      },
    }
    const x = (knownAt: number) => some(right(person(viewOf(after, knownAt), often).expected)).x
    expect(x(today)).toBe(expectation(often).x - 1)
    expect(viewOf(after, today - 2)).toEqual(viewOf(history, today - 2))
  })

  it('says why it expects nothing', () => {
    const few = viewOf({ dealings: { [customerId(1)]: [bought(0, 'A')] } }, days(9))
    expect(few.models.bgNbd).toEqual(E.left({ _tag: 'FitFailed', reason: 'NoRepeatPurchases' }))
    expect(person(few, customerId(1)).expected).toEqual(few.models.bgNbd)
    const none = viewOf({}, days(9))
    expect(none.models).toEqual({
      bgNbd: E.left({ _tag: 'FitFailed', reason: 'NothingToFit' }),
      gammaGamma: [],
      holdout: O.none,
    })
    const badly = viewOf(history, today, { lifetime: { ...terms.lifetime, step: 0 } })
    const { lifetimeValue, valuePerPurchase } = some(right(person(badly, often).expected))
    expect(E.isRight(valuePerPurchase)).toBe(true)
    expect(lifetimeValue).toMatchObject({ left: { _tag: 'InvalidTerms', field: 'step' } })
  })
})

describe('values in several currencies', () => {
  const both = { dealings: { ...buying(100), ...prefixed(buying(100, 'USD', 11)) } }
  function prefixed(streams: Record<string, ReturnType<typeof bought>[]>) {
    return Object.fromEntries(Object.entries(streams).map(([key, orders]) => [`us.${key}`, orders]))
  }

  it('are fitted each by itself, and how often all together', () => {
    const { models } = viewOf(both, today)
    expect(models.gammaGamma.map(({ currency }) => currency)).toEqual(['EUR', 'USD'])
    expect(right(models.bgNbd).n).toBe(200)
    const alone = viewOf({ dealings: buying(100) }, today)
    expect(models.gammaGamma[0]).toEqual(alone.models.gammaGamma[0])
  })

  it('of one who bought in both are none, and he is expected back all the same', () => {
    const own = { [customerId(0)]: [bought(0, 'A', 5, 'EUR'), bought(days(9), 'B', 5, 'USD')] }
    const view = viewOf({ dealings: { ...buying(100), ...own } }, today)
    const told = some(right(person(view, customerId(0)).expected))
    const refusal = E.left({ _tag: 'MixedCurrency', currencies: ['EUR', 'USD'] })
    expect([told.valuePerPurchase, told.lifetimeValue]).toEqual([refusal, refusal])
    expect(told.x).toBe(1)
    expect(told.alive.is).toBe('probable')
  })

  it('are one by the host’s rates', () => {
    const rates: loyalty.view.Rates = {
      into: 'EUR' as loyalty.view.Rates['into'],
      rate: () => 1,
    }
    const { models } = viewOf(both, today, { rates })
    expect(models.gammaGamma.map(({ currency }) => currency)).toEqual(['EUR'])
  })
})

describe('the holdout', () => {
  it('is fitted on what was bought until it began, and shows how far it missed', () => {
    const from = at(days(200))
    const { models } = viewOf(history, today, { holdoutFrom: from })
    const { fit, comparison, from: since } = some(models.holdout)
    expect(since).toBe(from)
    expect(right(fit)).toEqual(right(viewOf(history, days(200)).models.bgNbd))
    const { n, actual, byFrequency } = some(comparison)
    expect(n).toBe(200)
    // Two purchases on one date are one.
    const dates = (until: number) =>
      Object.values(dealings)
        .map((orders) => orders.map(({ data }) => data.at).filter((when) => when <= until))
        .map((instants) => new Set(instants.map((when) => Math.floor(when / 86_400_000))).size)
        .reduce((all, size) => all + size, 0)
    expect(actual).toBe(dates(at(today)) - dates(from))
    expect(byFrequency.reduce((sum, group) => sum + group.n, 0)).toBe(200)
    const early = some(viewOf(history, today, { holdoutFrom: at(-1) }).models.holdout)
    expect(early.fit).toEqual(E.left({ _tag: 'FitFailed', reason: 'NothingToFit' }))
    expect(early.comparison).toEqual(O.none)
  })
})

describe('a holdout that has not begun', () => {
  it('is none: nothing of it is known yet', () => {
    for (const later of [0, 1, 24 * 400])
      expect(viewOf(history, today, { holdoutFrom: at(today + later) }).models.holdout).toEqual(
        O.none,
      )
    expect(O.isSome(viewOf(history, today, { holdoutFrom: at(today - 1) }).models.holdout)).toBe(
      true,
    )
  })
})

describe('the loyalty view as tables', () => {
  it('says why there is no value to expect', () => {
    const one = { dealings: { [customerId(1)]: [bought(0, 'A'), bought(days(9), 'B')] } }
    const own = { [customerId(0)]: [bought(0, 'A', 5, 'EUR'), bought(days(9), 'B', 5, 'USD')] }
    const mixed = viewOf({ dealings: { ...buying(100), ...own } }, today)
    const why = (view: loyalty.view.View) => rows(view).map(({ noValue }) => noValue)
    expect(why(mixed).filter((reason) => reason !== null)).toEqual(['MixedCurrency'])
    const badly = viewOf(history, today, { lifetime: { ...terms.lifetime, step: 0 } })
    expect(new Set(why(badly))).toEqual(new Set(['InvalidTerms']))
    const none = viewOf(one, days(90))
    expect(why(none)).toEqual(['NoMaximum'])
  })

  it('has one row a customer, and one a figure of all', () => {
    const view = viewOf(history, today)
    const [first] = rows(view)
    expect(first).toMatchObject({ zone: 'UTC', customer: customerId(0) })
    expect(rows(view).some(({ alive }) => alive === 'neverRepeated')).toBe(true)
    expect(rows(view).some(({ alive }) => typeof alive === 'number')).toBe(true)
    expect(csv(tableOf(rows(view))).split('\n')).toHaveLength(201)
    const figures = figureRows(view).map(({ figure }) => figure)
    expect(figures).toContain('models.bgNbd.params.alpha')
    expect(figures).toContain('models.gammaGamma.0.fit.correlation.value')
    expect(figures).toContain('pyramid.0.share')
    const json = loyalty.view.json(view)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })
})

const folder = join(process.env['TROTH_SHARED'] ?? '', 'data/cdnow')
const isThere = process.env['TROTH_SHARED'] !== undefined && existsSync(folder)

// Set TROTH_SHARED to the folder of published data to run it.
describe.skipIf(!isThere)('CDNOW as dealings', () => {
  it('has the published parameters, values in cents and all', () => {
    const streams: Record<string, ReturnType<typeof bought>[]> = {}
    const lines = readFileSync(join(folder, 'CDNOW_sample.txt'), 'utf8').trim().split(/\r?\n/)
    for (const [i, line] of lines.entries()) {
      const [, customer = '', date = '', , dollars = ''] = line.trim().split(/ +/)
      const day = instant(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00.000Z`)
      const key = id('a', Number(customer))
      const order = bought(
        (day - at(0)) / 3_600_000,
        String(i),
        Math.round(Number(dollars) * 100),
        'USD',
      )
      const there = streams[key]
      if (there) there.push(order)
      else streams[key] = [order]
    }
    const end = instant('1997-09-30T23:59:59.999Z')
    const records = rowsOf({ dealings: streams })
    const view = read(terms)(records, end, { by: 'month', at: end })
    const { params, logLikelihood } = right(view.models.bgNbd)
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      expect(Math.abs(params[name] - published[name])).toBeLessThan(1e-3)
    expect(logLikelihood.toFixed(1)).toBe('-9582.4')
    const [dollars] = view.models.gammaGamma
    const { params: spending, correlation } = right(some(O.fromNullable(dollars)).fit)
    expect(spending.p.toFixed(2)).toBe('6.25')
    expect(spending.q.toFixed(2)).toBe('3.74')
    expect((spending.gamma / 100).toFixed(2)).toBe('15.44')
    expect(some(correlation)).toMatchObject({ n: 946 })
    expect(view.customers).toHaveLength(2357)
    const later = read({ ...terms, holdoutFrom: end })(
      records,
      (end + 39 * 604_800_000) as Instant,
      { by: 'month', at: end },
    )
    const { fit, comparison } = some(later.models.holdout)
    expect(right(fit).params).toEqual(params)
    expect(some(comparison).n).toBe(2357)
  })
})
