import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import * as E from 'fp-ts/lib/Either.js'

import { type Row, rowsOf } from './csv.js'
import { type LogCase, casesOf } from './help-desk-log/cases.js'
import type { LogLine } from './help-desk-log/line.js'
import { kindOf, type Kind, type Told } from './kinds.js'
import { batches, linesOf } from './lines.js'
import type { Progress } from './progress.js'
import type { Refused } from './refused.js'

/** What a file holds, or why it was not read. */
export type FileRead =
  | {
      readonly _tag: 'Read'
      readonly file: string
      readonly kind: Kind
      /** Lines below the header, blank ones left out. */
      readonly lines: number
      readonly cases: ReadonlyArray<LogCase>
      readonly refused: ReadonlyArray<Refused>
    }
  | (Extract<Told, { _tag: 'Unknown' }> & { readonly file: string })
  | { readonly _tag: 'Unreadable'; readonly file: string; readonly why: string }

const batchSize = 1000

const readRows = async (
  file: string,
  batch: AsyncIterable<ReadonlyArray<Row>>,
): Promise<FileRead> => {
  let known: { readonly kind: Kind; readonly read: ReturnType<Kind['lineOf']> } | undefined
  const lines: LogLine[] = []
  const refused: Refused[] = []
  for await (const rows of batch)
    for (const row of rows) {
      if (known === undefined) {
        const header = (row.fields ?? []).map((name) => name.trim())
        const told = kindOf(header)
        if (told._tag === 'Unknown') return { ...told, file }
        known = { kind: told.kind, read: told.kind.lineOf(header) }
        continue
      }
      const read = known.read(row)
      if (E.isRight(read)) lines.push(read.right)
      else refused.push(read.left)
    }
  if (known === undefined) return { _tag: 'Unreadable', file, why: 'it is empty' }
  return {
    _tag: 'Read',
    file,
    kind: known.kind,
    lines: lines.length + refused.length,
    cases: casesOf(lines),
    refused,
  }
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

/** Reads a file by the kind that its header tells. */
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
