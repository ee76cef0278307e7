import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'

import { isPersonal, personal, redacted, Redacted } from '../../src/privacy/personal.js'
import { mayDecide, whoMayDecide, Authority } from '../../src/shared/authority.js'
import { emit, fold, nothing, reject } from '../../src/shared/decider.js'
import { Instant } from '../../src/shared/instant.js'
import { data, message } from '../../src/shared/message.js'
import { listOf, oneOf } from '../../src/shared/one-of.js'
import { problems } from '../../src/shared/problem.js'
import { same } from '../../src/shared/same.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { make } from '../support/make.js'
import { money, role } from '../support/complaint.js'

const Size = oneOf('Size', ['large', 'medium', 'small'])

describe('a closed list', () => {
  it('has its words, in their order', () => {
    expect(Size.values).toEqual(['large', 'medium', 'small'])
    expect(Size.name).toBe('Size')
  })
  it.each([
    ['large', true],
    ['small', true],
    ['Large', false],
    ['', false],
    ['constructor', false],
    [undefined, false],
    [0, false],
  ])('holds %s or not', (u, ok) => {
    expect(Size.decode(u)).toEqual(ok ? E.right(u) : expect.objectContaining({ _tag: 'Left' }))
    expect(Size.is(u)).toBe(ok)
  })
  it('is written as it is', () => {
    expect(Size.encode('medium')).toBe('medium')
  })
})

describe('a list of bounded length', () => {
  const few = listOf(Size, 2)
  const large = (n: number) => Array.from({ length: n }, () => 'large')
  it.each([
    [large(1), false],
    [large(2), true],
    [large(100), true],
    [large(101), false],
    [['large', 'huge'], false],
    ['large', false],
    [{ length: 2, 0: 'large', 1: 'large' }, false],
    [null, false],
  ])('%# is one or not', (u, ok) => {
    expect(E.isRight(few.decode(u))).toBe(ok)
    expect(few.is(u)).toBe(ok)
    if (ok) expect(few.encode(u as never)).toEqual(u)
  })
  it('may be empty unless it is said', () => {
    expect(listOf(Size).decode([])).toEqual(E.right([]))
    expect(E.isLeft(listOf(Size, 1).decode([]))).toBe(true)
  })
  it('is refused for its length alone, however long, and says what it should be', () => {
    const wrong = few.decode(Array.from({ length: 1_000_000 }, () => 'huge'))
    expect(E.isLeft(wrong) && wrong.left.map((error) => error.message)).toEqual([
      'a list of 2 to 100 Size',
    ])
    expect(few.name).toBe('a list of 2 to 100 Size')
    expect(listOf(Size).name).toBe('a list of 0 to 100 Size')
  })
  it('says which entry is wrong', () => {
    const wrong = few.decode(['large', 'huge', 'vast'])
    expect(E.isLeft(wrong) && problems(wrong.left)).toEqual([
      { field: '1', expected: 'Size' },
      { field: '2', expected: 'Size' },
    ])
  })
  it('writes each entry as its codec does', () => {
    const at = make(Instant)('2026-11-23T09:00:00.000Z')
    expect(listOf(Instant).encode([at])).toEqual(['2026-11-23T09:00:00.000Z'])
  })
  it('shows what its entries are, and how few there may be', () => {
    expect(few).toMatchObject({ _tag: 'ListType', type: Size, least: 2 })
  })
})

