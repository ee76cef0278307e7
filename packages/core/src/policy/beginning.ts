/**
 * From which fact on a policy does something. It is put on record before anything is heard: a policy that is killed
 * and run again begins where it began the first time.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Instant } from '../shared/instant.js'
import type { Position, RecordedEvent, StoreError } from '../store/event-store.js'
import type { EventFeed } from '../store/feed.js'
import { isObject, type Json, type JsonObject } from '../store/json.js'
import type { Checkpoint, ViewStore } from '../store/view-store.js'
import { firstOf } from './first-item.js'
import type { Category } from './streams.js'
import type { Start } from './running.js'

/**
 * `live`: every fact counts. Until then none does before the first one recorded at `since` or later, or the one at
 * the position `from`; and once the end of the record was reached, every one does.
 */
interface Began extends JsonObject {
  readonly since: number | null
  readonly from: string | null
  readonly live: boolean
}

export interface Beginning {
  /** Whether this fact counts; asked of each, in the order in which they are heard. */
  readonly counts: (recorded: RecordedEvent) => boolean
  /** The end of the record was reached. */
  readonly caughtUp: () => void
  /** Puts on record what has become of it. */
  readonly save: () => Promise<E.Either<StoreError, void>>
}

/** The position of the first fact behind `from`; none, when there is none yet. */
const firstBehind = async (
  feed: EventFeed,
  categories: ReadonlyArray<Category>,
  from: Position,
): Promise<E.Either<StoreError, Position | undefined>> => {
  type Answer = E.Either<StoreError, Position | undefined>
  const answer = await firstOf(feed, { from, categories }, (item): Answer | undefined => {
    if (item._tag === 'Event') return E.right(item.event.position)
    if (item._tag === 'CaughtUp') return E.right(undefined)
    return item._tag === 'Failed' ? E.left(item.error) : undefined
  })
  return answer ?? E.right(undefined)
}

const read = (row: Json | undefined): Began | undefined =>
  isObject(row) && typeof row['live'] === 'boolean' ? (row as Began) : undefined

const first = async (
  feed: EventFeed,
  categories: ReadonlyArray<Category>,
  start: Start,
  now: Instant,
): Promise<E.Either<StoreError, Began>> => {
  if (start === 'start') return E.right({ since: null, from: null, live: true })
  if (start === 'now') return E.right({ since: now, from: null, live: false })
  return E.map((from: Position | undefined) => ({ since: null, from: from ?? null, live: false }))(
    await firstBehind(feed, categories, start),
  )
}

/** Not a place in the record but in this view: how often it was written. */
const version = (n: number): Position => `v${String(n)}` as Position

/** How the policy began, read from the record, or put there now. */
export const beginning = async (
  { feed, viewStore }: { readonly feed: EventFeed; readonly viewStore: ViewStore },
  policy: string,
  categories: ReadonlyArray<Category>,
  start: Start,
  now: Instant,
): Promise<E.Either<StoreError, Beginning>> => {
  const name = `policy.${policy}.start`
  const loaded = await viewStore.load(name)()
  if (E.isLeft(loaded)) return loaded
  let stands: Checkpoint = O.isSome(loaded.right)
    ? loaded.right.value
    : { generation: 0, position: 'start' }
  let saves = stands.position === 'start' ? 0 : Number(stands.position.slice(1))

  const row = await viewStore.get(name, 'began')()
  if (E.isLeft(row)) return row
  const known = read(O.toUndefined(row.right))
  const begun = known ? E.right(known) : await first(feed, categories, start, now)
  if (E.isLeft(begun)) return begun
  let began = begun.right
  let saved = known

  const save = async (): Promise<E.Either<StoreError, void>> => {
    if (saved === began) return E.right(undefined)
    const writing = began
    const position = version(saves + 1)
    const changes = { put: [['began', writing] as const], delete: [] }
    const answer = await viewStore.commit(name, changes, stands, position)()
    // Whoever was faster has said the same: our own save of which no answer came, or another process beside us.
    if (E.isLeft(answer) && answer.left._tag !== 'Conflict') return answer
    saved = writing
    saves += 1
    stands = { ...stands, position }
    return E.right(undefined)
  }
  const live = (): void => {
    if (!began.live) began = { ...began, live: true }
  }
  const written = await save()
  if (E.isLeft(written)) return written
  return E.right({
    counts: ({ position, recordedAt }) => {
      if (position === began.from || (began.since !== null && recordedAt >= began.since)) live()
      return began.live
    },
    caughtUp: live,
    save,
  })
}
