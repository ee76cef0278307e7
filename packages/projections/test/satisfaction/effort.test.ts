import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { some, times } from './support.js'

const { agreement, index, mean } = satisfaction.effort
const scale = { lowest: 1, highest: 7 }
const oneOfEach = [1, 2, 3, 4, 5, 6, 7]
const skewed = times({ 1: 1, 4: 1, 5: 2, 6: 2, 7: 4 })

describe('customer effort', () => {
  it('as a mean is the mean of 1 to 7', () => {
    expect(some(mean(oneOfEach))).toMatchObject({ measure: 'mean', scale, n: 7, value: 4 })
    const figure = some(mean(skewed))
    expect(figure.value).toBe(5.5)
    expect(some(figure.interval)).toEqual(some(some(satisfaction.mean(scale)(skewed)).interval))
    expect(some(some(mean(skewed, 0)).interval)).toEqual({ lower: 5.5, upper: 5.5 })
  })

  it('as an agreement is the share of 5, 6 and 7', () => {
    expect(agreement(oneOfEach)).toEqual(
      O.some({
        measure: 'agreement',
        scale,
        n: 7,
        agreeing: 3,
        value: 3 / 7,
        interval: some(satisfaction.wilson(3, 7)),
      }),
    )
    expect(some(agreement(skewed)).value).toBe(0.8)
    expect(some(agreement(skewed, 1)).interval).toEqual(some(satisfaction.wilson(8, 10, 1)))
  })

  it('as an index is the share of 6 and 7 less the share of 1 to 3', () => {
    expect(some(index(oneOfEach))).toMatchObject({
      measure: 'index',
      scale,
      n: 7,
      easy: 2,
      hard: 3,
    })
    expect(some(index(oneOfEach)).value).toBeCloseTo(-1 / 7, 15)
    expect(some(index(skewed)).value).toBe(0.5)
    expect(some(index(skewed)).variance).toBeCloseTo(0.6 + 0.1 - 0.25, 15)
    expect(some(index(skewed, 0)).wald).toEqual({ lower: 0.5, upper: 0.5 })
  })

  it('of one answer has a mean and no interval of it', () => {
    expect(some(mean([3]))).toMatchObject({ n: 1, value: 3, interval: O.none })
  })

  it('does not count what is not on the scale', () => {
    const off = [0, 8, 3.5, NaN]
    expect(mean([...off, 2, 3])).toEqual(mean([2, 3]))
    expect(agreement([...off, 2, 5])).toEqual(agreement([2, 5]))
    expect(index([...off, 2, 6])).toEqual(index([2, 6]))
  })

  it('is none where nothing was counted', () => {
    for (const scores of [[], [0, 8]]) {
      expect(mean(scores)).toEqual(O.none)
      expect(agreement(scores)).toEqual(O.none)
      expect(index(scores)).toEqual(O.none)
    }
    expect([mean([3], NaN), agreement([3], NaN), index([3], NaN)]).toEqual([O.none, O.none, O.none])
  })
})
