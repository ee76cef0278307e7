import { memory } from '@troth/adapters/memory'
import type { NewEvent, Stores } from '@troth/core/store'
import { type SimulatedRuntime, simulatedRuntime } from '@troth/core/testing'
import fc from 'fast-check'
import type { Mixed } from 'io-ts'
import { expect, it } from 'vitest'

import {
  customers,
  loyalty,
  rowsOf,
  runProjection,
  type RunningView,
  satisfaction,
  type View,
} from '../../src/index.js'
import { sum } from '../../src/shared/figures.js'
import { made, kept as keptPromise } from '../promise-ledger/support.js'
import { terms as loyaltyTerms, thinks } from '../loyalty/view/support.js'
import { terms } from '../satisfaction/view/support.js'
import { plain, taken } from '../shared/batches.js'
import {
  answered,
  bought,
  classed,
  closed,
  type History,
  issued,
  lost,
  managed,
  merged,
  mergedInto,
  parted,
  recorded,
  registered,
  returned,
  wideFacts,
} from '../shared/desk.js'
import { at, complaintId, customerId, entryId, id, promiseId, runs } from '../shared/history.js'
import { customerRules } from '../warnings/support.js'
import { mortal, right, settled } from './support.js'

const everybody = customers.customers(customerRules)
const projections = [satisfaction.view.record, loyalty.view.record, everybody]
const codecs: Readonly<Record<string, Mixed>> = satisfaction.view.record.events
const of = 3

interface Recorded {
  readonly category: string
  readonly stream: string
  readonly event: unknown
}

const hours = fc.constantFrom(-300, 0, 1)
const who = fc.integer({ min: 1, max: 3 })
const some = <A>(...each: ReadonlyArray<fc.Arbitrary<A>>) =>
  fc.array(fc.oneof(...each), { maxLength: 4 })
const after = <A, B>(first: fc.Arbitrary<A>, rest: fc.Arbitrary<ReadonlyArray<B>>) =>
  fc.tuple(first, rest).map(([a, more]) => [a, ...more])
const his = who.map((n) => ({ customer: customerId(n) }))

/** Three of each, which fall to three shares and not in the order of their ids, and a tenant's of the same id as another. */
const four = <A>(each: fc.Arbitrary<A>, name: (n: number) => string) =>
  fc
    .tuple(each, each, each, each)
    .map(([a, b, c, d]) => ({ [name(1)]: a, [name(2)]: b, [name(3)]: c, [`acme.${name(1)}`]: d }))
const anyHistory: fc.Arbitrary<History> = fc.record({
  customer: four(
    after(
      hours.map((when) => registered(when)),
      some(
        fc.tuple(hours, who).map(([when, into]) => mergedInto(when, into, entryId(1))),
        fc.tuple(hours, who).map(([when, from]) => parted(when, from, entryId(1))),
        hours.map((when) => managed(when, 'wang')),
        hours.map((when) => classed(when, 'tier', 'vip')),
        hours.map((when) => lost(when)),
      ),
    ),
    customerId,
  ),
  dealings: four(
    some(
      fc
        .tuple(hours, fc.constantFrom('A', 'B'), who)
        .map(([when, order, n]) => bought(when, order, n)),
      fc.tuple(hours, fc.constantFrom('A', 'B')).map(([when, order]) => returned(when, order)),
      fc.tuple(hours, who).map(([when, n]) => thinks(when, n, 5)),
    ),
    customerId,
  ),
  survey: four(
    after(
      fc.tuple(hours, his).map(([when, whose]) => issued(when, whose)),
      some(fc.tuple(hours, who).map(([when, csat]) => answered(when, { csat, nps: csat + 7 }))),
    ),
    (n) => id('5', n),
  ),
  complaint: four(
    after(
      fc.tuple(hours, his).map(([when, whose]) => recorded(when, whose)),
      some(
        hours.map((when) => closed(when)),
        fc.tuple(hours, who).map(([when, into]) => merged(when, into)),
      ),
    ),
    complaintId,
  ),
  promise: four(
    after(
      fc.tuple(hours, his).map(([when, whose]) => made(when, 20, whose)),
      some(hours.map((when) => keptPromise(when))),
    ),
    promiseId,
  ),
})

