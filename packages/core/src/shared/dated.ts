/**
 * What was so from when on: a setting and its earlier values, so that one written down late takes its own place.
 *
 * @since 0.1.0
 */
import type { Instant } from './instant.js'

/** A value, and the instant from which it held. */
export interface From<A> {
  readonly at: Instant
  readonly value: A
}

/** Oldest first; of two from the same instant the one recorded later comes later, and holds. */
export type Dated<A> = ReadonlyArray<From<A>>

/** What held at `at`; undefined before the first. */
export const asOf = <A>(history: Dated<A> | undefined, at: Instant): A | undefined =>
  history?.filter((from) => from.at <= at).at(-1)?.value

/** What holds by all that is on record. */
export const present = <A>(history: Dated<A> | undefined): A | undefined => history?.at(-1)?.value

/** The history in which `value` holds from `at` on, until the next on record. */
export const from = <A>(history: Dated<A> | undefined, at: Instant, value: A): Dated<A> => [
  ...(history ?? []).filter((each) => each.at <= at),
  { at, value },
  ...(history ?? []).filter((each) => each.at > at),
]
