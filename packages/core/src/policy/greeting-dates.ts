/**
 * The days of greeting that a touch plan is told of: the customer's own, and public holidays.
 *
 * @since 0.1.0
 */
import type { RememberedDay } from '../customer/state.js'
import type { FollowUpFile, FollowUpState, Plan } from '../follow-up/state.js'
import { isKnown } from '../shared/entries.js'
import type { EntryId } from '../shared/ids.js'
import { policyId } from '../store/event-ids.js'
import { dateText, localDate } from '../time/calendar-date.js'
import { type ImportantDate, publicHolidays } from '../time/important-date.js'
import type { BusinessCalendar } from '../time/week.js'
import type { Dispatch, Reaction, Stamp } from './policy.js'
import { look, send } from './reaction.js'

type Add = Extract<Dispatch['command'], { readonly type: 'AddGreetingDate' }>['data']

const add = (plan: string, data: Add): Dispatch => ({
  to: 'followUp',
  id: plan,
  command: { type: 'AddGreetingDate', data },
  because: data.dateId,
})

/** Tells a plan of a customer's day. What was forgotten is nobody's day any more. */
export const greeting = (
  plan: string,
  dateId: EntryId,
  { kind, day }: RememberedDay,
  stamp: Stamp,
): ReadonlyArray<Dispatch> =>
  'date' in day ? [add(plan, { dateId, day: kind, date: day.date, ...stamp })] : []

const isToCome = (date: ImportantDate, { timeZone }: BusinessCalendar, { at }: Stamp): boolean =>
  // The plan's zone may be a day behind; and dates as text are in order.
  date.length === 5 || date >= dateText(localDate(timeZone, at) - 1)

/** Tells a plan of the holidays to come that it was not told of yet. */
export const holidays = (
  plan: string,
  file: FollowUpFile,
  calendar: BusinessCalendar,
  stamp: Stamp,
): ReadonlyArray<Dispatch> =>
  publicHolidays(calendar).flatMap((date) => {
    const dateId = policyId('greetOnImportantDates', plan, date) as EntryId
    return isKnown(file, 'greeting', dateId) || !isToCome(date, calendar, stamp)
      ? []
      : [add(plan, { dateId, day: 'publicHoliday', date, ...stamp })]
  })

export interface TouchPlan {
  readonly file: FollowUpFile
  readonly plan: Plan
}

/** A touch plan that is open; none otherwise. */
export const touchPlan = (state: FollowUpState): TouchPlan | undefined => {
  if (state._tag !== 'Open') return undefined
  const { file } = state
  const { agenda: plan } = file
  return plan._tag === 'Plan' && plan.terms.kind === 'touch' ? { file, plan } : undefined
}

/** Takes dates out of a plan, as far as they are in it. */
export const remove = (
  plan: string,
  dateIds: ReadonlyArray<string>,
  stamp: Stamp,
): Reaction<never> =>
  look('followUp', plan, (state) =>
    send(
      ...(touchPlan(state)?.plan.greetings ?? []).flatMap(
        ({ dateId, until }): ReadonlyArray<Dispatch> =>
          until === undefined && dateIds.includes(dateId)
            ? [
                {
                  to: 'followUp',
                  id: plan,
                  command: { type: 'RemoveGreetingDate', data: { dateId, ...stamp } },
                  because: dateId,
                },
              ]
            : [],
      ),
    ),
  )
