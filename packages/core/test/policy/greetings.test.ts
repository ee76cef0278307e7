import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'

import type { CustomerEvent } from '../../src/customer/events.js'
import { evolve } from '../../src/follow-up/evolve.js'
import type { FactsOf, FollowUpEvent } from '../../src/follow-up/events.js'
import type { FollowUpState } from '../../src/follow-up/state.js'
import { greetOnImportantDates } from '../../src/policy/greetings.js'
import type { Dispatch } from '../../src/policy/policy.js'
import { steps } from '../../src/policy/reaction.js'
import type { EntryId } from '../../src/shared/ids.js'
import type { Instant } from '../../src/shared/instant.js'
import { policyId } from '../../src/store/event-ids.js'
import { actorOf, type Fact, policyScenarios } from '../../src/testing/policy-scenarios.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { customer, entry, monday, tuesday } from '../support/complaint.js'
import * as k from '../support/customer.js'
import * as f from '../support/follow-up.js'

const calendarOf = (
  holidays: ReadonlyArray<string>,
  annualHolidays: ReadonlyArray<string> = [],
) => {
  const made = businessCalendar({
    timeZone: 'Asia/Shanghai',
    week: { mon: [['09:00', '17:00']] },
    holidays,
    annualHolidays,
  })
  if (isLeft(made)) throw new Error('no calendar')
  return made.right
}
const quiet = greetOnImportantDates({ calendar: calendarOf([]) })
const scenario = policyScenarios(quiet, { test })

const id = (n: number) => `f0000000-0000-4000-8000-00000000000${String(n)}`
const by = actorOf('greetOnImportantDates')
const onPlan = (event: FollowUpEvent, n = 1): Fact => ({ category: 'followUp', id: id(n), event })
const onCustomer = (n: number, event: CustomerEvent): Fact => ({
  category: 'customer',
  id: customer(n),
  event,
})
const past = (fact: Fact): Fact => ({ ...fact, past: true })
const registered = [1, 2, 3].map((n) => onCustomer(n, k.registered))

/** A touch plan of the customer of that number. */
const touch = (whose = 1, at: Instant = tuesday) =>
  f.event('PlanOpened', { ...f.quietTouch.data, customer: customer(whose) }, at)
const dated = (n: number, date: string, kind: 'birthday' | 'foundingDay' = 'birthday') =>
  k.event('ImportantDateAdded', { dateId: entry(n), kind, day: k.day({ date }) })
const undated = (n: number) => k.event('ImportantDateRemoved', { dateId: entry(n) })
const add = (
  n: number,
  date: string,
  plan = 1,
  day: FactsOf<'GreetingDateAdded'>['day'] = 'birthday',
): Dispatch => ({
  to: 'followUp',
  id: id(plan),
  command: f.command('AddGreetingDate', { dateId: entry(n), day, date: f.date(date) }, tuesday, by),
  because: entry(n),
})
const added = (n: number, date: string) =>
  f.event('GreetingDateAdded', { dateId: entry(n), day: 'birthday', date: f.date(date) })
const remove = (n: number, plan = 1): Dispatch => ({
  to: 'followUp',
  id: id(plan),
  command: f.command('RemoveGreetingDate', { dateId: entry(n) }, tuesday, by),
  because: entry(n),
})

scenario('who has a touch plan is greeted on his own dates')
  .given([
    ...registered,
    onCustomer(1, dated(1, '02-29')),
    onCustomer(1, dated(2, '06-01', 'foundingDay')),
  ])
  .when(onPlan(touch()))
  .sends([add(1, '02-29'), add(2, '06-01', 1, 'foundingDay')])

scenario('not on one that was taken back')
  .given([...registered, onCustomer(1, dated(1, '02-29')), onCustomer(1, undated(1))])
  .when(onPlan(touch()))
  .sendsNothing()

