import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'

import { complaint } from '../../src/complaint/complaint.js'
import { dueEscalations, escalateCommand } from '../../src/complaint/due-escalations.js'
import type {
  Addressees,
  EscalationLevel,
  EscalationTrigger,
} from '../../src/complaint/escalation-rules.js'
import type { ComplaintEvent } from '../../src/complaint/events.js'
import type { ClockPolicy, ComplaintRules } from '../../src/complaint/rules.js'
import type { ComplaintState } from '../../src/complaint/state.js'
import { fold } from '../../src/shared/decider.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { arbitraries } from '../../src/testing/arbitraries.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import {
  actor,
  awaited,
  because,
  closed,
  complaintId,
  contacted,
  day,
  days,
  desk,
  event,
  foundInvalid,
  foundValid,
  hour,
  hours,
  inCharge,
  judged,
  li,
  monday,
  name,
  notified,
  ofKind,
  onTheTable,
  agreed,
  party,
  partsDepartment,
  recorded,
  reply,
  resolved,
  rules,
  toldWhy,
  tuesday,
  wednesday,
  words,
} from '../support/complaint.js'
import {
  addressees,
  arbiter,
  escalationRules,
  level,
  supervisor,
  top,
} from '../support/escalation.js'
import { law } from '../support/laws.js'

type History = ReadonlyArray<ComplaintEvent>
const under = (more: Partial<ClockPolicy>): ComplaintRules => ({
  ...rules,
  clocks: [{ policy: { resolution: 'none', pausedWhileWaiting: [], ...more } }],
})

/** What is due: each as its rule and level. */
const dueOn = (
  levels: ReadonlyArray<EscalationLevel>,
  history: History,
  at: Instant,
  ofComplaints: ComplaintRules = rules,
) =>
  dueEscalations(escalationRules(levels, { complaint: ofComplaints }))(
    fold(complaint(ofComplaints))(history),
    at,
  )
const isDue = (
  when: EscalationTrigger,
  history: History,
  at: Instant,
  ofComplaints?: ComplaintRules,
): boolean => dueOn([level(when)], history, at, ofComplaints).length > 0

const reopened = (at: Instant = days(10)) => event('ComplaintReopened', { why: because }, at)
const again = [...resolved, closed(), reopened()]
const fired = (rule: string, height = 1, cycle = 1) =>
  event('ComplaintEscalated', {
    rule: name(rule),
    level: height,
    to: supervisor,
    why: because,
    cycle,
  })

