import { memory } from '@troth/adapters/memory'
import type { customer } from '@troth/core'
import type { Json, Position, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  type AnyProjection,
  customerRecord,
  type Fact,
  type Folding,
  foldRows,
} from '../../src/index.js'
import { recorded } from '../case-library/support.js'
import { callBack } from '../follow-up-agenda/support.js'
import { made } from '../promise-ledger/support.js'
import { wideFacts } from '../shared/desk.js'
import { complaintId, customerId, right, runs } from '../shared/history.js'
import { bought, merged, ofComplaint, off, parted } from '../warnings/support.js'
import {
  issued,
  ofSurvey,
  projections,
  reading,
  registeredAs,
  rules,
  sourcesOf,
  streamsOf,
  type WholeDesk,
} from './support.js'

/** Whose share a row is in does not matter to who reads it: these lie by turns. */
const shareOf = (i: number, of: number | undefined): string =>
  of === undefined ? '' : `.${String(i % of)}of${String(of)}`

const all: ReadonlyArray<AnyProjection> = Object.values(projections)

/** The rows of every projection of the record, as its view keeps them. */
const keptFor = async (desk: WholeDesk, of?: number): Promise<ViewStore> => {
  const { viewStore } = memory()
  const start = { generation: 0, position: 'start' } as const
  for (const projection of all) {
    const { name, types } = projection
    const categories = 'events' in projection ? Object.keys(projection.events) : projection.category
    const streams = Object.entries(streamsOf(desk)).filter(([each]) => categories.includes(each))
    const facts = wideFacts(Object.fromEntries(streams)).filter(
      ({ event }: Fact<{ type: string }>) => types?.includes(event.type) !== false,
    )
    const rows = [...foldRows(projection as unknown as Folding<never, Json>)(facts)]
    for (let i = 0; i < (of ?? 1); i++) {
      const put = rows.filter((_, row) => of === undefined || row % of === i)
      const changes = { put, delete: [] }
      right(await viewStore.commit(name + shareOf(i, of), changes, start, '1' as Position)())
    }
  }
  return viewStore
}

const read = customerRecord.read(rules, off)

const suppressed = (when: number, n: number) =>
  ofSurvey('SurveySuppressed', when, {
    customer: customerId(n),
    about: { topic: 'relationship' },
    why: { ground: 'withdrawn' },
  })
const moved = (when: number, n: number) =>
  ofComplaint('ComplaintMoved', when, {
    from: customerId(1),
    customer: customerId(n),
    why: 'his wife’s',
  })

const who = fc.integer({ min: 1, max: 4 })
const when = fc.integer({ min: 1, max: 9 })
const anyLife: fc.Arbitrary<ReadonlyArray<customer.CustomerEvent>> = fc
  .array(
    fc.oneof(
      fc.tuple(when, who).map(([hours, n]) => merged(hours, n)),
      fc.tuple(when, who).map(([hours, n]) => parted(hours, n)),
    ),
    { maxLength: 3 },
  )
  .map((events) => [registeredAs('Ann'), ...events])
const four = <A>(each: fc.Arbitrary<A>): fc.Arbitrary<Record<number, A>> =>
  fc.record({ 1: each, 2: each, 3: each, 4: each })
const anyDesk: fc.Arbitrary<WholeDesk> = fc.record({
  customers: fc.oneof(four(anyLife), four(fc.oneof(anyLife, fc.constant([])))),
  complaints: four(
    fc
      .tuple(who, fc.option(who))
      .map(([n, to]) => [
        recorded(1, { customer: customerId(n) }),
        ...(to === null ? [] : [moved(2, to)]),
      ]),
  ),
  promises: four(who.map((n) => [made(1, 9, { customer: customerId(n) })])),
  followUps: four(who.map((n) => [callBack(1, 5, { customer: customerId(n) })])),
  surveys: four(
    fc.oneof(
      who.map((n) => [issued(1, n)]),
      who.map((n) => [suppressed(1, n)]),
    ),
  ),
  dealings: four(fc.constantFrom([], [bought(1, 'a', 100)])),
})

describe('the rows of one customer’s page', () => {
  it('make the page that all rows make, whoever was merged, parted or moved', async () => {
    await fc.assert(
      fc.asyncProperty(anyDesk, fc.option(fc.constantFrom(1, 3)), async (desk, shares) => {
        const viewStore = await keptFor(desk, shares ?? undefined)
        const of = customerRecord.sourcesOf(viewStore, rules, shares ?? undefined)
        const everything = sourcesOf(desk)
        for (const n of [1, 2, 3, 4]) {
          const own = right(await of(customerId(n))())
          const page = read(own, customerId(n), reading(20))
          expect(page).toEqual(read(everything, customerId(n), reading(20)))
        }
      }),
      { numRuns: Math.ceil(runs / 5) },
    )
  })

  it('are as many as there are streams of his, however many customers there are', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, i) => [i + 1, [registeredAs('Ann')]]),
    )
    const viewStore = await keptFor({
      customers: many,
      complaints: { 1: [recorded(1)], 2: [recorded(1, { customer: customerId(2) })] },
    })
    let asked = 0
    const counting: ViewStore = {
      ...viewStore,
      get: (name, key) => {
        asked++
        return viewStore.get(name, key)
      },
    }
    const sources = right(await customerRecord.sourcesOf(counting, rules)(customerId(1))())
    expect([...sources.complaints.keys()]).toEqual([complaintId(1)])
    expect(asked).toBeLessThan(12)
  })

  it('are none of whoever is on no record', async () => {
    const sources = right(await customerRecord.sourcesOf(await keptFor({}), rules)(customerId(1))())
    expect(read(sources, customerId(1), reading(1))).toEqual(O.none)
  })

  it('are not read where the store fails, and it says why', async () => {
    const failing: ViewStore = {
      ...memory().viewStore,
      get: () => () => Promise.resolve(E.left({ _tag: 'Unavailable', reason: 'gone' } as const)),
    }
    expect(await customerRecord.sourcesOf(failing, rules)(customerId(1))()).toEqual(
      E.left({ _tag: 'Unavailable', reason: 'gone' } as const),
    )
  })
})
