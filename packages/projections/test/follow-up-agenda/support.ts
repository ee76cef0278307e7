import { businessCalendar, followUp, type Weekday } from '@troth/core'

import { followUpAgenda, foldRows } from '../../src/index.js'
import {
  at,
  customerId,
  entryId,
  eventsOf,
  factsOf,
  followUpId,
  hour,
  iso,
  right,
} from '../shared/history.js'
import { zone } from '../promise-ledger/support.js'

export const event = eventsOf(followUp.FollowUpEvent)

/** Touched every day at the hour of the anchor; a day early, two hours late. */
export const plan = (when: number, more: object = {}, window = { early: 0, late: 2 * hour }) =>
  event('PlanOpened', when, {
    customer: customerId(1),
    kind: 'inspection',
    anchor: iso(when),
    timeZone: 'UTC',
    channel: 'phone',
    window,
    december: [],
    cadence: [{ unit: 'day', every: 1 }],
    ...more,
  })
const planned = (visit: string, dueAt: number, early = 0, late = 2) => ({
  visit,
  opensAt: iso(dueAt - early),
  dueAt: iso(dueAt),
  until: iso(dueAt + late),
})
/** The visit of the plan that is due so many hours later, on the date it is. */
export const visitAt = (dueAt: number) => planned(`visit/${iso(dueAt).slice(0, 10)}`, dueAt)
export const callBack = (when: number, dueAt: number, more: object = {}) =>
  event('CallBackScheduled', when, {
    customer: customerId(1),
    reason: { after: 'promised' },
    channel: 'phone',
    planned: planned('callBack', dueAt),
    ...more,
  })
export const calledBack = (when: number, dueAt: number, by = 'desk') =>
  done(when, planned('callBack', dueAt), by)
export const done = (when: number, of?: object, by = 'desk') =>
  event(
    'VisitDone',
    when,
    {
      visitId: entryId(when),
      reached: true,
      satisfactionAsked: false,
      channel: 'phone',
      ...(of && { planned: of }),
    },
    by,
  )
export const skipped = (when: number, of: object) =>
  event('VisitSkipped', when, { planned: of, why: 'asked us not to' })
export const missed = (when: number, of: object) => event('VisitMissed', when, { planned: of })
export const closed = (when: number) => event('FollowUpClosed', when, { why: 'moved away' })

export const rules: followUp.FollowUpRules = {
  calendar: right(businessCalendar({ timeZone: 'UTC', week: { mon: [['09:00', '17:00']] } })),
  windows: {
    returnVisit: { early: 0, late: 0 },
    inspection: { early: 0, late: 0 },
    fieldVisit: { early: 0, late: 0 },
    touch: { early: 0, late: 0 },
  },
  callBack: { late: 2 * hour },
  cadences: [],
}

export type History = Readonly<Record<number, ReadonlyArray<followUp.FollowUpEvent>>>

export const fold = (history: History) =>
  foldRows(followUpAgenda.agenda(rules))(
    factsOf(
      'followUp',
      Object.fromEntries(Object.entries(history).map(([n, e]) => [followUpId(Number(n)), e])),
    ),
  )
export const reading = (
  when: number,
  in_ = 'UTC',
  firstDayOfWeek: Weekday = 'mon',
): followUpAgenda.Reading => ({ calendar: { zone: zone(in_), firstDayOfWeek }, at: at(when) })
export const agendaOf = (history: History, when: number, in_ = 'UTC', first: Weekday = 'mon') =>
  followUpAgenda.read(fold(history), reading(when, in_, first))
