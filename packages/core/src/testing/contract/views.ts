/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import type { Json } from '../../store/json.js'
import type { Stores } from '../../store/stores.js'
import type { Changes, Checkpoint, ViewStore } from '../../store/view-store.js'
import { equal, invalid, left, type Lines, mark, newCategory, right, uuid } from './case.js'

const start: Checkpoint = { generation: 0, position: 'start' }
const none: Changes = { put: [], delete: [] }

const put = (rows: Readonly<Record<string, Json>>): Changes => ({
  put: Object.entries(rows),
  delete: [],
})

/** A view that holds these rows and stands at the first of two positions. */
const saved = async (stores: Stores, rows: Readonly<Record<string, Json>>) => {
  const { viewStore } = stores
  const category = newCategory()
  const [first, second] = [await mark(stores, category), await mark(stores, category)]
  const name = `contract ${uuid()}`
  await right(viewStore.commit(name, put(rows), start, first))
  const at = (generation: number, position: Checkpoint['position']) => ({ generation, position })
  const refuses = async (changes: Changes, expected: Checkpoint) => {
    const before = [await right(viewStore.load(name)), await right(viewStore.entries(name))]
    const error = await left(viewStore.commit(name, changes, expected, second))
    equal(error._tag, 'Conflict')
    const after = [await right(viewStore.load(name)), await right(viewStore.entries(name))]
    equal(after, before, 'the view after a refusal')
  }
  return { name, first, second, at, refuses }
}

export const viewing: Lines = {
  'a view that was never saved has no checkpoint and no rows': async ({ viewStore }) => {
    const name = `contract ${uuid()}`
    equal(await right(viewStore.load(name)), O.none)
    equal(await right(viewStore.get(name, 'a')), O.none)
    equal(await right(viewStore.entries(name)), [])
  },

  'a view keeps its rows and its checkpoint together': async (stores) => {
    const { viewStore } = stores
    const { name, first, second, at } = await saved(stores, { a: 1, b: { c: [2] } })
    equal(await right(viewStore.load(name)), O.some(at(0, first)))
    equal(await right(viewStore.get(name, 'b')), O.some({ c: [2] }))
    const changes: Changes = {
      put: [
        ['a', 'new'],
        ['d', null],
      ],
      delete: ['b', 'never there'],
    }
    await right(viewStore.commit(name, changes, at(0, first), second))
    equal(await right(viewStore.load(name)), O.some(at(0, second)))
    equal(await right(viewStore.get(name, 'b')), O.none)
    equal(await right(viewStore.entries(name)), [
      ['a', 'new'],
      ['d', null],
    ])
  },

  'a checkpoint moves on without a change of rows': async (stores) => {
    const { viewStore } = stores
    const { name, first, second, at } = await saved(stores, { a: 1 })
    await right(viewStore.commit(name, none, at(0, first), second))
    equal(await right(viewStore.load(name)), O.some(at(0, second)))
    equal(await right(viewStore.entries(name)), [['a', 1]])
  },

  'a commit from where the view does not stand changes nothing': async (stores) => {
    const { second, at, refuses } = await saved(stores, { a: 1 })
    await refuses(put({ a: 2 }), start)
    await refuses(put({ a: 2 }), at(0, second))
  },

  'of two who save from the same checkpoint, one does': async (stores) => {
    const { viewStore } = stores
    const { name, first, second, at } = await saved(stores, { a: 1 })
    const answers = await Promise.all(
      ['x', 'y'].map((key) => viewStore.commit(name, put({ [key]: 1 }), at(0, first), second)()),
    )
    equal(answers.filter(({ _tag }) => _tag === 'Right').length, 1)
    equal((await right(viewStore.entries(name))).length, 2)
  },

  'a newer generation begins without the rows of the one before': async (stores) => {
    const { viewStore } = stores
    const { name, first, second, at, refuses } = await saved(stores, { a: 1, b: 1 })
    await right(viewStore.commit(name, put({ b: 2 }), at(1, 'start'), first))
    equal(await right(viewStore.load(name)), O.some(at(1, first)))
    equal(await right(viewStore.entries(name)), [['b', 2]])
    await refuses(put({ a: 3 }), at(0, first))
    await refuses(put({ a: 3 }), at(0, 'start'))
    await refuses(put({ a: 3 }), at(1, 'start'))
    await refuses(put({ a: 3 }), at(2, first))
    await right(viewStore.commit(name, put({ c: 3 }), at(1, first), second))
    equal(await right(viewStore.entries(name)), [
      ['b', 2],
      ['c', 3],
    ])
  },

  'rows come by the code units of their keys, from the first bound up to the second': async (
    stores,
  ) => {
    const { viewStore } = stores
    const keys = ['', 'B', 'a', 'a1', 'b', 'é', '😀', '～']
    const rows = Object.fromEntries([...keys].reverse().map((key) => [key, key]))
    const { name, first, second, at } = await saved(stores, rows)
    const found = async (range?: Parameters<ViewStore['entries']>[1]) =>
      (await right(viewStore.entries(name, range))).map(([key]) => key)
    equal(await found(), keys)
    equal(await found({ from: 'a' }), ['a', 'a1', 'b', 'é', '😀', '～'])
    equal(await found({ from: 'a0', to: 'é' }), ['a1', 'b'])
    equal(await found({ to: 'a' }), ['', 'B'])
    equal(await found({ from: 'a', limit: 2 }), ['a', 'a1'])
    equal(await found({ from: 'a', to: 'a1', limit: 2 }), ['a'])
    equal(await found({ limit: 99 }), keys)
    equal(await found({ from: 'b', to: 'a' }), [])
    const changes: Changes = { put: [['a0', 1]], delete: ['a'] }
    await right(viewStore.commit(name, changes, at(0, first), second))
    equal(await found({ from: 'a', to: 'b' }), ['a0', 'a1'])
    await invalid(viewStore.entries(name, { limit: 0 }), 'limit')
  },

  'views are kept apart by their names': async (stores) => {
    const { viewStore } = stores
    const one = await saved(stores, { a: 1 })
    const two = await saved(stores, { a: 2 })
    equal(await right(viewStore.get(one.name, 'a')), O.some(1))
    equal(await right(viewStore.get(two.name, 'a')), O.some(2))
  },

  'a row is shared with nobody': async (stores) => {
    const { viewStore } = stores
    const row = { list: ['as saved'] }
    const { name } = await saved(stores, { a: row })
    row.list.push('spoilt')
    const first = await right(viewStore.get(name, 'a'))
    equal(first, O.some({ list: ['as saved'] }))
    if (O.isSome(first)) (first.value as unknown as typeof row).list.push('spoilt')
    equal(await right(viewStore.entries(name)), [['a', { list: ['as saved'] }]])
  },

  'a commit that no store can keep is refused whole': async (stores) => {
    const { viewStore } = stores
    const { name, first, second, at } = await saved(stores, { a: 1 })
    const rows = put({ a: 2, b: new Date(0) as unknown as Json })
    await invalid(viewStore.commit(name, rows, at(0, first), second), 'put')
    const both: Changes = { put: [['a', 2]], delete: ['a'] }
    await invalid(viewStore.commit(name, both, at(0, first), second), 'delete')
    equal(await right(viewStore.load(name)), O.some(at(0, first)))
    equal(await right(viewStore.entries(name)), [['a', 1]])
  },
}
