import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { csv, leaves, plainJson } from '../../src/shared/table.js'

describe('a view as others take it', () => {
  it('is plain JSON: nothing is null, and what is there stands without a wrapping', () => {
    const view = {
      n: 2,
      share: O.some({ value: 0.5 }),
      none: O.none,
      refused: E.left({ _tag: 'MixedCurrency' }),
      found: E.right([1, O.some('a')]),
      left: undefined,
      odd: NaN,
      is: true,
    }
    expect(plainJson(view)).toEqual({
      n: 2,
      share: { value: 0.5 },
      none: null,
      refused: { _tag: 'MixedCurrency' },
      found: [1, 'a'],
      odd: null,
      is: true,
    })
  })

  it('names each figure by the way to it', () => {
    expect(leaves({ csat: { n: 3, share: null }, misses: ['a', 'b'], none: [] })).toEqual([
      { path: 'csat.n', value: 3 },
      { path: 'csat.share', value: null },
      { path: 'misses.0', value: 'a' },
      { path: 'misses.1', value: 'b' },
    ])
  })

  it('is a file of values that every reader splits alike', () => {
    const columns = ['name', 'value']
    const rows = [
      ['a, b', 1.5],
      ['says "no"', null],
      ['two\nlines', true],
      ['', 0],
    ]
    expect(csv({ columns, rows })).toBe(
      'name,value\n"a, b",1.5\n"says ""no""",\n"two\nlines",true\n,0',
    )
  })
})
