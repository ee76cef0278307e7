/**
 * Which visits a follow-up plans: derived from what is on record, never stored.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { after, type Instant } from '../shared/instant.js'
import { localDate, sameTimeOn, yearOf } from '../time/calendar-date.js'
import { datesOf } from '../time/cadence.js'
import { daysOf, december, type ImportantDate } from '../time/important-date.js'
import { day, horizon } from '../time/invalid-time.js'
import type { DayNumber } from '../time/week.js'
import type { FollowUpFile, Plan } from './state.js'
import type { Planned, Window } from './values.js'
import { callBackKey, dateOfKey, keyOn, type VisitKey } from './visit-key.js'

/** A visit due at an instant, with the window around it. */
export const windowed = (visit: VisitKey, dueAt: Instant, { early, late }: Window): Planned => ({
  visit,
  opensAt: after(dueAt, -early),
  dueAt,
  until: after(dueAt, late),
})

const lastOfYear = '12-31' as ImportantDate

interface Dates {
  readonly from: DayNumber
  readonly to: DayNumber
}

const byCadence = (plan: Plan, { from, to }: Dates): ReadonlyArray<Planned> => {
  const { terms, cadence, window } = plan
  const anchor = localDate(terms.timeZone, terms.anchor)
  return cadence.flatMap(({ at, value }, i) => {
    const ends = cadence[i + 1]?.at ?? Infinity
    return datesOf(value, anchor, from, to).flatMap((date) =>
      sameTimeOn(terms, date)
        .filter((dueAt) => dueAt >= at && dueAt < ends)
        .map((dueAt) => windowed(keyOn('visit', date), dueAt, window)),
    )
  })
}

const greetings = (plan: Plan, { from, to }: Dates): ReadonlyArray<Planned> =>
  plan.greetings.flatMap((greeting) => {
    const { dateId, date, until = Infinity } = greeting
    // A date that was forgotten is nobody's any more.
    return (typeof date === 'string' ? daysOf(date, from, to) : []).flatMap((kept) =>
      sameTimeOn(plan.terms, kept)
        .filter((dueAt) => dueAt >= greeting.from && dueAt < until)
        .map((dueAt) => windowed(keyOn(dateId, kept), dueAt, plan.window)),
    )
  })

/** December is its own window: its tasks may be done from its first instant, and are due at its last. */
const inDecember = (plan: Plan, began: Instant, { from, to }: Dates): ReadonlyArray<Planned> =>
  daysOf(lastOfYear, from, to).flatMap((date) =>
    december(plan.terms.timeZone, yearOf(date))
      .filter((month) => month.to >= began)
      .flatMap((month) =>
        plan.december.map((task) => ({
          visit: keyOn(task, date),
          opensAt: month.from,
          dueAt: month.to,
          until: month.to,
        })),
      ),
  )

/** As first planned, on dates of the plan's zone; a call back has none. */
const onDates = ({ agenda, began }: FollowUpFile, dates: Dates): ReadonlyArray<Planned> =>
  agenda._tag === 'CallBack'
    ? [agenda.planned]
    : [
        ...byCadence(agenda, dates),
        ...greetings(agenda, dates),
        ...inDecember(agenda, began, dates),
      ]

const asItStands = ({ moved, over }: FollowUpFile, planned: Planned): Planned =>
  over[planned.visit]?.planned ?? moved[planned.visit] ?? planned

/** The visit of that name, as it stands now; none when the follow-up plans no such visit. */
export const plannedAs = (file: FollowUpFile, visit: VisitKey): O.Option<Planned> => {
  const known = file.over[visit]?.planned ?? file.moved[visit]
  if (known !== undefined) return O.some(known)
  // A call back has no date in its name, and none is asked for.
  const date = visit === callBackKey ? O.some(0) : dateOfKey(visit)
  return pipe(
    date,
    O.flatMap((on) =>
      O.fromNullable(onDates(file, { from: on, to: on }).find((each) => each.visit === visit)),
    ),
  )
}

const inOrder = (a: Planned, b: Planned): number =>
  a.dueAt === b.dueAt ? (a.visit < b.visit ? -1 : 1) : a.dueAt - b.dueAt

/** What a December opens before it is due, and the hour by which its clock may be moved. */
const wholeDecember = 32 * day

/**
 * All visits whose window has opened by an instant, as they stand now, in the order in which they are due:
 * from the follow-up's beginning on, or those first due within 100 years before that instant.
 */
export const openedBy = (file: FollowUpFile, instant: Instant): ReadonlyArray<Planned> => {
  const { agenda, began, moved, over } = file
  const ahead = agenda._tag === 'Plan' ? Math.max(agenda.window.early, wholeDecember) : 0
  const zone = agenda._tag === 'Plan' ? agenda.terms.timeZone : 'UTC'
  const first = onDates(file, {
    // A day more either way: a date that a zone skips takes place on the next one.
    from: localDate(zone, Math.max(began, instant - horizon) as Instant) - 1,
    to: localDate(zone, after(instant, ahead)) + 1,
  })
  const known = [...Object.values(moved), ...Object.values(over).map(({ planned }) => planned)]
  const byKey = new Map([...first, ...known].map((each) => [each.visit, asItStands(file, each)]))
  return [...byKey.values()].filter(({ opensAt }) => opensAt <= instant).sort(inOrder)
}
