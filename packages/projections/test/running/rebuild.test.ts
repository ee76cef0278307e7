import type { Position } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { rebuild, type Rebuilding, setAside, type View } from '../../src/index.js'
import {
  folded,
  kept,
  mortal,
  noRow,
  openShop,
  right,
  run,
  seeing,
  settled,
  type Shop,
  tills,
} from './support.js'

const fill = async (shop: Shop, from: number, to: number): Promise<void> => {
  for (let i = from; i <= to; i++) await shop.write(`till-${String(i % 5)}`, 'PaidIn', i)
}

/** As `tills`, but of other opinion. */
const better: typeof tills = {
  ...tills,
  apply: (row, fact) => seeing(row, 2 * fact.event.data.sum),
}
const foldedBetter = (shop: Shop) => folded(shop, better)

const rebuilt = ({ stores, runtime }: Shop, view: View, how: Partial<Rebuilding> = {}) =>
  rebuild(view, { ...stores, runtime, ...how })()

const standsAt = async ({ stores }: Shop, name = 'tills') =>
  right(await stores.viewStore.load(name)())

describe('a view that is rebuilt', () => {
  it('is the fold of all that is on record, under the next generation', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const old = run(shop)
    await settled()
    await old.stop()
    const answer = right(await rebuilt(shop, { projection: better }, { batch: 3 }))
    const position = (await shop.events())[19]?.position
    expect(answer).toEqual({ view: 'tills', generation: 1, position, rows: 5 })
    expect(await standsAt(shop)).toMatchObject({ value: { generation: 1, position } })
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
    await fill(shop, 21, 25)
    const { view, stop } = run(shop, [{ projection: better }])
    await settled()
    expect(view.standing()).toMatchObject({ generation: 1, handled: 5 })
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
    await stop()
  })

  it('looks as it did until it is replaced, and leaves nothing behind', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const old = run(shop)
    await settled()
    await old.stop()
    const before = await kept(shop)
    const seen: unknown[] = []
    const { viewStore } = shop.stores
    right(
      await rebuilt(
        shop,
        { projection: better },
        {
          batch: 4,
          viewStore: {
            ...viewStore,
            commit:
              (name, ...args) =>
              async () => {
                if (name === 'tills.rebuild') seen.push(await kept(shop))
                return viewStore.commit(name, ...args)()
              },
          },
        },
      ),
    )
    expect(seen.length).toBeGreaterThanOrEqual(5)
    for (const each of seen.slice(0, 5)) expect(each).toEqual(before)
    expect(right(await viewStore.entries('tills.rebuild')())).toEqual([])
  })

  it('can be one that never was, and one of nothing', async () => {
    const shop = openShop()
    expect(right(await rebuilt(shop, { projection: tills }))).toEqual({
      view: 'tills',
      generation: 0,
      position: 'start',
      rows: 0,
    })
    await fill(shop, 1, 5)
    expect(right(await rebuilt(shop, { projection: tills }))).toMatchObject({ generation: 1 })
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(right(await rebuilt(shop, { projection: tills }))).toMatchObject({ generation: 2 })
    expect(await kept(shop)).toEqual(await folded(shop))
  })

  it('stops whoever runs an older generation elsewhere, at his next save', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const live = run(shop)
    await settled()
    right(await rebuilt(shop, { projection: better }))
    await fill(shop, 21, 22)
    const stopped = await live.view.stopped
    expect(stopped).toMatchObject({
      view: 'tills',
      why: { _tag: 'Conflict', expected: 0n, actual: 1n },
    })
    expect(stopped.position).toBe((await shop.events())[19]?.position)
    const { stop } = run(shop, [{ projection: better }])
    await settled()
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
    await stop()
  })

  it('has heard what the live one had when it is put in its place', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const live = run(shop)
    await settled()
    const { viewStore } = shop.stores
    let before: Position | undefined
    right(
      await rebuilt(
        shop,
        { projection: better },
        {
          viewStore: {
            ...viewStore,
            entries: (name, range) => async () => {
              // Just before the swap: the live one goes on.
              const rows = await viewStore.entries(name, range)()
              if (name === 'tills.rebuild' && before === undefined) {
                before = await shop.write('till-9', 'PaidIn', 9)
                await live.view.reached(before, 1000)()
              }
              return rows
            },
          },
        },
      ),
    )
    expect(before).toBeDefined()
    expect(await standsAt(shop)).toMatchObject({ value: { position: before } })
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
    await live.stop()
  })

  it('is as it was where it could not be rebuilt, and says why', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const old = run(shop)
    await settled()
    await old.stop()
    const bad: typeof tills = {
      ...tills,
      apply: (row, fact) => {
        if (fact.event.data.sum === 13) throw new Error('unlucky')
        return tills.apply(row, fact)
      },
    }
    const events = await shop.events()
    expect(await rebuilt(shop, { projection: bad })).toMatchObject(
      E.left({
        _tag: 'Stopped',
        stopped: {
          position: events[11]?.position,
          event: { position: events[12]?.position },
          why: { _tag: 'Threw', message: 'unlucky' },
        },
      }),
    )
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(
      await rebuilt(shop, { projection: better }, { signal: AbortSignal.abort() }),
    ).toMatchObject(E.left({ stopped: { why: { _tag: 'Asked' } } }))
    expect(await rebuilt(shop, { projection: better }, { batch: 0 })).toMatchObject(
      E.left({ stopped: { why: { _tag: 'InvalidArgument', field: 'batch' } } }),
    )
    const thrower = () => {
      throw new Error('no store at all')
    }
    expect(
      await rebuilt(
        shop,
        { projection: better },
        {
          viewStore: { ...shop.stores.viewStore, load: thrower },
        },
      ),
    ).toMatchObject(E.left({ stopped: { why: { _tag: 'Threw', message: 'no store at all' } } }))
    expect(await kept(shop)).toEqual(await folded(shop))
  })

  it('says so where it could not hear what came in while it was put in its place', async () => {
    const shop = openShop()
    await fill(shop, 1, 5)
    const { viewStore } = shop.stores
    let wrote: Position | undefined
    const writing = {
      ...viewStore,
      entries: (...args: Parameters<typeof viewStore.entries>) => {
        const [name] = args
        return async () => {
          if (name === 'tills.rebuild' && wrote === undefined) {
            wrote = await shop.write('till-1', 'PaidIn', 'much')
            await shop.write('till-2', 'PaidIn', 2)
          }
          return viewStore.entries(...args)()
        }
      },
    }
    const answer = right(await rebuilt(shop, { projection: tills }, { viewStore: writing }))
    expect(answer).toMatchObject({
      generation: 1,
      rows: 5,
      position: (await shop.events())[4]?.position,
      stopped: {
        view: 'tills',
        event: { stream: 'till-1', position: wrote },
        why: { _tag: 'Undecodable' },
      },
    })
    expect([...(await kept(shop)).values()].reduce((n, { seen }) => n + seen, 0)).toBe(5)
  })

  it('sets aside for itself: what the old one went on without is its own', async () => {
    const shop = openShop()
    await fill(shop, 1, 5)
    await shop.write('till-1', 'PaidIn', 'much')
    const view: View = { projection: tills, poison: 'setAside' }
    const old = run(shop, [view])
    await settled()
    await old.stop()
    const read = async () =>
      right(
        await setAside(shop.stores.viewStore)({ projection: { name: 'tills', initial: noRow } })(),
      )
    expect(await read()).toHaveLength(1)
    right(await rebuilt(shop, { projection: tills, poison: 'setAside' }))
    expect(await read()).toHaveLength(1)
    const anyway = {
      types: ['PaidIn', 'PaidOut'],
      decode: () => E.right({ type: 'PaidIn', data: { at: 0, sum: 1 } }),
    }
    right(await rebuilt(shop, { projection: tills, registries: { till: anyway } }))
    expect(await read()).toEqual([])
    expect((await kept(shop)).get('1')?.seen).toBe(2)
  })
})

