import type { EventFeed, FeedItem, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rebuild, type View } from '../../src/index.js'
import {
  folded,
  foldedUpTo,
  kept,
  openShop,
  purses,
  run,
  settled,
  type Shop,
  tills,
} from './support.js'

/** Each run opens a store and views of it: a tenth of the runs that a pure law has. */
const numRuns = Math.ceil(Number(process.env['TROTH_RUNS'] ?? 1000) / 10)

const views: ReadonlyArray<View> = [{ projection: tills }, { projection: purses }]

const fill = async (shop: Shop, n: number): Promise<void> => {
  for (let i = 1; i <= n; i++)
    await shop.write(
      i % 3 === 0 ? `loan-${String(i % 4)}` : `till-${String(i % 5)}`,
      'PaidIn',
      i,
      `c${String(i % 4)}`,
    )
}
const hold = async (shop: Shop): Promise<void> => {
  expect(await kept(shop)).toEqual(await folded(shop))
  expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
}

const passing: readonly [StoreError, ...ReadonlyArray<StoreError>] = [
  { _tag: 'Unavailable', reason: 'a restart' },
  { _tag: 'OutcomeUnknown', reason: 'a lost answer' },
  { _tag: 'Contended', attempts: 3 },
]

/** A view store any call of which may fail in a way that passes, before it had its effect or, as far as is known, after it. */
const shaky = ({ stores: { viewStore }, runtime: { random } }: Shop, often: number): ViewStore => {
  const shaking =
    <Args extends ReadonlyArray<unknown>, A>(
      call: (...args: Args) => () => Promise<E.Either<StoreError, A>>,
    ) =>
    (...args: Args) =>
    async (): Promise<E.Either<StoreError, A>> => {
      if (random() >= often) return call(...args)()
      const why = passing[Math.floor(random() * passing.length)] ?? passing[0]
      if (why._tag === 'OutcomeUnknown' && random() < 0.5) await call(...args)()
      return E.left(why)
    }
  return {
    load: shaking(viewStore.load),
    get: shaking(viewStore.get),
    entries: shaking(viewStore.entries),
    commit: shaking(viewStore.commit),
  }
}

/** A feed as another one is, but for what becomes of each item. */
const changed = (
  { stores: { feed } }: Shop,
  change: (item: FeedItem) => ReadonlyArray<FeedItem> | 'ends' | 'throws',
): EventFeed => ({
  subscribe: (subscription) => ({
    [Symbol.asyncIterator]: () => {
      const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
      const ready: FeedItem[] = []
      return {
        next: async () => {
          for (;;) {
            const first = ready.shift()
            if (first !== undefined) return { done: false, value: first }
            const item = await items.next()
            if (item.done === true) return item
            const next = change(item.value)
            if (next === 'throws') throw new Error('the feed broke')
            if (next === 'ends') return { done: true, value: undefined }
            ready.push(...next)
          }
        },
        return: () => items.return?.() ?? Promise.resolve({ done: true, value: undefined }),
      }
    },
  }),
})

describe('a view store that fails at any call, in a way that passes', () => {
  it('is waited for: nothing is lost, nothing repeated, also while the view is rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        async (seed, batch, rebuilds) => {
          const shop = openShop({ checkpointEvery: 2 }, seed)
          await fill(shop, 12)
          const viewStore = shaky(shop, 0.3)
          const { views: running, stop } = run(shop, views, { viewStore, batch, keep: 2 })
          await fill(shop, 6)
          const last = await shop.write('till-1', 'PaidIn', 7, 'c1')
          const hour = 3_600_000
          for (const view of running)
            expect(await view.reached(last, 100 * hour)()).toEqual(E.right(undefined))
          await hold(shop)
          if (rebuilds) {
            const { stores, runtime } = shop
            const how = { ...stores, runtime, viewStore, batch, term: 100 * hour }
            const answer = await rebuild({ projection: tills }, how)()
            expect(answer).toMatchObject(E.right({ generation: 1 }))
            await hold(shop)
          }
          await stop()
        },
      ),
      { numRuns },
    )
  })
})

