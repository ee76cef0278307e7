import { describe, expect, it } from 'vitest'

import { checkRules, type PromiseRules } from '../../src/promise/rules.js'
import { authority } from '../support/promise.js'

describe('the rules of promises', () => {
  it.each<[string, Partial<PromiseRules>, ReadonlyArray<string>]>([
    ['need no more than the authority', {}, []],
    ['may have no grace', { grace: 0 }, []],
    ['may have some', { grace: 1 }, []],
    ['have no grace that is less than none', { grace: -1 }, ['grace']],
    ['have no part of a millisecond', { grace: 0.5 }, ['grace']],
    ['may take nothing written down later', { lateBy: 0 }, []],
    ['take nothing written down sooner', { lateBy: -1 }, ['lateBy']],
    ['have an end to how late', { lateBy: Infinity }, ['lateBy']],
    ['name a matter for a kind', { matters: { contract: 'majorMatter', remedy: 'repair' } }, []],
    ['name none that needs a sum', { matters: { remedy: 'compensation' } }, ['matters.remedy']],
    ['nor another', { matters: { contract: 'priceReduction' } }, ['matters.contract']],
    ['give the approvers time', { confirmWithin: { within: 1 } }, []],
    ['give them more than none', { confirmWithin: { within: 0 } }, ['confirmWithin.within']],
    [
      'are told all that is wrong with them',
      { grace: -1, lateBy: -1, confirmWithin: { within: 0 } },
      ['grace', 'confirmWithin.within', 'lateBy'],
    ],
  ])('%s', (_, more, fields) => {
    expect(checkRules({ authority, ...more }).map(({ field }) => field)).toEqual(fields)
  })

  it('are told what is expected', () => {
    expect(
      checkRules({ authority, grace: -1, matters: { remedy: 'compensation' } }).map(
        ({ expected }) => expected,
      ),
    ).toEqual(['a whole number, at least 0', 'a matter without a sum'])
  })
})
