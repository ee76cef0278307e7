/**
 * The visits and calls that are owed or over, one by one, as they stand at an instant.
 *
 * @since 0.1.0
 */
import {
  type ActorId,
  after,
  type Channel,
  type CustomerId,
  type DayNumber,
  followUp,
  type Instant,
  localDate,
  type TimeZone,
} from '@troth/core'

import { customerOf, nobody, type People } from '../customers/people.js'
import { keyLike } from '../shared/merged.js'
import { type Calendar, isIn, spanOf } from '../shared/period.js'
import type { Rows } from '../shared/projection.js'
import type { Row } from './row.js'

/**
 * How a visit stands: `today` and `thisWeek` are those still to fall due on the present date and later in the present
 * week, by the wall of the customer's zone; `later` is open already and falls due after it. `overdue` fell due and is
 * in its window still; `missed` is not any more, and was not made.
 */
export type Standing =
  'overdue' | 'today' | 'thisWeek' | 'later' | 'missed' | 'done' | 'doneLate' | 'skipped'

export interface Visit {
  /** The follow-up's row, and the visit's name in it. */
  readonly id: string
  readonly visit: followUp.VisitKey
  /** Whom it was opened for, and who stands for him by now. */
  readonly openedFor: CustomerId
  readonly customer: CustomerId
  readonly kind: followUp.FollowUpKind
  readonly occasion: followUp.Occasion
  /** Of a single call back. */
  readonly reason?: followUp.CallBackReason
  readonly channel: Channel
  /** Who made it; or else who was to when it fell due, where it was said. */
  readonly visitor?: ActorId
  readonly timeZone: TimeZone
  /** The date on which it falls due there. */
  readonly date: DayNumber
  readonly dueAt: Instant
  /** The last instant of its window. */
  readonly until: Instant
  readonly standing: Standing
}

/** When an agenda is read; the calendar's zone is for call backs, which name none. */
export interface Reading {
  readonly calendar: Calendar
  readonly at: Instant
}

/** Enough to see a week's end from any zone. */
const eightDays = 8 * 86_400_000

const standing = (
  { calendar, at }: Reading,
  zone: TimeZone,
  visit: followUp.DueVisit,
): Standing | undefined => {
  if (visit.standing === 'done') return visit.inWindow ? 'done' : 'doneLate'
  if (visit.standing === 'skipped') return 'skipped'
  const { dueAt, until, opensAt } = visit
  if (until < at) return 'missed'
  if (dueAt < at) return 'overdue'
  const date = localDate(zone, dueAt)
  if (date === localDate(zone, at)) return 'today'
  if (isIn(spanOf({ ...calendar, zone }, { by: 'week', at }))(date)) return 'thisWeek'
  return opensAt <= at ? 'later' : undefined
}

const visitorOf = (
  { made }: Row,
  { visitor }: followUp.FollowUpFile,
  { visit, dueAt }: followUp.DueVisit,
): ActorId | undefined =>
  made.find((each) => each.visit === visit)?.by ??
  visitor.filter((from) => from.at <= dueAt).at(-1)?.value ??
  visitor[0]?.value

const visitsOf = (reading: Reading, people: People, id: string, row: Row): ReadonlyArray<Visit> => {
  const { state } = row
  if (state._tag === 'NotOpened') return []
  const { agenda, channel, customer: openedFor } = state.file
  const timeZone = agenda._tag === 'Plan' ? agenda.terms.timeZone : reading.calendar.zone
  const customer = customerOf(people.survivorOf(keyLike(id, openedFor)))
  return followUp.dueVisits(state, after(reading.at, eightDays)).flatMap((each) => {
    const stands = standing(reading, timeZone, each)
    if (stands === undefined) return []
    const visitor = visitorOf(row, state.file, each)
    return [
      {
        id,
        visit: each.visit,
        openedFor,
        customer,
        kind: agenda._tag === 'Plan' ? agenda.terms.kind : 'callBack',
        occasion: each.occasion,
        ...(agenda._tag === 'CallBack' && { reason: agenda.reason }),
        channel,
        ...(visitor !== undefined && { visitor }),
        timeZone,
        date: localDate(timeZone, each.dueAt),
        dueAt: each.dueAt,
        until: each.until,
        standing: stands,
      },
    ]
  })
}

const byDue = (a: Visit, b: Visit): number =>
  a.dueAt - b.dueAt || (`${a.id}/${a.visit}` < `${b.id}/${b.visit}` ? -1 : 1)

/** All visits that are over, owed, or fall due this week, the one due first at the top. `at` is not before the last event. */
export const visits = (
  rows: Rows<Row>,
  reading: Reading,
  people: People = nobody,
): ReadonlyArray<Visit> =>
  [...rows].flatMap(([id, row]) => visitsOf(reading, people, id, row)).sort(byDue)
