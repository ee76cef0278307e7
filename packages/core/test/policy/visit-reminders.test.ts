import { describe, expect, it, test } from 'vitest'

import type { FollowUpEvent } from '../../src/follow-up/events.js'
import type { Planned } from '../../src/follow-up/values.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import { readings } from '../../src/policy/streams.js'
import { remindOfVisits } from '../../src/policy/visit-reminders.js'
import type { EntryId } from '../../src/shared/ids.js'
import { after, type Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import * as f from '../support/follow-up.js'

const scenario = policyScenarios(remindOfVisits, { test })

const id = 'f0000000-0000-4000-8000-000000000001'
const other = 'f0000000-0000-4000-8000-000000000002'
const by = actorOf('remindOfVisits')
const on = (event: FollowUpEvent, of = id): Fact => ({ category: 'followUp', id: of, event })
const past = (event: FollowUpEvent): Fact => ({ ...on(event), past: true })

const reminderOf = ({ visit, opensAt }: Planned, of = id): EntryId =>
  policyId('remindOfVisits', of, visit, String(opensAt)) as EntryId
const remind = (planned: Planned, at: Instant, of = id): Dispatch => ({
  to: 'followUp',
  id: of,
  command: {
    type: 'SendVisitReminder',
    data: { reminderId: reminderOf(planned, of), visit: planned.visit, at, by },
  },
  because: reminderOf(planned, of),
})
const miss = (planned: Planned, at: Instant, of = id): Dispatch => ({
  to: 'followUp',
  id: of,
  command: { type: 'RecordMissedVisit', data: { visit: planned.visit, at, by } },
  because: reminderOf(planned, of),
})
const reminded = (planned: Planned, at: Instant = planned.opensAt): FollowUpEvent =>
  f.event('VisitReminderSent', { reminderId: reminderOf(planned), visit: planned.visit }, at, by)

const { december, january } = f

scenario('of a visit somebody is reminded from when it may be made')
  .given([on(f.opened())])
  .when({ tick: december.opensAt })
  .sends([remind(december, december.opensAt)])

scenario('and not before')
  .given([on(f.opened())])
  .when({ tick: after(december.opensAt, -1) })
  .sendsNothing()

scenario('late, but while it may be made')
  .given([on(f.opened())])
  .when({ tick: december.until })
  .sends([remind(december, december.until)])

scenario('once')
  .given([on(f.opened()), on(reminded(december))])
  .when({ tick: december.until })
  .sendsNothing()

scenario('a visit that nobody made is missed when its window has passed')
  .given([on(f.opened()), on(reminded(december))])
  .when({ tick: after(december.until, 1) })
  .sends([miss(december, after(december.until, 1))])

scenario('a miss is put on record once')
  .given([on(f.opened()), on(reminded(december)), on(f.missed(december))])
  .when({ tick: after(january.opensAt, -1) })
  .sendsNothing()

scenario('after it comes the next one')
  .given([on(f.opened()), on(reminded(december)), on(f.missed(december))])
  .when({ tick: january.opensAt })
  .sends([remind(january, january.opensAt)])

scenario('what nobody ticked for is made up for')
  .given([on(f.opened())])
  .when({ tick: january.opensAt })
  .sends([miss(december, january.opensAt), remind(january, january.opensAt)])

for (const [how, event] of [
  ['made', f.done(1, december, december.opensAt)],
  ['left out', f.skipped(december, december.opensAt)],
] as const) {
  scenario(`a visit that was ${how} is not spoken of`)
    .given([on(f.opened()), on(event)])
    .when({ tick: december.until })
    .sendsNothing()
  scenario(`nor, when its time is over, as missed: it was ${how}`)
    .given([on(f.opened()), on(reminded(december)), on(event)])
    .when({ tick: after(december.until, 1) })
    .sendsNothing()
}

scenario('one that was made elsewhere than planned answers none that is due')
  .given([on(f.opened()), on(f.done(1, undefined, december.opensAt))])
  .when({ tick: december.until })
  .sends([remind(december, december.until)])

const moved = f.movedTo(december, f.days(14, december.dueAt))
scenario('moved, it is reminded of when it may be made then')
  .given([
    on(f.opened()),
    on(reminded(december)),
    on(f.moved(moved, december.dueAt, december.dueAt)),
  ])
  .when({ tick: moved.opensAt })
  .sends([remind(moved, moved.opensAt)])

scenario('and not while it may not')
  .given([on(f.opened()), on(f.moved(moved, december.dueAt, december.opensAt))])
  .when({ tick: after(moved.opensAt, -1) })
  .sendsNothing()

scenario('closed, nobody is reminded of anything')
  .given([on(f.opened()), on(f.closed(december.opensAt))])
  .when({ tick: f.days(400) })
  .sendsNothing()

scenario('a call back is reminded of at once')
  .given([on(f.scheduled())])
  .when({ tick: f.monday })
  .sends([remind(f.callBack, f.monday)])

for (const [how, event] of [
  ['done', f.done(1, f.callBack, f.tuesday)],
  ['left out', f.skipped(f.callBack, f.tuesday)],
  ['missed', f.missed(f.callBack)],
  ['closed', f.closed(f.tuesday)],
] as const)
  scenario(`a call back that was ${how} is over`)
    .given([on(f.scheduled()), on(event)])
    .when({ tick: f.days(30) })
    .sendsNothing()

scenario('a call back that nobody made is missed')
  .given([on(f.scheduled())])
  .when({ tick: after(f.callBack.until, 1) })
  .sends([miss(f.callBack, after(f.callBack.until, 1))])

const gift: Planned = {
  visit: f.key('gift/2026-12-31'),
  opensAt: f.utc('2026-11-30 23:00'),
  dueAt: after(f.utc('2026-12-31 23:00'), -1),
  until: after(f.utc('2026-12-31 23:00'), -1),
}
const demandPlan: Planned = { ...gift, visit: f.key('demandPlan/2026-12-31') }

scenario(
  'December’s gift and demand plan are reminded of from its first instant where the customer is',
)
  .given([on(f.quietTouch)])
  .when({ tick: gift.opensAt })
  .sends([remind(demandPlan, gift.opensAt), remind(gift, gift.opensAt)])

scenario('not before')
  .given([on(f.quietTouch)])
  .when({ tick: after(gift.opensAt, -1) })
  .sendsNothing()

scenario('and are missed with its last')
  .given([on(f.quietTouch), on(reminded(gift)), on(reminded(demandPlan))])
  .when({ tick: after(gift.until, 1) })
  .sends([miss(demandPlan, after(gift.until, 1)), miss(gift, after(gift.until, 1))])

scenario('until then they are not')
  .given([on(f.quietTouch), on(reminded(gift)), on(reminded(demandPlan))])
  .when({ tick: gift.until })
  .sendsNothing()

const onBirthday: Planned = {
  visit: f.key(`${f.birthday.dateId}/2027-02-28`),
  opensAt: f.utc('2027-02-28 09:00'),
  dueAt: f.utc('2027-02-28 09:00'),
  until: f.utc('2027-03-01 09:00'),
}
scenario('a greeting is reminded of on its day, the 28th for the 29th of February in a common year')
  .given([
    on(f.quietTouch),
    on(f.greeted),
    on(f.skipped(gift, gift.opensAt)),
    on(f.skipped(demandPlan, gift.opensAt)),
  ])
  .when({ tick: onBirthday.opensAt })
  .sends([remind(onBirthday, onBirthday.opensAt)])

scenario('a date that was forgotten is kept no more')
  .given([
    on(f.quietTouch),
    on(f.event('GreetingDateAdded', { ...f.birthday, date: { redacted: true } })),
    on(f.skipped(gift, gift.opensAt)),
    on(f.skipped(demandPlan, gift.opensAt)),
  ])
  .when({ tick: onBirthday.opensAt })
  .sendsNothing()

scenario('each follow-up is reminded of for itself')
  .given([on(f.opened()), on(f.scheduled(), other), on(reminded(december))])
  .when({ tick: december.until })
  .sends([miss(f.callBack, december.until, other)])

scenario('what is heard of it sends nothing')
  .given([on(f.opened())])
  .when(on(f.done(1, undefined, december.opensAt)))
  .sendsNothing()

scenario('what was planned before the start, or elsewhere, is not reminded of')
  .given([past(f.opened())])
  .when({ tick: december.opensAt })
  .sendsNothing()

describe('a plan of before that goes on here', () => {
  const given = [past(f.opened()), on(f.done(1, january, january.opensAt))]

  scenario('is reminded of from then on')
    .given(given)
    .when({ tick: f.february.opensAt })
    .sends([remind(f.february, f.february.opensAt)])
  scenario('but what was missed before that is left as it is on record')
    .given(given)
    .when({ tick: after(january.until, 1) })
    .sendsNothing()
  scenario('what is missed from that instant on is put on record')
    .given([past(f.opened()), on(f.done(1, undefined, december.until))])
    .when({ tick: after(december.until, 1) })
    .sends([miss(december, after(december.until, 1))])
  scenario('what was a moment before it is not')
    .given([past(f.opened()), on(f.done(1, undefined, after(december.until, 1)))])
    .when({ tick: after(december.until, 2) })
    .sendsNothing()
})

describe('what is remembered of a follow-up', () => {
  const memoryAfter = (...events: ReadonlyArray<FollowUpEvent>) => {
    const { evolve, initial } = readings.followUp
    const memory = new Map<string, { next: number; since: number }>()
    let state = initial
    for (const event of events) {
      state = evolve(state, event)
      const walk = steps(
        remindOfVisits.react({ ...on(event), eventId: id, triggers: true }, memory, {
          at: event.data.at,
          by,
        }),
      )
      walk.next()
      const { value } = walk.next(state)
      if (!('commands' in value)) throw new Error('looks at one stream alone')
      for (const [key, row] of Object.entries(value.put ?? {})) memory.set(key, row as never)
      for (const key of value.forget ?? []) memory.delete(key)
    }
    return [...memory]
  }

  it('is when it is to be looked at next, and since when it is looked after', () => {
    const since = f.monday
    expect(memoryAfter(f.opened())).toEqual([[id, { next: december.opensAt, since }]])
    expect(memoryAfter(f.opened(), reminded(december))).toEqual([
      [id, { next: after(december.until, 1), since }],
    ])
    expect(memoryAfter(f.opened(), f.done(1, december, december.opensAt))).toEqual([
      [id, { next: january.opensAt, since }],
    ])
    expect(memoryAfter(f.opened(), f.missed(december))).toEqual([
      [id, { next: january.opensAt, since }],
    ])
    expect(memoryAfter(f.scheduled())).toEqual([[id, { next: f.monday, since }]])
  })

  it('is nothing once nothing is to come', () => {
    expect(memoryAfter(f.scheduled(), f.done(1, f.callBack, f.tuesday))).toEqual([])
    expect(memoryAfter(f.opened(), f.closed(f.tuesday))).toEqual([])
    const quiet = f.event('PlanOpened', { ...f.quietTouch.data, december: [] }, f.monday)
    expect(memoryAfter(quiet)).toEqual([])
  })
})
