/**
 * A few of everything, so that what is generated meets itself: the same ids, instants on and beside each bound.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

import { escalation } from '../complaint/fields.js'
import { Cycle } from '../complaint/values.js'
import { Actor, ActorId, Role } from '../shared/actor.js'
import { ComplaintId, CustomerId, EntryId, FaultId, PromiseId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import { Money } from '../shared/money.js'
import { Name, NonEmptyText } from '../shared/text.js'
import { TimeZone } from '../time/time-zone.js'
import type { Pools } from './from-codec.js'

/** The value that a codec decodes to. */
export const made = <A, O>(codec: t.Type<A, O>, from: O): A => {
  const decoded = codec.decode(from)
  if (E.isLeft(decoded)) throw new Error(`not a ${codec.name}: ${JSON.stringify(from)}`)
  return decoded.right
}

export const hour = 3_600_000
export const day = 24 * hour

export const began = made(Instant, '2026-11-23T09:00:00.000Z')

const after = [0, hour, 2 * hour, 4 * hour, day, 2 * day, 5 * day]

/** From the first one on, each due instant of the example rules, a millisecond before and after it, and far beyond. */
export const instants: ReadonlyArray<Instant> = [
  ...after.flatMap((ms) => [ms - 1, ms, ms + 1]),
  7 * day,
  8 * day + 1,
  30 * day,
].map((ms) => made(Instant, new Date(began + ms).toISOString()))

const idsOf = <A>(codec: t.Type<A, string>, first: string): ReadonlyArray<A> =>
  ['01', '02', '03'].map((last) => made(codec, `${first}0000000-0000-4000-8000-0000000000${last}`))

export const entryIds = idsOf(EntryId, '1')

export const actors: ReadonlyArray<Actor> = [
  { id: 'desk', role: 'agent' },
  { id: 'li', role: 'agent' },
  { id: 'wang', role: 'supervisor' },
  { id: 'zhao', role: 'head' },
].map((from) => made(Actor, from))

const from = <A>(values: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...values)

const monies = [
  { amount: 5_000, currency: 'EUR' },
  { amount: 5_001, currency: 'EUR' },
  { amount: 50_000, currency: 'EUR' },
  { amount: 50_001, currency: 'EUR' },
  { amount: 1, currency: 'JPY' },
].map((sum) => made(Money, sum))

/** The pools of every branded value. */
export const pools: Pools = new Map<unknown, fc.Arbitrary<unknown>>([
  [Instant, from(instants)],
  [NonEmptyText, from(['a', 'b', 'good \u{1f600}'].map((s) => made(NonEmptyText, s)))],
  [Name, from(['vip', 'gold', 'parts'].map((s) => made(Name, s)))],
  [CustomerId, from(idsOf(CustomerId, 'c'))],
  [ComplaintId, from(idsOf(ComplaintId, 'd'))],
  [PromiseId, from(idsOf(PromiseId, 'e'))],
  [FaultId, from(idsOf(FaultId, 'f'))],
  [EntryId, from(entryIds)],
  [Actor, from(actors)],
  [ActorId, from(actors.map(({ id }) => id))],
  [Role, from(['agent', 'supervisor', 'head'].map((role) => made(Role, role)))],
  [Money, from(monies)],
  [escalation.level, fc.constantFrom(1, 2, 9)],
  [Cycle, fc.constantFrom(1, 2, 3)],
  [TimeZone, from(['Europe/Berlin', 'Asia/Shanghai'].map((zone) => made(TimeZone, zone)))],
])
