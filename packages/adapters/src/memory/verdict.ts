/**
 * Whether a stream stands where a writer believes it, and whether what he brings is there already.
 *
 * The meanings are EventStoreDB's: an append is known again by its events' ids and their places, and by nothing else.
 *
 * @since 0.1.0
 */
import type { ExpectedRevision, StoreError } from '@troth/core/store'

import { conflict, streamDeleted } from '../shared/store-errors.js'
import { lastOf, type Stream } from './log.js'

export type Verdict =
  | { readonly _tag: 'Go' }
  /** All of it stands there already; `revision` is its last event's. */
  | { readonly _tag: 'Again'; readonly revision: number }
  | { readonly _tag: 'Refused'; readonly why: StoreError }

const go: Verdict = { _tag: 'Go' }
const refused = (why: StoreError): Verdict => ({ _tag: 'Refused', why })

/** Whether these very ids, in this order, were written from `revision` on. */
const standsAt = ({ entries }: Stream, revision: number, ids: ReadonlyArray<string>): boolean =>
  ids.length > 0 && ids.every((id, i) => entries[revision + i]?.id === id)

/** `ids` are the events' that would be written; none, where the stream is to be deleted. */
export const verdict = (
  stream: Stream,
  expected: ExpectedRevision,
  ids: ReadonlyArray<string>,
): Verdict => {
  const { deleted, firstOf, name, truncatedBefore } = stream
  const last = lastOf(stream)
  const again = (first: number): Verdict =>
    standsAt(stream, first, ids)
      ? { _tag: 'Again', revision: first + ids.length - 1 }
      : refused(conflict(expected, last))

  if (deleted === 'forEver') return refused(streamDeleted(name))
  if (expected === 'streamExists') {
    if (deleted === 'softly') return refused(streamDeleted(name))
    // A stream truncated before it has begun exists, though it holds nothing yet.
    if (last < 0 && truncatedBefore === undefined) return refused(conflict(expected, last))
  }
  if (expected === 'any' || expected === 'streamExists') {
    const first = firstOf.get(ids[0] ?? '')
    return first === undefined ? go : again(first)
  }
  const at = expected === 'noStream' ? -1 : Number(expected)
  if (at === last) return go
  if (at > last) return refused(conflict(expected, last))
  // Soft-deleted, it is as if absent, except to who wrote its first events and sends them again.
  const isAbsent = expected === 'noStream' && deleted === 'softly'
  return isAbsent && stream.entries[0]?.id !== ids[0] ? go : again(at + 1)
}
