import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { eventStoreDB, persistentSubscription } from '../../src/eventstoredb/index.js'
import { connector } from './real-server.js'
import { event, right } from './support.js'

const connect = await connector()

describe.skipIf(connect === undefined)('a group that shares out the events of a stream', () => {
  const opened = async (n: number) => {
    if (connect === undefined) throw new Error('no server')
    const stream = `work-${crypto.randomUUID()}`
    const stores = eventStoreDB(connect)
    for (let i = 0; i < n; i++) right(await stores.eventStore.append(stream, 'any', [event(i)])())
    await stores.close()
    return persistentSubscription(connect, { stream, group: 'desk' })
  }

  it('gives each event, again what was refused, and parked ones on request', async () => {
    const work = await opened(3)
    right(await work.create({ maxRetryCount: 1 })())
    // A second time it is there already.
    right(await work.create()())
    const seen: (readonly [data: unknown, retryCount: number])[] = []
    let replaying: ReturnType<typeof setInterval> | undefined
    const items = work.deliveries()[Symbol.asyncIterator]()
    for (let done = 0; done < 3;) {
      const next = await items.next()
      if (next.done === true) break
      const { event: given, retryCount, acknowledge, refuse } = right(next.value)
      const isFirst = !seen.some(([data]) => data === given.data)
      seen.push([given.data, retryCount])
      if (given.data === 0 && isFirst) await refuse('retry', 'not now')()
      else if (given.data === 1 && isFirst) {
        await refuse('park', 'not at all')()
        // The server learns of it by another call, a little later.
        replaying = setInterval(() => void work.replayParked(), 300)
      } else {
        await acknowledge()
        done++
      }
    }
    clearInterval(replaying)
    expect(seen).toContainEqual([0, 0])
    expect(seen).toContainEqual([0, 1])
    expect(seen).toContainEqual([2, 0])
    expect(seen.filter(([data]) => data === 1)).toHaveLength(2)
    await items.return?.()
    right(await work.remove())
    right(await work.remove())
    await work.close()
  })

  it('that was never created says so', async () => {
    const work = await opened(1)
    const first = await work.deliveries()[Symbol.asyncIterator]().next()
    expect(first.value).toEqual(
      E.left({ _tag: 'InvalidArgument', field: 'group', expected: 'one that was created' }),
    )
    await work.close()
  })

  it('ends for a consumer who waits when it is closed', async () => {
    const work = await opened(0)
    right(await work.create()())
    const waiting = work.deliveries()[Symbol.asyncIterator]().next()
    await new Promise((resolve) => setTimeout(resolve, 200))
    await work.close()
    expect((await waiting).done).toBe(true)
  })
})
