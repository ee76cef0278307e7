import { describe, expect, it } from 'vitest'

import {
  checkEscalation,
  EscalationGround,
  type EscalationLevel,
  type EscalationTrigger,
  Rung,
  usualEscalations,
} from '../../src/complaint/escalation-rules.js'
import { name, party, rules } from '../support/complaint.js'
import { addressees, escalationRules, level, supervisor } from '../support/escalation.js'

const withClock = {
  ...rules,
  clocks: [{ policy: { resolution: { within: 1 }, pausedWhileWaiting: [] } }, ...rules.clocks],
}
const fields = (levels: ReadonlyArray<EscalationLevel>, complaint = withClock) =>
  checkEscalation(escalationRules(levels, { complaint })).map(({ field }) => field)

describe('the rules of escalation', () => {
  it('are closed lists of grounds and rungs', () => {
    expect([EscalationGround.name, ...EscalationGround.values]).toEqual([
      'EscalationGround',
      'unsolvedInTime',
      'replyOverdue',
      'undecided',
      'majorMatter',
      'departmentDispute',
      'reopenedTimes',
    ])
    expect([Rung.name, ...Rung.values]).toEqual(['Rung', 'supervisor', 'top', 'arbiter'])
  })

  it('as they usually are send what is late to the supervisor, and the rest at once', () => {
    expect(usualEscalations.map(({ when, level: height, to }) => [when.on, height, to])).toEqual([
      ['unsolvedInTime', 1, 'supervisor'],
      ['departmentDispute', 2, 'arbiter'],
      ['majorMatter', 9, 'top'],
    ])
    expect(usualEscalations[0]?.when).toEqual({ on: 'unsolvedInTime', pastDue: 0 })
    expect(fields(usualEscalations)).toEqual([])
  })

  it.each<[string, EscalationTrigger, ReadonlyArray<string>]>([
    ['a time', { on: 'unsolvedInTime', after: { within: 1 } }, []],
    ['no time', { on: 'undecided', after: { within: 0 } }, ['levels[0].when.after.within']],
    ['no delay', { on: 'replyOverdue', pastDue: 0 }, []],
    ['less than none', { on: 'replyOverdue', pastDue: -1 }, ['levels[0].when.pastDue']],
    ['a part of one', { on: 'unsolvedInTime', pastDue: 0.5 }, ['levels[0].when.pastDue']],
    ['once', { on: 'reopenedTimes', times: 1 }, []],
    ['never', { on: 'reopenedTimes', times: 0 }, ['levels[0].when.times']],
    ['at once', { on: 'majorMatter' }, []],
    ['nothing known', { on: 'bored' as 'majorMatter' }, ['levels[0].when.on']],
  ])('fall due after %s, or say that they can not', (_, when, wrong) => {
    expect(fields([level(when)])).toEqual(wrong)
  })

  it('ask for no clock that there is not', () => {
    const silent = level({ on: 'unsolvedInTime', pastDue: 0 })
    expect(fields([silent])).toEqual([])
    expect(fields([silent], rules as never)).toEqual(['levels[0].when'])
    expect(fields([level({ on: 'replyOverdue', pastDue: 0 })], rules as never)).toEqual([])
    expect(fields([level({ on: 'unsolvedInTime', after: { within: 1 } })], rules as never)).toEqual(
      [],
    )
  })

  it.each<[string, Partial<EscalationLevel>, ReadonlyArray<string>]>([
    ['the lowest', { level: 1 }, []],
    ['the highest', { level: 9 }, []],
    ['below', { level: 0 }, ['levels[0].level']],
    ['above', { level: 10 }, ['levels[0].level']],
    ['to the top', { to: 'top' }, []],
    ['to nobody', { to: 'nobody' as 'top' }, ['levels[0].to']],
    ['by a name of its own', { rule: name('late') }, []],
    ['by no name', { rule: '' as never }, ['levels[0].rule']],
  ])('are of a level and a rung: %s', (_, more, wrong) => {
    expect(fields([level({ on: 'majorMatter' }, more)])).toEqual(wrong)
  })

  it('say who stands where', () => {
    const wrong = (more: object) =>
      checkEscalation(escalationRules([], { addressees: { ...addressees, ...more } }))
    expect(wrong({})).toEqual([])
    expect(wrong({ supervisors: [{ of: 'li', supervisor: party(supervisor) }] })).toEqual([])
    expect(
      wrong({
        supervisor: undefined,
        supervisors: [
          { of: 'li', supervisor },
          { of: 'wu', supervisor: 'wang' },
        ],
        top: { kind: 'person' },
        arbiter: {},
      }),
    ).toEqual([
      { field: 'addressees.supervisor', expected: 'Party' },
      { field: 'addressees.supervisors[1].supervisor', expected: 'Party' },
      { field: 'addressees.top', expected: 'Party' },
      { field: 'addressees.arbiter', expected: 'Party' },
    ])
  })

  it('are told all that is wrong with them, and what is expected', () => {
    expect(
      checkEscalation(
        escalationRules([
          level({ on: 'majorMatter' }),
          level(
            { on: 'unsolvedInTime', pastDue: -1 },
            { level: 0, to: '' as 'top', rule: '' as never },
          ),
          level({ on: 'reopenedTimes', times: 0 }),
          level({ on: '' as 'majorMatter' }),
        ]),
      ),
    ).toEqual([
      { field: 'levels[1].when.pastDue', expected: 'a whole number, at least 0' },
      { field: 'levels[1].when', expected: 'a resolution clock in the rules of complaints' },
      { field: 'levels[1].level', expected: 'an integer from 1 to 9' },
      { field: 'levels[1].to', expected: 'Rung' },
      { field: 'levels[1].rule', expected: 'Name' },
      { field: 'levels[2].when.times', expected: 'a whole number, at least 1' },
      { field: 'levels[3].when.on', expected: 'EscalationGround' },
    ])
  })
})
