/** The least store of snapshots; what a load finds can be scripted. */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { StoreError } from '../../src/store/event-store.js'
import type { JsonObject } from '../../src/store/json.js'
import type { SnapshotStore } from '../../src/store/snapshot-store.js'

/** `older`: the one before the last; `garbled`, `another’s`: what nobody should decide on; `away`: no answer, and nothing is kept. */
export type Found = 'newest' | 'older' | 'garbled' | 'another’s' | 'away'

export interface TinySnapshots extends SnapshotStore {
  found: Found
  readonly saved: Map<string, JsonObject[]>
}

const away: StoreError = { _tag: 'Unavailable', reason: 'away' }

export const tinySnapshots = (): TinySnapshots => {
  const saved = new Map<string, JsonObject[]>()
  const found = (kept: ReadonlyArray<JsonObject>, which: Found): JsonObject | undefined => {
    const newest = kept.at(-1)
    if (which === 'older') return kept.at(-2)
    if (newest === undefined || which === 'newest') return newest
    return which === 'garbled' ? { ...newest, seen: 'all' } : { ...newest, stream: 'tally-other' }
  }
  const store: TinySnapshots = {
    found: 'newest',
    saved,
    load: (key) => async () => {
      await Promise.resolve()
      return store.found === 'away'
        ? E.left(away)
        : E.right(O.fromNullable(found(saved.get(key) ?? [], store.found)))
    },
    save: (key, snapshot) => async () => {
      await Promise.resolve()
      if (store.found === 'away') return E.left(away)
      const text = JSON.stringify(snapshot)
      saved.set(key, [...(saved.get(key) ?? []), JSON.parse(text) as JsonObject])
      return E.right(undefined)
    },
  }
  return store
}
