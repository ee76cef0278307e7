import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { personal } from '../../src/privacy/personal.js'
import { Actor } from '../../src/shared/actor.js'
import { Instant } from '../../src/shared/instant.js'
import { message } from '../../src/shared/message.js'
import { clip, decodeWith, misfits, type Problem, problems } from '../../src/shared/problem.js'
import { NonEmptyText } from '../../src/shared/text.js'

const when = '2026-11-23T09:00:00.000Z'
const by = { id: 'desk', role: 'agent' }

const Told = message(
  'Told',
  { words: t.readonlyArray(NonEmptyText), from: Actor },
  { note: personal(NonEmptyText), where: t.union([t.literal('here'), t.number]) },
)
const Either = t.union([Told, message('Heard', {})])
const told = (data: object, type = 'Told') => ({
  type,
  data: { words: [], from: by, at: when, by, ...data },
})

const wrong = (codec: t.Decoder<unknown, unknown>, u: unknown): ReadonlyArray<Problem> => {
  const decoded = decodeWith(codec)(u)
  return E.isLeft(decoded) ? decoded.left : []
}

describe('what is wrong with a value', () => {
  it.each([
    ['a field of a field', told({ by: { id: 'desk', role: '1st' } }), 'data.by.role', 'Role'],
    ['a missing field', told({ from: undefined }), 'data.from', 'Actor'],
    ['an item of a list', told({ words: ['a', ''] }), 'data.words.1', 'NonEmptyText'],
    ['a personal field', told({ note: 3 }), 'data.note', 'NonEmptyText'],
    ['what is no union of its own', told({ at: 'tomorrow' }), 'data.at', 'Instant'],
    ['a choice', told({ where: 'there' }), 'data.where', '"here" | number'],
    ['a structure without a name', { type: 'Told', data: 3 }, 'data', 'object'],
    ['an unknown tag', told({}, 'Sung'), 'type', 'Told | Heard'],
    ['no tag', {}, 'type', 'Told | Heard'],
    ['no object', 3, '', '(Told | Heard)'],
    ['a list', [], '', '(Told | Heard)'],
    ['nothing', undefined, '', '(Told | Heard)'],
  ])('is said by its field: %s', (_, u, field, expected) => {
    expect(wrong(Either, u)).toEqual([{ field, expected }])
  })

  it('is said of each field that is wrong, in order', () => {
    const u = told({ words: ['', 'a', ''], at: 0, by: { id: ' ', role: 'agent' } })
    expect(wrong(Either, u)).toEqual([
      { field: 'data.words.0', expected: 'NonEmptyText' },
      { field: 'data.words.2', expected: 'NonEmptyText' },
      { field: 'data.at', expected: 'Instant' },
      { field: 'data.by.id', expected: 'ActorId' },
    ])
  })

  it('is said of the branch alone that the type names', () => {
    expect(wrong(Either, { type: 'Heard', data: { by } })).toEqual([
      { field: 'data.at', expected: 'Instant' },
    ])
  })

  it('keeps a field without a name in a recursive codec', () => {
    interface Tree {
      readonly left?: Tree | undefined
    }
    const Tree: t.Type<Tree> = t.recursion('Tree', () =>
      t.partial({ left: t.union([Tree, t.undefined]) }),
    )
    expect(wrong(Tree, { left: { left: 3 } })).toContainEqual({
      field: 'left.left',
      expected: 'Tree | undefined',
    })
  })

  it.each([
    [19, 19],
    [20, 20],
    [21, 20],
    [5_000, 20],
  ])('names 20 fields at most: of %i, %i', (many, named) => {
    expect(wrong(t.array(t.string), Array(many).fill(0))).toHaveLength(named)
  })

  it('goes on naming what else a field might be when 20 fields are named', () => {
    const choices = t.array(t.union([t.string, t.boolean]))
    expect(wrong(choices, Array(20).fill(0)).at(-1)).toEqual({
      field: '19',
      expected: 'string | boolean',
    })
  })

  it('repeats nothing of a long text', () => {
    const said = JSON.stringify(wrong(Either, told({ words: ['x'.repeat(1_000_000)] })))
    expect(said).toBe('[{"field":"data.words.0","expected":"NonEmptyText"}]')
  })

  it('repeats nothing long of a key', () => {
    const [only] = wrong(t.record(t.string, t.number), { ['k'.repeat(100_000)]: 'a' })
    expect(only).toEqual({ field: `${'k'.repeat(59)}…`, expected: 'number' })
  })

  it('repeats nothing long of a path or a name', () => {
    const deep = (n: number): t.Mixed =>
      n === 0 ? t.keyof({ ['v'.repeat(300)]: null }) : t.type({ ['p'.repeat(60)]: deep(n - 1) })
    const value = (n: number): unknown => (n === 0 ? 0 : { ['p'.repeat(60)]: value(n - 1) })
    const [only] = wrong(deep(9), value(9))
    expect(only?.field).toHaveLength(300)
    expect(only?.expected).toHaveLength(200)
  })

  it('has no error that says nothing', () => {
    expect(problems([{ value: 1, context: [] }])).toEqual([
      { field: '', expected: 'another value' },
    ])
  })
})

describe('a text that is clipped', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['', 3, ''],
    ['\ud83d', 3, '\ufffd'],
    ['a\u{1F600}b', 3, 'a\ufffd…'],
    ['a\u{1F600}b', 4, 'a\u{1F600}b'],
  ])('%j to %i is %j', (s, most, clipped) => {
    expect(clip(s, most)).toBe(clipped)
  })
})

