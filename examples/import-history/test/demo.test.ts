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
    lines: stdout.split('\n').map((text) => text.trim().replace(/ {2,}/g, ' ')),
  }
}

describe('the demo', () => {
  it('shows the files that it brings, and which lines it refused', () => {
    const { status, lines, stderr } = demo()
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
      '59 events in all',
      'Complaints 14 of 6 customers',
      'Escalations 2 on 2 of 14 complaints',
      'Never resolved 4 of 14 complaints, and in none of these times',
      'To first reply none n = 0: none on record',
    ])
      expect(lines).toContain(line)
    expect(
      lines.some((line) => line.startsWith('To first resolution 24.49 hours median, n = 10;')),
    ).toBe(true)
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

  it('shows twenty refused lines, or all that there are', () => {
    const header =
      'Case ID,Activity,Resource,Complete Timestamp,customer,product,responsible_section,workgroup'
    const good = 'A,Closed,B,2026/03/02 08:00:00.000,C,D,E,F'
    const file = fileOf([header, good, ...Array.from({ length: 21 }, () => 'A'), ''].join('\n'))
    const numbered = (lines: ReadonlyArray<string>) =>
      lines.filter((line) => /^line \d/.test(line)).length
    const some = demo(file)
    expect(numbered(some.lines)).toBe(20)
    expect(some.lines).toContain('and 1 more: --all shows them')
    expect(numbered(demo('--all', file).lines)).toBe(21)
  })

  it('asks for what it knows', () => {
    const { status, stderr } = demo('--everything')
    expect(status).toBe(2)
    expect(stderr).toContain('npm run demo -- [--all] [file…]')
  })
})

const shared = process.env['TROTH_SHARED']
const log = shared === undefined ? '' : join(shared, 'data/helpdesk/helpdesk.csv')
const known = existsSync(log)

describe('the help-desk log of an Italian software company, 2010 to 2014', () => {
  it.skipIf(known)('is skipped: TROTH_SHARED names no folder that holds it', () => undefined)

  it.runIf(known)('comes out with its published figures, and doubled with the same', () => {
    const { status, lines } = demo(log, log)
    expect(status).toBe(0)
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
      '21,426 events in all',
      'Escalations 119 on 102 of 4,580 complaints',
      'Never resolved 11 of 4,580 complaints, and in none of these times',
      'Resolved again 386 of 4,580 complaints have several resolutions',
      'To first resolution 5.98 days median, n = 4,569; mean 11.12 days, from 0.00 seconds to 58.68 days',
      'Closings 4,574 of 4,559 complaints, of 390 customers',
    ])
      expect(lines).toContain(line)
  })
})
