import { describe, expect, it, test } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import type { ComplaintEvent, FactsOf } from '../../src/complaint/events.js'
import { isEscalated } from '../../src/complaint/state.js'
import { fold } from '../../src/shared/decider.js'
import { scenarios } from '../../src/testing/scenarios.js'
import {
  because,
  closed,
  command,
  days,
  event,
  name,
  partsDepartment,
  recorded,
  resolved,
  rules,
  tuesday,
  wang,
  wednesday,
  words,
} from '../support/complaint.js'

const scenario = scenarios(complaint(rules), { test })
const unsolved = 'unsolved in time'
const reopened = event('ComplaintReopened', { why: because })
const again = [...resolved, closed(), reopened]

const escalation = (level: number, rule = unsolved) =>
  ({ rule: name(rule), level, to: partsDepartment, why: because }) as const
const escalated = (level: number, rule?: string, cycle = 1) =>
  event('ComplaintEscalated', { ...escalation(level, rule), cycle })
/** As it was written before the cycle was. */
const old = event('ComplaintEscalated', escalation(1))

describe('an escalation', () => {
  scenario('names the rule that fired, and the cycle')
    .given([recorded])
    .when(command('Escalate', escalation(1), tuesday, wang))
    .records([event('ComplaintEscalated', { ...escalation(1), cycle: 1 }, tuesday, wang)])
  scenario('fires once a level, however often the clock ticks')
    .given([recorded, escalated(1)])
    .when(command('Escalate', { ...escalation(1), why: words }, days(3)))
    .recordsNothing()
  scenario('fires once a level, also where the cycle was not written down yet')
    .given([recorded, old])
    .when(command('Escalate', escalation(1)))
    .recordsNothing()
  scenario('goes on to the next level')
    .given([recorded, escalated(1)])
    .when(command('Escalate', escalation(2)))
    .records([escalated(2)])
  scenario('of another rule fires by itself')
    .given([recorded, escalated(1)])
    .when(command('Escalate', escalation(1, 'major matter')))
    .records([escalated(1, 'major matter')])
  scenario('fires again in a new cycle')
    .given([...resolved, escalated(1), closed(), reopened])
    .when(command('Escalate', escalation(1)))
    .records([escalated(1, unsolved, 2)])
  scenario('that fired before the cycle was written down fires again in a new one')
    .given([...resolved, old, closed(), reopened])
    .when(command('Escalate', escalation(1)))
    .records([escalated(1, unsolved, 2)])

  scenario('may say for which cycle it is')
    .given(again)
    .when(command('Escalate', { ...escalation(1), cycle: 2 }))
    .records([escalated(1, unsolved, 2)])
  scenario('that was due before the complaint was reopened is not made up for')
    .given(again)
    .when(command('Escalate', { ...escalation(1), cycle: 1 }))
    .refuses({ _tag: 'OtherCycle', cycle: 2 })
  scenario('of a cycle to come is not due')
    .given([recorded])
    .when(command('Escalate', { ...escalation(1), cycle: 2 }))
    .refuses({ _tag: 'OtherCycle', cycle: 1 })
  scenario('that fired in an earlier cycle is on record, whenever it is asked for again')
    .given([...resolved, escalated(1), closed(), reopened])
    .when(command('Escalate', { ...escalation(1), cycle: 1 }))
    .recordsNothing()

  it('is known by its rule, its level and its cycle', () => {
    const state = fold(complaint(rules))([recorded, escalated(2)])
    if (state._tag === 'NotRecorded') throw new Error('not recorded')
    const is = (more: object) =>
      isEscalated(state.file, { rule: unsolved, level: 2, cycle: 1, ...more })
    expect(is({})).toBe(true)
    expect(is({ level: 1 })).toBe(false)
    expect(is({ rule: 'major matter' })).toBe(false)
    expect(is({ cycle: 2 })).toBe(false)
  })
})

describe('a matter', () => {
  const raised = (matter: FactsOf<'MatterRaised'>['matter'], at = tuesday) =>
    event('MatterRaised', { matter, why: because }, at)
  const raise = (matter: FactsOf<'MatterRaised'>['matter'], at = tuesday) =>
    command('RaiseMatter', { matter, why: because }, at)
  const of = (...history: ReadonlyArray<ComplaintEvent>) => {
    const state = fold(complaint(rules))(history)
    return state._tag === 'NotRecorded' ? undefined : state.file.raised
  }

  for (const matter of ['majorMatter', 'departmentDispute'] as const) {
    scenario(`is raised: ${matter}`)
      .given([recorded])
      .when(raise(matter))
      .records([raised(matter)])
    scenario(`is raised once: ${matter}`)
      .given([recorded, raised(matter)])
      .when(raise(matter, wednesday))
      .recordsNothing()
  }
  scenario('is not another')
    .given([recorded, raised('departmentDispute')])
    .when(raise('majorMatter'))
    .records([raised('majorMatter')])
  scenario('that is major stays so when the complaint is reopened')
    .given([...resolved, raised('majorMatter'), closed(), reopened])
    .when(raise('majorMatter'))
    .recordsNothing()
  scenario('that departments disagreed over is a new one when it is reopened')
    .given([...resolved, raised('departmentDispute'), closed(), reopened])
    .when(raise('departmentDispute'))
    .records([raised('departmentDispute')])

  it('came up when it came up first', () => {
    expect(of(recorded)).toEqual({})
    expect(of(recorded, raised('majorMatter'), raised('majorMatter', wednesday))).toEqual({
      majorMatter: tuesday,
    })
    expect(
      of(...resolved, raised('majorMatter'), raised('departmentDispute'), closed(), reopened),
    ).toEqual({ majorMatter: tuesday })
  })
})
