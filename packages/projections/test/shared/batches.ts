/** The same facts told otherwise: in any batches, after any restart, streams in any order. */
import { expect } from 'vitest'

import type { Rows } from '../../src/index.js'

/** Rows as text, by their keys: two that are alike read alike. */
export const plain = <Row>(rows: Rows<Row>): string =>
  JSON.stringify([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))

/** What a store would give back of the rows. */
export const restarted = <Row>(rows: Rows<Row>): Rows<Row> =>
  new Map(JSON.parse(JSON.stringify([...rows])) as [string, Row][])

interface Streamed {
  readonly stream: string
}

/** The same streams, each in its own order, taking turns as told. */
export const taken = <A extends Streamed>(
  all: ReadonlyArray<A>,
  order: ReadonlyArray<number>,
): ReadonlyArray<A> => {
  const streams = [...new Set(all.map(({ stream }) => stream))].map((name) =>
    all.filter(({ stream }) => stream === name),
  )
  const mixed: A[] = []
  for (let turn = 0; streams.some((stream) => stream.length > 0); turn++) {
    const left = streams.filter((stream) => stream.length > 0)
    const next = left[(order[turn] ?? 0) % left.length]?.shift()
    if (next) mixed.push(next)
  }
  return mixed
}

/** The rows of all facts, folded in batches of 1 to `most` with a restart before each, which leave the rows before them as they were. */
export const inBatches = <A, Row>(
  fold: (facts: ReadonlyArray<A>, from?: Rows<Row>) => Rows<Row>,
  all: ReadonlyArray<A>,
  sizes: ReadonlyArray<number>,
  most: number,
): Rows<Row> => {
  let rows = fold([])
  for (let from = 0, i = 0; from < all.length; i++) {
    const size = 1 + ((sizes[i] ?? 0) % most)
    const before = plain(rows)
    const next = fold(all.slice(from, from + size), restarted(rows))
    expect(plain(rows)).toBe(before)
    rows = next
    from += size
  }
  return rows
}
