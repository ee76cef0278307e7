import { registry } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { setAside, type View } from '../../src/index.js'
import {
  folded,
  kept,
  openShop,
  purses,
  right,
  type Row,
  run,
  seeing,
  settled,
  type Shop,
  TillEvent,
  tills,
} from './support.js'

const fill = async (shop: Shop, from: number, to: number): Promise<void> => {
  for (let i = from; i <= to; i++) await shop.write(`till-${String(i % 5)}`, 'PaidIn', i, 'c1')
}

/** A host's view that can not stand a sum. */
const squeamish = (sum: number): typeof tills => ({
  ...tills,
  name: 'squeamish',
  apply: (row, fact) => {
    if (fact.event.data.sum === sum) throw new Error(`not ${String(sum)}`)
    return tills.apply(row, fact)
  },
})

const asideOf = async (shop: Shop, projection: { readonly name: string } = tills, of?: number) =>
  right(
    await setAside(shop.stores.viewStore)({
      projection: { name: projection.name, initial: null },
      ...(of !== undefined && { of }),
    })(),
  )

describe('a view that throws at the event 500', () => {
  it('stops there, the others complete, and it goes on with that event when it was mended', async () => {
    const shop = openShop()
    await fill(shop, 1, 1000)
    const views: ReadonlyArray<View> = [
      { projection: tills },
      { projection: squeamish(500) },
      { projection: purses },
    ]
    const { views: running, stop } = run(shop, views, { batch: 64 })
    const stopped = await running[1]?.stopped
    const events = await shop.events()
    expect(stopped).toEqual({
      view: 'squeamish',
      position: events[498]?.position,
      event: { stream: 'till-0', revision: 99n, position: events[499]?.position },
      why: { _tag: 'Threw', message: 'not 500' },
    })
    await settled()
    expect(await kept(shop)).toEqual(await folded(shop))
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    const rows = await kept(shop, { name: 'squeamish' })
    expect([...rows.values()].reduce((n, { seen }) => n + seen, 0)).toBe(499)
    await fill(shop, 1001, 1010)
    await settled()
    expect(await kept(shop)).toEqual(await folded(shop))
    await stop()

    const heard: number[] = []
    const mended: typeof tills = {
      ...tills,
      name: 'squeamish',
      apply: (row, fact) => {
        heard.push(fact.event.data.sum)
        return tills.apply(row, fact)
      },
    }
    const again = run(shop, [{ projection: tills }, { projection: mended }, { projection: purses }])
    await settled()
    expect(heard[0]).toBe(500)
    expect(heard).toHaveLength(511)
    expect(await kept(shop, { name: 'squeamish' })).toEqual(await folded(shop))
    await again.stop()
  })

  it('goes on without it where the host says so, and what it went on without can be read', async () => {
    const shop = openShop()
    await fill(shop, 1, 10)
    const view: View = { projection: squeamish(5), poison: 'setAside' }
    const { view: running, notices, stop } = run(shop, [view])
    await settled()
    const [event, ...more] = await asideOf(shop, view.projection)
    expect(more).toEqual([])
    expect(event).toEqual({
      stream: 'till-0',
      revision: 0n,
      position: (await shop.events())[4]?.position,
      type: 'PaidIn',
      why: { _tag: 'Threw', message: 'not 5' },
    })
    expect(notices.filter(({ _tag }) => _tag === 'SetAside')).toEqual([
      { _tag: 'SetAside', view: 'squeamish', event },
    ])
    expect(running.standing()).toMatchObject({ setAside: 1, handled: 9 })
    const rows = await kept(shop, view.projection)
    expect(rows.get('0')).toEqual(seeing({ seen: 0, trace: 7 }, 10))
    await stop()
    const again = run(shop, [view])
    await settled()
    expect(again.view.standing()).toMatchObject({ setAside: 1, handled: 0 })
    await again.stop()
  })

  it('and one that throws at a key, or at what it is about, stops just so', async () => {
    const shop = openShop()
    await fill(shop, 1, 3)
    const thrower = (): string => {
      throw new Error('no key')
    }
    for (const projection of [
      { ...tills, key: thrower },
      { ...tills, concerns: thrower },
    ]) {
      const partition = { index: 0, of: 1 }
      const { view } = run(shop, [{ projection, partition }])
      expect(await view.stopped).toMatchObject({
        position: 'start',
        why: { _tag: 'Threw', message: 'no key' },
      })
    }
  })

  it('that was mended before the view came past it is set aside no more', async () => {
    const shop = openShop()
    await fill(shop, 1, 4)
    const { viewStore } = shop.stores
    // Killed between the list and the checkpoint.
    const { view } = run(shop, [{ projection: squeamish(3), poison: 'setAside' }], {
      viewStore: {
        ...viewStore,
        commit: (name, ...args) =>
          name === 'squeamish'
            ? () => Promise.resolve(E.left({ _tag: 'AccessDenied', reason: 'killed' }))
            : viewStore.commit(name, ...args),
      },
    })
    await view.stopped
    expect(await asideOf(shop, squeamish(3))).toHaveLength(1)
    const mended = run(shop, [{ projection: { ...squeamish(-1) }, poison: 'setAside' }])
    await settled()
    expect(await asideOf(shop, squeamish(3))).toEqual([])
    expect(mended.view.standing().setAside).toBe(0)
    expect(await kept(shop, squeamish(3))).toEqual(await folded(shop))
    await mended.stop()
  })
})

