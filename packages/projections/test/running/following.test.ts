import type { EventFeed, Position, StoreError, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { runProjection, type View } from '../../src/index.js'
import { folded, kept, openShop, purses, right, run, settled, type Shop, tills } from './support.js'

const fill = async (shop: Shop, n: number): Promise<void> => {
  for (let i = 1; i <= n; i++) {
    await shop.write(`till-${String(i % 3)}`, 'PaidIn', i, `c${String(i % 4)}`)
    await shop.write('loan-1', 'Lent', i, 'c1')
    await shop.write('other-1', 'Seen', i)
  }
}

/** How often a feed is asked for a subscription, and with what. */
const counting = (shop: Shop) => {
  const asked: unknown[] = []
  const { feed } = shop.stores
  return {
    asked,
    feed: {
      subscribe: (subscription: Parameters<typeof feed.subscribe>[0]) => {
        asked.push(subscription)
        return feed.subscribe(subscription)
      },
    },
  }
}

describe('a view that is run', () => {
  it('catches up with what is on record, says so, and is live from then on', async () => {
    const shop = openShop()
    await fill(shop, 10)
    const { view, notices, stop } = run(shop)
    await settled()
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(notices.map(({ _tag }) => _tag)).toEqual(['Saved', 'CaughtUp'])
    expect(view.standing()).toMatchObject({ live: true, handled: 10, lag: O.some(0) })
    await shop.write('till-9', 'PaidOut', 3)
    await settled()
    expect((await kept(shop)).get('9')).toEqual({ seen: 1, trace: 214 })
    expect(view.standing()).toMatchObject({ live: true, handled: 11 })
    await stop()
  })

  it('goes on from its checkpoint, and hears nothing twice', async () => {
    const shop = openShop()
    await fill(shop, 5)
    const first = run(shop)
    await settled()
    await first.stop()
    await fill(shop, 5)
    const second = run(shop)
    await settled()
    expect(second.view.standing().handled).toBe(5)
    expect(await kept(shop)).toEqual(await folded(shop))
    await second.stop()
  })

  it('is saved in batches while it catches up, and the checkpoint is that of the last event handled', async () => {
    const shop = openShop()
    await fill(shop, 10)
    const { notices, stop, view } = run(shop, [{ projection: tills }], { batch: 4 })
    await settled()
    const saved = notices.flatMap((notice) =>
      notice._tag === 'Saved' ? [notice.standing.handled] : [],
    )
    expect(saved).toEqual([4, 8, 10])
    const { viewStore } = shop.stores
    expect(right(await viewStore.load('tills')())).toMatchObject({
      value: { generation: 0, position: view.standing().position },
    })
    await stop()
  })

  it('ends with what was under way saved when it is asked to stop', async () => {
    const shop = openShop()
    const { view, stop } = run(shop)
    await settled()
    const position = await shop.write('till-1', 'PaidIn')
    await stop()
    const stopped = await view.stopped
    expect(stopped).toEqual({ view: 'tills', position: stopped.position, why: { _tag: 'Asked' } })
    expect([position, 'start']).toContain(stopped.position)
    expect((await kept(shop)).size).toBe(stopped.position === position ? 1 : 0)
  })

  it('hears nothing when it was asked to stop before it began', async () => {
    const shop = openShop()
    await fill(shop, 2)
    const { view } = run(shop, undefined, { signal: AbortSignal.abort() })
    expect(await view.stopped).toMatchObject({ position: 'start', why: { _tag: 'Asked' } })
    expect((await kept(shop)).size).toBe(0)
  })

  it('reads streams of several kinds, each by its own codec', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 1, 'c1')
    await shop.write('loan-1', 'PaidIn', 1, 'c1')
    const { stop } = run(shop, [{ projection: purses }])
    await settled()
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    expect((await kept(shop, purses)).get('c1')).toEqual({ seen: 2, trace: 218 * 31 + 1001 })
    await stop()
  })

  it('keeps no more rows in memory than it was told, and reads the others when it needs them', async () => {
    const shop = openShop()
    for (let i = 0; i < 40; i++) await shop.write(`till-${String((i * 7) % 11)}`, 'PaidIn', i)
    let gets = 0
    const { viewStore } = shop.stores
    const counted: ViewStore = {
      ...viewStore,
      get: (name, key) => {
        gets++
        return viewStore.get(name, key)
      },
    }
    for (const keep of [1, 3, 11, 12]) {
      gets = 0
      const of = { ...tills, name: `tills${String(keep)}` }
      const { stop } = run(shop, [{ projection: of }], { keep, batch: 5, viewStore: counted })
      await settled()
      expect(await kept(shop, of)).toEqual(await folded(shop))
      expect(gets > 0).toBe(keep < 11)
      await stop()
      gets = 0
      await shop.write('till-0', 'PaidOut')
      const again = run(shop, [{ projection: of }], { keep, viewStore: counted })
      await settled()
      expect(await kept(shop, of)).toEqual(await folded(shop))
      await again.stop()
    }
  })

  it('asks for no types but its own, where it names them', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 5)
    await shop.write('till-1', 'PaidOut', 3)
    await shop.write('till-1', 'Unheard', 3)
    const { asked, feed } = counting(shop)
    const ins = { ...tills, name: 'ins', types: ['PaidIn'] }
    const { stop } = run(shop, [{ projection: ins }], { feed })
    await settled()
    expect(asked).toEqual([{ categories: ['till'], types: ['PaidIn'] }])
    expect(await kept(shop, ins)).toEqual(new Map([['1', { seen: 1, trace: 222 }]]))
    await stop()
    const both = run(
      shop,
      [{ projection: { ...ins, name: 'other' } }, { projection: tills, unknown: 'skip' }],
      { feed },
    )
    await settled()
    expect(asked[1]).toEqual({ categories: ['till'] })
    expect((await kept(shop, { name: 'other' })).get('1')).toEqual({ seen: 1, trace: 222 })
    expect((await kept(shop)).get('1')?.seen).toBe(2)
    await both.stop()
  })
})

