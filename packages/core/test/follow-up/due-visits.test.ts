import { describe, expect, it } from 'vitest'

import {
  type DueVisit,
  dueVisits,
  nextVisit,
  visitsToMake,
} from '../../src/follow-up/due-visits.js'
import type { FollowUpEvent } from '../../src/follow-up/events.js'
import { followUp } from '../../src/follow-up/follow-up.js'
import { subjectOf } from '../../src/follow-up/state.js'
import { fold } from '../../src/shared/decider.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { weekly } from '../../src/time/cadence.js'
import {
  birthday,
  callBack,
  closed,
  customer,
  date,
  days,
  december,
  done,
  entry,
  event,
  greeted,
  january,
  key,
  missed,
  monday,
  moved,
  movedTo,
  name,
  opened,
  quietTouch,
  reminded,
  rules,
  scheduled,
  skipped,
  touch,
  tuesday,
  utc,
} from '../support/follow-up.js'

const state = fold(followUp(rules))
const short = (visit: DueVisit): string => `${visit.visit} ${visit.standing}`
const due = (history: ReadonlyArray<FollowUpEvent>, at: Instant) =>
  dueVisits(state(history), at).map(short)
const toMake = (history: ReadonlyArray<FollowUpEvent>, at: Instant) =>
  visitsToMake(state(history), at).map(short)
const next = (history: ReadonlyArray<FollowUpEvent>, at: Instant) =>
  nextVisit(state(history), at)?.visit

const afterwards = after(december.until, 1)

