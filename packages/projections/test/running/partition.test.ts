import type { Mixed } from 'io-ts'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { rebuild, type View } from '../../src/index.js'
import { folded, kept, openShop, purses, run, settled, type Shop, tills } from './support.js'

const fill = async (shop: Shop, n: number): Promise<void> => {
  for (let i = 1; i <= n; i++) {
    await shop.write(`till-${String(i % 9)}`, 'PaidIn', i, `c${String(i % 13)}`)
    await shop.write(`loan-${String(i % 7)}`, 'Lent', i, `c${String(i % 11)}`)
  }
}

const shares = (projection: View['projection'], of: number): ReadonlyArray<View> =>
  Array.from({ length: of }, (_, index) => ({ projection, partition: { index, of } }))

describe('a view shared by several processes', () => {
  for (const of of [1, 2, 5])
    it(`is the whole of it in ${String(of)} shares, and no row lies in two`, async () => {
      const shop = openShop()
      await fill(shop, 40)
      const running = [tills, purses].flatMap((projection) =>
        shares(projection, of).map((view) => run(shop, [view])),
      )
      await settled()
      await fill(shop, 40)
      await settled()
      const parts = await Promise.all(
        [tills, purses].flatMap((projection) =>
          shares(projection, of).map((_, index) =>
            kept(shop, { name: `${projection.name}.${String(index)}of${String(of)}` }),
          ),
        ),
      )
      for (const [i, projection] of [tills, purses].entries()) {
        const rows = await kept(shop, projection, of)
        expect(rows).toEqual(await folded(shop, projection))
        const mine = parts.slice(i * of, (i + 1) * of)
        expect(mine.reduce((n, { size }) => n + size, 0)).toBe(rows.size)
        if (of === 2) for (const each of mine) expect(each.size).toBeGreaterThan(0)
      }
      for (const { stop } of running) await stop()
    })

  it('reads no event of the others’, where the view says whom an event concerns', async () => {
    const shop = openShop()
    await fill(shop, 30)
    const read: string[] = []
    const reading = (category: 'till' | 'loan') => {
      const codec: Mixed = category === 'till' ? purses.events.till : purses.events.loan
      return {
        types: ['PaidIn', 'PaidOut', 'Lent'],
        decode: (recorded: {
          readonly id: string
          readonly type: string
          readonly data: unknown
        }) => {
          read.push(recorded.id)
          return codec.decode(recorded) as never
        },
      }
    }
    for (const view of shares(purses, 3)) {
      const registries = { till: reading('till'), loan: reading('loan') }
      const { stop } = run(shop, [{ ...view, registries }])
      await settled()
      await stop()
    }
    expect(read).toHaveLength(60)
    expect(new Set(read).size).toBe(60)
    expect(await kept(shop, purses, 3)).toEqual(await folded(shop, purses))
  })

  it('lays each row where it has always lain', async () => {
    const shop = openShop()
    for (let i = 0; i < 8; i++) await shop.write('till-1', 'PaidIn', i, `c${String(i)}`)
    const running = shares(purses, 3).map((view) => run(shop, [view]))
    await settled()
    const lies = await Promise.all(
      [0, 1, 2].map(async (index) => [
        ...(await kept(shop, { name: `purses.${String(index)}of3` })).keys(),
      ]),
    )
    expect(lies).toMatchInlineSnapshot(`
      [
        [
          "c0",
          "c7",
        ],
        [
          "c3",
          "c5",
          "c6",
        ],
        [
          "c1",
          "c2",
          "c4",
        ],
      ]
    `)
    for (const { stop } of running) await stop()
  })
})

describe('a share that is rebuilt', () => {
  it('is the same again, and the others go on beside it', async () => {
    const shop = openShop()
    const { stores, runtime } = shop
    await fill(shop, 30)
    const views = shares(purses, 3)
    const running = views.map((view) => run(shop, [view]))
    await settled()
    for (const view of views) {
      await fill(shop, 5)
      const answer = await rebuild(view, { ...stores, runtime, batch: 7 })()
      const name = `purses.${String(view.partition?.index)}of3`
      expect(answer).toMatchObject(E.right({ view: name, generation: 1 }))
      expect((await kept(shop, purses, 3)).size).toBe((await folded(shop, purses)).size)
    }
    // Something for each of the shares.
    await fill(shop, 13)
    await settled()
    for (const { view } of running)
      expect(await view.stopped).toMatchObject({
        why: { _tag: 'Conflict', expected: 0n, actual: 1n },
      })
    const again = views.map((view) => run(shop, [view]))
    await settled()
    expect(await kept(shop, purses, 3)).toEqual(await folded(shop, purses))
    for (const { stop } of again) await stop()
  })
})

describe('another number of shares', () => {
  it('is another division: each begins with the first event, and those before stay as they were', async () => {
    const shop = openShop()
    await fill(shop, 20)
    const before = shares(purses, 2).map((view) => run(shop, [view]))
    await settled()
    for (const { stop } of before) await stop()
    const stood = await kept(shop, purses, 2)
    await fill(shop, 20)
    const after = [
      ...shares(purses, 3).map((view) => run(shop, [view])),
      run(shop, [{ projection: purses }]),
    ]
    await settled()
    expect(await kept(shop, purses, 3)).toEqual(await folded(shop, purses))
    expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
    expect(await kept(shop, purses, 2)).toEqual(stood)
    for (const { stop } of after) await stop()
  })
})
