/**
 * `npm run demo -- [--all] [file…]`: imports help-desk histories and prints how well complaints were handled.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { memory } from '@troth/adapters/memory'
import { complaintBoard } from '@troth/projections'

import { importCases, onRecord, rules } from './desk.js'
import { progressOf } from './progress.js'
import { readFile } from './read-file.js'
import { showBoard, showRecorded } from './show-board.js'
import { showFile, showRefusedFile } from './show-files.js'
import { number } from './text.js'

const usage = 'npm run demo -- [--all] [file…]'

/** Made for this demo: one that is well, and one with lines that can not be read. */
const ours = ['help-desk.csv', 'help-desk-with-bad-lines.csv'].map((name) =>
  fileURLToPath(new URL(`../data/${name}`, import.meta.url)),
)

const print = (lines: ReadonlyArray<string>) => process.stdout.write(`${lines.join('\n')}\n\n`)

const run = async (files: ReadonlyArray<string>, all: boolean): Promise<number> => {
  const stores = memory()
  let cases = 0
  for (const file of files) {
    const read = await readFile(file, (bytes) => progressOf('Reading', 'bytes', bytes))
    if (read._tag !== 'Read') {
      process.stderr.write(`${showRefusedFile(read).join('\n')}\n`)
      continue
    }
    const progress = progressOf('Recording', 'cases', read.cases.length)
    const done = await importCases(stores.eventStore, read.cases, progress)
    progress.stop()
    cases += done.imported + done.already
    print(showFile(read, done, all))
  }
  if (cases === 0) {
    process.stderr.write('Nothing was imported.\n')
    return 1
  }
  const { rows, byType, until } = await onRecord(stores)
  print(showRecorded(byType))
  print(showBoard(complaintBoard.read(rules)(rows, until)))
  await stores.close()
  return 0
}

const main = async (): Promise<number> => {
  const began = performance.now()
  const asked = (() => {
    try {
      return parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true })
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
      return undefined
    }
  })()
  if (asked === undefined) return 2
  // npm runs scripts in the folder of package.json; the file is named from where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const named = asked.positionals.map((file) => resolve(from, file))
  const code = await run(named.length === 0 ? ours : named, asked.values.all === true)
  process.stderr.write(`${number(Math.round(performance.now() - began))} ms\n`)
  return code
}

// Whoever reads through `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main()