describe('the due visits of a plan', () => {
  it('are none before it is opened', () => {
    expect(due([], days(400))).toEqual([])
    expect(next([], monday)).toBeUndefined()
    expect(subjectOf(state([]))).toBeUndefined()
    expect(subjectOf(state([opened()]))).toBe(customer(1))
  })

  it.each([
    [after(december.opensAt, -1), []],
    [december.opensAt, ['visit/2026-12-23 due']],
    [december.dueAt, ['visit/2026-12-23 due']],
    [after(december.dueAt, 1), ['visit/2026-12-23 overdue']],
    [december.until, ['visit/2026-12-23 overdue']],
    [afterwards, ['visit/2026-12-23 missed']],
  ])('at %d are as the window says', (at, expected) => {
    expect(due([opened()], at)).toEqual(expected)
    expect(toMake([opened()], at)).toEqual(expected.filter((each) => !each.endsWith('missed')))
  })

  it('say from when, when, and until when, and what for', () => {
    expect(dueVisits(state([opened()]), december.dueAt)).toEqual([
      { ...december, occasion: 'visit', standing: 'due' },
    ])
  })

  it('are derived: nothing need be on record of a year of neglect', () => {
    const all = due([opened()], utc('2028-03-01 00:00'))
    expect(all).toHaveLength(13)
    expect(all.at(-1)).toBe('visit/2028-02-23 overdue')
    expect(new Set(all.slice(0, -1).map((each) => each.split(' ')[1]))).toEqual(new Set(['missed']))
  })

  it('are still open when the plan is opened within their window', () => {
    expect(due([opened({}, days(1, december.opensAt))], days(1, december.opensAt))).toEqual([
      'visit/2026-12-23 due',
    ])
  })

  it('once made say whether that was in the window', () => {
    const made = (at: Instant) => dueVisits(state([opened(), done(1, december, at)]), days(60))[0]
    expect(made(december.until)).toEqual({
      ...december,
      occasion: 'visit',
      standing: 'done',
      doneAt: december.until,
      inWindow: true,
    })
    expect(made(afterwards)).toMatchObject({ doneAt: afterwards, inWindow: false })
  })

  it('are not made before they were', () => {
    const history = [opened(), done(1, december, december.until)]
    expect(due(history, after(december.until, -1))).toEqual(['visit/2026-12-23 overdue'])
    expect(due(history, december.until)).toEqual(['visit/2026-12-23 done'])
  })

  it('once skipped say when', () => {
    const history = [opened(), skipped(december, december.dueAt)]
    expect(dueVisits(state(history), december.dueAt)).toEqual([
      { ...december, occasion: 'visit', standing: 'skipped', skippedAt: december.dueAt },
    ])
    expect(due(history, after(december.dueAt, -1))).toEqual(['visit/2026-12-23 due'])
  })

  it('skipped before their window are not due in it', () => {
    const history = [opened(), skipped(december, tuesday)]
    expect(due(history, days(2))).toEqual([])
    expect(due(history, december.opensAt)).toEqual(['visit/2026-12-23 skipped'])
  })

  it('are missed whether that was put on record or not', () => {
    const history = [opened(), missed(december, days(1, afterwards))]
    expect(due(history, afterwards)).toEqual(['visit/2026-12-23 missed'])
    expect(due(history, days(2, afterwards))).toEqual(['visit/2026-12-23 missed'])
    expect(due([...history, done(1, december, days(3, afterwards))], days(3, afterwards))).toEqual([
      'visit/2026-12-23 done',
    ])
  })

  it('are made by visits besides them no more than before', () => {
    expect(due([opened(), done(1, undefined, december.dueAt)], december.dueAt)).toEqual([
      'visit/2026-12-23 due',
    ])
  })

  it('move with their window, and stand in the order in which they are due', () => {
    const later = movedTo(december, days(3, january.dueAt))
    const history = [opened(), moved(later, december.dueAt, tuesday)]
    expect(due(history, december.dueAt)).toEqual([])
    expect(due(history, january.dueAt)).toEqual(['visit/2027-01-23 due', 'visit/2026-12-23 due'])
    const sooner = movedTo(january, days(2))
    expect(due([opened(), moved(sooner, january.dueAt, tuesday)], days(2))).toEqual([
      'visit/2027-01-23 due',
    ])
  })

  it('end with the plan, and what was missed before stays missed', () => {
    const history = [opened(), closed(january.opensAt)]
    expect(due(history, days(400))).toEqual(['visit/2026-12-23 missed'])
    expect(toMake(history, january.dueAt)).toEqual([])
    expect(next(history, tuesday)).toBeUndefined()
  })

  it('still to be made as the plan is closed are owed no more', () => {
    expect(due([opened(), closed(december.until)], days(60))).toEqual([])
    expect(due([opened(), closed(afterwards)], days(60))).toEqual(['visit/2026-12-23 missed'])
    expect(due([opened(), closed(december.until)], after(december.until, -1))).toEqual([
      'visit/2026-12-23 overdue',
    ])
    expect(due([opened(), closed(december.until)], december.until)).toEqual([])
  })

  it('made or skipped stay so after the close', () => {
    const made = done(1, december, december.dueAt)
    expect(due([opened(), made, closed(december.dueAt)], days(90))).toEqual([
      'visit/2026-12-23 done',
    ])
    const left = skipped(december, december.dueAt)
    expect(due([opened(), left, closed(december.dueAt)], days(90))).toEqual([
      'visit/2026-12-23 skipped',
    ])
  })

  it('are not changed by a reminder', () => {
    const history = [opened(), reminded(9, december.visit, december.dueAt)]
    expect(due(history, december.dueAt)).toEqual(['visit/2026-12-23 due'])
  })

  it('follow the class of the customer from when he is of it', () => {
    const vip = event(
      'PlanClassChanged',
      { class: name('vip'), cadence: [{ unit: 'week', every: 2 }] },
      days(31),
    )
    // Of the fortnights from 23 November, 4 January is the first after the change on 24 December.
    expect(due([opened(), vip], utc('2027-01-18 09:00'))).toEqual([
      'visit/2026-12-23 missed',
      'visit/2027-01-04 missed',
      'visit/2027-01-18 due',
    ])
  })

  it('of more than 100 years are the last 100', () => {
    const all = due([opened({ anchor: utc('1800-01-15 09:00') }, utc('1800-01-15 09:00'))], monday)
    expect(all).toHaveLength(400)
    expect(all[0]).toBe('visit/1927-01-15 missed')
  })
})