const write = async (
  { eventStore }: Stores,
  { newId }: SimulatedRuntime,
  all: ReadonlyArray<Recorded>,
): Promise<void> => {
  for (const { category, stream, event } of all) {
    const { type, data } = codecs[category]?.encode(event) as Pick<NewEvent, 'type' | 'data'>
    const body = { id: newId(), type, data, metadata: {} }
    right(await eventStore.append(stream, 'any', [body])())
  }
}

/** Follows until each has heard and saved all that is on record, or can not go on. */
const ended = async (views: ReadonlyArray<RunningView>): Promise<void> => {
  let over = 0
  for (const { stopped } of views) void stopped.then(() => over++)
  for (let i = 0; i < 500 && over < views.length; i++) {
    if (views.every((view) => view.standing().live)) return
    await settled(1)
  }
}

/** What people read of the three. */
const readOf = async ({ viewStore }: Stores, shares?: { readonly of: number }) => {
  const desk = right(await rowsOf(viewStore)({ projection: satisfaction.view.record, ...shares })())
  const dealt = right(await rowsOf(viewStore)({ projection: loyalty.view.record, ...shares })())
  const known = right(await rowsOf(viewStore)({ projection: everybody, ...shares })())
  const people = customers.people(known)
  const observed = satisfaction.view.observe(terms)(desk, at(100))
  const period = { by: 'month', at: at(0) } as const
  const segments = (['customer', 'manager', 'tier'] as const).map((by) =>
    satisfaction.view.read(terms)(observed, { segmentation: { by }, period }),
  )
  return {
    rows: [desk, dealt, known].map((rows) => plain<unknown>(rows)),
    segments,
    loyalty: loyalty.view.read(loyaltyTerms)(dealt, at(100), period),
    survivors: [...known.keys()].sort().map((key) => people.survivorOf(key)),
  }
}

const anyKills = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), {
  minLength: of,
  maxLength: of,
})

it('views shared by three processes, killed and begun again, are those of one: whoever is merged and parted', async () => {
  let killed = 0
  await fc.assert(
    fc.asyncProperty(
      anyHistory,
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.array(anyKills, { minLength: 1, maxLength: 3 }),
      async (history, order, spells) => {
        const runtime = simulatedRuntime()
        const stores = memory({ now: runtime.now, checkpointEvery: 5 })
        const facts: ReadonlyArray<Recorded> = taken<never>(wideFacts(history), order)
        const run = (partition?: View['partition'], viewStore = stores.viewStore) => {
          const stopping = new AbortController()
          const running = runProjection(
            projections.map((projection): View => ({
              projection,
              ...(partition && { partition }),
            })),
            { ...stores, viewStore, runtime, signal: stopping.signal, batch: 7, keep: 4 },
          )()
          const stop = async () => {
            stopping.abort()
            const all = await Promise.all(running.map(({ stopped }) => stopped))
            return all.some(({ why }) => why._tag === 'AccessDenied')
          }
          return { running, stop }
        }
        const size = Math.ceil(facts.length / spells.length)
        for (const [i, kills] of spells.entries()) {
          const spell = facts.slice(i * size, (i + 1) * size)
          const half = Math.ceil(spell.length / 2)
          await write(stores, runtime, spell.slice(0, half))
          const shares = kills.map(([calls, done], index) =>
            run({ index, of }, mortal(stores.viewStore, calls, done)),
          )
          await settled(2)
          await write(stores, runtime, spell.slice(half))
          for (const { running } of shares) await ended(running)
          for (const { stop } of shares) if (await stop()) killed++
        }
        const last = [...Array.from({ length: of }, (_, index) => run({ index, of })), run()]
        for (const { running } of last) await ended(running)
        for (const { stop } of last) expect(await stop()).toBe(false)
        expect(await readOf(stores, { of })).toEqual(await readOf(stores))
        for (const { name } of projections) {
          const sizes = Array.from({ length: of }, (_, i) => `${name}.${String(i)}of${String(of)}`)
            .map((share) =>
              rowsOf(stores.viewStore)({ projection: { name: share, initial: null } }),
            )
            .map(async (share) => right(await share()).size)
          const whole = rowsOf(stores.viewStore)({ projection: { name, initial: null } })
          expect(sum(await Promise.all(sizes))).toBe(right(await whole()).size)
        }
      },
    ),
    { numRuns: Math.max(20, Math.ceil(runs / 10)) },
  )
  expect(killed).toBeGreaterThan(0)
})
