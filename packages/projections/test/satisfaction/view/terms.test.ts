import { describe, expect, it } from 'vitest'

import { satisfaction } from '../../../src/index.js'
import { closed, recorded } from '../../shared/desk.js'
import { complaintId } from '../../shared/history.js'
import { segment, terms, viewOf } from './support.js'

const { checkTerms } = satisfaction.view
const equal = { tangibles: 20, reliability: 20, responsiveness: 20, assurance: 20, empathy: 20 }
const wrong = (more: Partial<satisfaction.view.Terms>) => checkTerms({ ...terms, ...more })

describe('the terms of the satisfaction view', () => {
  it('are right as they stand', () => {
    expect(
      wrong({
        firstContactWindow: 0,
        cumulative: { from: 'cumulative', method: { by: 'decay', halfLife: 1 } },
        indexWeights: { overall: 0.5, expectation: 0.5, ideal: 0 },
        servqualWeights: equal,
        z: 0,
      }),
    ).toEqual([])
    expect(wrong({})).toEqual([])
  })

  it('are told by their path where nothing can be counted by them', () => {
    expect(
      wrong({
        firstContactWindow: -1,
        cumulative: { from: 'cumulative', method: { by: 'decay', halfLife: 0 } },
        indexWeights: { overall: 0.5, expectation: 0.6, ideal: 0 },
        servqualWeights: { ...equal, empathy: NaN },
        z: -1,
      }),
    ).toEqual([
      { field: 'firstContactWindow', expected: 'milliseconds from 0 to 8640000000000000' },
      { field: 'cumulative.method.halfLife', expected: 'milliseconds above 0' },
      { field: 'indexWeights', expected: 'a sum of 1' },
      { field: 'servqualWeights.empathy', expected: 'from 0 to 100' },
      { field: 'z', expected: 'from 0 to 1e100' },
    ])
    expect(wrong({ firstContactWindow: NaN })).toHaveLength(1)
    expect(wrong({ firstContactWindow: Infinity })).toHaveLength(1)
  })

  it('resolve nothing at first contact in a window that is no number', () => {
    const complaint = { [complaintId(1)]: [recorded(0), closed(1)] }
    const view = viewOf({ complaint }, { terms: { firstContactWindow: NaN } })
    expect(segment(view).desk.firstContactResolution.pending).toBe(1)
  })
})