describe('several views', () => {
  const views: ReadonlyArray<View> = [{ projection: tills }, { projection: purses }]

  it('share one subscription where they stand at one place', async () => {
    const shop = openShop()
    await fill(shop, 5)
    const { asked, feed } = counting(shop)
    const first = run(shop, views, { feed })
    await settled()
    expect(asked).toEqual([{ categories: ['till', 'loan'] }])
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    await shop.write('till-1', 'PaidIn')
    await settled()
    await first.stop()
    const second = run(shop, views, { feed })
    await settled()
    expect(asked).toHaveLength(2)
    await second.stop()
  })

  it('come to share one again, where one of them began later', async () => {
    const shop = openShop()
    await fill(shop, 5)
    const first = run(shop, [{ projection: tills }])
    await settled()
    await first.stop()
    await shop.write('till-1', 'PaidIn', 4, 'c1')
    const { asked, feed } = counting(shop)
    const both = run(shop, views, { feed })
    await settled()
    expect(asked).toHaveLength(2)
    const { viewStore } = shop.stores
    for (let i = 0; i < 3; i++) {
      await shop.write('till-2', 'PaidIn', i, 'c2')
      await settled()
      const places = await Promise.all(
        ['tills', 'purses'].map(async (name) => right(await viewStore.load(name)())),
      )
      expect(places[0]).toEqual(places[1])
    }
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    await both.stop()
  })

  it('leave one subscription behind them when they come together', async () => {
    const shop = openShop()
    await fill(shop, 5)
    const first = run(shop, [{ projection: tills }])
    await settled()
    await first.stop()
    let open = 0
    const { feed } = shop.stores
    const both = run(shop, views, {
      feed: {
        subscribe: (subscription) => {
          const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
          open++
          return {
            [Symbol.asyncIterator]: () => ({
              next: () => items.next(),
              return: async () => {
                open--
                return (await items.return?.()) ?? { done: true, value: undefined }
              },
            }),
          }
        },
      },
    })
    await settled()
    await shop.write('loan-2', 'Lent', 1, 'c2')
    await settled()
    await shop.write('till-2', 'PaidIn', 1, 'c2')
    await settled()
    expect(open).toBe(1)
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    await both.stop()
    await settled()
    expect(open).toBe(0)
  })

  /** What a feed gives that has a long way to go. */
  const farFromTheEnd = ({ stores: { feed } }: Shop): EventFeed => ({
    subscribe: (subscription) => ({
      [Symbol.asyncIterator]: () => {
        const items = feed.subscribe(subscription)[Symbol.asyncIterator]()
        return {
          next: async () => {
            for (;;) {
              const item = await items.next()
              if (item.done === true || item.value._tag === 'Event') return item
            }
          },
          return: () => items.return?.() ?? Promise.resolve({ done: true, value: undefined }),
        }
      },
    }),
  })

  it('that hear little are saved with the others, so that they need not begin far behind', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 1, 'c1')
    const places: Position[] = []
    for (let i = 2; i <= 13; i++) places.push(await shop.write('loan-1', 'Lent', i, 'c1'))
    const { view, notices, stop } = run(shop, views, { batch: 5, feed: farFromTheEnd(shop) })
    await settled()
    const saved = notices.flatMap((notice) =>
      notice._tag === 'Saved' ? [[notice.view, notice.standing.position]] : [],
    )
    const [fifth, tenth] = [places[3], places[8]]
    expect(saved).toEqual([
      ['tills', fifth],
      ['purses', fifth],
      ['tills', tenth],
      ['purses', tenth],
    ])
    expect(right(await shop.stores.viewStore.load('tills')())).toMatchObject({
      value: { position: tenth },
    })
    // Nothing of its own lies between: it stands where the others do.
    expect(view.standing()).toMatchObject({ position: places.at(-1), handled: 1, live: false })
    await stop()
  })

  it('that nothing concerns say so at once to whoever waits, far from the end', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 1, 'c1')
    const [first, second] = [await shop.write('loan-1', 'Lent'), await shop.write('loan-1', 'Lent')]
    const loans = { ...tills, name: 'loans', category: 'loan', types: ['Lent'] }
    const idle = { ...tills, name: 'idle', types: ['PaidOut'] }
    const { views: running, stop } = run(shop, [{ projection: idle }, { projection: loans }], {
      feed: farFromTheEnd(shop),
    })
    await settled()
    const [view] = running
    const before = shop.runtime.now()
    expect(await view?.reached(first, 1_000)()).toEqual(E.right(undefined))
    const next = String(Number(second) + 1)
    const waiting = view?.reached(next, 1_000)()
    expect(await shop.write('loan-1', 'Lent')).toBe(next)
    expect(await waiting).toEqual(E.right(undefined))
    expect(shop.runtime.now()).toBe(before)
    await stop()
  })

  it('of one name are one too many', async () => {
    const shop = openShop()
    const { views: running, stop } = run(shop, [{ projection: tills }, { projection: tills }])
    expect(await running[1]?.stopped).toMatchObject({
      why: { _tag: 'InvalidArgument', field: 'views' },
    })
    await stop()
    expect(await running[0]?.stopped).toMatchObject({ why: { _tag: 'Asked' } })
  })
})

