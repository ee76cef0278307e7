/**
 * Small views, each whole in one event: its stream is kept to the last one by the server (`$maxCount`).
 *
 * @since 0.1.0
 */
import type { Checkpoint, Json, JsonObject, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { sizeOf, wrongStream } from '../shared/arguments.js'
import {
  checkChanges,
  isNext,
  start,
  within,
  wrongCheckpoint,
  wrongRange,
} from '../shared/views.js'
import { send } from './append.js'
import type { ClientRecord } from './client.js'
import { type Fault, readError, writeError } from './fault.js'
import { keepLast, lastEvent } from './metastream.js'
import { persist } from './persist.js'
import type { Session } from './session.js'

export interface ViewStoreParts {
  readonly session: Session
  readonly maxAppendSize: number
  readonly patience: number
}

/** A view as its last event has it. */
interface View {
  readonly revision: bigint | 'noStream'
  readonly checkpoint: Checkpoint
  readonly rows: ReadonlyMap<string, Json>
}

/** The store's own, so that no subscription gives it: a view of everything would otherwise follow itself. */
const type = '$trothView'

const streamOf = (view: string): string => `trothView-${view}`

const absent: View = { revision: 'noStream', checkpoint: start, rows: new Map() }

interface Stored extends JsonObject {
  readonly generation: number
  readonly position: string
  readonly rows: ReadonlyArray<readonly [string, Json]>
}

const viewOf = ({ data, revision }: ClientRecord): View => {
  const { generation, position, rows } = data as Stored
  return {
    revision,
    checkpoint: { generation, position: position as Checkpoint['position'] },
    rows: new Map(rows),
  }
}

export const viewStore = (parts: ViewStoreParts): ViewStore => {
  const { session, maxAppendSize, patience } = parts
  /** As they stood when last seen here; a commit begins with these and reads only when they are not the latest. */
  const known = new Map<string, View>()
  const kept = new Set<string>()

  const read = async (name: string): Promise<E.Either<StoreError, View>> => {
    const stream = streamOf(name)
    const wrong = wrongStream(stream)
    if (wrong !== undefined) return E.left(wrong)
    const last = await persist(parts, () => lastEvent(session, stream))
    if (E.isLeft(last) && last.left._tag !== 'Absent') return E.left(readError(last.left, stream))
    const event = E.isRight(last) ? last.right : undefined
    if (event !== undefined && event.type !== type)
      return E.left({ _tag: 'InvalidArgument', field: 'name', expected: 'a view of this store' })
    const view = event === undefined ? absent : viewOf(event)
    known.set(name, view)
    return E.right(view)
  }

  const keepOne = async (stream: string): Promise<E.Either<Fault, void>> => {
    if (kept.has(stream)) return E.right(undefined)
    const changed = await keepLast(session, patience, stream)
    if (E.isRight(changed)) kept.add(stream)
    return changed
  }

  /** What the view becomes, or why it may not. */
  const commit = async (
    name: string,
    expected: Checkpoint,
    next: (view: View) => View,
  ): Promise<E.Either<StoreError, void>> => {
    const stream = streamOf(name)
    for (let view = known.get(name); ; view = undefined) {
      if (view === undefined || !isNext(view.checkpoint, expected)) {
        const present = await read(name)
        if (E.isLeft(present)) return present
        view = present.right
      }
      const { revision, checkpoint } = view
      if (!isNext(checkpoint, expected))
        return E.left({
          _tag: 'Conflict',
          expected: BigInt(expected.generation),
          actual: revision === 'noStream' ? revision : BigInt(checkpoint.generation),
        })
      const changed = next(view)
      const { generation, position } = changed.checkpoint
      const data: Stored = { generation, position, rows: [...changed.rows] }
      const id = crypto.randomUUID()
      const size = sizeOf({ id, type, data: JSON.stringify(data), metadata: '{}' })
      if (size > maxAppendSize) return E.left({ _tag: 'TooLarge', limit: maxAppendSize, size })
      const limited = await keepOne(stream)
      if (E.isLeft(limited)) return E.left(readError(limited.left, stream))
      const event = { id, contentType: 'application/json' as const, type, data, metadata: {} }
      // The same event at the same place, however often: the server knows it again.
      const sent = await persist(parts, () => send(session, stream, revision, [event]))
      if (E.isRight(sent)) {
        known.set(name, { ...changed, revision: sent.right.revision })
        return E.right(undefined)
      }
      known.delete(name)
      if (sent.left._tag !== 'Conflict')
        return E.left(writeError(sent.left, stream, revision, size))
    }
  }

  return {
    load: (name) => async () =>
      E.map(({ revision, checkpoint }: View) =>
        revision === 'noStream' ? O.none : O.some(checkpoint),
      )(await read(name)),

    get: (name, key) => async () =>
      E.map(({ rows }: View) => (rows.has(key) ? O.some(rows.get(key) as Json) : O.none))(
        await read(name),
      ),

    entries:
      (name, range = {}) =>
      async () => {
        const wrong = wrongRange(range)
        if (wrong !== undefined) return E.left(wrong)
        return E.map(({ rows }: View) =>
          within([...rows.keys()].sort(), range).map(
            (key) => [key, rows.get(key) as Json] as const,
          ),
        )(await read(name))
      },

    commit: (name, changes, expected, position) => async () => {
      const wrong = wrongStream(streamOf(name)) ?? wrongCheckpoint(expected, position)
      if (wrong !== undefined) return E.left(wrong)
      const checked = checkChanges(changes)
      if (E.isLeft(checked)) return checked
      const { put, dropped } = checked.right
      return commit(name, expected, (view) => {
        const isSame = expected.generation === view.checkpoint.generation
        const rows = new Map(isSame ? view.rows : [])
        for (const [key, text] of put) rows.set(key, JSON.parse(text) as Json)
        for (const key of dropped) rows.delete(key)
        return { ...view, rows, checkpoint: { generation: expected.generation, position } }
      })
    },
  }
}
