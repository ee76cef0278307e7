/** What the rows of each view come to for a customer, as JSON text and in memory: `node --expose-gc views-sizes.ts [customers]`. */
import { isDeepStrictEqual } from 'node:util'

import { emptyTables, factFrom } from './views-all.ts'
import { emptyByHand } from './views-by-hand.ts'
import { recordOf } from './views-feed.ts'
import { table } from './table.ts'

const customers = Number(process.argv[2] ?? 10_000)
const whole = (n: number): string => Math.round(n).toLocaleString('en')

const used = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

/** The tables after all events, and by how much the heap has grown for a customer. */
const grown = <A extends { readonly hear: (fact: ReturnType<typeof factFrom>) => void }>(
  empty: () => A,
): readonly [A, number] => {
  const before = used()
  const tables = empty()
  for (const event of recordOf(customers, 100)) tables.hear(factFrom(event))
  return [tables, (used() - before) / customers]
}

// Once unmeasured: what the engine keeps of its own work is no row's.
grown(emptyTables)
grown(emptyByHand)
const [views, heap] = grown(emptyTables)
const bytes = (rows: Iterable<readonly [string, unknown]>): number => {
  let sum = 0
  for (const [key, row] of rows)
    sum += Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(row))
  return sum / customers
}
const sizes = views.all.map(({ name, rows }) => ({
  name,
  rows: rows().size / customers,
  bytes: bytes(rows()),
}))
const total = sizes.reduce((sum, each) => sum + each.bytes, 0)
const [byHand, heapByHand] = grown(emptyByHand)

const asJson = (row: unknown): unknown => JSON.parse(JSON.stringify(row ?? null))

// Both hold the same rows, or they did not do the same.
for (const [i, { name, rows }] of views.all.entries()) {
  const own = rows()
  const other = byHand.all[i]?.name === name ? byHand.all[i].rows() : new Map<string, unknown>()
  if (other.size !== own.size) throw new Error(`${name} has other rows by hand`)
  for (const [key, row] of own)
    if (!isDeepStrictEqual(asJson(row), asJson(other.get(key))))
      throw new Error(
        `${name} has another row by hand: ${key} ${JSON.stringify([row, other.get(key)])}`,
      )
}

console.log(
  table(
    ['view', 'rows a customer', 'bytes of JSON a customer'],
    [
      ...sizes.map((each) => [each.name, each.rows.toFixed(2), whole(each.bytes)]),
      ['all', sizes.reduce((sum, each) => sum + each.rows, 0).toFixed(2), whole(total)],
    ],
  ),
)
console.log(
  `\nIn memory, all rows of all views: ${whole(heap)} bytes of heap a customer; the loop by hand: ${whole(heapByHand)}.`,
)
