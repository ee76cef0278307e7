import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { grouped } from '../../src/loyalty/bg-nbd/grouped.js'
import type { Params } from '../../src/loyalty/bg-nbd/model.js'
import { slopeOf } from '../../src/loyalty/bg-nbd/slope.js'
import { maximise } from '../../src/loyalty/newton.js'
import { loyalty } from '../../src/index.js'
import { numbers, published, right, runs } from './support.js'

const { fit, logLikelihood, probabilityAlive, expectedPurchases, expectedFuturePurchases } =
  loyalty.bgNbd

const positive = fc.double({ min: 0.05, max: 20, noNaN: true })
const params = fc.record({ r: positive, alpha: positive, a: positive, b: positive })
const anyRow: fc.Arbitrary<loyalty.Row> = fc
  .record({
    x: fc.constantFrom(0, 1, 2, 3, 30, 1000),
    share: fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
    T: fc.constantFrom(1, 38.86, 500),
  })
  .map(({ x, share, T }) => ({ x, tx: x === 0 ? 0 : share * T, T }))
const rows = fc.array(anyRow, { minLength: 1, maxLength: 8 })

const refused = (some: ReadonlyArray<loyalty.Row>) => {
  const answer = fit(some)
  return E.isLeft(answer) ? answer.left : answer.right
}

/** Customers as the model has them, with r and a of 1: rates are exponential, chances of staying a power. */
const customers = (n: number, alpha: number, b: number): ReadonlyArray<loyalty.Row> => {
  const next = numbers(20_050_524)
  return Array.from({ length: n }, () => {
    const rate = -Math.log(next()) / alpha
    const stays = next() ** (1 / b)
    const T = 20 + 20 * next()
    let [x, tx, at] = [0, 0, 0]
    for (;;) {
      at -= Math.log(next()) / rate
      if (at > T) return { x, tx, T }
      x += 1
      tx = at
      if (next() > stays) return { x, tx, T }
    }
  })
}

