/**
 * Greets those who have a touch plan: on their own dates, and on public holidays.
 *
 * @since 0.1.0
 */
import type { CustomerEvent } from '../customer/events.js'
import type { CustomerId, EntryId } from '../shared/ids.js'
import { policyId } from '../store/event-ids.js'
import type { JsonObject } from '../store/json.js'
import { publicHolidays } from '../time/important-date.js'
import type { BusinessCalendar } from '../time/week.js'
import { fileOf, lookSurvivor, lookTogether, type Together } from './customers.js'
import { greeting, holidays, remove, touchPlan } from './greeting-dates.js'
import type { Dispatch, Happening, Memory, Policy, Reaction, Stamp } from './policy.js'
import { all, forget, ignore, look, put, remembering, send } from './reaction.js'

const name = 'greetOnImportantDates'

/** An open touch plan: whose, and which public holidays it was told of. */
interface Row extends JsonObject {
  readonly customer: CustomerId
  readonly holidays: string
}

export interface Greetings {
  /** Whose public holidays are greeted on. Those of another year, given later, are told to every plan at the next tick. */
  readonly calendar: BusinessCalendar
}

/** The plans of a customer; where he has none himself, those of whom he is one with. */
const plansOf = (
  plans: Memory<Row>,
  together: Together,
  himself: CustomerId,
): ReadonlyArray<string> => {
  const of = (which: (customer: CustomerId) => boolean): ReadonlyArray<string> =>
    [...plans].flatMap(([plan, { customer }]) => (which(customer) ? [plan] : []))
  const own = of((customer) => customer === himself)
  return own.length > 0 ? own : of((customer) => together.has(customer))
}

/** The dates of all of them, each to the plans that it is kept by, as far as they are asked for. */
const dates = (
  plans: Memory<Row>,
  together: Together,
  stamp: Stamp,
  which: (plan: string, owner: CustomerId) => boolean,
): ReadonlyArray<Dispatch> =>
  [...together].flatMap(([id, state]) =>
    Object.entries(fileOf(state)?.dates ?? {}).flatMap(([dateId, day]) =>
      plansOf(plans, together, id).flatMap((plan) =>
        which(plan, id) ? greeting(plan, dateId as EntryId, day, stamp) : [],
      ),
    ),
  )

const lookWhole = (id: CustomerId, then: (all: Together) => Reaction<Row>): Reaction<Row> =>
  lookSurvivor(id, (survivor) => lookTogether(survivor, then))

const removeFrom = (
  plans: Memory<Row>,
  together: Together,
  dateIds: ReadonlyArray<string>,
  stamp: Stamp,
): Reaction<never> =>
  all(
    [...plans].flatMap(([plan, { customer }]) =>
      together.has(customer) ? [remove(plan, dateIds, stamp)] : [],
    ),
  )

/** The birthday of somebody who turned out to be another is kept in his own plans alone. */
const parted = (
  id: CustomerId,
  other: CustomerId,
  plans: Memory<Row>,
  stamp: Stamp,
): Reaction<never> =>
  lookTogether(id, (own) =>
    lookTogether(other, (theirs) => {
      const dateIds = [...theirs].flatMap(([each, state]) =>
        own.has(each) ? [] : Object.keys(fileOf(state)?.dates ?? {}),
      )
      return removeFrom(plans, own, dateIds, stamp)
    }),
  )

const ofCustomer = (
  id: CustomerId,
  { type, data }: CustomerEvent,
  plans: Memory<Row>,
  stamp: Stamp,
): Reaction<Row> => {
  switch (type) {
    case 'ImportantDateAdded':
      return lookWhole(id, (together) =>
        send(
          ...plansOf(plans, together, id).flatMap((plan) =>
            greeting(plan, data.dateId, data, stamp),
          ),
        ),
      )
    case 'ImportantDateRemoved':
      return lookWhole(id, (together) => removeFrom(plans, together, [data.dateId], stamp))
    case 'CustomerAbsorbed':
      return lookWhole(id, (together) =>
        // His own plan knows his own dates.
        send(
          ...dates(plans, together, stamp, (plan, owner) => plans.get(plan)?.customer !== owner),
        ),
      )
    case 'CustomersParted':
      return parted(id, data.other, plans, stamp)
    default:
      return ignore
  }
}

export const greetOnImportantDates = ({ calendar }: Greetings): Policy => {
  const told = policyId(name, ...publicHolidays(calendar))

  const ofFollowUp = (
    { id, event, triggers }: Extract<Happening, { readonly category: 'followUp' }>,
    memory: Memory<Row>,
    stamp: Stamp,
  ): Reaction<Row> => {
    if (event.type === 'FollowUpClosed') return forget(id)
    if (event.type !== 'PlanOpened') return ignore
    return look('followUp', id, (state) => {
      const there = touchPlan(state)
      if (there === undefined) return forget(id)
      const { customer } = there.plan.terms
      const row = { customer, holidays: told }
      if (!triggers) return put(id, row)
      return lookWhole(customer, (together) => {
        const plans = new Map([...memory, [id, row]])
        const own = dates(plans, together, stamp, (plan) => plan === id)
        return all<Row>([put(id, row), send(...holidays(id, there.file, calendar, stamp), ...own)])
      })
    })
  }
  return remembering<Row>({
    name,
    hears: ['followUp', 'customer'],
    react: (happening, memory, stamp) => {
      if (happening.category === 'followUp') return ofFollowUp(happening, memory, stamp)
      return happening.category === 'customer' && happening.triggers
        ? ofCustomer(happening.id as CustomerId, happening.event, memory, stamp)
        : ignore
    },
    tick: (memory, stamp) =>
      all(
        [...memory].flatMap(([plan, row]) =>
          row.holidays === told
            ? []
            : [
                look<'followUp', Row>('followUp', plan, (state) => {
                  const there = touchPlan(state)
                  if (there === undefined) return forget(plan)
                  return all<Row>([
                    put(plan, { ...row, holidays: told }),
                    send(...holidays(plan, there.file, calendar, stamp)),
                  ])
                }),
              ],
        ),
      ),
  })
}
