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

/** It happened before the earliest instant of which anything is still put on record. */
export interface TooLongAgo {
  readonly _tag: 'TooLongAgo'
  readonly earliest: Instant
}

/** Why something that happened at an instant is not put on record any more. */
export type OutOfTime = { readonly _tag: 'BeforeItBegan'; readonly began: Instant } | TooLongAgo

const sevenDays = 604_800_000

/** What speaks against a fact of `at` where nothing has to come first: more than `lateBy` milliseconds (default: 7 days) before the latest. */
export const tooLongAgo = (
  latest: Instant,
  at: Instant,
  lateBy = sevenDays,
): TooLongAgo | undefined => {
  const earliest = after(latest, -lateBy)
  return at < earliest ? { _tag: 'TooLongAgo', earliest } : undefined
}

/** What speaks against a fact of `at`: before the stream began, or more than `lateBy` milliseconds (default: 7 days) before its latest. */
export const outOfTime = (
  { began, latest }: Span,
  at: Instant,
  lateBy?: number,
): OutOfTime | undefined =>
  at < began ? { _tag: 'BeforeItBegan', began } : tooLongAgo(latest, at, lateBy)
