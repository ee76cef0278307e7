import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { at, refused } from './support.js'

const gap = satisfaction.gap(satisfaction.scales.servqual)

describe('the gap', () => {
  it('is perceived minus expected, each of its own date', () => {
    expect(gap({ at: at(0), score: 6 }, { at: at(9), score: 4 })).toEqual(
      E.right({ value: -2, expectedAt: at(0), perceivedAt: at(9) }),
    )
    expect(gap({ at: at(9), score: 1 }, { at: at(0), score: 7 })).toEqual(
      E.right({ value: 6, expectedAt: at(9), perceivedAt: at(0) }),
    )
  })

  it('may lie between the steps, for what was computed', () => {
    expect(gap({ at: at(0), score: 2.5 }, { at: at(0), score: 4 })).toMatchObject({
      right: { value: 1.5 },
    })
  })

  it('refuses what is not on the scale, and no date', () => {
    const good = { at: at(0), score: 4 }
    expect(gap({ ...good, score: 0 }, good)).toEqual(refused('expected.score', 'from 1 to 7'))
    expect(gap(good, { ...good, score: 8 })).toEqual(refused('perceived.score', 'from 1 to 7'))
    expect(gap(good, { ...good, score: NaN })).toEqual(refused('perceived.score', 'from 1 to 7'))
    expect(gap({ ...good, at: NaN as typeof good.at }, good)).toEqual(
      refused('expected.at', 'an instant'),
    )
  })

  it('refuses a scale without two ends in order', () => {
    const expected = 'two ends in order, within ±1e15'
    const good = { at: at(0), score: 4 }
    for (const [lowest, highest] of [
      [7, 1],
      [4, 4],
      [NaN, 7],
      [-2e15, 7],
      [1, 2e15],
    ] as const)
      expect(satisfaction.gap({ lowest, highest })(good, good)).toEqual(refused('scale', expected))
    expect(satisfaction.gap({ lowest: -1e15, highest: 1e15 })(good, good)).toMatchObject({
      right: { value: 0 },
    })
  })
})
