import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import { type Row, rowsOf } from './csv.js'
import { kindOf, type Kind, type Reading, type Reads, type Told } from './kinds.js'
import { batches, linesOf } from './lines.js'
import type { Progress } from './progress.js'

/** What a file holds, or why it was not read. */
export type FileRead =
  | (Reads & { readonly _tag: 'Read'; readonly file: string; readonly kind: Kind })
  | (Extract<Told, { _tag: 'Unknown' }> & { readonly file: string })
  | { readonly _tag: 'Unreadable'; readonly file: string; readonly why: string }

const batchSize = 1000

const readRows = async (
  file: string,
  batch: AsyncIterable<ReadonlyArray<Row>>,
): Promise<FileRead> => {
  let known: { readonly kind: Kind; readonly reading: Reading } | undefined
  for await (const rows of batch)
    for (const row of rows) {
      if (known !== undefined) {
        known.reading.take(row)
        continue
      }
      const told = kindOf(row)
      if (told._tag === 'Unknown') return { ...told, file }
      known = { kind: told.kind, reading: told.kind.begin(row) }
    }
  return known === undefined
    ? { _tag: 'Unreadable', file, why: 'it is empty' }
    : { _tag: 'Read', file, kind: known.kind, ...known.reading.read() }
}

async function* rowsIn(
  stream: AsyncIterable<string> & { readonly bytesRead: number },
  progress: Progress,
): AsyncGenerator<ReadonlyArray<Row>> {
  for await (const batch of batches(linesOf(stream), batchSize)) {
    yield rowsOf(batch)
    progress.update(stream.bytesRead)
  }
}

/** Reads a file by the kind that its first line tells. */
export const readFile = async (
  file: string,
  start: (total: number) => Progress,
): Promise<FileRead> => {
  try {
    const { size } = await stat(file)
    const progress = start(size)
    try {
      return await readRows(file, rowsIn(createReadStream(file, 'utf8'), progress))
    } finally {
      progress.stop()
    }
  } catch (error) {
    // What the system says of a file is an answer; anything else is a fault of ours.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    return { _tag: 'Unreadable', file, why: error.message }
  }
}