describe('one process at a time', () => {
  it('rebuilds a view: another is told who does, and until when', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const [one, two] = await Promise.all([
      rebuilt(shop, { projection: better }, { term: 5_000 }),
      rebuilt(shop, { projection: better }, { term: 5_000 }),
    ])
    const [done, held] = E.isRight(one) ? [one, two] : [two, one]
    expect(done).toMatchObject(E.right({ generation: 1 }))
    expect(held).toMatchObject(E.left({ _tag: 'Held' }))
    if (E.isLeft(held) && held.left._tag === 'Held')
      expect(held.left.until).toBe(shop.runtime.now() + 5_000)
    expect(right(await rebuilt(shop, { projection: better }))).toMatchObject({ generation: 2 })
  })

  it('and whoever was killed is followed when his term is over, from the first event', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const killed = mortal(shop.stores.viewStore, 16, false)
    const how = { term: 60_000, batch: 2 }
    expect(
      await rebuilt(shop, { projection: better }, { ...how, viewStore: killed }),
    ).toMatchObject(E.left({ _tag: 'Stopped', stopped: { why: { _tag: 'AccessDenied' } } }))
    const came = await standsAt(shop, 'tills.rebuild')
    expect(came).toMatchObject({ value: { generation: 1 } })
    expect(await rebuilt(shop, { projection: better }, how)).toMatchObject(
      E.left({ _tag: 'Held', until: shop.runtime.now() + 60_000 }),
    )
    shop.runtime.advance(59_999)
    expect(await rebuilt(shop, { projection: better }, how)).toMatchObject(E.left({ _tag: 'Held' }))
    shop.runtime.advance(1)
    let heard = 0
    const counting: typeof tills = {
      ...better,
      apply: (row, fact) => {
        heard++
        return better.apply(row, fact)
      },
    }
    expect(right(await rebuilt(shop, { projection: counting }, how))).toMatchObject({
      generation: 2,
    })
    expect(heard).toBe(20)
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
  })

  it('or from where he had come to, where the host says so', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const killed = mortal(shop.stores.viewStore, 16, false)
    await rebuilt(shop, { projection: better }, { batch: 2, viewStore: killed })
    shop.runtime.advance(60_000)
    let heard = 0
    const counting: typeof tills = {
      ...better,
      apply: (row, fact) => {
        heard++
        return better.apply(row, fact)
      },
    }
    const again = { batch: 2, resume: true }
    expect(right(await rebuilt(shop, { projection: counting }, again))).toMatchObject({
      generation: 1,
    })
    expect(heard).toBeGreaterThan(0)
    expect(heard).toBeLessThan(20)
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
    // Nothing is left to go on with: the next one begins with the first event.
    heard = 0
    expect(right(await rebuilt(shop, { projection: counting }, again))).toMatchObject({
      generation: 2,
    })
    expect(heard).toBe(20)
  })

  it('that was too slow loses its turn, and does no harm', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const { viewStore } = shop.stores
    let other: Promise<unknown> | undefined
    const slow = await rebuilt(
      shop,
      { projection: tills },
      {
        batch: 5,
        viewStore: {
          ...viewStore,
          commit:
            (name, ...args) =>
            async () => {
              const answer = await viewStore.commit(name, ...args)()
              if (name === 'tills.rebuild' && other === undefined) {
                shop.runtime.advance(60_001)
                other = rebuilt(shop, { projection: better }, { batch: 5 })
                await other
              }
              return answer
            },
        },
      },
    )
    expect(E.isLeft(slow)).toBe(true)
    expect(await other).toMatchObject(E.right({ view: 'tills' }))
    expect(await kept(shop)).toEqual(await foldedBetter(shop))
  })
})

