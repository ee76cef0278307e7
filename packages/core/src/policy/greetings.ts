/**
 * Greets those who have a touch plan: on their own dates, and on public holidays.
 *
 * @since 0.1.0
 */
import type { RememberedDay } from '../customer/state.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import { policyId } from '../store/event-ids.js'
import { publicHolidays } from '../time/important-date.js'
import type { BusinessCalendar } from '../time/week.js'
import { fileOf } from './customers.js'
import type { JsonObject } from '../store/json.js'
import type { Dispatch, Memory, Policy, Reaction, Stamp } from './policy.js'
import { forget, ignore, look, put, send, all } from './reaction.js'

const name = 'greetOnImportantDates'

/** An open touch plan: whose. */
interface Row extends JsonObject {
  readonly customer: string
}

export interface Greetings {
  /** Whose public holidays are greeted on. */
  readonly calendar: BusinessCalendar
}

const greeting = (
  plan: string,
  dateId: EntryId,
  { kind, day }: RememberedDay,
  stamp: Stamp,
): ReadonlyArray<Dispatch> =>
  typeof day === 'object' && 'date' in day
    ? [
        {
          to: 'followUp',
          id: plan,
          command: {
            type: 'AddGreetingDate',
            data: { dateId, day: kind, date: day.date, ...stamp },
          },
          because: dateId,
        },
      ]
    : []

const holidays = (
  plan: string,
  calendar: BusinessCalendar,
  stamp: Stamp,
): ReadonlyArray<Dispatch> =>
  publicHolidays(calendar).map((date) => {
    const dateId = policyId(name, plan, date) as EntryId
    const data = { dateId, day: 'publicHoliday' as const, date, ...stamp }
    return {
      to: 'followUp',
      id: plan,
      command: { type: 'AddGreetingDate', data },
      because: dateId,
    }
  })

const plansOf = (memory: Memory<Row>, customer: string): ReadonlyArray<string> =>
  [...memory].flatMap(([plan, row]) => (row.customer === customer ? [plan] : []))

const opened = (
  plan: string,
  customer: CustomerId,
  { calendar }: Greetings,
  stamp: Stamp,
): Reaction<Row> =>
  all<Row>([
    put(plan, { customer }),
    look('customer', customer, (state) =>
      send(
        ...holidays(plan, calendar, stamp),
        ...Object.entries(fileOf(state)?.dates ?? {}).flatMap(([dateId, day]) =>
          greeting(plan, dateId as EntryId, day, stamp),
        ),
      ),
    ),
  ])

export const greetOnImportantDates = (greetings: Greetings): Policy<Row> => ({
  name,
  hears: ['followUp', 'customer'],
  react: (happening, memory, stamp) => {
    const { id } = happening
    if (happening.category === 'followUp') {
      const { event, triggers } = happening
      if (event.type === 'FollowUpClosed') return forget(id)
      return triggers && event.type === 'PlanOpened' && event.data.kind === 'touch'
        ? opened(id, event.data.customer, greetings, stamp)
        : ignore
    }
    if (happening.category !== 'customer' || !happening.triggers) return ignore
    const { type, data } = happening.event
    if (type === 'ImportantDateAdded')
      return send(
        ...plansOf(memory, id).flatMap((plan) => greeting(plan, data.dateId, data, stamp)),
      )
    if (type !== 'ImportantDateRemoved') return ignore
    const { dateId } = data
    return send(
      ...plansOf(memory, id).map((plan) => ({
        to: 'followUp' as const,
        id: plan,
        command: { type: 'RemoveGreetingDate' as const, data: { dateId, ...stamp } },
        because: dateId,
      })),
    )
  },
})