describe('the likelihood of purchases', () => {
  it('is the published formula, where gamma functions are factorials', () => {
    const of = { r: 2, alpha: 3, a: 2, b: 3 }
    // x = 1: G(3)/G(2) = 2, B(2,4)/B(2,3) = (1/20)/(1/12) = 3/5; a/(b+x-1) = 2/3.
    const one = 2 * 9 * 0.6 * (10 ** -3 + (2 / 3) * 5 ** -3)
    expect(logLikelihood(of, [{ x: 1, tx: 2, T: 7 }])).toBeCloseTo(Math.log(one), 12)
    // x = 0: he did not buy, and that is all.
    expect(logLikelihood(of, [{ x: 0, tx: 0, T: 7 }])).toBeCloseTo(Math.log(9 / 100), 12)
    // x = 2: G(4)/G(2) = 6, B(2,5)/B(2,3) = (1/30)/(1/12) = 2/5; a/(b+x-1) = 2/4.
    const two = 6 * 9 * 0.4 * (10 ** -4 + 0.5 * 5 ** -4)
    const both = [
      { x: 2, tx: 2, T: 7 },
      { x: 1, tx: 2, T: 7 },
    ]
    expect(logLikelihood(of, both)).toBeCloseTo(Math.log(one) + Math.log(two), 12)
    expect(logLikelihood(of, [])).toBe(0)
  })

  it('is a number for a thousand purchases', () => {
    const found = logLikelihood(published, [{ x: 1000, tx: 38, T: 39 }])
    expect(Number.isFinite(found)).toBe(true)
  })

  it('changes as its derivatives say', () => {
    fc.assert(
      fc.property(params, rows, (at, some) => {
        fc.pre(some.some(({ x }) => x > 0))
        const slope = slopeOf(right(grouped(some)))
        const here = slope(at)
        expect(here.value / logLikelihood(at, some) - 1).toBeCloseTo(0, 8)
        const names = ['r', 'alpha', 'a', 'b'] as const
        names.forEach((name, i) => {
          const h = 1e-4 * at[name]
          const moved = (by: number): Params => ({ ...at, [name]: at[name] + by })
          const [up, down] = [slope(moved(h)), slope(moved(-h))]
          const near = (found: number | undefined, expected: number, size: number) =>
            expect(Math.abs((found ?? NaN) - expected)).toBeLessThan(1e-5 * (1 + size))
          const size = some.reduce((sum, { x }) => sum + x + 1, 0) * (1 + 1 / at[name]) * 400
          near(here.gradient[i], (up.value - down.value) / (2 * h), size)
          names.forEach((_, j) => {
            const change = ((up.gradient[j] ?? NaN) - (down.gradient[j] ?? NaN)) / (2 * h)
            near(here.hessian[i]?.[j], change, size * 20)
          })
        })
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })
})

describe('the probability that a customer is there', () => {
  it('is the published formula', () => {
    const found = probabilityAlive({ r: 2, alpha: 3, a: 2, b: 3 }, { x: 1, tx: 2, T: 7 })
    expect(found).toBeCloseTo(1 / (1 + (2 / 3) * 2 ** 3), 14)
  })

  it('is 1 by definition for who never came back', () => {
    expect(probabilityAlive(published, { x: 0, tx: 0, T: 38.86 })).toBe(1)
    expect(probabilityAlive(published, { x: 0, tx: 0, T: 0 })).toBe(1)
  })

  it('falls to 0 for who came daily and then no more', () => {
    expect(probabilityAlive(published, { x: 1000, tx: 10, T: 1000 })).toBe(0)
  })

  it('is from 0 to 1, and falls the longer he is silent', () => {
    fc.assert(
      fc.property(params, anyRow, positive, (of, row, later) => {
        const now = probabilityAlive(of, row)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(probabilityAlive(of, { ...row, T: row.T + later })).toBeLessThanOrEqual(now)
      }),
      { numRuns: runs },
    )
  })
})

describe('expected purchases', () => {
  it('are the published ones', () => {
    expect(expectedPurchases(published, 52)).toBeCloseTo(1.444, 3)
    const row = { x: 2, tx: 30.43, T: 38.86 }
    expect(expectedFuturePurchases(published, row, 39)).toBeCloseTo(1.226, 3)
  })

  it('of a customer of today are those of anybody', () => {
    expect(expectedFuturePurchases(published, { x: 0, tx: 0, T: 0 }, 52)).toBe(
      expectedPurchases(published, 52),
    )
  })

  it('are as little as the chance that he is there', () => {
    const row = { x: 7, tx: 10, T: 38.86 }
    const there = expectedFuturePurchases(published, row, 39) / probabilityAlive(published, row)
    // Equation 10 without its denominator, by mpmath's hyp2f1 with 30 digits.
    expect(there).toBeCloseTo(5.199800198714383, 10)
  })

  it('are numbers where a + b is less than 1, for all who ever bought', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(0.1, 39, 5000), (row, t) => {
        const found = expectedFuturePurchases({ r: 0.2, alpha: 1, a: 0.3, b: 0.2 }, row, t)
        expect(Number.isFinite(found) && found >= 0).toBe(true)
      }),
      { numRuns: runs },
    )
  })
})

