import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll } from 'vitest'

import type { Progress } from '../src/progress.js'
import { readFile } from '../src/read-file.js'

const folder = mkdtempSync(join(tmpdir(), 'import-history-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
let files = 0

export const silent: Progress = { update: () => undefined, stop: () => undefined }

export const header =
  'Case ID,Activity,Resource,Complete Timestamp,customer,product,responsible_section,workgroup'

/** A line that is well, but for what a test says otherwise. */
export const line = ({
  id = 'Ticket 1',
  activity = 'Wait',
  by = 'Amina',
  at = '2026/03/02 08:00:00.000',
  rest = 'Hotel Alba,Boiler,Ovens,First line',
} = {}): string => [id, activity, by, at, rest].join(',')

export const fileOf = (text: string | Uint8Array): string => {
  const file = join(folder, `${files++}.csv`)
  writeFileSync(file, text)
  return file
}

export const readText = (text: string | Uint8Array) => readFile(fileOf(text), () => silent)

/** What was read of a file that is a help-desk log. */
export const logOf = async (text: string | Uint8Array) => {
  const read = await readText(text)
  if (read._tag !== 'Read' || read.content.of !== 'cases') throw new Error(read._tag)
  return { ...read, cases: read.content.cases }
}

/** What was read of a file of purchases, its lines told one by one. */
export const purchasesOf = async (...lines: ReadonlyArray<string>) => {
  const read = await readText(`${lines.join('\n')}\n`)
  if (read._tag !== 'Read' || read.content.of !== 'customers') throw new Error(read._tag)
  return { ...read, buyers: read.content.buyers }
}

export const surveyHeader =
  'Survey ID,customer,Case ID,channel,sent,open until,answered,csat,nps,effort'

/** What was read of a file of survey answers, its lines below the header told one by one. */
export const answersOf = async (...lines: ReadonlyArray<string>) => {
  const read = await readText(`${[surveyHeader, ...lines].join('\n')}\n`)
  if (read._tag !== 'Read' || read.content.of !== 'surveys') throw new Error(read._tag)
  return { ...read, surveys: read.content.surveys }
}