scenario('nor on one that was forgotten')
  .given([
    ...registered,
    onCustomer(
      1,
      k.event('ImportantDateAdded', {
        dateId: entry(1),
        kind: 'birthday',
        day: { redacted: true },
      }),
    ),
  ])
  .when(onPlan(touch()))
  .sendsNothing()

scenario('whether a year is known or not, he is greeted every year')
  .given([
    ...registered,
    onCustomer(
      1,
      k.event('ImportantDateAdded', {
        dateId: entry(1),
        kind: 'birthday',
        day: k.day({ date: '05-04', year: 1980 }),
      }),
    ),
  ])
  .when(onPlan(touch()))
  .sends([add(1, '05-04')])

scenario('nobody else is greeted on them')
  .given([...registered, onCustomer(2, dated(1, '05-04'))])
  .when(onPlan(touch()))
  .sendsNothing()

scenario('a forgotten customer has none')
  .given([...registered, onCustomer(1, dated(1, '05-04')), onCustomer(1, k.erased())])
  .when(onPlan(touch()))
  .sendsNothing()

scenario('nor one who is not known').given([]).when(onPlan(touch())).sendsNothing()

for (const [what, event] of [
  ['a plan of return visits', f.opened()],
  ['a call back', f.scheduled()],
] as const) {
  scenario(`${what} greets nobody`)
    .given([...registered, onCustomer(1, dated(1, '05-04'))])
    .when(onPlan(event))
    .sendsNothing()
  scenario(`${what} hears of no new date`)
    .given([...registered, onPlan(event)])
    .when(onCustomer(1, dated(1, '05-04')))
    .sendsNothing()
}

scenario('a date learned of later is greeted on too')
  .given([...registered, onPlan(touch())])
  .when(onCustomer(1, dated(1, '05-04')))
  .sends([add(1, '05-04')])

scenario('in each of his touch plans, and in nobody else’s')
  .given([...registered, onPlan(touch()), onPlan(touch(), 2), onPlan(touch(2), 3)])
  .when(onCustomer(1, dated(1, '05-04')))
  .sends([add(1, '05-04'), add(1, '05-04', 2)])

scenario('once forgotten it is greeted on nowhere')
  .given([...registered, onPlan(touch())])
  .when(
    onCustomer(
      1,
      k.event('ImportantDateAdded', {
        dateId: entry(1),
        kind: 'birthday',
        day: { redacted: true },
      }),
    ),
  )
  .sendsNothing()

scenario('a date taken back is greeted on no more')
  .given([
    ...registered,
    onCustomer(1, dated(1, '05-04')),
    onPlan(touch()),
    onPlan(added(1, '05-04')),
    onPlan(added(2, '05-05')),
  ])
  .when(onCustomer(1, undated(1)))
  .sends([remove(1)])

scenario('if it ever was')
  .given([...registered, onPlan(touch()), onPlan(touch(2), 2), onPlan(added(1, '05-04'), 2)])
  .when(onCustomer(1, undated(1)))
  .sendsNothing()

scenario('and is not taken back twice')
  .given([
    ...registered,
    onPlan(touch()),
    onPlan(added(1, '05-04')),
    onPlan(f.event('GreetingDateRemoved', { dateId: entry(1) })),
  ])
  .when(onCustomer(1, undated(1)))
  .sendsNothing()

scenario('a closed plan greets nobody')
  .given([...registered, onPlan(touch()), onPlan(f.closed(tuesday))])
  .when(onCustomer(1, dated(1, '05-04')))
  .sendsNothing()

scenario('what else happens to a plan does not close it')
  .given([...registered, onPlan(touch()), onPlan(added(9, '01-01'))])
  .when(onCustomer(1, dated(1, '05-04')))
  .sends([add(1, '05-04')])

scenario('what else is on record of a customer is no date')
  .given([...registered, onPlan(touch())])
  .when(onCustomer(1, k.event('CustomerBecameBuyer', {})))
  .sendsNothing()