describe('a message', () => {
  const Told = message('Told', { words: NonEmptyText }, { note: Name })
  const always = { at: '2026-11-23T09:00:00.000Z', by: { id: 'li', role: 'agent' } }
  const told = { type: 'Told', data: { words: 'yes', ...always } }

  it('has a type, when and by whom, and what is its own', () => {
    const decoded = Told.decode(told)
    expect(E.isRight(decoded) && decoded.right).toEqual({
      type: 'Told',
      data: { words: 'yes', at: Date.parse(always.at), by: always.by },
    })
    expect(E.isRight(decoded) && Told.encode(decoded.right)).toEqual(told)
    expect(Told.name).toBe('Told')
  })
  it('keeps what is optional, and drops what is unknown', () => {
    const decoded = Told.decode({
      ...told,
      more: 1,
      data: { ...told.data, note: 'n', more: 1 },
    })
    expect(E.isRight(decoded) && decoded.right).toEqual({
      type: 'Told',
      data: { words: 'yes', note: 'n', at: Date.parse(always.at), by: always.by },
    })
  })
  it.each([
    { ...told, type: 'Asked' },
    { data: told.data },
    { type: 'Told' },
    { ...told, data: { ...always } },
    { ...told, data: { words: 'yes', by: always.by } },
    { ...told, data: { words: 'yes', at: always.at } },
    { ...told, data: { ...told.data, note: '' } },
  ])('lacks nothing, %#', (u) => {
    expect(E.isLeft(Told.decode(u))).toBe(true)
  })
  it('needs nothing of its own', () => {
    expect(E.isRight(message('Seen', {}).decode({ type: 'Seen', data: always }))).toBe(true)
  })
  it('reports its own branch alone', () => {
    const either = t.union([Told, message('Heard', { words: NonEmptyText })])
    const wrong = either.decode({ ...told, data: { ...told.data, words: '' } })
    expect(E.isLeft(wrong) && wrong.left).toHaveLength(1)
  })
  it('is made of plain data, which may have a name', () => {
    const Pair = data({ a: Name }, { b: Name }, 'Pair')
    expect(Pair.name).toBe('Pair')
    expect(Pair.decode({ a: 'x', b: 'y', c: 'z' })).toEqual(E.right({ a: 'x', b: 'y' }))
    expect(E.isLeft(Pair.decode({ b: 'y' }))).toBe(true)
  })
})

describe('what is a person’s own', () => {
  const words = personal(NonEmptyText)
  it('is read while it may be, and known when it was forgotten', () => {
    expect(words.decode('a')).toEqual(E.right('a'))
    expect(words.decode({ redacted: true })).toEqual(E.right(redacted))
    expect(words.decode({ redacted: true, was: 'secret' })).toEqual(E.right({ redacted: true }))
    expect([
      words.is('a'),
      words.is(redacted),
      words.is(''),
      words.is({ redacted: false }),
    ]).toEqual([true, true, false, false])
  })
  it('is written as it was read', () => {
    expect(words.encode(make(NonEmptyText)('a'))).toBe('a')
    expect(words.encode(redacted)).toEqual({ redacted: true })
    const at = make(Instant)('2026-11-23T09:00:00.000Z')
    expect(personal(Instant).encode(at)).toBe('2026-11-23T09:00:00.000Z')
  })
  it.each(['', 3, null, { redacted: false }, {}])(
    'is refused once, as what it should be: %j',
    (u) => {
      const wrong = words.decode(u)
      expect(E.isLeft(wrong) && problems(wrong.left)).toEqual([
        { field: '', expected: 'NonEmptyText' },
      ])
    },
  )
  it('is marked in its codec', () => {
    expect(isPersonal(words)).toBe(true)
    expect(isPersonal(NonEmptyText)).toBe(false)
    expect(isPersonal(Size)).toBe(false)
    expect([words.name, Redacted.name]).toEqual(['Personal<NonEmptyText>', 'Redacted'])
    expect(words.type).toBe(NonEmptyText)
  })
})

describe('sameness', () => {
  it.each([
    [1, 1, true],
    [NaN, NaN, true],
    [0, -0, false],
    ['a', 'b', false],
    ['1', 1, false],
    [null, null, true],
    [null, undefined, false],
    [null, {}, false],
    [{}, null, false],
    [undefined, {}, false],
    [[], [], true],
    [[], {}, false],
    [{}, [], false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[1, 2], [1], false],
    [[1, undefined], [1], false],
    [{ a: 1 }, { a: 1 }, true],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: 1, b: 2 }, { a: 1 }, false],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } }, true],
    [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 3 }] } }, false],
    ['ab', ['a', 'b'], false],
    [{ a: 1 }, 'a', false],
    [() => 1, () => 1, false],
  ])('of %j and %j', (a, b, is) => {
    expect(same(a, b)).toBe(is)
  })
})

