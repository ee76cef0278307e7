import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { memory } from '@troth/adapters/memory'
import { systemRuntime } from '@troth/adapters/runtime'
import { makeTroth, type PolicyNotice } from '@troth/core/plain'
import { expect, it } from 'vitest'

import { importContent } from '../src/histories.js'
import { readFile } from '../src/read-file.js'
import { silent } from './support.js'

const shared = process.env['TROTH_SHARED']
const published = shared === undefined ? '' : join(shared, 'data/helpdesk/helpdesk.csv')
const brought = new URL('../data/', import.meta.url)
const day = 24 * 3_600_000
const open = [['08:00', '18:00']] as const
const window = { early: day, late: day }
const someone = { kind: 'person', id: 'wang' } as const

/** A desk on which everything that can run does, and every case is late by its rules. */
const desk = () => {
  const stores = memory()
  const troth = makeTroth({
    stores,
    runtime: systemRuntime,
    authority: [],
    calendars: { office: { timeZone: 'UTC', week: { mon: open, wed: open } } },
    policies: {
      complaint: {
        clocks: [{ policy: { resolution: { within: day }, pausedWhileWaiting: [] } }],
        noticeTries: 1,
        reopenWithin: day,
        liaisonNote: { within: day },
      },
      customer: { purposes: ['survey'] },
      followUp: {
        calendar: 'office',
        windows: { returnVisit: window, inspection: window, fieldVisit: window, touch: window },
        callBack: { late: day },
        cadences: [],
      },
      survey: { answerWithin: day, correctWithin: day },
      automatic: {
        escalations: { addressees: { supervisor: someone, top: someone, arbiter: someone } },
        visitPlans: { timeZone: 'UTC' },
        greetings: { calendar: 'office' },
        surveys: {
          mode: 'transaction',
          channel: 'email',
          purpose: 'survey',
          cap: 9,
          period: 365 * day,
        },
      },
    },
  })
  return { stores, troth }
}

const countOf = async ({ feed }: ReturnType<typeof memory>): Promise<number> => {
  let n = 0
  for await (const { _tag } of feed.subscribe({})) {
    if (_tag === 'CaughtUp') return n
    if (_tag === 'Event') n++
  }
  return n
}

const importedWhileAllRun = async (...files: ReadonlyArray<string>) => {
  const { stores, troth } = desk()
  const notices: PolicyNotice[] = []
  const running = troth.runPolicies({ start: 'start', onNotice: (notice) => notices.push(notice) })
  for (const file of files) {
    const read = await readFile(file, () => silent)
    if (read._tag !== 'Read') throw new Error(read._tag)
    await importContent(stores.eventStore, read.content, silent)
  }
  const before = await countOf(stores)
  await running.settled()
  await running.tick()
  await running.tick(Date.now() + 400 * day)
  await running.settled()
  const after = await countOf(stores)
  const ended = await running.stop()
  return {
    facts: before,
    commands: after - before,
    refused: notices.filter(({ _tag }) => _tag === 'Refused').length,
    ends: [...new Set(ended.map(({ why }) => why._tag))],
  }
}

it('a history that is brought in triggers no policy, whatever it tells and however late it all is', async () => {
  const files = ['help-desk.csv', 'survey-answers.csv', 'purchases.txt']
  expect(
    await importedWhileAllRun(...files.map((file) => new URL(file, brought).pathname)),
  ).toEqual({ facts: 53 + 31 + 419, commands: 0, refused: 0, ends: ['Asked'] })
})

it.skipIf(!existsSync(published))(
  'the published log, with every policy running: 0 commands',
  { timeout: 300_000 },
  async () => {
    expect(await importedWhileAllRun(published)).toEqual({
      // Of the log's 21,348 events 78 cases have no first step, and are recorded at their first one.
      facts: 21_426,
      commands: 0,
      refused: 0,
      ends: ['Asked'],
    })
  },
)