scenario('a plan from before the start, or from elsewhere, is told nothing')
  .given([...registered, onCustomer(1, dated(1, '05-04'))])
  .when(past(onPlan(touch())))
  .sendsNothing()

scenario('but of a date that is learned of later')
  .given([...registered, past(onPlan(touch()))])
  .when(onCustomer(1, dated(1, '05-04')))
  .sends([add(1, '05-04')])

scenario('a date from elsewhere is not greeted on')
  .given([...registered, onPlan(touch())])
  .when(past(onCustomer(1, dated(1, '05-04'))))
  .sendsNothing()

scenario('nor one taken back there')
  .given([...registered, onPlan(touch()), onPlan(added(1, '05-04'))])
  .when(past(onCustomer(1, undated(1))))
  .sendsNothing()

describe('customers who are one', () => {
  const merged = [onCustomer(1, k.merged(1, 2)), onCustomer(2, k.absorbed(1, 1))]

  scenario('are greeted on the dates of both, where one of them has a plan')
    .given([
      ...registered,
      onCustomer(1, dated(1, '05-04')),
      onCustomer(2, dated(2, '06-01')),
      ...merged,
    ])
    .when(onPlan(touch(1)))
    .sends([add(2, '06-01'), add(1, '05-04')])
  scenario('each in his own plan, where both have one')
    .given([
      ...registered,
      onCustomer(1, dated(1, '05-04')),
      onCustomer(2, dated(2, '06-01')),
      ...merged,
      onPlan(touch(2), 2),
    ])
    .when(onPlan(touch(1)))
    .sends([add(1, '05-04')])
  scenario('are greeted in the absorbed one’s plan on what is learned of the survivor')
    .given([...registered, onPlan(touch(1)), ...merged])
    .when(onCustomer(2, dated(2, '06-01')))
    .sends([add(2, '06-01')])
  scenario('and not twice')
    .given([...registered, onPlan(touch(1)), onPlan(touch(2), 2), ...merged])
    .when(onCustomer(2, dated(2, '06-01')))
    .sends([add(2, '06-01', 2)])
  scenario('become so: the plan of one is told of the other’s dates')
    .given([
      ...registered,
      onCustomer(1, dated(1, '05-04')),
      onCustomer(2, dated(2, '06-01')),
      onPlan(touch(1)),
      onCustomer(1, k.merged(1, 2)),
    ])
    .when(onCustomer(2, k.absorbed(1, 1)))
    .sends([add(2, '06-01')])
  scenario('become so elsewhere: nothing is told')
    .given([
      ...registered,
      onCustomer(2, dated(2, '06-01')),
      onPlan(touch(1)),
      onCustomer(1, k.merged(1, 2)),
    ])
    .when(past(onCustomer(2, k.absorbed(1, 1))))
    .sendsNothing()
  scenario('and hear of a date that is taken back')
    .given([...registered, onPlan(touch(1)), ...merged, onPlan(added(2, '06-01'))])
    .when(onCustomer(2, undated(2)))
    .sends([remove(2)])

  const shared = [
    ...registered,
    onCustomer(1, dated(1, '05-04')),
    onCustomer(2, dated(2, '06-01')),
    onPlan(touch(1)),
    onPlan(added(1, '05-04')),
    ...merged,
    onPlan(added(2, '06-01')),
  ]
  scenario('are two again: nobody is greeted on the other’s birthday')
    .given(shared)
    .when(onCustomer(1, k.parted(1, 2)))
    .sends([remove(2)])
  scenario('whichever of the two hears of it first')
    .given([...shared, onPlan(touch(2), 2), onPlan(added(1, '05-04'), 2)])
    .when(onCustomer(2, k.parted(1, 1)))
    .sends([remove(1, 2)])
  scenario('what somebody has put into the plan himself stays there')
    .given([...shared.slice(0, -1), onPlan(added(7, '07-07'))])
    .when(onCustomer(1, k.parted(1, 2)))
    .sendsNothing()
})

