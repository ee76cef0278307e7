/**
 * `npm run demo -- [file…]`: imports histories and prints how well complaints were handled, how satisfied customers are and
 * how loyal.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { memory } from '@troth/adapters/memory'
import type { EventStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'

import { type Asked, askedBy, usage } from './asked.js'
import { importContent, sizeOf } from './histories.js'
import { progressOf } from './progress.js'
import { readFile } from './read-file.js'
import { boardOf, type Loyalty, loyaltyOf, satisfactionOf } from './read-views.js'
import { showBoard } from './show/board.js'
import { lifetimeValues, showCustomers } from './show/customers.js'
import { showFile, showRefusedFile } from './show/files.js'
import { showBehaviour, showPyramid, showRfm } from './show/loyalty.js'
import { showModels } from './show/models.js'
import { showRecorded } from './show/recorded.js'
import { showSatisfaction } from './show/satisfaction.js'
import { date, number } from './show/text.js'
import { onRecord } from './views.js'

/** Made for this demo: three that are well, and two with lines that can not be read. */
const ours = [
  'help-desk.csv',
  'help-desk-with-bad-lines.csv',
  'survey-answers.csv',
  'purchases.txt',
  'purchases-with-bad-lines.txt',
].map((name) => fileURLToPath(new URL(`../data/${name}`, import.meta.url)))

const print = (lines: ReadonlyArray<string>) => process.stdout.write(`${lines.join('\n')}\n\n`)

/** How many things are on record of the files that could be read. */
const importFiles = async (
  eventStore: EventStore,
  files: ReadonlyArray<string>,
  all: boolean,
): Promise<number> => {
  let things = 0
  for (const file of files) {
    const read = await readFile(file, (bytes) => progressOf('Reading', 'bytes', bytes))
    if (read._tag !== 'Read') {
      process.stderr.write(`${showRefusedFile(read).join('\n')}\n`)
      continue
    }
    const { content } = read
    const progress = progressOf('Recording', content.of, sizeOf(content))
    const done = await importContent(eventStore, content, progress)
    progress.stop()
    things += done.imported + done.already
    print(showFile(read, done, all))
  }
  return things
}

const most = 10

const ImportedFrom = t.strict({ foreignId: t.string })

/** What the best customers are called where they came from: it stands beside every fact. */
const namesOf = async (
  eventStore: EventStore,
  keys: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>()
  for (const key of keys) {
    const read = await eventStore.read(`dealings-${key}`, { limit: 1 })()
    const first = E.isRight(read) && O.isSome(read.right) ? read.right.value[0] : undefined
    const from = ImportedFrom.decode(first?.metadata['importedFrom'])
    if (E.isRight(from)) names.set(key, from.right.foreignId)
  }
  return names
}

const printLoyalty = async (
  eventStore: EventStore,
  { view, terms, calibratedOn }: Loyalty,
): Promise<void> => {
  const values = lifetimeValues(view)
  const names = await namesOf(
    eventStore,
    values.known.slice(0, most).map(({ customer }) => customer),
  )
  print([
    `Loyalty, as known at the end of ${date(view.knownAt)} (${view.calendar.zone})`,
    '',
    ...showBehaviour(view),
    '',
    ...showRfm(view),
    '',
    ...showPyramid(view),
    '',
    ...showModels(view, calibratedOn),
    '',
    ...showCustomers(values, names, terms.lifetime, most),
  ])
}

const run = async ({ files, all, ...times }: Asked): Promise<number> => {
  const stores = memory()
  const { eventStore } = stores
  if ((await importFiles(eventStore, files.length === 0 ? ours : files, all)) === 0) {
    process.stderr.write('Nothing was imported.\n')
    return 1
  }
  const on = await onRecord(stores, (views) => progressOf('Reading back', 'views', views))
  print(showRecorded(on.recorded))
  const board = boardOf(on)
  if (board) print(showBoard(board))
  const satisfied = satisfactionOf(on)
  print(
    satisfied
      ? showSatisfaction(satisfied)
      : ['Satisfaction: none, n = 0: no complaint, no survey'],
  )
  const loyal = loyaltyOf(on, times)
  if (loyal) await printLoyalty(eventStore, loyal)
  else print(['Loyalty: none, n = 0: nobody bought'])
  await stores.close()
  return 0
}

const main = async (): Promise<number> => {
  const began = performance.now()
  const asked = askedBy(process.argv.slice(2))
  if (E.isLeft(asked)) {
    process.stderr.write(`${asked.left}\n${usage}\n`)
    return 2
  }
  // npm runs scripts in the folder of package.json; the file is named from where the person stands.
  const from = process.env['INIT_CWD'] ?? process.cwd()
  const files = asked.right.files.map((file) => resolve(from, file))
  const code = await run({ ...asked.right, files })
  process.stderr.write(`${number(Math.round(performance.now() - began))} ms\n`)
  return code
}

// Whoever reads through `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main()
