/**
 * Writers and a view on a real server or cluster for as long as `TROTH_ESDB_FAILOVER` says, in seconds, while somebody
 * else kills its leader and stalls its followers.
 */
import { eventStoreDB } from '@troth/adapters/eventstoredb'
import { systemRuntime } from '@troth/adapters/runtime'
import { handle, type RecordedEvent, type StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { describe, expect, it } from 'vitest'

import { connector, realServer } from '../../../adapters/test/eventstoredb/real-server.js'
import { rowsOf, runProjection } from '../../src/index.js'
import { noRow, right, type Row, seeing, TillEvent, tills } from '../running/support.js'

const seconds = Number(process.env['TROTH_ESDB_FAILOVER'] ?? 0)
const writers = 10

const by = { id: 'li', role: 'agent' } as TillEvent['data']['by']
const paidIn = (sum: number): TillEvent => ({
  type: 'PaidIn',
  data: { at: Date.now() as TillEvent['data']['at'], by, sum },
})

/** Pays in whatever it is told to. */
const till = {
  category: 'till',
  event: TillEvent,
  initial: 0,
  evolve: (n: number) => n + 1,
  decide: (sum: number) => () => E.right([paidIn(sum)]),
}

describe.skipIf(realServer === undefined || seconds === 0)('over the loss of a leader', () => {
  it('each command is on record once, in its writer’s order, and no writer stops', async () => {
    const connect = await connector()
    if (connect === undefined) throw new Error('no server')
    const stores = eventStoreDB(connect)
    const run = crypto.randomUUID()
    const pay = handle(till, { ...stores, runtime: systemRuntime })

    const view = { ...tills, name: `tills-${run}` }
    const stop = new AbortController()
    const notices: string[] = []
    const [running] = runProjection([{ projection: view }], {
      ...stores,
      runtime: systemRuntime,
      signal: stop.signal,
      onNotice: ({ _tag }) => {
        if (_tag !== 'Saved') notices.push(_tag)
      },
    })()

    const end = performance.now() + seconds * 1_000
    const taken: number[] = []
    const failures: StoreError['_tag'][] = []
    // Two writers a till, so that they meet on it.
    const write = async (writer: number): Promise<number> => {
      let n = 0
      while (performance.now() < end) {
        const began = performance.now()
        const sum = writer * 1_000_000 + n
        const answer = await pay(`${run}-${writer % 5}`, sum, { commandId: crypto.randomUUID() })()
        taken.push(performance.now() - began)
        if (E.isLeft(answer)) {
          failures.push(answer.left._tag as StoreError['_tag'])
          break
        }
        expect(answer.right._tag).toBe('Appended')
        n++
      }
      return n
    }
    const written = await Promise.all(Array.from({ length: writers }, (_, i) => write(i)))
    const total = written.reduce((a, b) => a + b, 0)
    console.info(
      `${total} commands; the longest took ${Math.round(Math.max(...taken))} ms; the view: ${notices.join()}`,
    )
    expect(failures).toEqual([])

    const sums: number[] = []
    const expected: Record<string, Row> = {}
    for (let each = 0; each < 5; each++) {
      const stream = `till-${run}-${each}`
      const events = right(
        await stores.eventStore.fold(stream, 0n, [] as RecordedEvent[], (all, event) => {
          all.push(event)
          return E.right(all)
        })(),
      )
      if (O.isNone(events)) continue
      const paid = events.value.state.map(({ data }) => (data as { sum: number }).sum)
      sums.push(...paid)
      expected[`${run}-${each}`] = paid.reduce(seeing, noRow)
      const last = events.value.state.at(-1)
      if (last !== undefined) right(await running.reached(last.position, 60_000)())
    }
    expect(sums).toHaveLength(total)
    for (const [writer, n] of written.entries())
      expect(sums.filter((sum) => Math.floor(sum / 1_000_000) === writer)).toEqual(
        Array.from({ length: n }, (_, i) => writer * 1_000_000 + i),
      )

    stop.abort()
    await running.stopped
    const rows = right(await rowsOf(stores.viewStore)({ projection: view })())
    expect(Object.fromEntries([...rows].filter(([key]) => key.startsWith(run)))).toEqual(expected)
    await stores.close()
  }, 3_600_000)
})