describe('lag', () => {
  it('is none before anything was heard, and 0 when all is heard and saved', async () => {
    const shop = openShop()
    const [view] = runProjection([{ projection: tills }], {
      ...shop.stores,
      runtime: shop.runtime,
    })()
    expect(view.standing()).toEqual({
      generation: 0,
      position: 'start',
      live: false,
      handled: 0,
      setAside: 0,
      lag: O.none,
    })
    await settled()
    expect(view.standing().lag).toEqual(O.some(0))
    await shop.stores.close()
    await view.stopped
  })

  it('is the age of the newest event heard while the view is behind', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn')
    shop.runtime.advance(60_000)
    await shop.write('till-1', 'PaidIn')
    shop.runtime.advance(5_000)
    const { notices, stop } = run(shop, undefined, { batch: 1 })
    await settled()
    const lags = notices.flatMap((notice) => (notice._tag === 'Saved' ? [notice.standing.lag] : []))
    expect(lags).toEqual([O.some(65_000), O.some(5_000)])
    await stop()
  })
})

describe('a store', () => {
  const away: StoreError = { _tag: 'Unavailable', reason: 'a restart' }

  it('that is away for a while is waited for', async () => {
    const shop = openShop()
    await fill(shop, 3)
    const { viewStore } = shop.stores
    let left = 3
    const { notices, stop } = run(shop, undefined, {
      viewStore: {
        ...viewStore,
        commit: (...args) =>
          left-- > 0 ? () => Promise.resolve(E.left(away)) : viewStore.commit(...args),
      },
    })
    await settled()
    expect(notices.filter(({ _tag }) => _tag === 'Waiting')).toEqual(
      [1, 2, 3].map(() => ({ _tag: 'Waiting', view: 'tills', why: away })),
    )
    expect(await kept(shop)).toEqual(await folded(shop))
    await stop()
  })

  it('whose answer was lost is believed when it has what was saved', async () => {
    const shop = openShop()
    await fill(shop, 3)
    const { viewStore } = shop.stores
    let lost = 2
    const { notices, stop } = run(shop, undefined, {
      batch: 2,
      viewStore: {
        ...viewStore,
        commit:
          (...args) =>
          async () => {
            const answer = await viewStore.commit(...args)()
            return lost-- > 0 ? E.left({ _tag: 'OutcomeUnknown', reason: 'lost' }) : answer
          },
      },
    })
    await settled()
    expect(notices.some(({ _tag }) => _tag === 'Overtaken')).toBe(false)
    expect(await kept(shop)).toEqual(await folded(shop))
    await stop()
  })

  it('that says no stops the view, and says where', async () => {
    const shop = openShop()
    await fill(shop, 3)
    const denied: StoreError = { _tag: 'AccessDenied', reason: 'no right' }
    const { view } = run(shop, undefined, {
      viewStore: { ...shop.stores.viewStore, load: () => () => Promise.resolve(E.left(denied)) },
    })
    expect(await view.stopped).toEqual({ view: 'tills', position: 'start', why: denied })
  })

  it('that throws stops the view as well', async () => {
    const shop = openShop()
    await fill(shop, 3)
    const { viewStore } = shop.stores
    const thrower = () => {
      throw new Error('no store at all')
    }
    for (const broken of [{ load: thrower }, { commit: thrower }]) {
      const { view } = run(shop, undefined, { viewStore: { ...viewStore, ...broken } })
      expect(await view.stopped).toMatchObject({
        why: { _tag: 'Threw', message: 'no store at all' },
      })
    }
  })

  it('that is closed stops it, whatever it waits for', async () => {
    const shop = openShop()
    const { view } = run(shop)
    await settled()
    await shop.write('till-1', 'PaidIn')
    await shop.stores.close()
    expect(await view.stopped).toMatchObject({ why: { _tag: 'Unavailable' } })
  })

  it('whose feed ends and does not say why stops it', async () => {
    const shop = openShop()
    const ends = [
      { next: () => Promise.resolve({ done: true as const, value: undefined }) },
      { next: () => Promise.reject(new Error('no feed')) },
    ]
    for (const items of ends) {
      const { view } = run(shop, undefined, {
        feed: { subscribe: () => ({ [Symbol.asyncIterator]: () => items }) },
      })
      expect(await view.stopped).toMatchObject({ why: { _tag: 'Threw' } })
    }
    const { view } = run(shop, undefined, {
      feed: {
        subscribe: () => {
          throw new Error('no feed')
        },
      },
    })
    expect(await view.stopped).toMatchObject({ why: { _tag: 'Threw', message: 'no feed' } })
  })
})

