import { describe, expect, it } from 'vitest'
import * as E from 'fp-ts/lib/Either.js'

import { Classification, HostScheme, Scheme } from '../../src/customer/classification.js'
import { checkRules } from '../../src/customer/rules.js'
import { DemandLine, ImportantDay, Quantity, Year, YearlyDate } from '../../src/customer/values.js'
import { rules } from '../support/customer.js'

const fields = (more: object) => checkRules({ ...rules, ...more }).map(({ field }) => field)

describe('rules', () => {
  it('that can be meant are found right', () => {
    expect(checkRules(rules)).toEqual([])
    expect(checkRules({ authority: [], purposes: [] })).toEqual([])
    expect(fields({ lateBy: 0 })).toEqual([])
  })
  it('name each purpose once, and not by nothing', () => {
    expect(fields({ purposes: ['survey', 'survey'] })).toEqual(['purposes[1]'])
    expect(fields({ purposes: [' ', 'survey'] })).toEqual(['purposes[0]'])
  })
  it('add schemes that are not there, each once and with values', () => {
    const scheme = (name: string, ...values: ReadonlyArray<string>) => ({ scheme: name, values })
    expect(fields({ schemes: [scheme('tier', 'a')] })).toEqual(['schemes[0].scheme'])
    expect(fields({ schemes: [scheme('ownership', 'a')] })).toEqual(['schemes[0].scheme'])
    expect(fields({ schemes: [scheme('mood', 'a'), scheme('mood', 'a')] })).toEqual([
      'schemes[1].scheme',
    ])
    expect(fields({ schemes: [scheme('mood')] })).toEqual(['schemes[0].values'])
    expect(fields({ schemes: [scheme('mood', 'a', 'a')] })).toEqual(['schemes[0].values[1]'])
    expect(fields({ schemes: [scheme('mood', 'a')] })).toEqual([])
  })
  it('are late by whole milliseconds', () => {
    expect(fields({ lateBy: -1 })).toEqual(['lateBy'])
    expect(fields({ lateBy: 0.5 })).toEqual(['lateBy'])
  })
})

const classes: Readonly<Record<Scheme, string>> = {
  marketing: 'economic ethical personalised convenience',
  management: 'regular potential key temporary',
  chain: 'intermediary final',
  tier: 'ordinary golden vip',
  size: 'large medium small',
  purchaseBehaviour: 'fixedPurpose unclearGoal marketInformation noIntent needsAdvice undecided',
  temperament: 'friendly dictatorial analytical selfCentred',
  socialStyle: 'dominant analytical expressive amiable',
}

describe('a classification', () => {
  const is = (scheme: string, value: string) => E.isRight(Classification.decode({ scheme, value }))
  it('is of a closed list, each scheme its own', () => {
    for (const [scheme, values] of Object.entries(classes)) {
      for (const value of values.split(' '))
        expect([scheme, value, is(scheme, value)]).toEqual([scheme, value, true])
      expect(is(scheme, 'other')).toBe(false)
    }
    expect(Object.keys(classes)).toEqual(Scheme.values)
  })
  it('may be of a host’s scheme, never of ownership: that follows from dealings', () => {
    expect(is('mood', 'gold')).toBe(true)
    expect(is('ownership', 'owner')).toBe(false)
    expect(HostScheme.is('ownership')).toBe(false)
    expect(HostScheme.is(' ')).toBe(false)
  })
})

describe('a date of every year', () => {
  it('is a day that some year has', () => {
    for (const date of ['01-01', '01-31', '02-29', '04-30', '12-31'])
      expect([date, YearlyDate.is(date)]).toEqual([date, true])
    for (const date of [
      '00-01',
      '01-00',
      '01-32',
      '02-30',
      '04-31',
      '13-01',
      '1-1',
      '01-01x',
      'x01-01',
    ])
      expect([date, YearlyDate.is(date)]).toEqual([date, false])
  })
  it('with a year is a day that there was', () => {
    const was = (date: string, year?: number) =>
      E.isRight(ImportantDay.decode({ date, ...(year !== undefined && { year }) }))
    expect(was('02-29')).toBe(true)
    expect(was('02-29', 2024)).toBe(true)
    expect(was('02-29', 2023)).toBe(false)
    expect(was('02-29', 2000)).toBe(true)
    expect(was('02-29', 1900)).toBe(false)
    expect(was('02-28', 2023)).toBe(true)
  })
})

describe('a number', () => {
  it('of a year has its bounds', () => {
    expect([1799, 1800, 2999, 3000, 2000.5].map(Year.is)).toEqual([false, true, true, false, false])
  })
  it('of things to buy has its bounds', () => {
    expect([0, 1, 1e9, 1e9 + 1, 1.5].map(Quantity.is)).toEqual([false, true, true, false, false])
    expect(E.isRight(DemandLine.decode({ item: 'pump', quantity: 2 }))).toBe(true)
  })
})
