import { describe, expect, it, test } from 'vitest'

import { difference, same, show } from '../../src/testing/difference.js'
import { scenarios } from '../../src/testing/scenarios.js'
import { add, added, close, closed, open, opened, tally } from '../support/tally.js'

const scenario = scenarios(tally, { test })

describe('a tally', () => {
  scenario('is opened').given([]).when(open()).records([opened()])
  scenario('opened twice is on record once').given([opened()]).when(open()).recordsNothing()
  scenario('that nobody opened is not closed').given([]).when(close).refuses({ _tag: 'NotOpen' })
})

describe('a scenario that does not hold', () => {
  const outcomeOf = (use: (one: typeof scenario) => unknown): ReadonlyArray<unknown> => {
    const outcomes: [string, unknown][] = []
    const collect = (title: string, run: () => void) => {
      try {
        run()
        outcomes.push([title, 'held'])
      } catch (error) {
        outcomes.push([title, error instanceof Error ? error.message : error])
      }
    }
    use(scenarios(tally, { test: collect }))
    return outcomes[0] ?? []
  }

  it('fails under its own title', () => {
    expect(outcomeOf((one) => one('is so').given([]).when(open()).records([opened()]))).toEqual([
      'is so',
      'held',
    ])
    expect(outcomeOf((one) => one('is not so').given([]).when(open()).recordsNothing())[0]).toBe(
      'is not so',
    )
  })

  it.each<[string, (one: typeof scenario) => unknown, string]>([
    [
      'another event',
      (one) => one('').given([opened()]).when(close).records([opened()]),
      'type is',
    ],
    ['one event too few', (one) => one('').given([]).when(open()).recordsNothing(), 'right.0'],
    [
      'one event too many',
      (one) => one('').given([opened()]).when(close).records([closed, closed]),
      'right.1 is missing',
    ],
    [
      'another field',
      (one) =>
        one('')
          .given([opened()])
          .when(add('a'))
          .records([added('b')]),
      'right.0.data.entry is "a", not "b"',
    ],
    [
      'a refusal',
      (one) => one('').given([]).when(close).records([closed]),
      '_tag is "Left", not "Right"',
    ],
    [
      'another refusal',
      (one) => one('').given([]).when(close).refuses({ _tag: 'AlreadyOpen' }),
      'left._tag is "NotOpen", not "AlreadyOpen"',
    ],
    [
      'no refusal',
      (one) => one('').given([]).when(open()).refuses({ _tag: 'NotOpen' }),
      '_tag is "Right", not "Left"',
    ],
  ])('says where the answer differs: %s', (_, use, said) => {
    expect(outcomeOf(use)[1]).toContain(said)
  })
})

describe('two values', () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    [NaN, NaN],
    ['a', 'a'],
    [null, null],
    [1n, 1n],
    [[], []],
    [{}, {}],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: undefined }, {}],
    [{}, { a: undefined }],
    [Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    [new Map([['a', 1]]), new Map([['a', 1]])],
    [new Set([1, 2]), new Set([1, 2])],
    [new Date(1), new Date(1)],
  ])('are the same: %o, %o', (a, b) => {
    expect(difference(a, b)).toBeUndefined()
  })

  it.each<[unknown, unknown, string]>([
    [1, 2, 'it is 1, not 2'],
    [1, 1n, 'it is 1, not "1n"'],
    [0, -0, 'it is 0, not 0'],
    [1, '1', 'it is 1, not "1"'],
    [null, {}, 'it is null, not {}'],
    [{}, null, 'it is {}, not null'],
    [undefined, null, 'it is "undefined", not null'],
    [[], {}, 'it is [], not {}'],
    [[1], [1, 2], '1 is missing; it should be 2'],
    [[1, 2], [1], '1 is there, as 2, and should not be'],
    [{ a: { b: 1 } }, { a: { b: 2 } }, 'a.b is 1, not 2'],
    [{ a: { b: 1 } }, { a: {} }, 'a.b is there, as 1, and should not be'],
    [{ a: {} }, { a: { b: 1 } }, 'a.b is missing; it should be 1'],
    [new Map([['a', 1]]), new Map([['a', 2]]), '0.1 is 1, not 2'],
    [new Set([1]), new Set([2]), '0 is 1, not 2'],
    [new Set(), new Map(), 'it is {"Set":[]}, not {"Map":[]}'],
    [new Date(1), new Date(2), 'it is "1970-01-01T00:00:00.001Z", not "1970-01-01T00:00:00.002Z"'],
  ])('differ, and it is said where: %o, %o', (a, b, said) => {
    expect(difference(a, b)).toBe(said)
  })

  it('are both shown, as far as they can be read', () => {
    expect(() => same({ a: 1 }, { a: 2 })).toThrow(
      'a is 1, not 2\n  actual:   {"a":1}\n  expected: {"a":2}',
    )
    expect(() => same({ a: 1 }, { a: 1 })).not.toThrow()
    expect(() => same('x'.repeat(5_000), 'y')).toThrow(/^.{0,5000}…/s)
  })

  it('are shown though JSON can not say them', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    expect(show(cyclic)).toBe('[object Object]')
    expect(show([1n, NaN, undefined])).toBe('["1n","NaN","undefined"]')
  })
})
