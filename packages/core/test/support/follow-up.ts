/** Words for stories about follow-ups: who, when, and each message in as few words as it can be told. */
import { isLeft } from 'fp-ts/lib/Either.js'

import type { Asked, FollowUpCommand } from '../../src/follow-up/commands.js'
import type { FactsOf, FollowUpEvent } from '../../src/follow-up/events.js'
import type { FollowUpRules } from '../../src/follow-up/rules.js'
import { CallBackReason, type Planned } from '../../src/follow-up/values.js'
import { VisitKey } from '../../src/follow-up/visit-key.js'
import { Actor, ActorId } from '../../src/shared/actor.js'
import { ComplaintId, CustomerId, EntryId, PromiseId } from '../../src/shared/ids.js'
import { after, Instant } from '../../src/shared/instant.js'
import { Name, NonEmptyText } from '../../src/shared/text.js'
import { businessCalendar } from '../../src/time/business-calendar.js'
import { monthlyThenQuarterly, weekly } from '../../src/time/cadence.js'
import { ImportantDate } from '../../src/time/important-date.js'
import { TimeZone } from '../../src/time/time-zone.js'
import { make } from './make.js'

export const hour = 3_600_000
export const day = 24 * hour

/** `2026-11-23 09:00` in UTC. */
export const utc = (text: string): Instant =>
  make(Instant)(new Date(`${text.replace(' ', 'T')}Z`).toISOString())
