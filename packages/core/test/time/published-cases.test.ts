import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { right as some } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import type { Instant } from '../../src/shared/instant.js'
import { dueAt, workingTime } from '../../src/time/working-time.js'
import { instantAt } from '../../src/time/zone.js'
import { calendar } from './support.js'

/** One line of `working-time.json`, from the tests of other service desks. */
interface Case {
  readonly id: string
  readonly kind: 'due' | 'elapsed'
  readonly calendar: {
    readonly tz: string
    readonly week: unknown
    readonly holidays?: ReadonlyArray<string>
    readonly annual?: ReadonlyArray<string>
  }
  readonly start: string
  readonly end?: string
  readonly durationSeconds?: number
  readonly pauses: ReadonlyArray<readonly [string, string]>
  readonly expected?: string
  readonly expectedSeconds?: number
  readonly timesAre: 'UTC' | 'calendar-local'
}

const shared = process.env['TROTH_SHARED']
const file = shared === undefined ? undefined : join(shared, 'cases/working-time.json')
const known = file !== undefined && existsSync(file)
const cases = known ? (JSON.parse(readFileSync(file, 'utf8')) as ReadonlyArray<Case>) : []

describe('the published cases of seven service desks', () => {
  it.skipIf(known)('are skipped: TROTH_SHARED names no folder that holds them', () => undefined)

  it.runIf(known)('are all here', () => {
    expect(cases.length).toBeGreaterThanOrEqual(85)
  })

  it.each(cases.map((c) => [c.id, c] as const))('%s', (id, c) => {
    const { tz, week, holidays = [], annual = [] } = c.calendar
    const desk = calendar(tz, week, { holidays, annualHolidays: annual })
    const at = (text: string): Instant => {
      const reading = Date.parse(`${text.replace(' ', 'T')}Z`)
      return (c.timesAre === 'UTC' ? reading : instantAt(tz, reading)) as Instant
    }
    const pauses = c.pauses.map(([from, to]) => ({ from: at(from), to: at(to) }))
    if (c.kind === 'due') {
      const work = (c.durationSeconds ?? NaN) * 1000
      const atClosing = id.startsWith('Z12') ? 'nextOpening' : 'closing'
      const due = dueAt(desk, at(c.start), work, { pauses, atClosing })
      expect(due).toEqual(some(at(c.expected ?? '')))
    } else {
      const worked = workingTime(desk, at(c.start), at(c.end ?? ''), pauses)
      expect(worked).toBe((c.expectedSeconds ?? NaN) * 1000)
    }
  })
})