describe('an event that can not be read', () => {
  const view: View = { projection: tills, unknown: 'skip' }

  it('stops the view before it, even where unknown types are skipped', async () => {
    const shop = openShop()
    await fill(shop, 1, 2)
    await shop.write('till-1', 'PaidIn', 'much')
    const { view: running } = run(shop, [view])
    expect(await running.stopped).toMatchObject({
      position: (await shop.events())[1]?.position,
      event: { stream: 'till-1', revision: 1n },
      why: {
        _tag: 'Undecodable',
        type: 'PaidIn',
        errors: [{ field: 'data.sum', expected: 'number' }],
      },
    })
    expect((await kept(shop)).size).toBe(2)
  })

  it('is set aside where the host says so', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 'much')
    await shop.write('till-1', 'PaidIn', 1)
    const { stop, notices } = run(shop, [{ ...view, poison: 'setAside' }])
    await settled()
    const [event] = await asideOf(shop)
    expect(event?.why).toMatchObject({
      _tag: 'Undecodable',
      stream: 'till-1',
      revision: 0n,
      type: 'PaidIn',
    })
    expect(notices.find(({ _tag }) => _tag === 'SetAside')).toEqual({
      _tag: 'SetAside',
      view: 'tills',
      event,
    })
    expect((await kept(shop)).get('1')?.seen).toBe(1)
    await stop()
  })

  it('can be, where the host gives its earlier versions', async () => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn', 'much')
    const versions = right(
      registry(TillEvent, {
        versions: {
          PaidIn: {
            current: 1,
            earlier: [],
          },
        },
      }),
    )
    const lenient = {
      ...versions,
      decode: (recorded: Parameters<typeof versions.decode>[0]) =>
        versions.decode({
          ...recorded,
          data: { ...(recorded.data as object), sum: 100 },
        }),
    }
    const { stop } = run(shop, [{ ...view, registries: { till: lenient } }])
    await settled()
    expect((await kept(shop)).get('1')).toEqual(seeing({ seen: 0, trace: 7 }, 100))
    await stop()
  })
})

describe('an event of an unknown type', () => {
  const history = async (): Promise<Shop> => {
    const shop = openShop()
    await shop.write('till-1', 'PaidIn')
    await shop.write('till-1', 'Counted')
    await shop.write('till-1', 'PaidIn')
    return shop
  }

  it('stops the view unless the host says otherwise, even where poison is set aside', async () => {
    for (const how of [{}, { poison: 'setAside' }, { unknown: 'fail' }] as const) {
      const shop = await history()
      const { view } = run(shop, [{ projection: tills, ...how }])
      expect(await view.stopped).toMatchObject({
        event: { revision: 1n },
        why: { _tag: 'Undecodable', type: 'Counted' },
      })
      expect((await kept(shop)).get('1')?.seen).toBe(1)
      expect(await asideOf(shop)).toEqual([])
    }
  })

  it('is skipped', async () => {
    const shop = await history()
    const { view, stop } = run(shop, [{ projection: tills, unknown: 'skip' }])
    await settled()
    expect((await kept(shop)).get('1')?.seen).toBe(2)
    expect(view.standing()).toMatchObject({ live: true, setAside: 0, handled: 2 })
    expect(await asideOf(shop)).toEqual([])
    await stop()
  })

  it('or is set aside', async () => {
    const shop = await history()
    const { stop } = run(shop, [{ projection: tills, unknown: 'setAside' }])
    await settled()
    expect((await kept(shop)).get('1')?.seen).toBe(2)
    expect(await asideOf(shop)).toMatchObject([{ revision: 1n, type: 'Counted' }])
    await stop()
  })

  it('is nobody’s who names the types that he hears', async () => {
    const shop = await history()
    const { stop } = run(shop, [{ projection: { ...tills, types: ['PaidIn'] } }])
    await settled()
    expect((await kept(shop)).get('1')?.seen).toBe(2)
    await stop()
  })
})

describe('a row', () => {
  it('that JSON does not hold stops the view, and nothing of it is on record', async () => {
    const shop = openShop()
    await fill(shop, 1, 3)
    const apply = (row: Row): Row => ({ ...row, trace: NaN })
    const { view } = run(shop, [{ projection: { ...tills, apply } }])
    expect(await view.stopped).toMatchObject({
      position: 'start',
      why: { _tag: 'InvalidArgument', field: 'put' },
    })
    expect((await kept(shop)).size).toBe(0)
  })

  it('that JSON does not hold is said with the event that made it so', async () => {
    const circle: unknown[] = []
    circle.push(circle)
    const sparse = [1]
    sparse[2] = 3
    for (const row of [NaN, undefined, new Date(0), 1n, circle, sparse, { a: [Infinity] }]) {
      const shop = openShop()
      await fill(shop, 1, 9)
      const events = await shop.events()
      const apply: typeof tills.apply = (before, fact) =>
        fact.event.data.sum === 7 ? (row as never) : tills.apply(before, fact)
      for (const poison of ['stop', 'setAside'] as const) {
        const projection = { ...tills, apply }
        const { view, notices } = run(shop, [{ projection, poison }], { batch: 4 })
        expect(await view.stopped).toEqual({
          view: 'tills',
          // Saved after each fourth; of what came since, nothing.
          position: events[3]?.position,
          event: { stream: 'till-2', revision: 1n, position: events[6]?.position },
          why: { _tag: 'InvalidArgument', field: 'put', expected: expect.any(String) as string },
        })
        expect(notices.filter(({ _tag }) => _tag === 'SetAside')).toEqual([])
      }
      const mended = run(shop)
      await settled()
      expect(await kept(shop)).toEqual(await folded(shop))
      await mended.stop()
    }
  })

  it('that stays what it was is not written', async () => {
    const shop = openShop()
    await fill(shop, 1, 3)
    const { stop } = run(shop, [{ projection: { ...tills, apply: (row) => row } }])
    await settled()
    expect((await kept(shop)).size).toBe(0)
    await stop()
  })
})
