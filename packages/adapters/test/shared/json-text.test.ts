import { describe, expect, it } from 'vitest'

import { jsonText } from '../../src/shared/json-text.js'

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

  it('is made of objects without a prototype', () => {
    expect(jsonText(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}')
  })
})
