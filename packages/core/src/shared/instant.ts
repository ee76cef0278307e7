/**
 * A point in time, as the whole domain writes it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

export interface InstantBrand {
  readonly Instant: unique symbol
}

/** A point on the UTC timeline: epoch milliseconds inside, canonical ISO-8601 outside. */
export type Instant = t.Branded<number, InstantBrand>

/** The range a `Date` can hold; outside it there is no ISO-8601 rendering to encode to. */
const isInstant = (u: unknown): u is Instant =>
  typeof u === 'number' && Number.isInteger(u) && Math.abs(u) <= 8.64e15

export const Instant: t.Type<Instant, string> = new t.Type(
  'Instant',
  isInstant,
  (u, context) => {
    const text = t.string.validate(u, context)
    if (E.isLeft(text)) return text
    const iso = text.right
    const ms = Date.parse(iso)
    return isInstant(ms) && new Date(ms).toISOString() === iso
      ? t.success(ms)
      : t.failure(u, context, `not a canonical UTC instant: ${iso.slice(0, 40)}`)
  },
  (instant) => new Date(instant).toISOString(),
)

/** The instant `ms` milliseconds after `from` (before it, when negative), kept within what an `Instant` can hold. */
export const after = (from: Instant, ms: number): Instant =>
  Math.min(8.64e15, Math.max(-8.64e15, from + Math.round(ms))) as Instant

/** The later of the two. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
