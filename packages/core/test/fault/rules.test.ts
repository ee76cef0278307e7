import { describe, expect, it } from 'vitest'

import { checkRules, type FaultRules } from '../../src/fault/rules.js'
import { matrix } from '../support/fault.js'

describe('the rules of faults', () => {
  it.each<[string, Partial<FaultRules>, ReadonlyArray<string>]>([
    ['need no more than the authority', {}, []],
    ['may take nothing written down later', { lateBy: 0 }, []],
    ['take nothing written down sooner', { lateBy: -1 }, ['lateBy']],
    ['have no part of a millisecond', { lateBy: 0.5 }, ['lateBy']],
    ['have an end to how late', { lateBy: Infinity }, ['lateBy']],
  ])('%s', (_, more, fields) => {
    expect(checkRules({ authority: matrix, ...more }).map(({ field }) => field)).toEqual(fields)
  })
  it('are told what is expected', () => {
    expect(checkRules({ authority: matrix, lateBy: -1 })).toEqual([
      { field: 'lateBy', expected: 'a whole number, at least 0' },
    ])
  })
})
