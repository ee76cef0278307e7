import { describe, expect, it } from 'vitest'

import { cadenceFor, checkRules, type FollowUpRules } from '../../src/follow-up/rules.js'
import { VisitKey } from '../../src/follow-up/visit-key.js'
import { Milliseconds } from '../../src/follow-up/values.js'
import { monthlyThenQuarterly, weekly } from '../../src/time/cadence.js'
import { horizon } from '../../src/time/invalid-time.js'
import { entry, rules } from '../support/follow-up.js'

const fields = (changed: Partial<FollowUpRules>): ReadonlyArray<string> =>
  checkRules({ ...rules, ...changed }).map(({ field }) => field)
const day = [{ unit: 'day', every: 7 }] as const

describe('the rules of follow-ups', () => {
  it('have nothing wrong with them as they should be', () => {
    expect(checkRules(rules)).toEqual([])
    expect(fields({ touch: weekly, lateBy: 0 })).toEqual([])
  })

  it('give no class no cadence', () => {
    const none = { classes: ['vip'], cadence: [] }
    const ends = { classes: ['vip'], cadence: [{ unit: 'month', every: 1, times: 12 }] } as const
    expect(checkRules({ ...rules, cadences: [none] })).toEqual([
      {
        field: 'cadences[0].cadence',
        expected: 'at least one phase, of which the last alone has no end',
      },
    ])
    expect(fields({ cadences: [{ cadence: weekly }, ends] })).toEqual(['cadences[1].cadence'])
    expect(fields({ cadences: [{ classes: [], cadence: weekly }] })).toEqual([
      'cadences[0].classes',
    ])
    expect(checkRules({ ...rules, cadences: [{ classes: [], cadence: weekly }] })).toEqual([
      { field: 'cadences[0].classes', expected: 'at least one class' },
    ])
  })

  it('are found by kind and class, the first that fits', () => {
    const own: FollowUpRules = {
      ...rules,
      cadences: [
        { kinds: ['inspection'], classes: ['vip'], cadence: day },
        { classes: ['vip'], cadence: weekly },
      ],
    }
    expect(cadenceFor(own, 'inspection', 'vip')).toBe(day)
    expect(cadenceFor(own, 'fieldVisit', 'vip')).toBe(weekly)
    expect(cadenceFor(own, 'inspection', 'regular')).toBe(monthlyThenQuarterly)
    expect(cadenceFor(own, 'inspection', undefined)).toBe(monthlyThenQuarterly)
  })

  it('touch a subscriber at least once a week', () => {
    const touch = (cadence: FollowUpRules['touch'] & object) => fields({ touch: cadence })
    expect(touch(day)).toEqual([])
    expect(touch([{ unit: 'day', every: 1 }])).toEqual([])
    expect(touch([{ unit: 'day', every: 8 }])).toEqual(['touch'])
    expect(touch([{ unit: 'week', every: 2 }])).toEqual(['touch'])
    expect(touch([{ unit: 'month', every: 1 }])).toEqual(['touch'])
    expect(
      touch([
        { unit: 'week', every: 1, times: 4 },
        { unit: 'month', every: 1 },
      ]),
    ).toEqual(['touch'])
    expect(checkRules({ ...rules, touch: [] })).toEqual([
      { field: 'touch', expected: 'at least one phase, of which the last alone has no end' },
    ])
    expect(checkRules({ ...rules, touch: [{ unit: 'day', every: 8 }] })).toEqual([
      { field: 'touch', expected: 'a visit at least once a week' },
    ])
  })

  it('have a window for every kind of plan', () => {
    const windows = (early: number, late: number) => ({
      windows: { ...rules.windows, touch: { early, late } },
    })
    expect(fields(windows(0, 0))).toEqual([])
    expect(fields(windows(horizon, horizon))).toEqual([])
    expect(checkRules({ ...rules, ...windows(-1, 0) })).toEqual([
      {
        field: 'windows.touch',
        expected: 'early and late, in whole milliseconds from 0 to 100 years',
      },
    ])
    expect(fields(windows(0, 0.5))).toEqual(['windows.touch'])
    expect(fields(windows(0, horizon + 1))).toEqual(['windows.touch'])
    expect(fields({ windows: {} as FollowUpRules['windows'] })).toEqual([
      'windows.returnVisit',
      'windows.inspection',
      'windows.fieldVisit',
      'windows.touch',
    ])
  })

  it('have working days for call backs', () => {
    const callBack = (more: Partial<FollowUpRules['callBack']>) =>
      fields({ callBack: { late: 0, ...more } })
    expect(callBack({})).toEqual([])
    expect(callBack({ afterComplaint: 1, afterBrokenPromise: 366 })).toEqual([])
    expect(callBack({ afterComplaint: 0 })).toEqual(['callBack.afterComplaint'])
    expect(callBack({ afterBrokenPromise: 367 })).toEqual(['callBack.afterBrokenPromise'])
    expect(callBack({ afterBrokenPromise: 1.5 })).toEqual(['callBack.afterBrokenPromise'])
    expect(callBack({ late: -1 })).toEqual(['callBack.late'])
    expect(checkRules({ ...rules, callBack: { late: 0, afterComplaint: 0 } })).toEqual([
      {
        field: 'callBack.afterComplaint',
        expected: 'a whole number of working days from 1 to 366',
      },
    ])
  })

  it('know a calendar from its input', () => {
    const input = { timeZone: 'UTC', week: {} } as unknown as FollowUpRules['calendar']
    expect(checkRules({ ...rules, calendar: input })).toEqual([
      { field: 'calendar', expected: 'a calendar that businessCalendar made' },
    ])
  })

  it('take late facts for some time', () => {
    expect(checkRules({ ...rules, lateBy: -1 })).toEqual([
      { field: 'lateBy', expected: 'whole milliseconds from 0 to 100 years' },
    ])
    expect(Milliseconds.is(NaN)).toBe(false)
  })
})

describe('the name of a visit', () => {
  it.each([
    ['callBack', true],
    ['visit/2026-12-23', true],
    ['gift/2026-12-31', true],
    ['demandPlan/2026-12-31', true],
    [`${entry(1)}/2027-02-28`, true],
    ['visit/+012026-12-23', true],
    ['visit/-000001-12-23', true],
    ['visit/2027-02-29', false],
    ['visit/2026-12', false],
    ['visit/12-23', false],
    ['visits/2026-12-23', false],
    ['x/visit/2026-12-23', false],
    ['visit/2026-12-23x', false],
    ['callBack/2026-12-23', false],
    ['2026-12-23', false],
    ['', false],
  ])('%s is one: %s', (name, ok) => {
    expect(VisitKey.is(name)).toBe(ok)
  })
})
