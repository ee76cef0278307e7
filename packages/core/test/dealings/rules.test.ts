import { describe, expect, it } from 'vitest'

import { checkRules, type DealingsRules } from '../../src/dealings/rules.js'

describe('the rules of dealings', () => {
  it.each<[string, DealingsRules, ReadonlyArray<string>]>([
    ['may be none', {}, []],
    ['may take nothing written down later', { lateBy: 0 }, []],
    ['may take what is a little late', { lateBy: 1 }, []],
    ['take nothing written down sooner', { lateBy: -1 }, ['lateBy']],
    ['have no part of a millisecond', { lateBy: 0.5 }, ['lateBy']],
    ['have an end to how late', { lateBy: Infinity }, ['lateBy']],
  ])('%s', (_, rules, fields) => {
    expect(checkRules(rules).map(({ field }) => field)).toEqual(fields)
  })

  it('are told what is expected', () => {
    expect(checkRules({ lateBy: -1 })).toEqual([
      { field: 'lateBy', expected: 'a whole number, at least 0' },
    ])
  })
})