export const text = make(NonEmptyText)
export const name = make(Name)
export const staff = make(ActorId)
export const actor = (id: string, role: string) => make(Actor)({ id, role })
export const key = make(VisitKey)
export const date = make(ImportantDate)
export const zone = make(TimeZone)
const id = (first: string, n: number) =>
  `${first}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const entry = (n: number) => make(EntryId)(id('1', n))
export const customer = (n: number) => make(CustomerId)(id('c', n))
export const complaintId = make(ComplaintId)(id('d', 1))
export const promiseId = make(PromiseId)(id('e', 1))

/** The hand-over: Monday, 10:00 in Berlin. */
export const monday = utc('2026-11-23 09:00')
export const tuesday = after(monday, day)
export const days = (n: number, from: Instant = monday) => after(from, n * day)

export const desk = actor('desk', 'agent')
export const tick = actor('follow-ups', 'policy')
export const because = text('because')
export const words = text('as was said')

const office = businessCalendar({
  timeZone: 'Europe/Berlin',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [weekday, [['09:00', '17:00']]]),
  ),
  holidays: ['2026-12-25'],
})
if (isLeft(office)) throw new Error('no calendar')

const windowOf = (early: number, late: number) => ({ early: early * day, late: late * day })

/** A return visit may be made a week early and a week late, a touch on its day; a VIP is visited every fortnight. */
export const rules: FollowUpRules = {
  calendar: office.right,
  windows: {
    returnVisit: windowOf(7, 7),
    inspection: windowOf(3, 3),
    fieldVisit: windowOf(3, 3),
    touch: { early: 0, late: day },
  },
  callBack: { late: day },
  cadences: [{ classes: ['vip'], cadence: [{ unit: 'week', every: 2 }] }],
}

export const command = <T extends FollowUpCommand['type']>(
  type: T,
  data: Omit<Asked<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<FollowUpCommand, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<FollowUpCommand, { type: T }>

export const event = <T extends FollowUpEvent['type']>(
  type: T,
  data: Omit<FactsOf<T>, 'at' | 'by'>,
  at: Instant = tuesday,
  by: Actor = desk,
): Extract<FollowUpEvent, { type: T }> =>
  ({ type, data: { ...data, at, by } }) as unknown as Extract<FollowUpEvent, { type: T }>

export const terms = {
  customer: customer(1),
  kind: 'returnVisit' as const,
  anchor: monday,
  timeZone: zone('Europe/Berlin'),
}
export const openPlan = (
  more: Partial<Omit<Asked<'OpenPlan'>, 'at' | 'by'>> = {},
  at: Instant = monday,
) => command('OpenPlan', { ...terms, ...more }, at)
export const opened = (
  more: Partial<Omit<FactsOf<'PlanOpened'>, 'at' | 'by'>> = {},
  at: Instant = monday,
) =>
  event(
    'PlanOpened',
    {
      ...terms,
      channel: 'phone',
      window: rules.windows.returnVisit,
      december: [],
      cadence: monthlyThenQuarterly,
      ...more,
    },
    at,
  )
/** Neither of them subscribed: greetings and December alone. */
export const quietTouch = event(
  'PlanOpened',
  {
    ...terms,
    kind: 'touch',
    channel: 'phone',
    window: rules.windows.touch,
    december: ['gift', 'demandPlan'],
  },
  monday,
)
export const touch = event('PlanOpened', { ...quietTouch.data, cadence: weekly }, monday)

/** The return visit that is due on that day at 10:00 in Berlin, as the plan has it. */
export const returnVisit = (on: string): Planned => {
  const summer = on.slice(5) >= '03-29' && on.slice(5) < '10-25'
  const dueAt = utc(`${on} ${summer ? '08' : '09'}:00`)
  return {
    visit: key(`visit/${on}`),
    opensAt: days(-7, dueAt),
    dueAt,
    until: days(7, dueAt),
  }
}
/** The first three. */
export const december = returnVisit('2026-12-23')
export const january = returnVisit('2027-01-23')
export const february = returnVisit('2027-02-23')

export const complete = (
  n: number,
  visit: VisitKey | undefined,
  at: Instant,
  more: Partial<Omit<Asked<'CompleteVisit'>, 'at' | 'by'>> = {},
) =>
  command(
    'CompleteVisit',
    {
      visitId: entry(n),
      ...(visit !== undefined && { visit }),
      reached: true,
      satisfactionAsked: false,
      ...more,
    },
    at,
  )
export const done = (
  n: number,
  planned: Planned | undefined,
  at: Instant,
  more: Partial<Omit<FactsOf<'VisitDone'>, 'at' | 'by'>> = {},
) =>
  event(
    'VisitDone',
    {
      visitId: entry(n),
      channel: 'phone',
      reached: true,
      satisfactionAsked: false,
      ...(planned && { planned }),
      ...more,
    },
    at,
  )
export const miss = (visit: VisitKey, at: Instant) =>
  command('RecordMissedVisit', { visit }, at, tick)
export const missed = (planned: Planned, at: Instant = after(planned.until, 1)) =>
  event('VisitMissed', { planned }, at, tick)
export const skip = (visit: VisitKey, at: Instant) =>
  command('SkipVisit', { visit, why: because }, at)
export const skipped = (planned: Planned, at: Instant) =>
  event('VisitSkipped', { planned, why: because }, at)
export const move = (visit: VisitKey, dueAt: Instant, at: Instant) =>
  command('RescheduleVisit', { visit, dueAt, why: because }, at)
export const moved = (planned: Planned, from: Instant, at: Instant) =>
  event('VisitRescheduled', { planned, from, why: because }, at)
/** A return visit at another time, its window with it. */
export const movedTo = ({ visit }: Planned, dueAt: Instant): Planned => ({
  visit,
  opensAt: days(-7, dueAt),
  dueAt,
  until: days(7, dueAt),
})
export const remind = (n: number, visit: VisitKey, at: Instant) =>
  command('SendVisitReminder', { reminderId: entry(n), visit }, at, tick)
export const reminded = (n: number, visit: VisitKey, at: Instant) =>
  event('VisitReminderSent', { reminderId: entry(n), visit }, at, tick)
export const close = (at: Instant) => command('CloseFollowUp', { why: because }, at)
export const closed = (at: Instant) => event('FollowUpClosed', { why: because }, at)

export const reason = make(CallBackReason)
export const afterComplaint = reason({ after: 'complaintClosed', complaintId })
export const afterBroken = reason({ after: 'promiseBroken', promiseId })
export const promised = reason({ after: 'promised', promiseId })
export const callBackKey = key('callBack')
/** Scheduled on Monday, to be made by Thursday, and in its window for a day more. */
export const callBack: Planned = {
  visit: callBackKey,
  opensAt: monday,
  dueAt: days(3),
  until: days(4),
}
export const scheduled = (planned: Planned = callBack, why: CallBackReason = afterComplaint) =>
  event(
    'CallBackScheduled',
    { customer: customer(1), reason: why, channel: 'phone', planned },
    planned.opensAt,
  )
export const schedule = (
  why: CallBackReason,
  more: Partial<Omit<Asked<'ScheduleCallBack'>, 'at' | 'by'>> = {},
  at: Instant = monday,
) => command('ScheduleCallBack', { customer: customer(1), reason: why, ...more }, at)

/** Leap day's child; and a holiday of one year. */
export const birthday = {
  dateId: entry(70),
  day: 'birthday' as const,
  date: date('02-29'),
}
export const greet = (at: Instant = tuesday) => command('AddGreetingDate', birthday, at)
export const greeted = event('GreetingDateAdded', birthday)
