/** A view store for more rows than a process can hold. */
import { memory } from '@troth/adapters/memory'
import type { Position, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

interface Kept {
  readonly store: ViewStore
  position: Position | 'start'
  written: number
}

/**
 * The memory store, of which a view lets all its rows go after it has written so many. Each is checked and kept as JSON text
 * like any other; the benchmark's customers come one crowd after another, so that nobody asks for one of those gone.
 */
export const forgetful = (most: number): ViewStore => {
  const views = new Map<string, Kept>()
  const viewOf = (name: string): Kept => {
    const known = views.get(name)
    if (known !== undefined && known.written < most) return known
    const fresh: Kept = { store: memory().viewStore, position: 'start', written: 0 }
    views.set(name, fresh)
    return fresh
  }
  return {
    // It is run once, from the beginning.
    load: () => () => Promise.resolve(E.right(O.none)),
    get: (name, key) => viewOf(name).store.get(name, key),
    entries: (name, range) => viewOf(name).store.entries(name, range),
    commit:
      (name, changes, { generation }, position) =>
      async () => {
        const view = viewOf(name)
        const expected = { generation, position: view.position }
        const answer = await view.store.commit(name, changes, expected, position)()
        view.position = position
        view.written += changes.put.length
        return answer
      },
  }
}
