import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { fold } from '../../src/shared/decider.js'
import { handle, type Handling } from '../../src/store/handle.js'
import { registry } from '../../src/store/registry.js'
import { inProcessCache } from '../../src/store/state-cache.js'
import { simulatedRuntime } from '../../src/testing/simulated-runtime.js'
import {
  add,
  close,
  open,
  tally,
  type TallyCommand,
  type TallyEvent,
  type TallyState,
} from '../support/tally.js'
import { type Found, tinySnapshots, type TinySnapshots } from '../support/tiny-snapshots.js'
import { type Fault, tinyStore, type TinyStore } from '../support/tiny-store.js'

const numRuns = Number(process.env['TROTH_RUNS'] ?? 1000)
const ids = ['a', 'b', 'c']
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const anyCommand: fc.Arbitrary<TallyCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(open(4), open(5)) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('x', 'y', 'z', 'w'), fc.constantFrom(1, 2, 3))
      .map(([entry, amount]) => add(entry, amount)),
  },
  { weight: 1, arbitrary: fc.constant(close) },
)
/** Command ids collide, so that an id comes again with another command, on another handler. */
const anyStep = fc.record({
  by: fc.nat({ max: 6 }),
  on: fc.constantFrom(...ids),
  command: anyCommand,
  commandId: fc.nat({ max: 12 }).map(uuid),
  fault: fc.oneof(
    { weight: 6, arbitrary: fc.constant<Fault | undefined>(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Fault>('lost', 'silent', 'down') },
  ),
  found: fc.constantFrom<Found>('newest', 'newest', 'older', 'garbled', 'another’s', 'away'),
})
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

const handlersOf = (
  eventStore: TinyStore,
  strategies: ReadonlyArray<Partial<Handling<TallyState, TallyEvent>>>,
) =>
  strategies.map((strategy) =>
    handle(tally, { eventStore, runtime: simulatedRuntime(), ...strategy }),
  )
const cache = (max: number) => inProcessCache<TallyState>({ max })
const everyStrategy = (
  store: TinySnapshots,
): ReadonlyArray<Partial<Handling<TallyState, TallyEvent>>> => {
  const shared = cache(2)
  const snapshots = (every: number) => ({ store, every, report: () => undefined })
  return [
    {},
    { cache: cache(5) },
    { cache: cache(1) },
    { cache: shared },
    { cache: shared },
    { snapshots: snapshots(1) },
    { snapshots: snapshots(3), cache: cache(1) },
  ]
}
const reader = registry(tally.event)
const readStream = (store: TinyStore, id: string): ReadonlyArray<TallyEvent> =>
  store.events(`tally-${id}`).map((recorded) => {
    const event = E.flatMap(
      (known: { decode: (r: typeof recorded) => E.Either<unknown, TallyEvent> }) =>
        known.decode(recorded),
    )(reader)
    if (E.isLeft(event)) throw new Error('unreadable')
    return event.right
  })

describe('strategies', () => {
  it('change neither the answers nor the record: cached, stale, shared, kept as snapshots of any worth, or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps: ReadonlyArray<Step>) => {
        const [store, plainStore] = [tinyStore(), tinyStore()]
        const kept = tinySnapshots()
        const handlers = handlersOf(store, everyStrategy(kept))
        const [plain] = handlersOf(plainStore, [{}])
        for (const { by, on, command, commandId, fault, found } of steps) {
          kept.found = found
          store.faults.length = 0
          store.faults.push(fault)
          const given = await handlers[by]?.(on, command, { commandId })()
          const expected = await plain?.(on, command, { commandId })()
          if (given === undefined || expected === undefined || E.isLeft(expected))
            throw new Error('no answer')
          // A stale cache sends what another handler recorded, and the store takes it for the same append: on record, once.
          const same =
            E.isRight(given) &&
            given.right._tag === 'Appended' &&
            expected.right._tag === 'AlreadyDone' &&
            store.events(`tally-${on}`)[Number(given.right.revision)]?.metadata['commandId'] ===
              commandId
          if (same) {
            const last = Number(given.right.revision) + 1
            expect(readStream(store, on).slice(last - given.right.events.length, last)).toEqual(
              given.right.events,
            )
          } else if (E.isRight(given) && given.right._tag === 'Appended')
            expect(given.right).toEqual({ ...expected.right, position: given.right.position })
          else expect(given).toEqual(expected)
        }
        for (const id of ids)
          expect(store.events(`tally-${id}`)).toEqual(plainStore.events(`tally-${id}`))
      }),
      { numRuns },
    )
  })

  it('keep every rule and every command once when all come at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyStep, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        fc.boolean(),
        async (batches, forgets) => {
          const store = tinyStore()
          store.forgetsIds.yes = forgets
          const caches = everyStrategy(tinySnapshots())
          const handlers = handlersOf(store, caches)
          for (const batch of batches) {
            store.faults.push(...batch.map(({ fault }) => fault))
            const answers = await Promise.all(
              batch.map(async ({ by, on, command, commandId }) =>
                handlers[by]?.(on, command, { commandId })(),
              ),
            )
            for (const answer of answers) expect(answer).toMatchObject({ _tag: 'Right' })
          }
          for (const id of ids) {
            const events = store.events(`tally-${id}`)
            const state = fold(tally)(readStream(store, id))
            expect(state.total).toBeLessThanOrEqual(state.limit)
            // The events of one command stand together, and nowhere else.
            const runs = events
              .map(({ metadata }) => metadata['commandId'])
              .filter((commandId, i, all) => commandId !== all[i - 1])
            expect(new Set(runs).size).toBe(runs.length)
            for (const { cache: held } of caches) {
              const entry = held?.get(`tally-${id}`)
              if (entry === undefined) continue
              const upTo = entry.last === 'noStream' ? 0 : Number(entry.last) + 1
              expect(entry.state).toEqual(fold(tally)(readStream(store, id).slice(0, upTo)))
            }
          }
        },
      ),
      { numRuns },
    )
  })
})
