import { expect, it } from 'vitest'

import { ignore } from '../../src/policy/reaction.js'
import type { Policy } from '../../src/policy/policy.js'
import { settled } from '../../src/policy/settled.js'
import type { FeedItem } from '../../src/store/feed.js'
import { place, tinyFeed } from '../support/tiny-run.js'

const policy = (name: string): Policy => ({ name, hears: ['promise'], react: () => ignore })
const setUp = () => {
  const feed = tinyFeed()
  const pauses: number[] = []
  let onPause = (): void => undefined
  return {
    feed,
    pauses,
    whilePaused: (then: () => void) => (onPause = then),
    pause: (ms: number) => () => {
      pauses.push(ms)
      onPause()
      return Promise.resolve()
    },
  }
}

it('is over at once where everybody has heard all', async () => {
  const { feed, pause, pauses } = setUp()
  feed.record('promise-1', 'PromiseKept', {})
  await settled([policy('a')], feed, { pause }, () => place(1))
  expect(pauses).toEqual([])
  expect(feed.subscriptions).toEqual(
    [1, 2].map(() => ({ categories: ['promise'], from: place(1) })),
  )
  expect(feed.left()).toBe(2)
})

it('waits for who has not, and asks everybody once more when he has', async () => {
  const { feed, pause, pauses, whilePaused } = setUp()
  feed.record('promise-1', 'PromiseKept', {})
  feed.record('fault-1', 'FaultCleared', {})
  let heard: 'start' | ReturnType<typeof place> = 'start'
  whilePaused(() => {
    if (pauses.length === 3) heard = place(1)
  })
  await settled([policy('a')], feed, { pause }, () => heard)
  expect(pauses).toEqual([1, 1, 1])
  expect(feed.subscriptions.map(({ from }) => from)).toEqual([
    undefined,
    undefined,
    undefined,
    place(1),
    place(1),
    place(1),
  ])
})

it('waits for nobody who has ended', async () => {
  const { feed, pause, pauses } = setUp()
  feed.record('promise-1', 'PromiseKept', {})
  await settled([policy('a'), policy('b')], feed, { pause }, () => undefined)
  expect(pauses).toEqual([])
  expect(feed.subscriptions).toEqual([])
})

it('waits for nothing that a feed can not give', async () => {
  const items: ReadonlyArray<ReadonlyArray<FeedItem>> = [
    [{ _tag: 'Failed', error: { _tag: 'Unavailable', reason: 'away' } }],
    [{ _tag: 'Checkpoint', position: place(1) }],
  ]
  for (const some of items) {
    const { pause, pauses } = setUp()
    const feed = {
      subscribe: async function* () {
        await Promise.resolve()
        yield* some
      },
    }
    await settled([policy('a')], feed, { pause }, () => place(1))
    expect(pauses).toEqual([])
  }
})