describe('what can not be meant', () => {
  const wrong: ReadonlyArray<readonly [string, View, object]> = [
    ['projection.name', { projection: { ...tills, name: 'a/b' } }, {}],
    ['partition', { projection: tills, partition: { index: 2, of: 2 } }, {}],
    ['partition', { projection: tills, partition: { index: -1, of: 2 } }, {}],
    ['partition', { projection: tills, partition: { index: 0, of: 1.5 } }, {}],
    ['batch', { projection: tills }, { batch: 0 }],
    ['keep', { projection: tills }, { keep: 0.5 }],
  ]
  it('is refused by the field that is wrong', async () => {
    const shop = openShop()
    for (const [field, view, how] of wrong)
      expect(await run(shop, [view], how).view.stopped).toMatchObject({
        why: { _tag: 'InvalidArgument', field },
      })
    const far = run(shop, [{ projection: tills, partition: { index: 1, of: 2 } }], {
      batch: 1,
      keep: 1,
    })
    await settled()
    await far.stop()
    expect(await far.view.stopped).toMatchObject({ view: 'tills.1of2', why: { _tag: 'Asked' } })
    const nowhere: Position = 'nowhere' as Position
    await shop.stores.viewStore.commit(
      'tills',
      { put: [], delete: [] },
      { generation: 0, position: 'start' },
      nowhere,
    )()
    expect(await run(shop).view.stopped).toMatchObject({
      position: 'nowhere',
      why: { _tag: 'InvalidArgument', field: 'from' },
    })
  })

  it('a listener that throws changes nothing', async () => {
    const shop = openShop()
    await fill(shop, 3)
    const { stop } = run(shop, undefined, {
      onNotice: () => {
        throw new Error('not listening')
      },
    })
    await settled()
    expect(await kept(shop)).toEqual(await folded(shop))
    await stop()
  })
})