describe('public holidays', () => {
  const holiday = (date: string, plan = 1): Dispatch => {
    const dateId = policyId('greetOnImportantDates', id(plan), date) as EntryId
    return {
      to: 'followUp',
      id: id(plan),
      command: f.command(
        'AddGreetingDate',
        { dateId, day: 'publicHoliday', date: f.date(date) },
        tuesday,
        by,
      ),
      because: dateId,
    }
  }
  const holidays = policyScenarios(
    // It is Tuesday, 2026-11-24, in Shanghai; somewhere it is still Monday.
    greetOnImportantDates({
      calendar: calendarOf(['2026-11-22', '2026-11-23', '2026-11-24', '2027-02-06'], ['10-01']),
    }),
    { test },
  )
  holidays('are greeted on: those of every year, and those to come')
    .given([...registered, onCustomer(1, dated(1, '05-04'))])
    .when(onPlan(touch()))
    .sends([
      holiday('10-01'),
      holiday('2026-11-23'),
      holiday('2026-11-24'),
      holiday('2027-02-06'),
      add(1, '05-04'),
    ])
  holidays('are told once')
    .given([...registered, onPlan(touch())])
    .when({ tick: tuesday })
    .sendsNothing()
  holidays('are not told to a plan of before')
    .given([...registered, past(onPlan(touch()))])
    .when({ tick: tuesday })
    .sendsNothing()

  const policy = greetOnImportantDates({ calendar: calendarOf(['2027-02-06', '2028-01-26']) })
  const tick = (known: string, ...events: ReadonlyArray<FollowUpEvent>) => {
    const state = events.reduce<FollowUpState>(evolve, { _tag: 'NotOpened' })
    const memory = new Map([[id(1), { customer: customer(1), holidays: known }]])
    const walk = steps(policy.tick?.(memory, { at: tuesday, by }) ?? { _tag: 'All', reactions: [] })
    const first = walk.next()
    return first.done === true ? first.value : walk.next(state).value
  }
  const now = policyId('greetOnImportantDates', '2027-02-06', '2028-01-26')
  const told = f.event('GreetingDateAdded', {
    dateId: policyId('greetOnImportantDates', id(1), '2027-02-06') as EntryId,
    day: 'publicHoliday',
    date: f.date('2027-02-06'),
  })

  it('of another year are told to every plan that does not know them', () => {
    expect(tick('those of last year', touch(), told)).toEqual({
      _tag: 'Done',
      commands: [holiday('2028-01-26')],
      put: { [id(1)]: { customer: customer(1), holidays: now } },
      forget: [],
    })
    expect(tick(now, touch(), told)).toMatchObject({ commands: [], put: {}, forget: [] })
  })

  it('are not told to a plan that is closed', () => {
    expect(tick('those of last year', touch(), f.closed(tuesday))).toMatchObject({
      commands: [],
      put: {},
      forget: [id(1)],
    })
  })
})

it('a plan is remembered until it is closed, and no other follow-up', () => {
  const heard = (...events: ReadonlyArray<FollowUpEvent>) => {
    const event = events.at(-1)
    const state = events.reduce<FollowUpState>(evolve, { _tag: 'NotOpened' })
    const happening = { ...onPlan(event ?? f.opened()), eventId: id(9), triggers: false }
    const walk = steps(quiet.react(happening as never, new Map(), { at: monday, by }))
    const first = walk.next()
    return first.done === true ? first.value : walk.next(state).value
  }
  const row = { customer: customer(1), holidays: policyId('greetOnImportantDates') }
  expect(heard(touch())).toMatchObject({ put: { [id(1)]: row }, forget: [] })
  expect(heard(f.opened())).toMatchObject({ put: {}, forget: [id(1)] })
  expect(heard(touch(), f.closed(tuesday))).toMatchObject({ put: {}, forget: [id(1)] })
  expect(heard(touch(), added(1, '05-04'))).toMatchObject({ put: {}, forget: [] })
})
