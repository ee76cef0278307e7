import { describe, expect, it, onTestFinished } from 'vitest'

import { eventStoreDB, persistentSubscription } from '../../src/eventstoredb/index.js'
import { connector } from './real-server.js'
import { delivery, note, right } from './written.js'

const connect = await connector()

describe.skipIf(connect === undefined)('the server’s own projections', () => {
  it('find what a command wrote by its category, and by its correlation', async () => {
    if (connect === undefined) throw new Error('no server')
    const { eventStore, close } = eventStoreDB(connect)
    onTestFinished(close)
    const correlationId = crypto.randomUUID()
    const ids = [crypto.randomUUID(), crypto.randomUUID()]
    // From now on: the category has been there for as long as the server.
    const open = async (stream: string, startFrom: 'start' | 'end') => {
      const options = { stream, group: `desk-${crypto.randomUUID()}` }
      const work = persistentSubscription(connect, options)
      onTestFinished(work.close)
      right(await work.create({ startFrom })())
      return { work, items: work.deliveries()[Symbol.asyncIterator]() }
    }
    const category = await open('$ce-note', 'end')
    const correlated = await open(`$bc-${correlationId}`, 'start')
    for (const [i, id] of ids.entries()) {
      const context = { commandId: crypto.randomUUID(), correlationId }
      right(await note(eventStore)(id, { text: `${i}` }, context)())
    }
    const ours = ids.map((id) => `note-${id}`)
    for (const { work, items } of [category, correlated]) {
      const seen: (readonly [string, unknown, bigint])[] = []
      while (seen.length < 2) {
        const { event, acknowledge } = await delivery(items)
        await acknowledge()
        if (ours.includes(event.stream)) seen.push([event.stream, event.data, event.revision])
      }
      expect(seen).toEqual(ours.map((stream, i) => [stream, { text: `${i}` }, 0n]))
      await items.return?.()
      right(await work.remove())
    }
  })
})