describe('a view store that throws when a row is read', () => {
  it('stops that view with what it heard before on record; the others go on, and hear nothing twice', async () => {
    for (const order of [views, [...views].reverse()])
      for (const fails of [
        () => {
          throw new Error('no store at all')
        },
        () => () => Promise.reject(new Error('no store at all')),
      ]) {
        const shop = openShop()
        const { viewStore } = shop.stores
        await fill(shop, 24)
        let left = 5
        const { views: running, stop } = run(shop, order, {
          batch: 3,
          keep: 1,
          viewStore: {
            ...viewStore,
            get: (name, key) =>
              name === 'purses' && left-- <= 0 ? fails() : viewStore.get(name, key),
          },
        })
        const stopped = await running[order === views ? 1 : 0]?.stopped
        expect(stopped?.why).toEqual({ _tag: 'Threw', message: 'no store at all' })
        expect(await kept(shop, purses)).toEqual(
          await foldedUpTo(shop, stopped?.position ?? 'start', purses),
        )
        await settled()
        expect(await kept(shop)).toEqual(await folded(shop))
        await stop()
        const again = run(shop, views)
        await settled()
        await hold(shop)
        await again.stop()
      }
  })
})

describe('a feed', () => {
  it('that drops stops the views at what they had heard, and they go on from there', async () => {
    const ends: ReadonlyArray<ReadonlyArray<FeedItem> | 'ends' | 'throws'> = [
      [{ _tag: 'Failed', error: { _tag: 'Unavailable', reason: 'gone' } }],
      'ends',
      'throws',
    ]
    for (const end of ends) {
      const shop = openShop({ checkpointEvery: 3 }, 5)
      await fill(shop, 25)
      const last = (await shop.events()).at(-1)?.position
      let drops = 0
      for (let isDone = false; !isDone; drops++) {
        let left = 3
        const feed = changed(shop, (item) =>
          left-- > 0 && item._tag !== 'CaughtUp' ? [item] : end,
        )
        const { views: running } = run(shop, views, { feed, batch: 2 })
        const stopped = await Promise.all(running.map((each) => each.stopped))
        for (const [i, { why, position }] of stopped.entries()) {
          expect(why).toMatchObject(
            typeof end === 'string' ? { _tag: 'Threw' } : { _tag: 'Unavailable', reason: 'gone' },
          )
          const view = i === 0 ? tills : purses
          expect(await kept(shop, view)).toEqual(await foldedUpTo(shop, position, view))
        }
        isDone = stopped.every(({ position }) => position === last)
      }
      expect(drops).toBeGreaterThan(5)
      await hold(shop)
    }
  })

  it('that comes back with what was heard before is not heard twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        async (seed, back, batch) => {
          const shop = openShop({ checkpointEvery: 2 }, seed)
          const { random } = shop.runtime
          await fill(shop, 10)
          const given: FeedItem[] = []
          const after: StoreError = { _tag: 'Unavailable', reason: 'a restart' }
          const feed = changed(shop, (item) => {
            if (item._tag === 'Event') given.push(item)
            if (random() > 0.3) return [item]
            return [item, { _tag: 'Resubscribed', after }, ...given.slice(-back)]
          })
          const { stop } = run(shop, views, { feed, batch })
          await settled(8)
          await fill(shop, 10)
          await settled(8)
          await stop()
          await hold(shop)
        },
      ),
      { numRuns },
    )
  })

  it('and what it repeats was heard before the view joined the others that hear it', async () => {
    const shop = openShop()
    await fill(shop, 12)
    const earlier = run(shop, [{ projection: tills }])
    await settled()
    await earlier.stop()
    await fill(shop, 3)
    const given: FeedItem[] = []
    const after: StoreError = { _tag: 'Unavailable', reason: 'a restart' }
    const repeating = changed(shop, (item) => {
      if (item._tag !== 'CaughtUp') given.push(item)
      return item._tag === 'CaughtUp' ? [item, { _tag: 'Resubscribed', after }, ...given] : [item]
    })
    // A subscription repeats what it gave, and nothing from before its own beginning.
    const { stop } = run(shop, views, {
      feed: {
        subscribe: (subscription) =>
          (subscription.from === undefined ? repeating : shop.stores.feed).subscribe(subscription),
      },
    })
    await settled()
    await fill(shop, 3)
    await settled()
    await stop()
    await hold(shop)
  })

  it('that can not even be left leaves nobody behind', async () => {
    const shop = openShop()
    const unread = await shop.write('other-1', 'Seen')
    await fill(shop, 3)
    const { feed } = shop.stores
    const unhandled: unknown[] = []
    const note = (why: unknown) => unhandled.push(why)
    process.on('unhandledRejection', note)
    const leaving = [
      () => Promise.reject(new Error('not to be left')),
      () => {
        throw new Error('not to be left')
      },
    ]
    for (const leave of leaving) {
      const { view, stop } = run(shop, undefined, {
        feed: {
          subscribe: (subscription) => ({
            [Symbol.asyncIterator]: () => {
              const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
              return { next: () => items.next(), return: leave }
            },
          }),
        },
      })
      await settled()
      expect(await view.reached(unread, 1_000)()).toEqual(E.right(undefined))
      await stop()
      expect((await view.stopped).why).toEqual({ _tag: 'Asked' })
      expect(await kept(shop)).toEqual(await folded(shop))
    }
    await settled()
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})

