import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type View } from '../../src/index.js'
import {
  folded,
  kept,
  mortal,
  openShop,
  purses,
  run,
  settled,
  type Shop,
  tills,
} from './support.js'

/** Each run opens a store and views of it: a tenth of the runs that a pure law has. */
const numRuns = Math.ceil(Number(process.env['TROTH_RUNS'] ?? 1000) / 10)

interface Written {
  readonly stream: string
  readonly type: string
  readonly sum: number
  readonly subject: string
}

const written: fc.Arbitrary<Written> = fc.oneof(
  fc.record({
    stream: fc.constantFrom('till-1', 'till-2'),
    type: fc.constantFrom('PaidIn', 'PaidOut'),
    sum: fc.integer({ min: 0, max: 9 }),
    subject: fc.constantFrom('c1', 'c2'),
  }),
  fc.record({
    stream: fc.constantFrom('loan-1', 'loan-2', 'other-1'),
    type: fc.constantFrom('Lent', 'PaidIn'),
    sum: fc.integer({ min: 0, max: 9 }),
    subject: fc.constantFrom('c1', 'c2', 'c3'),
  }),
)
/** What is written between two runs of the views. */
const spells = fc.array(fc.array(written, { maxLength: 8 }), { minLength: 1, maxLength: 4 })

const writeAll = async (shop: Shop, all: ReadonlyArray<Written>): Promise<void> => {
  for (const { stream, type, sum, subject } of all) await shop.write(stream, type, sum, subject)
}

const views: ReadonlyArray<View> = [{ projection: tills }, { projection: purses }]

const hold = async (shop: Shop): Promise<void> => {
  expect(await kept(shop)).toEqual(await folded(shop))
  expect(await kept(shop, purses)).toEqual(await folded(shop, purses))
}

describe('the laws of running', () => {
  it('the fold in one go is the fold in any batches, live or not, after any restart', async () => {
    await fc.assert(
      fc.asyncProperty(
        spells,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        async (all, batch, keep, live) => {
          const shop = openShop({ checkpointEvery: 2 })
          for (const spell of all) {
            if (!live) await writeAll(shop, spell)
            const { stop } = run(shop, views, { batch, keep })
            if (live) await writeAll(shop, spell)
            await settled(5)
            await stop()
          }
          const { stop } = run(shop, views, { batch, keep })
          await settled(10)
          await stop()
          await hold(shop)
        },
      ),
      { numRuns },
    )
  })

  it('the order in which different customers’ streams arrive does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(written, { maxLength: 12 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        async (all, turns) => {
          const mine = all.map((each, i) => ({
            ...each,
            stream: `${each.stream}-${each.subject}`,
            i,
          }))
          const left = ['c1', 'c2', 'c3'].map((c) => mine.filter(({ subject }) => subject === c))
          const mixed: Written[] = []
          for (let i = 0; mixed.length < mine.length; i++) {
            const some = left.filter((each) => each.length > 0)
            const next = some[(turns[i] ?? 0) % some.length]?.shift()
            if (next) mixed.push(next)
          }
          const rows = []
          for (const order of [mine, mixed]) {
            const shop = openShop()
            await writeAll(shop, order)
            const { stop } = run(shop, views)
            await settled(5)
            await stop()
            await hold(shop)
            rows.push([await kept(shop), await kept(shop, purses)])
          }
          expect(rows[0]).toEqual(rows[1])
        },
      ),
      { numRuns },
    )
  })
})

describe('views killed at 200 random points', () => {
  it('lose nothing and repeat nothing', async () => {
    const shop = openShop({ checkpointEvery: 3 }, 42)
    const { random } = shop.runtime
    const any = (most: number): number => Math.floor(random() * most)
    const write = async (): Promise<void> => {
      for (let i = any(12); i >= 0; i--)
        await shop.write(
          any(3) === 0 ? `loan-${String(any(3))}` : `till-${String(any(4))}`,
          'PaidIn',
          any(100),
          `c${String(any(5))}`,
        )
    }
    let killed = 0
    while (killed < 200) {
      await write()
      const calls = 1 + any(14)
      const { views: running, stop } = run(shop, views, {
        viewStore: mortal(shop.stores.viewStore, calls, any(2) === 0),
        batch: 1 + any(6),
        keep: 1 + any(4),
      })
      for (let i = any(4); i > 0; i--) {
        await settled(any(3))
        await write()
      }
      await settled(3)
      await stop()
      const [first] = running
      if ((await first?.stopped)?.why._tag === 'AccessDenied') killed++
    }
    const { stop } = run(shop, views)
    await settled()
    await hold(shop)
    await stop()
    expect((await shop.events()).length).toBeGreaterThan(1_000)
  })
})
