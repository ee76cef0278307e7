/**
 * The clock on the wall of a time zone. A wall-clock reading is written here as milliseconds since the
 * wall said 1970-01-01T00:00, so that a day is always 86,400,000 of them; what that is on the timeline, the zone says.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'
import { Temporal } from 'temporal-polyfill'

import { day, latest } from './invalid-time.js'
import type { Stretch } from './stretch.js'

/** A time between two moves of the clock, and how far the wall is ahead of UTC in it, in milliseconds. */
interface Span extends Stretch {
  readonly offset: number
}

const findSpan = (timeZone: string, at: number): Span => {
  const zoned = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone)
  const here = zoned(at)
  // The transition "previous" to an instant is strictly before it, and a span begins with its own.
  const before = zoned(Math.min(at + 1, latest)).getTimeZoneTransition('previous')
  const next = here.getTimeZoneTransition('next')
  return {
    from: before === null ? -Infinity : before.epochMilliseconds,
    to: next === null ? Infinity : next.epochMilliseconds,
    offset: here.offsetNanoseconds / 1e6,
  }
}

/**
 * The spans found last, of each zone. To ask the zone costs a hundred times what all other arithmetic on
 * a day does; this changes the speed of an answer, never the answer, and holds 128 spans (64 years of summer time) a zone.
 */
const found = new Map<string, ReadonlyArray<Span>>()

const spanAt = (timeZone: string, instant: number): Span => {
  const at = Math.max(-latest, Math.min(latest, instant))
  const spans = found.get(timeZone) ?? []
  const known = spans.find(({ from, to }) => from <= at && at < to)
  if (known !== undefined) return known
  const span = findSpan(timeZone, at)
  found.set(timeZone, [span, ...spans.slice(0, 127)])
  return span
}

/** What the wall says at an instant. */
export const wallAt = (timeZone: string, instant: number): number =>
  instant + spanAt(timeZone, instant).offset

/**
 * When the wall says so, as Temporal's `compatible` has it: the first of two such instants when the clock
 * is moved back over the reading; as much later as the clock is moved, when it is moved forward over it.
 */
export const instantAt = (timeZone: string, wall: number): number => {
  const before = spanAt(timeZone, wall - day).offset
  const after = spanAt(timeZone, wall + day).offset
  const early = wall - before
  if (before === after || spanAt(timeZone, early).offset === before) return early
  const late = wall - after
  return spanAt(timeZone, late).offset === after ? late : early
}

/** Whether the wall never says so, because the clock is moved forward over it. */
export const isSkipped = (timeZone: string, wall: number): boolean =>
  wallAt(timeZone, instantAt(timeZone, wall)) !== wall

const zoneName = /^([A-Za-z][\w+-]*(\/[\w+-]+)*|[+-]\d\d:\d\d)$/

/** The zone's name as its database spells it (`Europe/Berlin`, also an offset, `+05:30`); none when it has no such zone. */
export const knownZone = (name: string): O.Option<string> =>
  // Longer names exist nowhere, and Temporal alone would take a whole timestamp for the zone in it.
  name.length <= 64 && zoneName.test(name)
    ? O.tryCatch(
        () => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId,
      )
    : O.none