describe('a complaint not solved in time', () => {
  const when = { on: 'unsolvedInTime', after: { within: 3 * day } } as const

  it('is as it should be at the due instant, and is late right after it', () => {
    expect(isDue(when, [recorded], days(3))).toBe(false)
    expect(isDue(when, [recorded], after(days(3), 1))).toBe(true)
  })
  it.each<[string, History, boolean]>([
    ['while it is judged', judged, true],
    ['while a remedy is approved and not carried out', agreed, true],
    ['invalid, and nobody told him', [recorded, foundInvalid], true],
    ['invalid and told', [recorded, foundInvalid, notified()], false],
    ['resolved', resolved, false],
    ['closed', [...resolved, closed()], false],
    ['withdrawn', [recorded, event('ComplaintWithdrawn', { why: because })], false],
    [
      'referred outside',
      [recorded, event('ComplaintReferred', { body: 'court', name: name('court'), why: because })],
      false,
    ],
    [
      'merged',
      [recorded, event('ComplaintMerged', { survivor: complaintId(9), openPromises: [] })],
      false,
    ],
    ['never recorded', [], false],
  ])('is late or not: %s', (_, history, late) => {
    expect(isDue(when, history, days(5))).toBe(late)
  })
  it('has its time anew from each reopening', () => {
    expect(isDue(when, again, days(13))).toBe(false)
    expect(isDue(when, again, after(days(13), 1))).toBe(true)
  })
  it('has the working time of a calendar, where the rule names one', () => {
    const office = businessCalendar({ timeZone: 'UTC', week: { mon: [['09:00', '10:00']] } })
    if (E.isLeft(office)) throw new Error('no calendar')
    const worked = {
      on: 'unsolvedInTime',
      after: { within: 2 * hour, calendar: office.right },
    } as const
    expect(isDue(worked, [recorded], after(days(7), hour))).toBe(false)
    expect(isDue(worked, [recorded], after(days(7), hour + 1))).toBe(true)
  })

  const clock = { on: 'unsolvedInTime', pastDue: hour } as const
  const twoDays = under({ resolution: { within: 2 * day }, pausedWhileWaiting: ['resolution'] })
  it('may be late by its resolution clock, and so much more', () => {
    expect(isDue(clock, [recorded], hours(49), twoDays)).toBe(false)
    expect(isDue(clock, [recorded], after(hours(49), 1), twoDays)).toBe(true)
    expect(isDue(clock, resolved, days(5), twoDays)).toBe(false)
  })
  it('is not late by a clock that there is not', () => {
    expect(isDue(clock, [recorded], days(99))).toBe(false)
  })
  it('is not late by a clock that stands still while the customer is waited for', () => {
    const waiting = [recorded, awaited(1)]
    expect(isDue(clock, waiting, days(99), twoDays)).toBe(false)
    expect(isDue(when, waiting, days(99), twoDays)).toBe(true)
  })
  it('is late, whether the verdict is on record already or not', () => {
    const missed = event(
      'ClockMissed',
      { clock: { clock: 'resolution', startedAt: monday, dueAt: wednesday } },
      after(wednesday, 1),
    )
    expect(isDue(clock, [recorded, missed], after(hours(49), 1), twoDays)).toBe(true)
  })
  it('is not late for its replies', () => {
    expect(isDue(clock, [recorded], days(9), under({ firstReply: { within: hour } }))).toBe(false)
  })
})

describe('a complaint past its reply clock', () => {
  const when = { on: 'replyOverdue', pastDue: 0 } as const
  const hourly = under({ nextReply: { within: hour } })

  it('is silent right after the due instant of the first reply', () => {
    expect(isDue(when, [recorded], tuesday)).toBe(false)
    expect(isDue(when, [recorded], after(tuesday, 1))).toBe(true)
    expect(isDue(when, [recorded, reply(1)], days(9))).toBe(false)
  })
  it('is silent right after the due instant of the next', () => {
    const asked = [recorded, reply(1), contacted(2, wednesday)]
    expect(isDue(when, asked, after(wednesday, hour), hourly)).toBe(false)
    expect(isDue(when, asked, after(wednesday, hour + 1), hourly)).toBe(true)
    expect(isDue(when, [...asked, reply(3, after(wednesday, 1))], days(9), hourly)).toBe(false)
  })
  it('is silent since the first of both', () => {
    const both = [recorded, contacted(2, hours(1))]
    expect(dueOn([level(when)], both, days(2), hourly).map(({ since }) => since)).toEqual([
      hours(2),
    ])
    const late = [recorded, contacted(2, hours(30))]
    expect(dueOn([level(when)], late, days(2), hourly).map(({ since }) => since)).toEqual([tuesday])
  })
  it('is silent so much later for the next level', () => {
    const later = { on: 'replyOverdue', pastDue: 2 * hour } as const
    expect(isDue(later, [recorded], hours(26))).toBe(false)
    expect(isDue(later, [recorded], after(hours(26), 1))).toBe(true)
  })
  it('is not silent for not being resolved', () => {
    const quick = under({ resolution: { within: hour } })
    expect(isDue(when, [recorded], hours(5), quick)).toBe(false)
  })
})

