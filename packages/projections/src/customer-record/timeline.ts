/**
 * What happened, one line an event: any projection of one stream, with its lines kept beside its row.
 *
 * @since 0.1.0
 */
import type { Actor, Instant } from '@troth/core'

import { keep, type Kept } from '../shared/kept.js'
import type { Dated, Projection } from '../shared/projection.js'

/** That something happened: nothing of it is a person's own but who of the desk did it. */
export interface Line {
  readonly at: Instant
  readonly type: string
  readonly by: Actor
}

/** A line, and the stream that it stands in: its category and the row's key. */
export interface TimelineLine extends Line {
  readonly category: string
  readonly id: string
}

export interface WithLines<Row> {
  readonly row: Row
  /** In the order in which they were recorded. */
  readonly lines: Kept<Line>
}

/** What every event has of which a line is kept. */
export interface AnyEvent extends Dated {
  readonly type: string
  readonly data: { readonly at: Instant; readonly by: Actor }
}

/** The same projection under another name, its rows with their lines. */
export const withLines = <Event extends AnyEvent, Row>(
  name: string,
  { initial, apply, ...how }: Projection<Event, Row>,
): Projection<Event, WithLines<Row>> => ({
  ...how,
  name,
  initial: { row: initial, lines: [] },
  apply: ({ row, lines }, fact) => {
    const { type, data } = fact.event
    return { row: apply(row, fact), lines: keep(lines, [{ at: data.at, type, by: data.by }]) }
  },
})

const inOrder = (a: TimelineLine, b: TimelineLine): number => {
  if (a.at !== b.at) return a.at - b.at
  if (a.category !== b.category) return a.category < b.category ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** All lines of some streams in the order in which it happened; of one stream at one instant, in that of the record. */
export const timelineOf = (
  streams: ReadonlyArray<{
    readonly category: string
    readonly rows: ReadonlyMap<string, WithLines<unknown>>
  }>,
): ReadonlyArray<TimelineLine> =>
  streams
    .flatMap(({ category, rows }) =>
      [...rows].flatMap(([id, { lines }]) =>
        lines.flat().map((line) => ({ ...line, category, id })),
      ),
    )
    .sort(inOrder)
