import { describe, expect, it } from 'vitest'

import { jsonText } from '../../src/store/json-text.js'

const leaves = [
  null,
  true,
  0,
  -1.5,
  1e21,
  '',
  '"',
  '\\',
  '\\ud83d',
  '\\\\ud83d',
  '😀',
  '\u2028',
  '\u0000',
]

/** Each leaf, and everything that holds two of the things before it, as deep as it is asked. */
const upTo = (depth: number): ReadonlyArray<unknown> => {
  if (depth === 0) return leaves
  const inner = upTo(depth - 1)
  return [
    ...inner,
    ...inner.map((u, i) => [u, inner[i + 1] ?? null]),
    ...inner.map((u, i) => ({ [String(leaves[i % leaves.length])]: u, ['__proto__']: [] })),
  ]
}

describe('JSON text', () => {
  it('gives back what it was made of', () => {
    for (const u of upTo(3)) expect(JSON.parse(jsonText(u) ?? 'nothing')).toEqual(u)
  })

  it('is not made of what JSON would mend, drop or choke on, at any depth', () => {
    class Point {
      x = 1
    }
    const circle: unknown[] = []
    circle.push(circle)
    let deep: unknown = 1
    for (let i = 0; i < 100_000; i++) deep = [deep]
    const thrower = {
      get x(): number {
        throw new Error('no')
      },
    }
    const unheld = [
      undefined,
      1n,
      NaN,
      Infinity,
      -Infinity,
      Symbol('s'),
      () => 1,
      new Date(0),
      new Map(),
      new Point(),
      circle,
      deep,
      thrower,
      [undefined],
      new Array(2),
      { a: undefined },
      { toJSON: () => 1 },
      Object.create({ toJSON: () => 1 }),
      Object.create(Object.assign(Object.create(null) as object, { toJSON: () => 1 })),
      { a: 1, toJSON: () => 1 },
      Object.assign(Object.create(null) as object, { toJSON: () => 1 }),
      { last: 'text', then: undefined },
      { ['__proto__']: undefined },
      [Object.create([])],
      '\ud83d',
      '\ude00',
      '\\\ud83d',
      'a\\\\\ud83d',
      { '\ud83d': 1 },
    ]
    for (const u of unheld) {
      expect(jsonText(u)).toBeUndefined()
      expect(jsonText({ a: [u] })).toBeUndefined()
    }
  })

  it('holds no more of an object than is its own', () => {
    const heir = Object.create(
      Object.assign(Object.create(null) as object, { a: () => 1, b: 'its parent’s' }),
    ) as object
    expect(jsonText(Object.assign(heir, { c: 1 }))).toBe('{"c":1}')
    expect(jsonText(Object.assign(heir, { a: undefined }))).toBeUndefined()
    const hidden = Object.defineProperty({ c: 1 }, 'a', { value: () => 1, enumerable: false })
    expect(jsonText(hidden)).toBe('{"c":1}')
    expect(jsonText({ [Symbol('a')]: () => 1, c: 1, toJSON: 'is a word' })).toBe(
      '{"c":1,"toJSON":"is a word"}',
    )
    expect(jsonText(Object.assign([1], { more: 2 }))).toBe('[1]')
  })

  it('is the same where somebody gave all objects a method', () => {
    const all = Object.prototype as { method?: () => void }
    all.method = () => undefined
    try {
      expect(jsonText({ a: { b: 1 } })).toBe('{"a":{"b":1}}')
      expect(jsonText({ a: { b: undefined } })).toBeUndefined()
    } finally {
      delete all.method
    }
  })

  it('is made of objects without a prototype', () => {
    expect(jsonText(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}')
  })
})
