import { eventStoreDB } from '@troth/adapters/eventstoredb'
import { systemRuntime } from '@troth/adapters/runtime'
import { expect, it, onTestFinished } from 'vitest'

import { text } from '../../../adapters/test/eventstoredb/fault-server/log.js'
import { connector, isNewerClient } from '../../../adapters/test/eventstoredb/real-server.js'
import { rowsOf, runProjection } from '../../src/index.js'
import { tills } from '../running/support.js'

const named = (name: string) => ({ ...tills, name })

const opened = async () => {
  const { faultServer } = await import('../../../adapters/test/eventstoredb/fault-server/server.js')
  const server = await faultServer()
  onTestFinished(server.stop)
  const connect = await connector(`esdb://127.0.0.1:${server.port}?tls=false`)
  if (connect === undefined) throw new Error('no server')
  const stores = eventStoreDB(connect)
  onTestFinished(stores.close)
  const pay = (sum: number): void => {
    const data = { at: '2026-01-01T00:00:00.000Z', by: { id: 'li', role: 'agent' }, sum }
    server.put(`till-${sum % 3}`, { type: 'PaidIn', data: text(JSON.stringify(data)) })
  }
  const run = (names: ReadonlyArray<string>) => {
    const stop = new AbortController()
    const views = runProjection(
      names.map((name) => ({ projection: named(name) })),
      { ...stores, runtime: systemRuntime, signal: stop.signal },
    )()
    return {
      live: () => views.every((view) => view.standing().live),
      stop: () => {
        stop.abort()
        return Promise.all(views.map(({ stopped }) => stopped))
      },
    }
  }
  const seen = async (name: string): Promise<number> => {
    const rows = await rowsOf(stores.viewStore)({ projection: named(name) })()
    if (rows._tag === 'Left') throw new Error(rows.left._tag)
    return [...rows.right.values()].reduce((n, row) => n + row.seen, 0)
  }
  return { server, pay, run, seen }
}

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 10))
}

// The fault server is made of the older client's code, which can not be loaded beside the newer one.
it.skipIf(isNewerClient)(
  'views of one process share one subscription of the server, also those that join later',
  async () => {
    const { server, pay, run, seen } = await opened()
    for (let sum = 0; sum < 30; sum++) pay(sum)
    const two = run(['a', 'b'])
    await until(two.live)
    await until(() => server.openReads() === 1)
    await two.stop()
    await until(() => server.openReads() === 0)

    for (let sum = 0; sum < 10; sum++) pay(sum)
    const three = run(['a', 'b', 'c'])
    await until(three.live)
    await until(() => server.openReads() === 1)
    await three.stop()
    for (const name of ['a', 'b', 'c']) expect(await seen(name)).toBe(40)
  },
)
