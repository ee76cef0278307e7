/**
 * A zone of the time zone database, as part of a message.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'

import { knownZone } from './zone.js'

export interface TimeZoneBrand {
  readonly TimeZone: unique symbol
}

/** A zone's name as the time zone database spells it (`Europe/Berlin`), or a fixed offset (`+05:30`). */
export type TimeZone = t.Branded<string, TimeZoneBrand>

const isZone = (u: unknown): u is TimeZone =>
  typeof u === 'string' && O.toUndefined(knownZone(u)) === u

/** Decodes a name in any case to the database's own spelling. */
export const TimeZone: t.Type<TimeZone, string> = new t.Type(
  'TimeZone',
  isZone,
  (u, context) =>
    pipe(
      typeof u === 'string' ? knownZone(u) : O.none,
      O.match(
        () =>
          t.failure(u, context, 'not a zone of the time zone database, such as "Europe/Berlin"'),
        (zone) => t.success(zone as TimeZone),
      ),
    ),
  t.identity,
)
