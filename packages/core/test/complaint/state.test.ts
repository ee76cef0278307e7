import { describe, expect, it } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import { openPromises, subjectOf } from '../../src/complaint/state.js'
import { fold } from '../../src/shared/decider.js'
import { after } from '../../src/shared/instant.js'
import {
  approved,
  because,
  closed,
  customer,
  days,
  event,
  firstClock,
  hours,
  monday,
  name,
  notified,
  promised,
  promiseId,
  recorded,
  reply,
  resolved,
  rules,
  tuesday,
} from '../support/complaint.js'

const stateOf = (...events: ReadonlyArray<ComplaintEvent>) => fold(complaint(rules))(events)
const fileOf = (...events: ReadonlyArray<ComplaintEvent>) => {
  const state = stateOf(...events)
  return state._tag === 'NotRecorded' ? undefined : state.file
}
const verdictOf = (...events: ReadonlyArray<ComplaintEvent>) =>
  fileOf(...events)?.timeline.verdicts.firstReply?.verdict
const reopened = event('ComplaintReopened', { why: because })

describe('the state of a complaint', () => {
  it('is that of none before one is recorded, whatever else is on record', () => {
    expect(stateOf(approved, closed())).toEqual({ _tag: 'NotRecorded' })
    expect(subjectOf(stateOf())).toBeUndefined()
  })
  it('takes a second intake for nothing new', () => {
    const again = { ...recorded, data: { ...recorded.data, customer: customer(7) } }
    expect(fileOf(recorded, again)).toEqual(fileOf(recorded))
  })
  it('takes what has no place on its path for what it is', () => {
    expect(fileOf(recorded, approved)?.step).toBe('recorded')
    expect(fileOf(recorded, notified())).toMatchObject({ step: 'notified' })
    expect(fileOf(recorded, notified())).not.toHaveProperty('proposal')
  })
  it('knows what was met and what was missed by what stopped it', () => {
    expect(verdictOf(recorded)).toBeUndefined()
    expect(verdictOf(recorded, reply(1, tuesday, [firstClock]))).toBe('met')
    expect(verdictOf(recorded, reply(1, after(tuesday, 1), [firstClock]))).toBe('missed')
  })
  it('knows what the tick missed, and what was put right', () => {
    const missed = event('ClockMissed', { clock: firstClock }, days(2))
    const right = event('VerdictCorrected', { clock: firstClock, verdict: 'met' }, tuesday)
    expect(verdictOf(recorded, missed)).toBe('missed')
    expect(verdictOf(recorded, missed, right)).toBe('met')
    expect(verdictOf(recorded, { ...right, data: { ...right.data, verdict: 'missed' } })).toBe(
      'missed',
    )
  })
  it('counts its cycles', () => {
    expect(fileOf(recorded)?.cycle).toBe(1)
    const again = [...resolved, closed(), reopened]
    expect(fileOf(...again)?.cycle).toBe(2)
    expect(fileOf(...again, closed(), reopened)?.cycle).toBe(3)
  })
  it('is in the case library by its close alone', () => {
    expect(fileOf(recorded)?.toCaseLibrary).toBe(false)
    expect(fileOf(...resolved, closed())?.toCaseLibrary).toBe(true)
  })
  it('keeps the latest instant, and the customer whose it is', () => {
    expect(fileOf(recorded, reply(1, hours(5)), reply(2, hours(3)))?.latest).toBe(hours(5))
    expect(fileOf(recorded)?.latest).toBe(monday)
    const moved = event('ComplaintMoved', {
      customer: customer(2),
      from: customer(1),
      why: because,
    })
    expect(subjectOf(stateOf(recorded))).toBe(customer(1))
    expect(subjectOf(stateOf(recorded, moved))).toBe(customer(2))
  })
  it('has its open promises in the order in which they were given', () => {
    const file = fileOf(recorded, promised(2), promised(1), promised(3))
    expect(file && openPromises(file)).toEqual([promiseId(2), promiseId(1), promiseId(3)])
  })
  it('holds no tier that nobody named', () => {
    expect(fileOf(recorded)).not.toHaveProperty('tier')
    const tiered = event('TierChanged', { tier: name('vip'), clocksFrom: 'receipt' })
    expect(fileOf(recorded, tiered)).toHaveProperty('tier', 'vip')
  })
})