describe('a view that is asked to stop', () => {
  it('at any point stops with what it heard before on record, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 5 }), async (seed, batch) => {
        const shop = openShop({ checkpointEvery: 2 }, seed)
        const { random, pause } = shop.runtime
        const { viewStore } = shop.stores
        await fill(shop, 10)
        const slow =
          <A>(call: () => Promise<A>) =>
          async (): Promise<A> => {
            await pause(random() * 20)()
            const answer = await call()
            await pause(random() * 20)()
            return answer
          }
        const slowed: ViewStore = {
          load: (...args) => slow(viewStore.load(...args)),
          get: (...args) => slow(viewStore.get(...args)),
          entries: (...args) => slow(viewStore.entries(...args)),
          commit: (...args) => slow(viewStore.commit(...args)),
        }
        for (let i = 0; i < 3; i++) {
          const { views: running, stop } = run(shop, views, { viewStore: slowed, batch, keep: 2 })
          await fill(shop, 3)
          await pause(random() * 150)()
          await stop()
          for (const [n, each] of running.entries()) {
            const { why, position } = await each.stopped
            expect(why).toEqual({ _tag: 'Asked' })
            const view = n === 0 ? tills : purses
            expect(await kept(shop, view)).toEqual(await foldedUpTo(shop, position, view))
          }
        }
        const { stop } = run(shop, views)
        await settled(5)
        await stop()
        await hold(shop)
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })
})

describe('whoever listens', () => {
  it('and throws, at once or later, changes nothing', async () => {
    const shop = openShop()
    await fill(shop, 5)
    const unhandled: unknown[] = []
    const note = (why: unknown) => unhandled.push(why)
    process.on('unhandledRejection', note)
    const listeners = [
      (): void => {
        throw new Error('not listening')
      },
      // The type of a listener allows one that answers later.
      (): Promise<void> => Promise.reject(new Error('not listening')),
    ]
    for (const onNotice of listeners) {
      const { stop } = run(shop, views, { onNotice })
      await settled()
      await stop()
      await hold(shop)
      await fill(shop, 5)
    }
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
})

describe('what can not be meant', () => {
  /** What a host without types may say. */
  const any = (a: unknown): never => a as never
  const wrong: ReadonlyArray<readonly [string, View, object]> = [
    ['projection.name', { projection: { ...tills, name: '' } }, {}],
    ['projection.name', { projection: { ...tills, name: any(undefined) } }, {}],
    ['poison', { projection: tills, poison: any('ignore') }, {}],
    ['unknown', { projection: tills, unknown: any('ignore') }, {}],
    ['projection.events', { projection: { ...purses, events: any({}) } }, {}],
    ['projection.types', { projection: { ...tills, types: [] } }, {}],
    ['partition', { projection: tills, partition: { index: 0, of: 0 } }, {}],
    ['partition', { projection: tills, partition: { index: NaN, of: 2 } }, {}],
    ['batch', { projection: tills }, { batch: Infinity }],
    ['keep', { projection: tills }, { keep: -1 }],
  ]
  for (const [field, view, how] of wrong)
    it(`is refused by its field: ${field}, ${JSON.stringify({ ...how, ...view.partition })}`, async () => {
      const shop = openShop()
      await fill(shop, 2)
      const { views: running, stop } = run(shop, [view, { projection: purses }], how)
      expect(await running[0]?.stopped).toMatchObject({
        position: 'start',
        why: { _tag: 'InvalidArgument', field },
      })
      const rebuilt = await rebuild(view, { ...shop.stores, runtime: shop.runtime, ...how })()
      expect(rebuilt).toMatchObject(
        E.left({ stopped: { why: { _tag: 'InvalidArgument', field } } }),
      )
      await stop()
    })

  it('is refused of a rebuild’s term', async () => {
    const { stores, runtime } = openShop()
    for (const term of [0, -1, 0.5, NaN, Infinity])
      expect(await rebuild({ projection: tills }, { ...stores, runtime, term })()).toMatchObject(
        E.left({ stopped: { why: { _tag: 'InvalidArgument', field: 'term' } } }),
      )
  })
})

describe('a view of nothing', () => {
  it('is live', async () => {
    const shop = openShop()
    const { view, stop } = run(shop)
    await settled()
    expect(view.standing()).toMatchObject({ live: true, handled: 0, position: 'start' })
    await stop()
    expect((await view.stopped).why).toEqual({ _tag: 'Asked' })
  })
})