describe('two processes that run the same view', () => {
  it('are both right: the slower one goes on from where the other has come to', async () => {
    const shop = openShop()
    await fill(shop, 1, 20)
    const { viewStore } = shop.stores
    const slow: typeof viewStore = {
      ...viewStore,
      commit:
        (...args) =>
        async () => {
          await shop.runtime.pause(shop.runtime.random() * 20)()
          return viewStore.commit(...args)()
        },
    }
    const one = run(shop, undefined, { batch: 2, viewStore: slow })
    const two = run(shop, undefined, { batch: 3, viewStore: slow })
    await settled()
    for (let i = 21; i <= 60; i++) {
      await shop.write('till-7', 'PaidOut', i)
      await settled(shop.runtime.random() * 5)
      const position = await shop.write(`till-${String(i % 5)}`, 'PaidIn', i)
      expect(await one.view.reached(position, 600_000)()).toEqual(E.right(undefined))
      expect(await two.view.reached(position, 600_000)()).toEqual(E.right(undefined))
      expect(await kept(shop)).toEqual(await folded(shop))
    }
    const notices = [...one.notices, ...two.notices]
    expect(notices.some(({ _tag }) => _tag === 'Overtaken')).toBe(true)
    await one.stop()
    const last = await shop.write('till-1', 'PaidIn', 1)
    expect(await two.view.reached(last, 600_000)()).toEqual(E.right(undefined))
    await two.stop()
    expect(await kept(shop)).toEqual(await folded(shop))
  })
})

describe('rebuilt in one process while another follows live, each killed in turn', () => {
  it('the view is the fold', async () => {
    const shop = openShop({}, 7)
    const { random } = shop.runtime
    const any = (most: number): number => Math.floor(random() * most)
    const { viewStore } = shop.stores
    let generation = 0
    const deaths = { live: 0, rebuild: 0 }
    for (let round = 0; round < 60; round++) {
      await fill(shop, 1, 1 + any(10))
      const dies = round % 2 === 0 ? 'live' : 'rebuild'
      const to = (who: 'live' | 'rebuild') =>
        who === dies ? mortal(viewStore, 1 + any(30), any(2) === 0) : viewStore
      const live = run(shop, undefined, { viewStore: to('live'), batch: 1 + any(5) })
      await settled(any(4))
      const building = rebuilt(
        shop,
        { projection: tills },
        {
          viewStore: to('rebuild'),
          batch: 1 + any(5),
          term: 1_000,
          resume: any(2) === 0,
        },
      )
      await fill(shop, 1, any(6))
      await settled(any(6))
      await fill(shop, 1, any(6))
      const answer = await building
      await settled()
      await live.stop()
      const denied = (why: { readonly _tag: string }): boolean => why._tag === 'AccessDenied'
      if (denied((await live.view.stopped).why)) deaths.live++
      if (E.isLeft(answer) && answer.left._tag === 'Stopped' && denied(answer.left.stopped.why))
        deaths.rebuild++
      if (E.isRight(answer)) {
        expect(answer.right.generation).toBeGreaterThan(generation)
        generation = answer.right.generation
      }
      shop.runtime.advance(1_001)
      const { stop } = run(shop)
      await settled()
      expect(await kept(shop)).toEqual(await folded(shop))
      await stop()
    }
    expect(generation).toBeGreaterThan(20)
    expect(deaths.live).toBeGreaterThan(10)
    expect(deaths.rebuild).toBeGreaterThan(10)
  })
})
