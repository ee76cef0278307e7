/**
 * Rules for trying things out, in which every window and refusal of a follow-up can be met within a few days.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { FollowUpRules } from '../../follow-up/rules.js'
import { businessCalendar } from '../../time/business-calendar.js'
import { day, hour } from '../pools.js'

const office = businessCalendar({
  timeZone: 'Europe/Berlin',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [weekday, [['09:00', '17:00']]]),
  ),
})
if (E.isLeft(office)) throw new Error('no calendar')

const aDay = { early: day, late: day }

/**
 * - The desk works from Monday to Friday in Berlin; a call back is late for an hour.
 * - A `vip` is visited every second day; on inspections after a week, then monthly; all else has the default.
 * - Every visit has its window of a day before and a day after, a touch of an hour after alone.
 */
export const followUpRules: FollowUpRules = {
  calendar: office.right,
  windows: {
    returnVisit: aDay,
    inspection: aDay,
    fieldVisit: aDay,
    touch: { early: 0, late: hour },
  },
  callBack: { late: hour },
  cadences: [
    { classes: ['vip'], cadence: [{ unit: 'day', every: 2 }] },
    {
      kinds: ['inspection'],
      cadence: [
        { unit: 'week', every: 1, times: 1 },
        { unit: 'month', every: 1 },
      ],
    },
  ],
}
