import type { Position, ViewStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { kept, openShop, run, settled, type Shop, tills } from './support.js'

/** A view store that takes its time to save, by chance. */
const slowed = ({ stores: { viewStore }, runtime }: Shop, most: number): ViewStore => ({
  ...viewStore,
  commit:
    (...args) =>
    async () => {
      await runtime.pause(runtime.random() * most)()
      return viewStore.commit(...args)()
    },
})

describe('to wait for what was just written', () => {
  it('is over when it is in the rows: 1,000 times, with a slow view, nothing stale', async () => {
    const shop = openShop()
    const { view, stop } = run(shop, undefined, { viewStore: slowed(shop, 400) })
    const count = { reached: 0, late: 0 }
    const written: Record<string, number> = {}
    for (let i = 0; i < 1000; i++) {
      const till = String(i % 7)
      const position = await shop.write(`till-${till}`, 'PaidIn', i)
      written[till] = (written[till] ?? 0) + 1
      const answer = await view.reached(position, 300)()
      if (E.isLeft(answer)) {
        expect(answer.left).toEqual({ _tag: 'TimedOut', view: 'tills', position, timeout: 300 })
        count.late++
      } else {
        expect((await kept(shop)).get(till)?.seen).toBe(written[till])
        count.reached++
      }
    }
    expect(count.reached).toBeGreaterThan(100)
    expect(count.late).toBeGreaterThan(100)
    await stop()
  })

  it('many at once, each has his answer', async () => {
    const shop = openShop()
    const { view, stop } = run(shop, undefined, { viewStore: slowed(shop, 400) })
    const positions: Position[] = []
    for (let i = 0; i < 100; i++) positions.push(await shop.write('till-1', 'PaidIn', i))
    const answers = await Promise.all(positions.map((each) => view.reached(each, 60_000)()))
    expect(answers.every(E.isRight)).toBe(true)
    expect((await kept(shop)).get('1')?.seen).toBe(100)
    await stop()
  })

  it('is over at once where it was heard before', async () => {
    const shop = openShop()
    const position = await shop.write('till-1', 'PaidIn')
    const { view, stop } = run(shop)
    await settled()
    const before = shop.runtime.now()
    expect(await view.reached(position, 0)()).toEqual(E.right(undefined))
    expect(shop.runtime.now()).toBe(before)
    await stop()
    expect(await view.reached(position, 0)()).toEqual(E.right(undefined))
  })

  it('is found out at the feed’s end where it was heard by a run before this one', async () => {
    const shop = openShop()
    const first = await shop.write('till-1', 'PaidIn')
    await shop.write('till-1', 'PaidIn')
    const earlier = run(shop)
    await settled()
    await earlier.stop()
    const { view, stop } = run(shop)
    await settled()
    expect(await view.reached(first, 5_000)()).toEqual(E.right(undefined))
    await stop()
  })

  it('and where it is of a stream that the view does not read', async () => {
    const shop = openShop()
    const { view, stop } = run(shop, undefined, { viewStore: slowed(shop, 3_000) })
    await settled()
    await shop.write('till-1', 'PaidIn')
    const other = await shop.write('other-1', 'Seen')
    expect(await view.reached(other, 60_000)()).toEqual(E.right(undefined))
    // What was on record before it is there as well.
    expect((await kept(shop)).get('1')?.seen).toBe(1)
    await stop()
  })

  it('waits while the view catches up', async () => {
    const shop = openShop()
    for (let i = 0; i < 50; i++) await shop.write('till-1', 'PaidIn')
    const other = await shop.write('other-1', 'Seen')
    const { view, stop } = run(shop, undefined, { batch: 5, viewStore: slowed(shop, 500) })
    expect(await view.reached(other, 60_000)()).toEqual(E.right(undefined))
    expect((await kept(shop)).get('1')?.seen).toBe(50)
    await stop()
  })

  it('ends with the view, and says why that ended', async () => {
    const shop = openShop()
    const { view, stop } = run(shop, [{ projection: tills }], { viewStore: slowed(shop, 10_000) })
    await settled()
    await shop.write('till-1', 'PaidIn', 'much')
    const position = await shop.write('till-1', 'PaidIn')
    const answer = await view.reached(position, 60_000)()
    expect(answer).toMatchObject(
      E.left({ _tag: 'Stopped', stopped: { view: 'tills', why: { _tag: 'Undecodable' } } }),
    )
    expect(await view.reached(position, 60_000)()).toEqual(answer)
    await stop()
  })
})
