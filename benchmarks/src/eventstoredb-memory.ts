/**
 * What 100,000 events read and folded, and ten seconds of following by a slow reader, leave in memory:
 * `node --expose-gc src/eventstoredb-memory.ts`, the raw client first, then the adapter, in one process.
 */
import * as E from 'fp-ts/lib/Either.js'

import { fill, open } from './eventstoredb-server.ts'
import { table } from './table.ts'

const length = 100_000
const followFor = 10_000

const { raw, stores } = open()
const category = `memory${crypto.randomUUID().replaceAll('-', '')}`
const stream = `${category}-1`

/** Megabytes of heap and external memory, after two collections. */
const used = (): number => {
  if (global.gc === undefined) throw new Error('run with --expose-gc')
  global.gc()
  global.gc()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}
const soon = () => new Promise((resolve) => setTimeout(resolve, 1))

const read = {
  raw: async () => {
    let n = 0
    for await (const { event } of raw.readStream(stream)) if (event !== undefined) n++
    return n
  },
  adapter: async () => {
    const folded = await stores.eventStore.fold(stream, 0n, 0, (n) => E.right(n + 1))()
    return E.isRight(folded) && folded.right._tag === 'Some' ? folded.right.value.state : 0
  },
}

async function* ofRaw() {
  const filter = { filterOn: 'streamName', prefixes: [`${category}-`], checkpointInterval: 16 }
  for await (const { event } of raw.subscribeToAll({ filter: filter as never }))
    if (event !== undefined) yield event
}
async function* ofAdapter() {
  for await (const item of stores.feed.subscribe({ categories: [category] })) {
    if (item._tag === 'Failed') throw new Error(item.error._tag)
    if (item._tag === 'Event') yield item.event
  }
}

/** Everything on record lies before the reader, and more is written while he takes a millisecond an event. */
const follow = async (events: AsyncGenerator) => {
  await events.next()
  const before = used()
  const until = performance.now() + followFor
  const stop = new AbortController()
  const written = (async () => {
    for (let n = 0; !stop.signal.aborted; n++) await fill(raw, `${category}-${n % 10}live`, 100)
  })()
  let n = 0
  while (performance.now() < until) {
    await events.next()
    n++
    await soon()
  }
  const grown = used() - before
  stop.abort()
  await written
  await events.return(undefined)
  return { n, grown }
}

await fill(raw, stream, length)
await fill(raw, `${category}-warm`, 1_000)
const rows: string[][] = []
for (const [who, whole, live] of [
  ['raw', read.raw, ofRaw],
  ['adapter', read.adapter, ofAdapter],
] as const) {
  const before = used()
  const n = await whole()
  if (n !== length) throw new Error(`read ${n}`)
  const grown = used() - before
  const followed = await follow(live())
  rows.push([who, grown.toFixed(1), followed.n.toLocaleString('en'), followed.grown.toFixed(1)])
}
console.log(table(['', 'read and folded, MB', 'events followed', 'following, MB'], rows))
await stores.close()
await raw.dispose()