describe('a complaint on which nothing is decided', () => {
  const when = { on: 'undecided', after: { within: 3 * day } } as const
  const late = after(days(3), 1)

  it('has its time', () => {
    expect(isDue(when, [recorded], days(3))).toBe(false)
    expect(isDue(when, [recorded], late)).toBe(true)
  })
  it.each<[string, History, boolean]>([
    ['valid', judged, true],
    ['somebody’s', inCharge, true],
    ['investigated', toldWhy, true],
    ['proposed, not approved', onTheTable, true],
    ['approved', agreed, false],
    ['told', [...agreed, notified()], false],
    ['found invalid', [recorded, foundInvalid], false],
    ['an inquiry not answered', [ofKind('inquiry')], true],
    ['a repair in somebody’s hands', [ofKind('repair'), ...inCharge.slice(-1)], true],
    [
      'a repair decided',
      [
        ofKind('repair'),
        ...inCharge.slice(-1),
        event('ServiceDecided', { terms: 'free', why: because, stopped: [] }),
      ],
      false,
    ],
    ['resolved', resolved, false],
    ['reopened', [...resolved, closed(), reopened(tuesday)], false],
  ])('is undecided or not: %s', (_, history, undecided) => {
    expect(isDue(when, history, late)).toBe(undecided)
  })
  it('has its time anew from each reopening', () => {
    expect(isDue(when, again, days(13))).toBe(false)
    expect(isDue(when, again, after(days(13), 1))).toBe(true)
  })
})

describe('a matter that is raised', () => {
  const raised = (matter: 'majorMatter' | 'departmentDispute') =>
    event('MatterRaised', { matter, why: words }, wednesday)
  const levels = [
    level({ on: 'majorMatter' }, { level: 9, to: 'top' }),
    level({ on: 'departmentDispute' }, { level: 2, to: 'arbiter' }),
  ]

  it('goes up at once', () => {
    const major = [recorded, raised('majorMatter')]
    expect(dueOn(levels, [recorded], days(99))).toEqual([])
    expect(dueOn(levels, major, after(wednesday, -1))).toEqual([])
    expect(dueOn(levels, major, wednesday)).toEqual([
      {
        rule: 'majorMatter',
        level: 9,
        cycle: 1,
        ground: 'majorMatter',
        rung: 'top',
        to: top,
        since: wednesday,
      },
    ])
  })
  it('goes to whom it is for', () => {
    expect(
      dueOn(levels, [recorded, raised('departmentDispute')], wednesday).map(({ rule, to }) => [
        rule,
        to,
      ]),
    ).toEqual([['departmentDispute', arbiter]])
  })
  it('goes up again in a new cycle, where it is major', () => {
    const history = [
      ...resolved,
      raised('majorMatter'),
      raised('departmentDispute'),
      fired('majorMatter', 9),
      closed(),
      reopened(),
    ]
    expect(
      dueOn(levels, history, days(10)).map(({ rule, cycle, since }) => [rule, cycle, since]),
    ).toEqual([['majorMatter', 2, days(10)]])
    expect(dueOn(levels, history, after(days(10), -1))).toEqual([])
  })
  it('counts from when it was raised, where that was after the reopening', () => {
    const later = event('MatterRaised', { matter: 'majorMatter', why: words }, days(11))
    expect(dueOn(levels, [...again, later], days(12)).map(({ since }) => since)).toEqual([days(11)])
  })
})

describe('a complaint reopened', () => {
  const twice = [...again, ...resolved.slice(1), closed('resolved', days(11)), reopened(days(12))]
  it('so many times goes up at once', () => {
    const once = { on: 'reopenedTimes', times: 1 } as const
    expect(isDue(once, [recorded], days(99))).toBe(false)
    expect(isDue(once, again, days(10))).toBe(true)
    expect(isDue(once, again, after(days(10), -1))).toBe(false)
    const more = { on: 'reopenedTimes', times: 2 } as const
    expect(isDue(more, again, days(99))).toBe(false)
    expect(isDue(more, twice, days(12))).toBe(true)
    expect(dueOn([level(once)], twice, days(12)).map(({ cycle }) => cycle)).toEqual([3])
  })
})

