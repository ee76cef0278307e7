import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { purchasesToCome } from '../../src/loyalty/bg-nbd/purchases-to-come.js'
import { runs } from './support.js'

/**
 * Shape, rate, a, b, t, and the expectation by mpmath's hyp2f1 with 60 digits: typical customers; a = 1; a + b = 1 and
 * less; t far beyond the rate; a thousand purchases; a moment; chances of leaving that are nearly alike; and both sides
 * of where one way of summing takes over from the other.
 */
const expectations: ReadonlyArray<readonly [number, number, number, number, number, number]> = [
  [0.2426, 4.4136, 0.7929, 2.4259, 52, 1.4440599948982364],
  [2.2426, 43.2736, 0.7929, 4.4259, 39, 1.6871717064496643],
  [0.25, 4, 1, 2.5, 52, 1.4152936167049437],
  [0.25, 4, 0.3, 0.7, 52, 1.759025248162981],
  [0.25, 4, 0.3, 0.2, 52, 1.1569541498006315],
  [0.25, 4, 0.001, 0.002, 1000, 41.71528813600067],
  [0.25, 1e-6, 0.8, 2.4, 1e4, 518.6750700545576],
  [1000.25, 43, 0.8, 1002.4, 39, 689.5013143525746],
  [1000.25, 43, 0.8, 1002.4, 3900, 7354.983989181509],
  [1000.25, 1, 0.8, 1002.4, 3900, 21170.251402992464],
  [50, 1, 0.5, 0.5, 1e-9, 4.999999936250001e-8],
  [5, 1, 200, 300, 2000, 2.507537688442203],
  [2, 3, 1e4, 2e4, 500, 2.9992617228809486],
  [0.3, 1, 0.8, 2, 49.99, 3.5578893532289255],
  [0.3, 1, 0.8, 2, 50.01, 3.5585703807545066],
  [700, 1, 0.8, 700, 1.71, 772.235020345349],
  [700, 1, 0.8, 700, 1.73, 778.5215587930978],
  [8.3, 1, 1.5, 5001, 1e7, 9921.615878893135],
  [1200, 1, 1.5, 6000, 4000, 11576.842070165765],
  [0.25, 4, 1e-12, 2e-12, 52, 2.3276756153436127],
  [0.25, 4, 1e-12, 2e-12, 400, 16.89485263296788],
]

const positive = fc.double({ min: 0.3, max: 5, noNaN: true })
const known = fc.record({ shape: positive, rate: positive, a: positive, b: positive })
const extreme = fc.constantFrom(1e-300, 1e-8, 1e-4, 0.3, 1, 2.5, 1e3, 1e6, 1e12, 1e300)
const anyKnown = fc.record({ shape: extreme, rate: extreme, a: extreme, b: extreme })

/** Slow and plain: the integral over p by the middles of many strips, narrow near 0 and near 1, each half by itself. */
const byStrips = (shape: number, y: number, a: number, b: number): number => {
  const strips = 4000
  let [weight, purchases] = [0, 0]
  for (const [first, second, isLeaving] of [
    [a, b, true],
    [b, a, false],
  ] as const)
    for (let i = 0; i < strips; i += 1) {
      const v = (i + 0.5) / strips
      const near = 0.5 * v ** (8 / first)
      const height = near ** first * (1 - near) ** (second - 1) * (8 / first / v)
      const p = isLeaving ? near : 1 - near
      weight += height
      purchases += (-Math.expm1(-shape * Math.log1p(p * y)) / p) * height
    }
  return purchases / weight
}

describe('the purchases to come', () => {
  it.each(expectations)('of %d, %d, %d, %d within %d are %d', (shape, rate, a, b, t, expected) => {
    expect(purchasesToCome({ shape, rate, a, b }, t) / expected - 1).toBeCloseTo(0, 11)
  })

  it('are what the integral over chances of leaving is', () => {
    fc.assert(
      fc.property(known, fc.constantFrom(0.01, 1, 40, 60, 400), ({ shape, a, b }, y) => {
        const [quick, slow] = [
          purchasesToCome({ shape, rate: 1, a, b }, y),
          byStrips(shape, y, a, b),
        ]
        expect(quick / slow - 1).toBeCloseTo(0, 5)
      }),
      { numRuns: Math.ceil(runs / 10) },
    )
  })

  it('are some number of zero or more, whatever is known', () => {
    fc.assert(
      fc.property(anyKnown, fc.constantFrom(1e-9, 1, 39, 1e6, 1e12, Infinity), (of, t) => {
        const found = purchasesToCome(of, t)
        expect(Number.isFinite(found) && found >= 0).toBe(true)
        fc.pre(of.shape < 1e100 && of.rate > 1e-100)
        // Nobody buys more than he would who never leaves.
        expect(found).toBeLessThanOrEqual(((of.shape * t) / of.rate) * (1 + 1e-9))
      }),
      { numRuns: Math.ceil(runs / 10) },
    )
  })

  it('grow with time, and fall with the chance of leaving', () => {
    fc.assert(
      fc.property(known, positive, positive, (of, t, more) => {
        const now = purchasesToCome(of, t)
        expect(purchasesToCome(of, t + more)).toBeGreaterThan(now)
        expect(purchasesToCome({ ...of, a: of.a + more }, t)).toBeLessThan(now)
        expect(purchasesToCome({ ...of, b: of.b + more }, t)).toBeGreaterThan(now)
      }),
      { numRuns: runs },
    )
  })

  it('are none within no time, and none before it', () => {
    const of = { shape: 0.2426, rate: 4.4136, a: 0.7929, b: 2.4259 }
    expect(purchasesToCome(of, 0)).toBe(0)
    expect(purchasesToCome(of, -1)).toBe(0)
    expect(purchasesToCome(of, NaN)).toBe(0)
  })
})
