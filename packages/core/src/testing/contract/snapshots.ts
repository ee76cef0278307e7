/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import type { JsonObject } from '../../store/json.js'
import { equal, invalid, left, type Lines, right, uuid } from './case.js'

/** Stores without snapshots pass: they keep none. */
export const sparing: Lines = {
  'a snapshot is what was saved last under its key': async ({ snapshotStore: snapshots }) => {
    if (snapshots === undefined) return
    const [one, two] = [`contract-${uuid()}@1`, `contract-${uuid()}@1`]
    equal(await right(snapshots.load(one)), O.none)
    await right(snapshots.save(one, { state: { n: 1, of: ['a', null] } }))
    await right(snapshots.save(two, { state: 'theirs' }))
    await right(snapshots.save(one, { state: { n: 2, of: [] } }))
    equal(await right(snapshots.load(one)), O.some({ state: { n: 2, of: [] } }))
    equal(await right(snapshots.load(two)), O.some({ state: 'theirs' }))
  },

  'a snapshot is kept as it was when it was saved': async ({ snapshotStore: snapshots }) => {
    if (snapshots === undefined) return
    const key = `contract-${uuid()}@1`
    const state = { n: 1 }
    await right(snapshots.save(key, { state }))
    state.n = 2
    equal(await right(snapshots.load(key)), O.some({ state: { n: 1 } }))
  },

  'a snapshot that JSON does not hold whole is refused, and the one before stays': async ({
    snapshotStore: snapshots,
  }) => {
    if (snapshots === undefined) return
    const key = `contract-${uuid()}@1`
    await right(snapshots.save(key, { n: 1 }))
    for (const bad of [{ n: 1n }, { n: NaN }, { at: new Date(0) }, { n: undefined }])
      await invalid(snapshots.save(key, bad as unknown as JsonObject), 'snapshot')
    equal(await right(snapshots.load(key)), O.some({ n: 1 }))
    equal((await left(snapshots.save('', { n: 1 })))._tag, 'InvalidArgument')
  },

  'no subscription gives a snapshot': async ({ snapshotStore: snapshots, feed }) => {
    if (snapshots === undefined) return
    const key = `contract-${uuid()}@1`
    await right(snapshots.save(key, { n: 1 }))
    for await (const item of feed.subscribe({ categories: ['trothSnapshot', 'contract'] })) {
      if (item._tag === 'CaughtUp') break
      if (item._tag === 'Event') equal(item.event.stream.includes(key), false)
    }
  },
}