describe('a level', () => {
  const when = { on: 'unsolvedInTime', after: { within: hour } } as const
  const higher = { on: 'unsolvedInTime', after: { within: 2 * hour } } as const
  const both = [level(when), level(higher, { level: 2, to: 'top' })]
  const rulesOf = (levels: ReadonlyArray<EscalationLevel>, history: History, at: Instant) =>
    dueOn(levels, history, at).map(({ rule, level: height }) => [rule, height])

  it('falls due after the one before it, and by itself', () => {
    expect(rulesOf(both, [recorded], hours(2))).toEqual([['unsolvedInTime', 1]])
    expect(rulesOf(both, [recorded], hours(3))).toEqual([
      ['unsolvedInTime', 1],
      ['unsolvedInTime', 2],
    ])
  })
  it('fires once a cycle', () => {
    const one = [recorded, fired('unsolvedInTime')]
    expect(rulesOf(both, one, hours(9))).toEqual([['unsolvedInTime', 2]])
    expect(rulesOf(both, [...one, fired('unsolvedInTime', 2)], days(99))).toEqual([])
    const cycle = [...resolved, fired('unsolvedInTime'), closed(), reopened()]
    expect(rulesOf(both, cycle, days(11))).toEqual([
      ['unsolvedInTime', 1],
      ['unsolvedInTime', 2],
    ])
  })
  it('has the name that the host gives it', () => {
    const named = [level(when, { rule: name('late') })]
    expect(rulesOf(named, [recorded, fired('unsolvedInTime')], hours(9))).toEqual([['late', 1]])
    expect(rulesOf(named, [recorded, fired('late')], hours(9))).toEqual([])
  })
  it('that would be the same on record is the one that fell due first, however late one looks', () => {
    const levels = [
      level({ on: 'unsolvedInTime', after: { within: 8 * hour } }),
      level(when, { to: 'arbiter' }),
      level(when, { to: 'top' }),
      level(when, { to: 'top', level: 2 }),
      level(when, { to: 'top', rule: name('late') }),
    ]
    expect(dueOn(levels, [recorded], hours(3)).map(({ to }) => to)).toEqual([arbiter, top, top])
    expect(dueOn(levels, [recorded], days(3)).map(({ to }) => to)).toEqual([arbiter, top, top])
  })
  it('is for some kinds and tiers, where it says so', () => {
    const vip = ofKind('complaint', { tier: name('vip') })
    const some = (more: Partial<EscalationLevel>, history: History) =>
      dueOn([level(when, more)], history, hours(9)).length > 0
    expect(some({ kinds: ['complaint', 'repair'] }, [recorded])).toBe(true)
    expect(some({ kinds: ['repair'] }, [recorded])).toBe(false)
    expect(some({ tiers: ['vip', 'gold'] }, [vip])).toBe(true)
    expect(some({ tiers: ['gold'] }, [vip])).toBe(false)
    expect(some({ tiers: ['gold'] }, [recorded])).toBe(false)
    expect(some({ kinds: ['repair'], tiers: ['vip'] }, [vip])).toBe(false)
  })
})

