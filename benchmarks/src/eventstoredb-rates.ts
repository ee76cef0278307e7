/** Reading and appending through the adapter, beside the raw client on the same server: `node src/eventstoredb-rates.ts`. */
import { jsonEvent } from '@eventstore/db-client'
import * as E from 'fp-ts/lib/Either.js'

import { data, fill, metadata, open } from './eventstoredb-server.ts'
import { median, spread } from './statistics.ts'
import { table } from './table.ts'

const pairs = 7
const length = 20_000
const each: Readonly<Record<number, number>> = { 1: 1_000, 50: 150, 200: 60 }

const { raw, stores } = open()
const tag = crypto.randomUUID()
const long = `read-${tag}`
let run = 0

const reading = {
  raw: async () => {
    let n = 0
    for await (const { event } of raw.readStream(long)) if (event !== undefined) n++
    return n
  },
  adapter: async () => {
    const folded = await stores.eventStore.fold(long, 0n, 0, (n) => E.right(n + 1))()
    if (E.isLeft(folded) || folded.right._tag === 'None') throw new Error('not read')
    return folded.right.value.state
  },
}

/** Each writer has a stream of its own, and appends one event after another at an exact revision. */
const writing = (writers: number) => {
  const many = each[writers] ?? 1
  const go = async (append: (stream: string, n: number) => Promise<unknown>) => {
    const name = `write${run++}`
    const write = async (writer: number) => {
      for (let n = 0; n < many; n++) await append(`${name}-${tag}-${writer}`, n)
    }
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    return writers * many
  }
  return {
    raw: () =>
      go((stream, n) =>
        raw.appendToStream(stream, jsonEvent({ type: 'Noted', data: data(n), metadata }), {
          expectedRevision: n === 0 ? 'no_stream' : BigInt(n - 1),
        }),
      ),
    adapter: () =>
      go(async (stream, n) => {
        const event = { id: crypto.randomUUID(), type: 'Noted', data: data(n), metadata }
        const expected = n === 0 ? 'noStream' : BigInt(n - 1)
        const appended = await stores.eventStore.append(stream, expected, [event])()
        if (E.isLeft(appended)) throw new Error(appended.left._tag)
      }),
  }
}

/** Events a second by the wall clock, and a second of this process’s own processor time. */
const rate = async (work: () => Promise<number>) => {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const n = await work()
  const seconds = (performance.now() - start) / 1e3
  const { user, system } = process.cpuUsage(cpu)
  return { wall: n / seconds, cpu: n / ((user + system) / 1e6) }
}

await fill(raw, long, length)
const jobs = [
  ['read, events', reading],
  ['append, 1 writer', writing(1)],
  ['append, 50 writers', writing(50)],
  ['append, 200 writers', writing(200)],
] as const
const rows: string[][] = []
for (const [what, { raw: direct, adapter }] of jobs) {
  const found: { readonly raw: number; readonly adapter: number; readonly cpu: number }[] = []
  await rate(direct)
  await rate(adapter)
  for (let pair = 0; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? await rate(direct) : await rate(adapter)
    const second = pair % 2 === 0 ? await rate(adapter) : await rate(direct)
    const [mine, its] = pair % 2 === 0 ? [second, first] : [first, second]
    found.push({ raw: its.wall, adapter: mine.wall, cpu: mine.cpu / its.cpu })
  }
  const whole = (n: number) => Math.round(n).toLocaleString('en')
  const ratios = found.map((pair) => pair.adapter / pair.raw)
  const cpus = found.map(({ cpu }) => cpu)
  rows.push([
    what,
    whole(median(found.map((pair) => pair.raw))),
    whole(median(found.map((pair) => pair.adapter))),
    median(ratios).toFixed(2),
    spread(ratios, (n) => n.toFixed(2)),
    median(cpus).toFixed(2),
    spread(cpus, (n) => n.toFixed(2)),
  ])
}
console.log(
  table(
    ['', 'raw', 'adapter', 'ratio', 'least to most', 'by processor time', 'least to most'],
    rows,
  ),
)
await stores.close()
await raw.dispose()
