import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { ledger } from '../../src/policy/ledger.js'
import type { StoreError } from '../../src/store/event-store.js'
import type { JsonObject } from '../../src/store/json.js'
import { place, tinyViews, type TinyViews } from '../support/tiny-run.js'

const opened = async (views: TinyViews) => {
  const made = await ledger(views, 'greet')
  if (E.isLeft(made)) throw new Error(made.left._tag)
  return made.right
}
const done = (put: Readonly<Record<string, JsonObject>>, ...forget: ReadonlyArray<string>) => ({
  _tag: 'Done' as const,
  commands: [],
  put,
  forget,
})
const away: StoreError = { _tag: 'Unavailable', reason: 'away' }

describe('what a policy remembers', () => {
  it('is nothing at first', async () => {
    const book = await opened(tinyViews())
    expect(book.position()).toBe('start')
    expect([...book.rows()]).toEqual([])
    expect(book.unsaved()).toBe(0)
  })

  it('is written with how far it has heard, and read again', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 }, 'b/c': { n: 2 }, gone: { n: 3 } }))
    book.note(done({ a: { n: 9 } }), 'acme')
    book.note(done({}, 'gone', 'never there'))
    book.heard(place(7))
    expect(await book.save()).toEqual(E.right(undefined))
    expect(views.rows('policy.greet')).toEqual({
      '/a': { n: 1 },
      '/b/c': { n: 2 },
      'acme/a': { n: 9 },
    })
    expect(views.checkpoint('policy.greet')).toEqual({ generation: 0, position: place(7) })
    const again = await opened(views)
    expect(again.position()).toBe(place(7))
    expect([...again.rows()]).toEqual([
      ['a', { n: 1 }],
      ['b/c', { n: 2 }],
    ])
    expect([...again.rows('acme')]).toEqual([['a', { n: 9 }]])
    expect([...again.tenants()].sort()).toEqual(['acme', undefined])
  })

  it('is forgotten on record too', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 } }))
    book.heard(place(1))
    await book.save()
    book.note(done({}, 'a'))
    book.heard(place(2))
    await book.save()
    expect(views.rows('policy.greet')).toEqual({})
    expect([...book.rows()]).toEqual([])
  })

  it('does nothing without rows to write and forget', async () => {
    const book = await opened(tinyViews())
    book.note({ _tag: 'Done', commands: [] })
    expect([...book.rows()]).toEqual([])
  })

  it('counts what was heard since it was saved', async () => {
    const book = await opened(tinyViews())
    book.heard(place(1))
    book.heard(place(2))
    expect(book.unsaved()).toBe(2)
    await book.save()
    expect(book.unsaved()).toBe(0)
  })

  it('is not written before anything was heard, nor again when nothing has changed', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 } }))
    await book.save()
    expect(views.commits).toEqual([])
    book.heard(place(1))
    await book.save()
    await book.save()
    expect(views.commits).toEqual(['policy.greet 1'])
    book.note(done({ b: { n: 2 } }))
    await book.save()
    expect(views.rows('policy.greet')).toEqual({ '/a': { n: 1 }, '/b': { n: 2 } })
    expect(views.commits).toEqual(['policy.greet 1', 'policy.greet 1'])
  })

  it('passes over a row that is none of its own', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 } }))
    book.heard(place(1))
    await book.save()
    views.put('policy.greet', '/b', 'a word')
    views.put('policy.greet', '/c', [1])
    expect([...(await opened(views)).rows()]).toEqual([['a', { n: 1 }]])
  })

  it('keeps what could not be saved, and saves it the next time', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 } }))
    book.heard(place(1))
    views.faults.push(away)
    expect(await book.save()).toEqual(E.left(away))
    expect(book.unsaved()).toBe(1)
    await book.save()
    expect(views.rows('policy.greet')).toEqual({ '/a': { n: 1 } })
  })

  it('knows its own save, of which no answer came', async () => {
    const views = tinyViews()
    const book = await opened(views)
    book.note(done({ a: { n: 1 } }))
    book.heard(place(1))
    views.faults.push('lost')
    expect(E.isLeft(await book.save())).toBe(true)
    expect(await book.save()).toEqual(E.right(undefined))
    expect(book.unsaved()).toBe(0)
    book.heard(place(2))
    expect(await book.save()).toEqual(E.right(undefined))
  })

  it('is one process’s alone: whoever is overtaken is told', async () => {
    const views = tinyViews()
    const [book, other] = [await opened(views), await opened(views)]
    other.heard(place(3))
    await other.save()
    book.heard(place(2))
    expect(await book.save()).toMatchObject(E.left({ _tag: 'Conflict' }))
  })

  it('says what the store fails to give', async () => {
    const failing = { load: () => () => Promise.resolve(E.left(away)) }
    expect(await ledger({ ...tinyViews(), ...failing }, 'greet')).toEqual(E.left(away))
    const views = tinyViews()
    const book = await opened(views)
    book.heard(place(1))
    await book.save()
    const half = { ...views, entries: () => () => Promise.resolve(E.left(away)) }
    expect(await ledger(half, 'greet')).toEqual(E.left(away))
  })
})