describe('the supervisor', () => {
  const when = { on: 'unsolvedInTime', after: { within: hour } } as const
  const of = (...names: ReadonlyArray<string>): Addressees['supervisors'] =>
    names.map((each) => ({ of: each, supervisor: party({ kind: 'person', id: `above ${each}` }) }))
  const asked = (history: History, supervisors: Addressees['supervisors']) =>
    dueEscalations(
      escalationRules([level(when)], {
        addressees: { ...addressees, ...(supervisors && { supervisors }) },
      }),
    )(fold(complaint(rules))(history), days(9)).map(({ to }) => to.id)

  const liOfParts = party({ kind: 'person', id: 'li', department: 'parts' })
  const held = [
    recorded,
    foundValid,
    event('ResponsibilityAssigned', { to: liOfParts, owner: desk.id }),
  ]
  it('is everybody’s, unless it is said whose', () => {
    expect(asked(held, undefined)).toEqual(['wang'])
    expect(asked(held, of('somebody'))).toEqual(['wang'])
  })
  it('is his who has it in hand, or his department’s, or his who answers for it', () => {
    expect(asked(held, of('desk', 'parts', 'li'))).toEqual(['above li'])
    expect(asked(held, of('desk', 'parts'))).toEqual(['above parts'])
    expect(asked(held, of('desk'))).toEqual(['above desk'])
    expect(asked(held, of('other'))).toEqual(['wang'])
  })
  it('is the department’s that has it in hand', () => {
    const parts = event('ResponsibilityAssigned', { to: partsDepartment, owner: li.id })
    expect(asked([...judged, parts], of('parts'))).toEqual(['above parts'])
  })
})

describe('what is due', () => {
  const clock = { at: days(9), by: actor('escalations', 'policy') }
  it('is asked of the complaint, in the cycle it is for', () => {
    const [due] = dueOn([level({ on: 'reopenedTimes', times: 1 })], again, days(10))
    expect(due && escalateCommand(due, clock)).toEqual({
      type: 'Escalate',
      data: {
        rule: 'reopenedTimes',
        level: 1,
        cycle: 2,
        to: supervisor,
        why: 'reopenedTimes',
        ...clock,
      },
    })
  })

  const any = arbitraries.complaint
  const all = escalationRules(
    [
      level({ on: 'unsolvedInTime', pastDue: 0 }),
      level({ on: 'unsolvedInTime', after: { within: 3 * day } }, { level: 2, to: 'top' }),
      level({ on: 'replyOverdue', pastDue: 0 }),
      level({ on: 'undecided', after: { within: day } }),
      level({ on: 'majorMatter' }, { to: 'top' }),
      level({ on: 'departmentDispute' }, { to: 'arbiter' }),
      level({ on: 'reopenedTimes', times: 1 }, { tiers: ['vip'] }),
      level({ on: 'undecided', after: { within: 2 * hour } }, { tiers: ['vip', 'gold'] }),
    ],
    { complaint: any.rules },
  )
  const { decide, evolve } = complaint(any.rules)
  const record = (state: ComplaintState, at: Instant): ComplaintState =>
    dueEscalations(all)(state, at).reduce((on, due) => {
      const answer = decide(escalateCommand(due, { at, by: clock.by }))(on)
      if (E.isLeft(answer)) throw new Error(answer.left._tag)
      expect(answer.right).toHaveLength(1)
      return answer.right.reduce(evolve, on)
    }, state)
  const when = fc.integer({ min: 0, max: 40 }).map((n) => n * 6 * hour)

  law(
    'on record, it is due no more, however often the clock ticks',
    fc.tuple(any.state, when, when),
    ([state, wait, on]) => {
      if (state._tag !== 'Open') return
      const at = after(state.file.latest, wait)
      const known = record(state, at)
      expect(dueEscalations(all)(known, at)).toEqual([])
      const before = dueEscalations(all)(state, at).map(({ rule, level: height }) => rule + height)
      for (const { rule, level: height } of dueEscalations(all)(known, after(at, on)))
        expect(before).not.toContain(rule + height)
    },
  )
  law('is due still later, while nothing happens', fc.tuple(any.state, when, when), (drawn) => {
    const [state, wait, on] = drawn
    if (state._tag !== 'Open') return
    const at = after(state.file.latest, wait)
    const then = dueEscalations(all)(state, after(at, on))
    for (const due of dueEscalations(all)(state, at)) expect(then).toContainEqual(due)
  })
  it('is met on the way, each of it', () => {
    const grounds = fc
      .sample(any.state, { numRuns: 2000, seed: 7 })
      .flatMap((state) => dueEscalations(all)(state, days(30)).map(({ ground }) => ground))
    expect(new Set(grounds).size).toBe(6)
  })
})
