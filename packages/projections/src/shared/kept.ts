/**
 * What views keep of events: plain and dated, so that what was known at any instant can be read from it again.
 *
 * @since 0.1.0
 */
import type { Instant, LongList } from '@troth/core'

import { categoryOf, keyOfStream, type Rows } from './projection.js'

export interface KeptFact {
  readonly at: Instant
}

/** One stream's facts in the order in which they were recorded: pages of them, so that a long history is not copied for each. */
export type Kept<A> = LongList<A>

const pageSize = 100

/** With what is kept of one more event. */
export const keep = <A extends KeptFact>(
  kept: Kept<A> | undefined,
  more: ReadonlyArray<A>,
): Kept<A> => {
  if (kept === undefined) return more.length === 0 ? [] : [more]
  if (more.length === 0) return kept
  const last = kept.at(-1)
  if (last === undefined || last.length >= pageSize) return [...kept, more]
  // Not spread: an array that grows keeps room for sixteen more, and of pages there are millions.
  const page = last.concat(more)
  // Most have one page.
  return kept.length === 1 ? [page] : [...kept.slice(0, -1), page]
}

/**
 * What of it had happened by `knownAt`, in the order in which it was recorded. A view of what was known then does not change
 * by what happens later.
 */
export const known = (knownAt: Instant) => {
  const isKnown = ({ at }: KeptFact): boolean => at <= knownAt
  return <A extends KeptFact>(kept: Kept<A> | undefined): ReadonlyArray<A> => {
    const pages = kept ?? []
    // Most is one page and was known by then, and of that there is much: it is not copied.
    const all = pages.length > 1 ? pages.flat() : (pages[0] ?? [])
    return all.every(isKnown) ? all : all.filter(isKnown)
  }
}

/** In the order in which it happened; of two at one instant, in that in which they were recorded. */
export const inTime = <A extends KeptFact>(facts: ReadonlyArray<A>): ReadonlyArray<A> =>
  // Most was recorded as it happened, and of that there is much: it is not copied.
  facts.every(({ at }, i) => at >= (facts[i - 1]?.at ?? at))
    ? facts
    : [...facts].sort((a, b) => a.at - b.at)

/** Of rows by stream, those of one kind of stream, by what stands behind the category in its name. */
export const recordsOf = <Row, Kind extends keyof Row & string>(
  rows: Rows<Row>,
  kind: Kind,
): ReadonlyMap<string, NonNullable<Row[Kind]>> => {
  const records = new Map<string, NonNullable<Row[Kind]>>()
  for (const [stream, row] of rows) {
    const kept = row[kind]
    if (kept !== undefined && kept !== null && categoryOf(stream) === kind)
      records.set(keyOfStream(stream), kept)
  }
  return records
}