describe('what nobody can have done', () => {
  const row = { x: 2, tx: 30.43, T: 38.86 }
  const rows: ReadonlyArray<loyalty.Row> = [
    { ...row, x: -5 },
    { ...row, x: 0.5 },
    { ...row, x: NaN },
    { ...row, x: Infinity },
    { ...row, tx: NaN },
    { ...row, tx: -1 },
    { ...row, T: NaN },
    { ...row, T: -1 },
    { ...row, T: Infinity },
  ]
  const wrong: ReadonlyArray<Params> = [0, -1, NaN, Infinity].flatMap((n) =>
    (['r', 'alpha', 'a', 'b'] as const).map((name) => ({ ...published, [name]: n })),
  )

  it('is never expected, by nobody who is there, and as likely as nothing', () => {
    for (const of of rows) {
      expect(probabilityAlive(published, of)).toBe(0)
      expect(expectedFuturePurchases(published, of, 39)).toBe(0)
      expect(logLikelihood(published, [row, of, row])).toBe(-Infinity)
    }
    for (const params of wrong) {
      expect(probabilityAlive(params, row)).toBe(0)
      expect(expectedPurchases(params, 500)).toBe(0)
      expect(expectedFuturePurchases(params, row, 500)).toBe(0)
      expect(logLikelihood(params, [row])).toBe(-Infinity)
    }
  })

  it('is not a last purchase that rounding puts a hair after now', () => {
    const hair = { x: 2, tx: 38.861, T: 38.86 }
    const now = probabilityAlive(published, { ...hair, tx: 38.86 })
    expect(probabilityAlive(published, hair)).toBeCloseTo(now, 4)
  })

  it('is nothing within no number of weeks', () => {
    for (const t of [NaN, -1, 0]) {
      expect(expectedPurchases(published, t)).toBe(0)
      expect(expectedFuturePurchases(published, row, t)).toBe(0)
    }
    expect(Number.isFinite(expectedPurchases(published, Infinity))).toBe(true)
  })

  it('leaves no figure without a number, however far out what is known lies', () => {
    const far = fc.constantFrom(1e-300, 1e-12, 0.5, 1, 1e9, 1e300)
    const anyParams = fc.record({ r: far, alpha: far, a: far, b: far })
    const times = fc.constantFrom(0, 1e-300, 1, 1e12, 1e300)
    const anyFar = fc.record({ x: fc.constantFrom(0, 1, 1000, 1e15), tx: times, T: times })
    fc.assert(
      fc.property(anyParams, anyFar, times, (of, at, t) => {
        const figures = [
          probabilityAlive(of, at),
          expectedPurchases(of, t),
          expectedFuturePurchases(of, at, t),
        ]
        expect(figures.every((figure) => Number.isFinite(figure) && figure >= 0)).toBe(true)
        expect(logLikelihood(of, [at])).not.toBeNaN()
      }),
      { numRuns: runs },
    )
  })
})

