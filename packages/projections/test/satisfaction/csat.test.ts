import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../src/index.js'
import { some } from './support.js'

const { csat, wilson } = satisfaction

describe('the share of the satisfied', () => {
  it('counts 4 and 5 of 1 to 5', () => {
    expect(csat([1, 2, 3, 4, 5])).toEqual(
      O.some({ n: 5, satisfied: 2, share: 0.4, interval: some(wilson(2, 5)) }),
    )
    expect(some(csat([4, 1], 1)).interval).toEqual(some(wilson(1, 2, 1)))
  })

  it('does not count what is not on the scale', () => {
    expect(csat([0, 6, 4.5, NaN, 5])).toEqual(csat([5]))
  })

  it('is none where nothing was counted', () => {
    expect(csat([])).toEqual(O.none)
    expect(csat([6, 0])).toEqual(O.none)
    expect(csat([5], NaN)).toEqual(O.none)
  })
})
