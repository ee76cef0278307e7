/**
 * The weekly service summary, due on Friday.
 *
 * @since 0.1.0
 */
import { complaint, type Instant } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { those } from '../satisfaction/view/observation.js'
import { observe } from '../satisfaction/view/observe.js'
import { read } from '../satisfaction/view/read.js'
import { part, type Part } from '../shared/figures.js'
import { type Calendar, type Dates, dateText, isIn, spanOf } from '../shared/period.js'
import type { TableRow } from '../shared/table-row.js'
import { proactiveVisits, serviceCells, type ServiceFigures, serviceFigures } from './service.js'
import type { ReportSettings, ReportSources } from './settings.js'

export interface WeeklySummary {
  readonly at: Instant
  readonly calendar: Calendar
  readonly week: Dates
  /** The date of the week's Friday. */
  readonly dueOn: string
  readonly figures: ServiceFigures
  /** Received in the week, by kind; a kind of which there was none is 0. */
  readonly received: Readonly<Record<complaint.Kind, number>>
  /** Complaints closed in the week; one closed twice is one. */
  readonly closed: number
  /** Of all complaints known by now, those that are open. */
  readonly open: O.Option<Part>
}

// 1970-01-01 was a Thursday; a remainder is negative before it.
const isFriday = (date: number): boolean => (((date - 1) % 7) + 7) % 7 === 0

/** The summary of the week in which `at` lies, as known then. */
export const weeklySummary =
  ({ terms }: ReportSettings) =>
  ({ satisfaction }: Pick<ReportSources, 'satisfaction'>, at: Instant): WeeklySummary => {
    const { calendar } = terms
    const period = { by: 'week', at } as const
    const span = spanOf(calendar, period)
    const observed = observe(terms)(satisfaction, at)
    const view = read(terms)(observed, { segmentation: { by: 'everyone' }, period })
    const days = Array.from({ length: 7 }, (_, i) => span.first + i)
    const everyone = view.segments[0]
    const requests = those('received')(observed.all)
    const inWeek = requests.filter(({ first }) => isIn(span)(first))
    const complaints = requests.filter((each) => each.case.kind === 'complaint')
    const isOpen = complaints.filter(
      (each) => each.case.open.length > 0 && each.case.open.at(-1)?.to === undefined,
    )
    const receivedAs = (kind: complaint.Kind): number =>
      inWeek.filter((each) => each.case.kind === kind).length
    const closings = everyone?.desk.closings ?? O.none
    return {
      at,
      calendar,
      week: view.period,
      dueOn: dateText(days.find(isFriday) ?? span.last),
      figures: serviceFigures(everyone, proactiveVisits(satisfaction, calendar, span, at).length),
      received: {
        complaint: receivedAs('complaint'),
        inquiry: receivedAs('inquiry'),
        suggestion: receivedAs('suggestion'),
        repair: receivedAs('repair'),
        return: receivedAs('return'),
      },
      closed: O.isSome(closings) ? closings.value.complaints : 0,
      open: part(isOpen.length, complaints.length),
    }
  }

/** The summary as a table of one row. */
export const weeklyRows = (of: WeeklySummary): ReadonlyArray<TableRow> => [
  {
    first: of.week.first,
    last: of.week.last,
    zone: of.calendar.zone,
    dueOn: of.dueOn,
    ...Object.fromEntries(
      complaint.Kind.values.map((kind) => [`received.${kind}`, of.received[kind]]),
    ),
    closed: of.closed,
    open: O.toNullable(of.open)?.count ?? null,
    'open.n': O.toNullable(of.open)?.n ?? null,
    ...serviceCells(of.figures),
  },
]
