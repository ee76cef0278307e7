import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { refused } from './support.js'

const { perceivedValue } = satisfaction
const whole = 'a whole number from 1 to 10'

describe('perceived value', () => {
  it('is the gain less the mean of what was given up', () => {
    expect(
      perceivedValue({ gain: 8, sacrifice: { money: 4, time: 2, effort: 1, energy: 1 } }),
    ).toEqual(E.right(6))
    expect(perceivedValue({ gain: 8, sacrifice: { money: 4 } })).toEqual(E.right(4))
    expect(perceivedValue({ gain: 1, sacrifice: { energy: 10 } })).toEqual(E.right(-9))
    expect(perceivedValue({ gain: 10, sacrifice: { time: 1, effort: 1 } })).toEqual(E.right(9))
  })

  it('refuses what is not on the scale, and a sacrifice of no part', () => {
    expect(perceivedValue({ gain: 11, sacrifice: { money: 4 } })).toEqual(refused('gain', whole))
    expect(perceivedValue({ gain: 8, sacrifice: { money: 4, effort: 0 } })).toEqual(
      refused('sacrifice.effort', whole),
    )
    expect(perceivedValue({ gain: 8, sacrifice: { time: 2.5 } })).toEqual(
      refused('sacrifice.time', whole),
    )
    expect(perceivedValue({ gain: 8, sacrifice: {} })).toEqual(
      refused('sacrifice', 'one of money | time | effort | energy'),
    )
  })
})
