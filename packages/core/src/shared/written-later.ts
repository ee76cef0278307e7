/**
 * What was written down later is welcome, within a limit that the host sets.
 *
 * @since 0.1.0
 */
import { after, type Instant } from './instant.js'

/** A stream's first and latest instant on record. */
export interface Span {
  readonly began: Instant
  readonly latest: Instant
}

/** Why something that happened at an instant is not put on record any more. */
export type OutOfTime =
  | { readonly _tag: 'BeforeItBegan'; readonly began: Instant }
  | { readonly _tag: 'TooLongAgo'; readonly earliest: Instant }

const sevenDays = 604_800_000

/** What speaks against a fact of `at`: before the stream began, or more than `lateBy` milliseconds (default: 7 days) before its latest. */
export const outOfTime = (
  { began, latest }: Span,
  at: Instant,
  lateBy = sevenDays,
): OutOfTime | undefined => {
  if (at < began) return { _tag: 'BeforeItBegan', began }
  const earliest = after(latest, -lateBy)
  return at < earliest ? { _tag: 'TooLongAgo', earliest } : undefined
}