describe('the due visits of a touch plan', () => {
  it('come weekly to a subscriber', () => {
    expect(due([touch], days(14)).filter((each) => each.startsWith('visit'))).toEqual([
      'visit/2026-11-30 missed',
      'visit/2026-12-07 due',
    ])
  })

  it('come to nobody who did not subscribe, but greetings and December do', () => {
    const holiday = event('GreetingDateAdded', {
      dateId: entry(71),
      day: 'publicHoliday',
      date: date('2027-02-06'),
    })
    const all = dueVisits(state([quietTouch, greeted, holiday]), utc('2027-02-28 09:00'))
    expect(all.map(({ visit, occasion, standing }) => [visit, occasion, standing])).toEqual([
      [key('demandPlan/2026-12-31'), 'demandPlan', 'missed'],
      [key('gift/2026-12-31'), 'gift', 'missed'],
      [key(`${entry(71)}/2027-02-06`), 'publicHoliday', 'missed'],
      [key(`${birthday.dateId}/2027-02-28`), 'birthday', 'due'],
    ])
  })

  it('cease with the subscription, and begin again with it', () => {
    const history = [
      touch,
      event('TouchesUnsubscribed', {}, days(8)),
      event('TouchesSubscribed', { cadence: weekly }, days(20)),
    ]
    const visits = due(history, days(28)).filter((each) => each.startsWith('visit'))
    expect(visits).toEqual([
      'visit/2026-11-30 missed',
      'visit/2026-12-14 missed',
      'visit/2026-12-21 due',
    ])
  })

  it('of December are due from its first instant to its last', () => {
    expect(due([quietTouch], utc('2026-11-30 22:59'))).toEqual([])
    expect(due([quietTouch], utc('2026-11-30 23:00'))).toEqual([
      'demandPlan/2026-12-31 due',
      'gift/2026-12-31 due',
    ])
    expect(due([quietTouch], after(utc('2026-12-31 23:00'), -1))).toEqual([
      'demandPlan/2026-12-31 due',
      'gift/2026-12-31 due',
    ])
    expect(due([quietTouch], utc('2026-12-31 23:00'))).toEqual([
      'demandPlan/2026-12-31 missed',
      'gift/2026-12-31 missed',
    ])
  })

  it('made on a date that was removed since, or is not known, stay made', () => {
    const dueAt = utc('2027-02-28 09:00')
    const planned = {
      visit: key(`${birthday.dateId}/2027-02-28`),
      opensAt: dueAt,
      dueAt,
      until: days(1, dueAt),
    }
    const removed = event('GreetingDateRemoved', { dateId: birthday.dateId }, tuesday)
    const of = (history: ReadonlyArray<FollowUpEvent>) =>
      dueVisits(state(history), dueAt).map((each) => [each.occasion, each.standing])
    expect(of([quietTouch, greeted, removed, done(1, planned, dueAt)])).toContainEqual([
      'birthday',
      'done',
    ])
    expect(of([quietTouch, done(1, planned, dueAt)])).toContainEqual(['other', 'done'])
  })
})

describe('a call back', () => {
  it('is due at once, overdue after its time, then missed', () => {
    expect(due([scheduled()], monday)).toEqual(['callBack due'])
    expect(due([scheduled()], after(monday, -1))).toEqual([])
    expect(due([scheduled()], callBack.dueAt)).toEqual(['callBack due'])
    expect(due([scheduled()], callBack.until)).toEqual(['callBack overdue'])
    expect(due([scheduled()], after(callBack.until, 1))).toEqual(['callBack missed'])
    expect(dueVisits(state([scheduled()]), monday)[0]?.occasion).toBe('callBack')
  })
  it('once made is done', () => {
    expect(due([scheduled(), done(1, callBack, tuesday)], days(30))).toEqual(['callBack done'])
  })
  it('closed before it was made is owed no more', () => {
    expect(due([scheduled(), closed(tuesday)], days(30))).toEqual([])
  })
  it('has nothing to come after it', () => {
    expect(next([scheduled()], monday)).toBeUndefined()
    expect(next([scheduled()], after(monday, -1))).toBe('callBack')
  })
})

describe('the next visit', () => {
  it('is the first whose window has not opened', () => {
    expect(next([opened()], monday)).toBe('visit/2026-12-23')
    expect(next([opened()], after(december.opensAt, -1))).toBe('visit/2026-12-23')
    expect(next([opened()], december.opensAt)).toBe('visit/2027-01-23')
  })
  it('is not one that was skipped', () => {
    expect(next([opened(), skipped(december, tuesday)], tuesday)).toBe('visit/2027-01-23')
  })
  it('is where it was moved to', () => {
    const later = movedTo(december, days(3, january.dueAt))
    expect(next([opened(), moved(later, december.dueAt, tuesday)], tuesday)).toBe(
      'visit/2027-01-23',
    )
  })
  it('may be years away', () => {
    const rare = opened({ cadence: [{ unit: 'month', every: 1000 }] })
    expect(next([rare], monday)).toBe('visit/2110-03-23')
    expect(next([opened({ cadence: [{ unit: 'month', every: 12 }] })], monday)).toBe(
      'visit/2027-11-23',
    )
  })
  it('is none when nothing is planned', () => {
    const nothing = { ...quietTouch, data: { ...quietTouch.data, december: [] } }
    expect(next([nothing], monday)).toBeUndefined()
  })
})
