/**
 * What happened to a customer, one line an event.
 *
 * @since 0.1.0
 */
import type { Actor, Instant } from '@troth/core'

import { type DeskEvents, deskEvents } from '../shared/desk-events.js'
import { keep, type Kept } from '../shared/kept.js'
import { categoryOf, keyOfStream, type Rows } from '../shared/projection.js'
import type { WideProjection } from '../shared/wide-projection.js'

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

/** One stream's lines in the order in which they were recorded. */
export type Lines = Kept<Line>

/** The lines of everything that is a customer's: rows by stream (its whole name). */
export const timeline: WideProjection<DeskEvents, Lines> = {
  name: 'timeline',
  events: deskEvents,
  key: ({ stream }) => stream,
  concerns: ({ stream }) => keyOfStream(stream),
  initial: [],
  apply: (lines, { event: { type, data } }) => keep(lines, [{ at: data.at, type, by: data.by }]),
}

const inOrder = (a: TimelineLine, b: TimelineLine): number => {
  if (a.at !== b.at) return a.at - b.at
  if (a.category !== b.category) return a.category < b.category ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** The lines of some streams in the order in which it happened; of one stream at one instant, in that of the record. */
export const timelineOf = (
  rows: Rows<Lines>,
  streams: ReadonlyArray<string>,
): ReadonlyArray<TimelineLine> =>
  streams
    .flatMap((stream) => {
      const category = categoryOf(stream)
      const id = keyOfStream(stream)
      return (rows.get(stream) ?? []).flat().map((line) => ({ ...line, category, id }))
    })
    .sort(inOrder)