describe('a fit', () => {
  it('finds the parameters that customers were made with', () => {
    const made = customers(20_000, 5, 2)
    const { params: found, standardErrors, n } = right(fit(made))
    const truth = { r: 1, alpha: 5, a: 1, b: 2 }
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      expect(Math.abs(found[name] - truth[name])).toBeLessThan(4 * standardErrors[name])
      expect(standardErrors[name]).toBeLessThan(0.1 * truth[name])
    }
    expect(n).toBe(20_000)
  })

  it('does not depend on the order of the customers, nor on counting equal ones together', () => {
    const made = customers(500, 5, 2).map(({ x, tx, T }) => ({
      x,
      tx: Math.round(tx),
      T: Math.round(T) + 1,
    }))
    const one = right(fit(made))
    const other = right(fit([...made].reverse()))
    expect(other.params.r).toBeCloseTo(one.params.r, 8)
    expect(other.params.b).toBeCloseTo(one.params.b, 6)
    expect(logLikelihood(one.params, made)).toBeCloseTo(one.logLikelihood, 8)
  })

  it('of very many customers begins with a few of them, and ends where all lead', () => {
    const names = ['r', 'alpha', 'a', 'b']
    const over = (some: ReadonlyArray<loyalty.Row>) => {
      const slope = slopeOf(right(grouped(some)))
      return ([r = NaN, alpha = NaN, a = NaN, b = NaN]: ReadonlyArray<number>) =>
        slope({ r, alpha, a, b })
    }
    const made = customers(3000, 5, 2)
    const starts = [
      [0.3, 1, 1, 3],
      [3, 30, 1, 1],
    ]
    const straight = right(maximise(names, over(made), starts))
    const few = made.slice(0, 300)
    const [one] = made
    for (const some of [few, one ? [one] : []]) {
      const found = right(maximise(names, over(made), starts, over(some)))
      found.point.forEach((value, i) => expect(value).toBeCloseTo(straight.point[i] ?? NaN, 6))
      expect(found.value).toBeCloseTo(straight.value, 8)
    }
    const flat = over(Array.from({ length: 9 }, () => ({ x: 2, tx: 30, T: 38 })))
    expect(maximise(names, flat, starts, over(few))).toEqual(maximise(names, flat, starts))
  })

  it('of 60,000 customers is the highest point of all of them', () => {
    const made = customers(60_000, 5, 2)
    const { params: found, logLikelihood: height, n } = right(fit(made))
    expect(n).toBe(60_000)
    expect(logLikelihood(found, made) / height).toBeCloseTo(1, 11)
    for (const name of ['r', 'alpha', 'a', 'b'] as const)
      for (const factor of [0.99, 1.01])
        expect(logLikelihood({ ...found, [name]: found[name] * factor }, made)).toBeLessThan(height)
  })

  it('is refused by name where there is nothing to fit', () => {
    expect(refused([])).toEqual({ _tag: 'FitFailed', reason: 'NothingToFit' })
    expect(refused([{ x: 0, tx: 0, T: 0 }])).toMatchObject({ reason: 'NoRepeatPurchases' })
    const silent = Array.from({ length: 9 }, (_, T) => ({ x: 0, tx: 0, T }))
    expect(refused(silent)).toEqual({ _tag: 'FitFailed', reason: 'NoRepeatPurchases' })
  })

  it('of one customer is refused: the likelihood grows without end', () => {
    expect(refused([{ x: 2, tx: 30.43, T: 38.86 }])).toMatchObject({
      reason: 'NoMaximum',
      towards: 'infinity',
    })
    expect(refused([{ x: 1000, tx: 38, T: 39 }])).toMatchObject({ reason: 'NoMaximum' })
  })

  it('of customers who all still come is refused: nobody has ever left', () => {
    const loyal = customers(300, 5, 2).map(({ x, T }, i) => ({ x: x + (i % 7), tx: T, T }))
    expect(refused(loyal)).toMatchObject({ reason: 'NoMaximum' })
  })

  it.each([
    [{ x: 1, tx: 3, T: 2 }],
    [{ x: 1, tx: -1, T: 2 }],
    [{ x: 1, tx: 0, T: 0 }],
    [{ x: -1, tx: 0, T: 2 }],
    [{ x: 0.5, tx: 1, T: 2 }],
    [{ x: 0, tx: 0, T: -1 }],
    [{ x: 0, tx: 0, T: Infinity }],
    [{ x: 1, tx: NaN, T: 2 }],
    [{ x: NaN, tx: 0, T: 2 }],
  ])('is refused for %j, which no customer can have', (row) => {
    const good = { x: 1, tx: 2, T: 2 }
    expect(refused([good, row, row])).toEqual({ _tag: 'FitFailed', reason: 'InvalidRow', row: 1 })
  })

  it('asks nothing of the time of a repeat that never was', () => {
    const made = customers(500, 5, 2)
    const unsaid = made.map((row) => (row.x === 0 ? { ...row, tx: NaN } : row))
    expect(fit(unsaid)).toEqual(fit(made))
  })

  it('is a fit or a refusal, whoever bought what', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const answer = fit(some)
        if (E.isLeft(answer)) return
        const { params: found, standardErrors, logLikelihood: height } = answer.right
        const all = [found, standardErrors].flatMap(({ r, alpha, a, b }) => [r, alpha, a, b])
        expect([...all, height].every(Number.isFinite)).toBe(true)
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })
})
