/**
 * The monthly supervision report: how each department and each handler served, and which other department looks into it.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Observation } from '../satisfaction/view/observation.js'
import { observe } from '../satisfaction/view/observe.js'
import { read, type View } from '../satisfaction/view/read.js'
import { type Calendar, type Dates, spanOf } from '../shared/period.js'
import type { TableRow } from '../shared/table-row.js'
import {
  type ProactiveVisit,
  proactiveVisits,
  serviceCells,
  type ServiceFigures,
  serviceFigures,
} from './service.js'
import type { ReportSettings, ReportSources } from './settings.js'

/** One department, and whoever supervises it: never itself. */
export interface DepartmentReport {
  readonly department: string
  readonly supervisedBy: string
  readonly figures: ServiceFigures
}

/** One handler; his department, and whoever supervises that, where the host knows it. */
export interface HandlerReport {
  readonly handler: string
  readonly department: O.Option<string>
  readonly supervisedBy: O.Option<string>
  readonly figures: ServiceFigures
}

export interface SupervisionReport {
  readonly at: Instant
  readonly calendar: Calendar
  readonly month: Dates
  readonly departments: ReadonlyArray<DepartmentReport>
  readonly handlers: ReadonlyArray<HandlerReport>
  /** What is nobody's, as far as was said: in no department above. */
  readonly unsaid: ServiceFigures
}

/** No department but the one judged is named to supervise it. */
export interface NoSupervisor {
  readonly _tag: 'NoSupervisor'
  readonly department: string
}

type DepartmentOf = ReportSettings['departmentOf']

/** Where no complaint says the department, it is the handlers'. */
const withDepartments =
  (departmentOf: DepartmentOf) =>
  (each: Observation): Observation =>
    each.departments.length > 0
      ? each
      : {
          ...each,
          departments: [
            ...new Set(each.handlers.map(departmentOf).filter((of) => of !== undefined)),
          ],
        }

const countBy = (
  visits: ReadonlyArray<ProactiveVisit>,
  keyOf: (visit: ProactiveVisit) => string | undefined,
): ReadonlyMap<string | undefined, number> => {
  const counts = new Map<string | undefined, number>()
  for (const visit of visits) counts.set(keyOf(visit), (counts.get(keyOf(visit)) ?? 0) + 1)
  return counts
}

/** The figures of everyone of whom there are any, by name; under none, those of whom it was not said. */
const figured = (
  { segments }: View,
  visits: ReadonlyMap<string | undefined, number>,
): ReadonlyMap<string | undefined, ServiceFigures> => {
  const found = new Map(segments.map((each) => [O.toUndefined(each.segment), each]))
  const names = [...new Set([...found.keys(), ...visits.keys()])]
  return new Map(
    names.map((name) => [name, serviceFigures(found.get(name), visits.get(name) ?? 0)] as const),
  )
}

const named = (
  figures: ReadonlyMap<string | undefined, ServiceFigures>,
): ReadonlyArray<readonly [string, ServiceFigures]> =>
  [...figures]
    .flatMap(([name, of]) => (name === undefined ? [] : [[name, of] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * The report of the month in which `at` lies, as known then; departments and handlers in the order of their names. Refused
 * where a department is judged that nobody but itself is named to supervise.
 */
export const supervisionReport =
  ({ terms, departmentOf, supervisors }: ReportSettings) =>
  (
    { satisfaction }: Pick<ReportSources, 'satisfaction'>,
    at: Instant,
  ): E.Either<NoSupervisor, SupervisionReport> => {
    const { calendar } = terms
    const period = { by: 'month', at } as const
    const observed = observe(terms)(satisfaction, at)
    const all = { ...observed, all: observed.all.map(withDepartments(departmentOf)) }
    const visits = proactiveVisits(satisfaction, calendar, spanOf(calendar, period), at)
    const view = (by: 'department' | 'handler') =>
      read(terms)(all, { segmentation: { by }, period })
    const byDepartment = view('department')
    const departments = figured(
      byDepartment,
      countBy(visits, ({ by }) => departmentOf(by)),
    )
    const handlers = figured(
      view('handler'),
      countBy(visits, ({ by }) => by),
    )
    const supervisorOf = (department: string): string | undefined =>
      supervisors.find((each) => each !== department)
    const reports: DepartmentReport[] = []
    for (const [department, figures] of named(departments)) {
      const supervisedBy = supervisorOf(department)
      if (supervisedBy === undefined) return E.left({ _tag: 'NoSupervisor', department })
      reports.push({ department, supervisedBy, figures })
    }
    return E.right({
      at,
      calendar,
      month: byDepartment.period,
      departments: reports,
      handlers: named(handlers).map(([handler, figures]) => {
        const department = departmentOf(handler)
        return {
          handler,
          department: O.fromNullable(department),
          supervisedBy: O.fromNullable(department && supervisorOf(department)),
          figures,
        }
      }),
      unsaid: departments.get(undefined) ?? serviceFigures(undefined, 0),
    })
  }

/** The report as a table: one row a department, then one a handler, and last what is neither's, as far as was said. */
export const supervisionRows = (report: SupervisionReport): ReadonlyArray<TableRow> => {
  const { first, last } = report.month
  return [
    ...report.departments.map(({ department, supervisedBy, figures }) => ({
      first,
      last,
      department,
      handler: null,
      supervisedBy,
      ...serviceCells(figures),
    })),
    ...report.handlers.map(({ handler, department, supervisedBy, figures }) => ({
      first,
      last,
      department: O.toNullable(department),
      handler,
      supervisedBy: O.toNullable(supervisedBy),
      ...serviceCells(figures),
    })),
    {
      first,
      last,
      department: null,
      handler: null,
      supervisedBy: null,
      ...serviceCells(report.unsaid),
    },
  ]
}
