import { EventStoreDBClient } from '@eventstore/db-client'
import { expect, it, onTestFinished } from 'vitest'

import { persistentSubscription } from '../../src/eventstoredb/index.js'
import { text } from './fault-server/log.js'
import { faultServer } from './fault-server/server.js'
import { delivery, right } from './written.js'

const opened = async (n: number) => {
  const server = await faultServer()
  onTestFinished(server.stop)
  for (let i = 0; i < n; i++) server.put('work-1', { data: text(String(i)) })
  const work = persistentSubscription(
    () => EventStoreDBClient.connectionString(`esdb://127.0.0.1:${server.port}?tls=false`),
    { stream: 'work-1', group: 'desk', timeout: 400, bufferSize: 4 },
  )
  onTestFinished(work.close)
  right(await work.create()())
  return { server, work }
}

/** What was worked on, one by one, until every one of so many was. */
const worked = async (work: ReturnType<typeof persistentSubscription>, n: number) => {
  const seen: unknown[] = []
  for await (const item of work.deliveries()) {
    const { event, acknowledge } = right(item)
    seen.push(event.data)
    await acknowledge()
    if (new Set(seen).size === n) break
  }
  return seen
}

it('every event of a group is given over three cuts, some of them twice', async () => {
  const { server, work } = await opened(30)
  const go = (): void => undefined
  server.groups.onDelivery.push(go, server.cut, go, go, server.cut, go, go, go, go, server.cut)
  const seen = await worked(work, 30)
  expect(new Set(seen).size).toBe(30)
  expect(seen.length).toBeGreaterThanOrEqual(30)
  expect(seen.length).toBeLessThanOrEqual(30 + 3 * 4)
  expect(server.groups.onDelivery).toEqual([])
})

it('a consumer waits for a server that is away for a while', async () => {
  const { server, work } = await opened(3)
  server.away(true)
  setTimeout(() => {
    server.away(false)
  }, 600)
  expect(await worked(work, 3)).toHaveLength(3)
})

it('an answer to a connection that was cut ends at once', async () => {
  const { server, work } = await opened(1)
  const items = work.deliveries()[Symbol.asyncIterator]()
  const { acknowledge, refuse } = await delivery(items)
  server.cut()
  await acknowledge()
  await refuse('park', 'too late')()
  const again = await delivery(items)
  expect([again.event.data, again.retryCount]).toEqual([0, 1])
  await again.acknowledge()
  await items.return?.()
})

it('links to nothing are answered for the consumer, and events that are no JSON are given', async () => {
  const { server, work } = await opened(1)
  server.put('work-1', { type: '$>' }, true)
  server.put('work-1', { data: text('{"cut') })
  expect(await worked(work, 2)).toEqual([0, '{"cut'])
})

it('nobody who left is given anything', async () => {
  const { server, work } = await opened(20)
  for (let i = 0; i < 5; i++) {
    const items = work.deliveries()[Symbol.asyncIterator]()
    await delivery(items)
    await items.return?.()
  }
  await expect.poll(() => server.groups.consumers()).toBe(0)
})
