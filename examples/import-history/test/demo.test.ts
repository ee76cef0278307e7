import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { fileOf } from './support.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The demo as a person runs it, in a process of its own. */
const demo = (...args: ReadonlyArray<string>) => {
  const { INIT_CWD, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--conditions=@troth/source',
      '--import',
      'tsx',
      'examples/import-history/src/main.ts',
      ...args,
    ],
    { cwd: root, encoding: 'utf8', env },
  )
  return {
    status,
    stderr,
    /** Lines beyond 100 columns, but for those that name a file. */
    wide: stdout.split('\n').filter((text) => text.length > 100 && !text.startsWith('/')),
    lines: stdout.split('\n').map((text) => text.trim().replace(/ {2,}/g, ' ')),
  }
}

describe('the demo', () => {
  it('shows the files that it brings, and which lines it refused', () => {
    const { status, lines, stderr, wide } = demo()
    expect(status).toBe(0)
    for (const line of [
      '52 events, of 12 cases',
      '6 events, of 2 cases',
      '9 lines refused',
      'line 3 columns missing 6 of 9 columns: left out, or the line was cut short',
      'line 5 wrong date "2026/02/30 09:00:00.000"',
      'line 7 unknown activity "Forget ticket"',
      'line 8 empty column Case ID',
      'line 13 too many columns 10 for 9',
      'line 17 cut short 4 of 9 columns, and the file ends',
      '513 events in all',
      'line 9 customer 90011: 20260306 stands behind a later date of his',
      'line 2 wrong date date: "20260229", expected a day of the calendar like 19970131',
      'line 5 wrong number CDs: "-2", expected a whole number, at least 1',
      'line 6 wrong amount dollars: "12.995", expected dollars and cents like 29.33',
      'Complaints 14 of 6 customers',
      'Escalations 2 on 2 of 14 complaints',
      'Never resolved 4 of 14 complaints, and in none of these times',
      'To first reply none n = 0: none on record',
    ])
      expect(lines).toContain(line)
    expect(
      lines.some((line) => line.startsWith('To first resolution 24.49 hours median, n = 10;')),
    ).toBe(true)
    for (const line of [
      'CSAT, 4-5 of 1-5 57.1 % 4 of 7 answers; 95 %: 25.0 % to 84.2 %',
      'CSAT, 4-5 of 1-5 71.4 % 5 of 7 answers; 95 %: 35.9 % to 91.8 %',
      'Surveys answered 87.5 % 7 of 8 sent; 95 %: 52.9 % to 97.8 %',
      'Surveys answered 77.8 % 7 of 9 sent; 95 %: 45.3 % to 93.7 %',
      'closed without one 11.1 % 1 of 9 closed; 95 %: 2.0 % to 43.5 %',
      'Promises kept none n = 0: no promise is on record',
      'Ovens 3 26.55 hours 3 100.0 % 3 66.7 % 3',
      'Customers on record 128 123 of them bought',
      'Purchases a customer 3.44 mean, n = 123 customers',
      'never repeated 55 of 123 customers: nothing tells',
      '00464 555 large 15 96.6 % 10.26 51.24 USD 150.23 USD',
    ])
      expect(lines).toContain(line)
    expect(wide).toEqual([])
    // No terminal, no control codes.
    // eslint-disable-next-line no-control-regex
    expect(`${lines.join('')}${stderr}`).not.toMatch(/\u001b/)
    expect(stderr).toContain('Recording: 100 % of 12 cases')
  })

  it('refuses a file of no known kind, and fails where nothing was imported', () => {
    const { status, stderr } = demo(fileOf('Case ID,when\n1,2\n'), 'no-such-file.csv')
    expect(status).toBe(1)
    expect(stderr).toContain('help-desk log: needs Case ID, Activity, Resource')
    expect(stderr).toContain('missing: Activity, Resource, Complete Timestamp')
    expect(stderr).toContain('no-such-file.csv: not read: ENOENT')
    expect(stderr).toContain('Nothing was imported.')
  })

  it('asks for what it knows', () => {
    const { status, stderr } = demo('--everything')
    expect(status).toBe(2)
    expect(stderr).toContain(
      'npm run demo -- [--all] [--loyalty-at yyyy-mm-dd] [--calibrate-to yyyy-mm-dd] [file…]',
    )
  })
})

const shared = process.env['TROTH_SHARED']
const published = ['data/helpdesk/helpdesk.csv', 'data/cdnow/CDNOW_sample.txt'].map((file) =>
  join(shared ?? '', file),
)
const known = shared !== undefined && published.every((file) => existsSync(file))

describe('a help-desk log of 2010 to 2014, and CDNOW’s purchases of 1997 and 1998', () => {
  it.skipIf(known)('are skipped: TROTH_SHARED names no folder that holds them', () => undefined)

  it.runIf(known)('come out with their published figures, and doubled with the same', () => {
    const { status, lines, wide } = demo(...published, ...published)
    expect(status).toBe(0)
    expect(wide).toEqual([])
    for (const line of [
      '21,348 events, of 4,580 cases',
      '0 lines refused',
      '4,479 cases run from Insert ticket or Assign seriousness to Closed, in 193 variants',
      '102 cases escalated (Require upgrade), 92 of them complete ones',
      '4,580 cases recorded',
      '4,580 cases on record already: nothing doubled',
      '4,580 ComplaintRecorded',
      '4,983 RemedyCarriedOut',
      '4,574 ComplaintClosed',
      '1,463 CustomerAwaited',
      '119 ComplaintEscalated',
      '28,345 events in all',
      'Escalations 119 on 102 of 4,580 complaints',
      'Never resolved 11 of 4,580 complaints, and in none of these times',
      'Resolved again 386 of 4,580 complaints have several resolutions',
      'To first resolution 5.98 days median, n = 4,569; mean 11.12 days, 0.00 seconds to 58.68 days',
      'To resolution 5.98 days median, n = 4,569; mean 11.12 days, 0.00 seconds to 58.68 days',
      'closed without one 0.0 % 0 of 4,559 closed; 95 %: 0.0 % to 0.1 %',
      'never resolved 0.2 % 11 of 4,580 received; 95 %: 0.1 % to 0.4 %',
      'Closings 4,574 of 4,559 complaints, of 390 customers',
      'CSAT, 4-5 of 1-5 none n = 0: no answer is on record',
      'Hand-overs 0.17 a complaint: 775 on 623 of 4,580 complaints',
      '6,919 purchases, of 2,357 customers',
      '2,357 customers on record already: nothing doubled',
      'Customers on record 2,357 2,357 of them bought',
      'calibration to 1997-09-30 std. error all to 1998-06-30 std. error',
      'r 0.2426 0.0126 0.2536 0.0109',
      'alpha, weeks 4.4136 0.3782 5.4473 0.3983',
      'a 0.7929 0.1857 0.6074 0.1109',
      'b 2.4259 0.7054 2.6472 0.6380',
      'ln L -9,582.4 -17,138.2',
      'E[X(52 weeks)] of a new one 1.444 1.494',
      'never repeated 1,218 of 2,357 customers: nothing tells',
    ])
      expect(lines).toContain(line)
  })
})
