/**
 * Snapshots, each in a stream of its own that the server keeps to the last one (`$maxCount`).
 *
 * @since 0.1.0
 */
import type { JsonObject, SnapshotStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { sizeOf } from '../shared/arguments.js'
import { snapshotText } from '../shared/snapshots.js'
import { invalid } from '../shared/store-errors.js'
import { send } from './append.js'
import { readError, writeError } from './fault.js'
import { keepLast, lastEvent } from './metastream.js'
import type { Session } from './session.js'

/** The store's own, so that no subscription gives it. */
const type = '$trothSnapshot'

const streamOf = (key: string): string => `trothSnapshot-${key}`

/** After how many snapshots it is made sure again that the server keeps one: the process may have died right before. */
const limitEvery = 16n

/** Asked once: a reader or writer goes on without a snapshot sooner than wait for it. */
export const snapshotStore = (session: Session, maxAppendSize: number): SnapshotStore => ({
  load: (key) => async () => {
    const stream = streamOf(key)
    const last = await lastEvent(session, stream)
    if (E.isLeft(last))
      return last.left._tag === 'Absent' ? E.right(O.none) : E.left(readError(last.left, stream))
    if (last.right === undefined) return E.right(O.none)
    return last.right.type === type
      ? E.right(O.some(last.right.data as JsonObject))
      : E.left(invalid('key', 'a snapshot of this store'))
  },

  save: (key, snapshot) => async () => {
    const checked = snapshotText(key, snapshot)
    if (E.isLeft(checked)) return checked
    const stream = streamOf(key)
    const id = crypto.randomUUID()
    const size = sizeOf({ id, type, data: checked.right, metadata: '{}' })
    if (size > maxAppendSize) return E.left({ _tag: 'TooLarge', limit: maxAppendSize, size })
    // One that is written twice, or behind a newer one, is as good.
    const sent = await send(session, stream, 'any', [
      { id, contentType: 'application/json', type, data: { ...snapshot }, metadata: {} },
    ])
    if (E.isLeft(sent)) return E.left(writeError(sent.left, stream, 'any', size))
    if (sent.right.revision % limitEvery !== 0n) return E.right(undefined)
    const limited = await keepLast(session, 0, stream)
    return E.isLeft(limited) ? E.left(readError(limited.left, stream)) : E.right(undefined)
  },
})
