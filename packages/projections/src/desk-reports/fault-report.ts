/**
 * The fault report: what failed in a period, whose it is, how far it has come, and what it caused.
 *
 * @since 0.1.0
 */
import {
  type ComplaintId,
  type CustomerId,
  fault,
  type FaultId,
  type Instant,
  localDate,
} from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { part, type Part, times, type Times } from '../shared/figures.js'
import { type Calendar, type Dates, datesOf, isIn, type Period, spanOf } from '../shared/period.js'
import { keyLike } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import { instantCell, type TableRow } from '../shared/table-row.js'
import type { FaultRow } from './faults.js'

export interface FaultLine {
  /** The row's key. */
  readonly id: string
  readonly failed: fault.Failed
  readonly reportedAt: Instant
  readonly seenAt: Instant
  readonly owner: O.Option<fault.Owner>
  readonly step: fault.FaultStep
  readonly clearedAt: O.Option<Instant>
  readonly crisisAt: O.Option<Instant>
  readonly complaints: ReadonlyArray<ComplaintId>
  readonly customer: O.Option<CustomerId>
  readonly follows: O.Option<FaultId>
}

export interface KindOfFault {
  readonly kind: fault.FailedKind
  readonly faults: number
  readonly open: number
}

/** Of the faults that were reported in the period, as they stand at `at`. */
export interface FaultReport {
  readonly at: Instant
  readonly calendar: Calendar
  readonly period: Dates
  /** The one reported first at the top. */
  readonly faults: ReadonlyArray<FaultLine>
  readonly cleared: O.Option<Part>
  readonly crises: O.Option<Part>
  /** Faults that caused complaints, and how many complaints they caused. */
  readonly causing: O.Option<Part>
  readonly complaints: number
  /** From report to clearing, in milliseconds. */
  readonly toClear: O.Option<Times>
  readonly byKind: ReadonlyArray<KindOfFault>
}

const lineOf = (
  id: string,
  { state, complaints, crisisAt }: FaultRow,
): ReadonlyArray<FaultLine> => {
  if (state._tag === 'NotReported') return []
  const { began, terms } = state.file
  return [
    {
      id,
      failed: terms.failed,
      reportedAt: began,
      seenAt: terms.seenAt,
      owner: O.fromNullable(fault.ownerOf(state.file)),
      step: fault.stepOf(state.file),
      clearedAt: state._tag === 'Cleared' ? O.some(state.at) : O.none,
      crisisAt: O.fromNullable(crisisAt),
      complaints,
      customer: O.fromNullable(terms.customer),
      follows: O.fromNullable(terms.follows),
    },
  ]
}

/** The report of a period at an instant, which is not before the last event. */
export const faultReport = (
  rows: Rows<FaultRow>,
  {
    calendar,
    period,
    at,
  }: { readonly calendar: Calendar; readonly period: Period; readonly at: Instant },
): FaultReport => {
  const span = spanOf(calendar, period)
  const faults = [...rows]
    .flatMap(([id, row]) => lineOf(id, row))
    .filter(({ reportedAt }) => isIn(span)(localDate(calendar.zone, reportedAt)))
    .sort((a, b) => a.reportedAt - b.reportedAt || (a.id < b.id ? -1 : 1))
  const how = (is: (each: FaultLine) => boolean) => part(faults.filter(is).length, faults.length)
  return {
    at,
    calendar,
    period: datesOf(span),
    faults,
    cleared: how(({ clearedAt }) => O.isSome(clearedAt)),
    crises: how(({ crisisAt }) => O.isSome(crisisAt)),
    causing: how(({ complaints }) => complaints.length > 0),
    complaints: new Set(
      faults.flatMap(({ id, complaints }) => complaints.map((each) => keyLike(id, each))),
    ).size,
    toClear: times(
      faults.flatMap(({ clearedAt, reportedAt }) =>
        // What was written down out of order may be cleared before it was reported; no time is less than none.
        O.isSome(clearedAt) ? [Math.max(0, clearedAt.value - reportedAt)] : [],
      ),
    ),
    byKind: fault.FailedKind.values.flatMap((kind) => {
      const of = faults.filter(({ failed }) => failed.kind === kind)
      const open = of.filter(({ clearedAt }) => O.isNone(clearedAt)).length
      return of.length === 0 ? [] : [{ kind, faults: of.length, open }]
    }),
  }
}

/** The fault report as a table: one row a fault. */
export const faultRows = ({ faults }: FaultReport): ReadonlyArray<TableRow> =>
  faults.map((each) => ({
    fault: each.id,
    kind: each.failed.kind,
    failed: each.failed.ref,
    reportedAt: instantCell(each.reportedAt),
    seenAt: instantCell(each.seenAt),
    owner: O.toNullable(each.owner)?.id ?? null,
    step: each.step,
    clearedAt: instantCell(O.toUndefined(each.clearedAt)),
    crisisAt: instantCell(O.toUndefined(each.crisisAt)),
    complaints: each.complaints.length,
    customer: O.toNullable(each.customer),
    follows: O.toNullable(each.follows),
  }))