describe('authority', () => {
  const matrix = make(Authority)([
    { role: 'agent', matter: 'repair' },
    { role: 'agent', matter: 'compensation', upTo: [{ amount: 5_000, currency: 'EUR' }] },
    {
      role: 'supervisor',
      matter: 'compensation',
      upTo: [
        { amount: 50_000, currency: 'EUR' },
        { amount: 60_000, currency: 'USD' },
      ],
    },
    { role: 'agent', matter: 'compensation', upTo: [{ amount: 100, currency: 'USD' }] },
    { role: 'head', matter: 'majorMatter' },
    { role: 'shut', matter: 'compensation', upTo: [] },
  ])
  const who = (
    ...asked: [Parameters<typeof whoMayDecide>[1], Parameters<typeof whoMayDecide>[2]?]
  ) => whoMayDecide(matrix, ...asked)

  it('is what the matrix grants, and nothing else', () => {
    expect(who('repair')).toEqual(['agent'])
    expect(who('majorMatter')).toEqual(['head'])
    expect(who('exchange')).toEqual([])
    expect(whoMayDecide([], 'repair')).toEqual([])
  })
  it('without a limit is for any cost', () => {
    expect(who('repair', money(1_000_000))).toEqual(['agent'])
  })
  it('reaches to its limit, and no further', () => {
    expect(who('compensation', money(5_000))).toEqual(['agent', 'supervisor'])
    expect(who('compensation', money(5_001))).toEqual(['supervisor'])
    expect(who('compensation', money(50_000))).toEqual(['supervisor'])
    expect(who('compensation', money(50_001))).toEqual([])
  })
  it('has one limit a currency, and none for another', () => {
    expect(who('compensation', money(60_000, 'USD'))).toEqual(['supervisor'])
    expect(who('compensation', money(100, 'USD'))).toEqual(['supervisor', 'agent'])
    expect(who('compensation', money(1, 'JPY'))).toEqual([])
  })
  it('names each role once, in the order of the matrix', () => {
    expect(who('compensation')).toEqual(['agent', 'supervisor', 'shut'])
  })
  it('is a role’s own or not', () => {
    expect(mayDecide(matrix, role('agent'), 'compensation', money(5_000))).toBe(true)
    expect(mayDecide(matrix, role('agent'), 'compensation', money(5_001))).toBe(false)
    expect(mayDecide(matrix, role('head'), 'repair')).toBe(false)
  })
  it('is read from data, and refused where it can not be meant', () => {
    expect(E.isLeft(Authority.decode([{ role: 'agent' }]))).toBe(true)
    expect(E.isLeft(Authority.decode([{ role: 'agent', matter: 'everything' }]))).toBe(true)
    expect(E.isLeft(Authority.decode([{ role: '1st', matter: 'repair' }]))).toBe(true)
    expect(
      E.isLeft(
        Authority.decode([{ role: 'a', matter: 'repair', upTo: [{ amount: 0, currency: 'EUR' }] }]),
      ),
    ).toBe(true)
  })
})

describe('a decision', () => {
  it('is facts, nothing, or why not', () => {
    expect(emit(1)).toEqual(E.right([1]))
    expect(nothing).toEqual(E.right([]))
    expect(reject('no')).toEqual(E.left('no'))
  })
  it('folds from the beginning, in order', () => {
    const log = fold({
      category: 'log',
      event: t.string,
      initial: '>',
      evolve: (state: string, event: string) => state + event,
      decide: () => () => nothing,
    })
    expect(log(['a', 'b', 'c'])).toBe('>abc')
    expect(log([])).toBe('>')
  })
})
