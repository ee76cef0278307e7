import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Type } from 'io-ts'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { type Fact, foldRows, type Projection, type Rows } from '../../src/index.js'
import { inBatches, plain, restarted, taken } from './batches.js'

export const runs = Number(process.env['TROTH_RUNS'] ?? 1000)

export const hour = 3_600_000
export const day = 24 * hour

/** Noon, in UTC, of Monday the 2nd of November 2026, and `hours` after it. */
export const at = (hours: number): Instant => (Date.UTC(2026, 10, 2, 12) + hours * hour) as Instant
export const iso = (hours: number): string => new Date(at(hours)).toISOString()

/** `a0000000-0000-4000-8000-000000000007` */
export const id = (prefix: string, n: number): string =>
  `${prefix}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const customerId = (n: number): string => id('a', n)
export const complaintId = (n: number): string => id('c', n)
export const promiseId = (n: number): string => id('d', n)
export const entryId = (n: number): string => id('e', n)
export const followUpId = (n: number): string => id('f', n)

export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`refused: ${JSON.stringify(either.left).slice(0, 2000)}`)
  return either.right
}

/** Events of one kind as they are stored, read by their codec: what a test leaves out that the codec needs fails here. */
export const eventsOf =
  <Event>(codec: Type<Event, unknown>) =>
  (type: string, when: number, data: object = {}, by = 'desk'): Event =>
    right(codec.decode({ type, data: { at: iso(when), by: { id: by, role: 'agent' }, ...data } }))

interface AnyEvent {
  readonly data: { readonly at: Instant }
}

/** What is on record: each stream by its key, its events in order. */
export const factsOf = <Event extends AnyEvent>(
  category: string,
  history: Readonly<Record<string, ReadonlyArray<Event>>>,
): ReadonlyArray<Fact<Event>> =>
  Object.entries(history).flatMap(([key, events]) =>
    events.map((event, revision) => ({
      stream: `${category}-${key}`,
      revision: BigInt(revision),
      at: event.data.at,
      event,
      metadata: {},
    })),
  )

export interface Law<Event, Row> {
  readonly projection: Projection<Event, Row>
  readonly history: fc.Arbitrary<ReadonlyArray<Event>>
  readonly keys: ReadonlyArray<string>
  /** What people read of the rows. */
  readonly shown: (rows: Rows<Row>) => unknown
}

/** The laws of every projection: cut anywhere, restarted from JSON anywhere, streams in any order, it is the same view. */
export const projectionLaws = <Event extends AnyEvent, Row>({
  projection,
  history,
  keys,
  shown,
}: Law<Event, Row>): void => {
  const fold = foldRows(projection)
  const histories = fc.record(Object.fromEntries(keys.map((key) => [key, history])))
  const numRuns = runs

  it('the same events give the same view, whatever the batches and the restarts', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { maxLength: 24 }), (streams, sizes) => {
        const all = factsOf(projection.category, streams)
        const rows = inBatches(fold, all, sizes, 4)
        expect(plain(rows)).toBe(plain(fold(all)))
        expect(shown(restarted(rows))).toEqual(shown(fold(all)))
      }),
      { numRuns },
    )
  })

  it('and in whatever order the streams arrive', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(), { maxLength: 24 }), (streams, order) => {
        const all = factsOf(projection.category, streams)
        const mixed = fold(taken(all, order))
        expect(plain(mixed)).toBe(plain(fold(all)))
        expect(shown(mixed)).toEqual(shown(fold(all)))
      }),
      { numRuns },
    )
  })
}

/** Every proportion that stands anywhere in a view, with its interval. */
export const sharesIn = (
  view: unknown,
): ReadonlyArray<{ n: number; share: number; interval: { lower: number; upper: number } }> => {
  if (typeof view !== 'object' || view === null) return []
  const inside = Object.values(view).flatMap(sharesIn)
  return 'share' in view && 'interval' in view ? [view as never, ...inside] : inside
}

/** Every proportion lies in its interval and is of something. */
export const expectSoundShares = (view: unknown): void => {
  for (const { n, share, interval } of sharesIn(view)) {
    expect(n).toBeGreaterThan(0)
    expect(share).toBeGreaterThanOrEqual(interval.lower)
    expect(share).toBeLessThanOrEqual(interval.upper)
    expect(interval.lower).toBeGreaterThanOrEqual(0)
    expect(interval.upper).toBeLessThanOrEqual(1)
  }
}