describe('whatever is decoded', () => {
  it('is decoded when it is right', () => {
    expect(decodeWith(t.string)('a')).toEqual(E.right('a'))
  })

  it('is refused, and nothing thrown, when a getter throws', () => {
    const hostile = {
      get type(): string {
        throw new Error('no')
      },
    }
    expect(wrong(Either, hostile)).toEqual([{ field: '', expected: '(Told | Heard), as JSON' }])
  })

  it('is refused when it is nested deeper than the stack', () => {
    type Nest = ReadonlyArray<Nest>
    const Nest: t.Type<Nest> = t.recursion('Nest', () => t.readonlyArray(Nest))
    let deep: Nest = []
    for (let i = 0; i < 200_000; i++) deep = [deep]
    expect(wrong(Nest, deep)).toEqual([{ field: '', expected: 'Nest, as JSON' }])
  })

  it('is refused when it holds itself', () => {
    const cyclic: Record<string, unknown> = told({})
    cyclic['data'] = cyclic
    expect(wrong(Either, cyclic)).not.toEqual([])
  })

  it('brings no prototype with it', () => {
    const u: unknown = JSON.parse(
      `{"type":"Heard","data":{"at":"${when}","by":{"id":"a","role":"b"},"__proto__":{"admin":true}},"__proto__":{"x":1}}`,
    )
    const decoded = decodeWith(Either)(u)
    expect(E.isRight(decoded) && Object.keys(decoded.right.data)).toEqual(['at', 'by'])
    expect(JSON.stringify(decoded)).not.toContain('admin')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })
})

describe('a value that is said to be decoded', () => {
  const at = Date.parse(when)
  const fact = (data: object) => ({
    type: 'Told',
    data: { words: ['a'], from: by, at, by, ...data },
  })

  it.each([
    ['an instant that is none', fact({ at: NaN }), 'data.at', 'Instant'],
    ['an instant as it is stored', fact({ at: when }), 'data.at', 'Instant'],
    ['a text too long', fact({ words: ['a', 'x'.repeat(10_001)] }), 'data.words.1', 'NonEmptyText'],
    ['a field of a field', fact({ by: { id: 'desk', role: '' } }), 'data.by.role', 'Role'],
    ['a missing field', fact({ from: undefined }), 'data.from', 'Actor'],
    ['an optional field', fact({ note: '' }), 'data.note', 'NonEmptyText'],
    ['no data', { type: 'Told' }, 'data', 'object'],
    ['another type', { ...fact({}), type: 'Heard' }, 'type', '"Told"'],
    ['no object', 'Told', '', 'Told'],
  ])('misfits by its field: %s', (_, u, field, expected) => {
    expect(misfits(Told)(u)).toEqual([{ field, expected }])
  })

  it.each([
    ['all is well', fact({})],
    ['an optional field is not there', fact({ note: undefined })],
    ['what was personal is forgotten', fact({ note: { redacted: true } })],
  ])('does not misfit when %s', (_, u) => {
    expect(misfits(Told)(u)).toEqual([])
  })

  it('misfits as a whole where a part can not be named', () => {
    expect(misfits(t.array(t.string))('a')).toEqual([{ field: '', expected: 'Array<string>' }])
    expect(misfits(t.union([t.string, t.boolean]))(3)).toEqual([
      { field: '', expected: '(string | boolean)' },
    ])
    expect(misfits(t.intersection([t.type({ a: t.string }), t.type({ b: t.number })]))(3)).toEqual([
      { field: '', expected: 'object' },
    ])
  })

  it('is misfit, and nothing thrown, when a getter throws', () => {
    const hostile = {
      type: 'Told',
      get data(): string {
        throw new Error('no')
      },
    }
    expect(misfits(Told)(hostile)).toEqual([{ field: '', expected: 'Told' }])
  })

  it('is told 20 misfits at most', () => {
    expect(misfits(t.array(t.string))(Array(25).fill(0))).toHaveLength(20)
  })
})

describe('a message', () => {
  it('looks its branch up by the type, and reports that branch only', () => {
    const many = t.union([
      Told,
      message('Heard', {}),
      ...Array.from({ length: 60 }, (_, i) => message(`Other${String(i)}`, { n: t.number })),
    ] as unknown as [typeof Told, typeof Told])
    const bad = many.decode({ type: 'Other59', data: { n: 'a', at: when, by } })
    expect(E.isLeft(bad) && bad.left).toHaveLength(1)
  })

  it('drops what it does not know', () => {
    const decoded = Either.decode({ ...told({ more: 1 }), meta: 1 })
    expect(E.isRight(decoded) && Object.keys(decoded.right)).toEqual(['type', 'data'])
    expect(E.isRight(decoded) && Object.keys(decoded.right.data)).not.toContain('more')
  })

  it.each([{}, { note: 'a' }, { note: { redacted: true } }, { where: 3 }])(
    'goes through JSON and comes back with optional fields %j',
    (optional) => {
      const decoded = Either.decode(told(optional))
      expect(E.isRight(decoded)).toBe(true)
      if (E.isRight(decoded)) {
        const stored: unknown = JSON.parse(JSON.stringify(Either.encode(decoded.right)))
        expect(stored).toEqual(told(optional))
        expect(Either.decode(stored)).toEqual(decoded)
      }
    },
  )

  it('keeps an instant inside as milliseconds', () => {
    const decoded = Either.decode(told({}))
    expect(E.isRight(decoded) && Instant.is(decoded.right.data.at)).toBe(true)
  })
})
