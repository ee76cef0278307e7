/**
 * The agenda itself: whom to call on today and this week, whom one should have, and how far one did.
 *
 * @since 0.1.0
 */
import type { ActorId, followUp, Instant, TimeZone } from '@troth/core'
import { localDate } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { nobody, type People } from '../customers/people.js'
import { followUpCompliance } from '../satisfaction/rates.js'
import { dateText } from '../shared/period.js'
import type { Rows } from '../shared/projection.js'
import type { Share } from '../shared/share.js'
import { instantCell, shareCells, type TableRow } from '../shared/table-row.js'
import type { Row } from './row.js'
import { type Reading, type Standing, type Visit, visits } from './visits.js'

/** The visits of one zone. */
export interface ZoneAgenda {
  readonly timeZone: TimeZone
  /** The present date there, as `2026-11-23`. */
  readonly today: string
  readonly overdue: number
  readonly dueToday: number
  readonly dueThisWeek: number
}

/**
 * `compliance`: made in their window, of those that are over: made, in the window or after it, or missed. What was
 * skipped for a reason on record is in neither, and counted beside it.
 */
export interface Compliance {
  readonly compliance: O.Option<Share>
  readonly doneLate: number
  readonly missed: number
  readonly skipped: number
}

export interface Group<Key> extends Compliance {
  readonly key: Key
}

/** No visit is in two of the lists; `later`: its window is open, and it falls due after this week. */
export interface Agenda {
  readonly at: Instant
  readonly overdue: ReadonlyArray<Visit>
  readonly dueToday: ReadonlyArray<Visit>
  readonly dueThisWeek: ReadonlyArray<Visit>
  readonly later: ReadonlyArray<Visit>
  readonly zones: ReadonlyArray<ZoneAgenda>
  readonly overall: Compliance
  readonly byKind: ReadonlyArray<Group<followUp.FollowUpKind>>
  /** None: nobody was named to make them, and nobody did. */
  readonly byVisitor: ReadonlyArray<Group<O.Option<ActorId>>>
}

/** How far visits were made when they were due. */
export const complianceOf = (all: ReadonlyArray<Visit>): Compliance => {
  const how = (standing: Standing) => all.filter((each) => each.standing === standing).length
  const [inWindow, doneLate, missed] = [how('done'), how('doneLate'), how('missed')]
  return {
    compliance: followUpCompliance({ inWindow, due: inWindow + doneLate + missed }),
    doneLate,
    missed,
    skipped: how('skipped'),
  }
}

const zoneAgendas = (all: ReadonlyArray<Visit>, at: Instant): ReadonlyArray<ZoneAgenda> =>
  [...new Set(all.map(({ timeZone }) => timeZone))].sort().map((timeZone) => {
    const how = (standing: Standing) =>
      all.filter((each) => each.timeZone === timeZone && each.standing === standing).length
    return {
      timeZone,
      today: dateText(localDate(timeZone, at)),
      overdue: how('overdue'),
      dueToday: how('today'),
      dueThisWeek: how('thisWeek'),
    }
  })

const groupsBy = <Key extends string>(
  all: ReadonlyArray<Visit>,
  keyOf: (visit: Visit) => Key | undefined,
): ReadonlyArray<Group<O.Option<Key>>> => {
  const keys = new Set(all.map(keyOf))
  const named = [...keys].filter((key) => key !== undefined).sort()
  return [...named, ...(keys.has(undefined) ? [undefined] : [])].map((key) => ({
    key: O.fromNullable(key),
    ...complianceOf(all.filter((each) => keyOf(each) === key)),
  }))
}

/** The agenda at an instant, which is not before the last event. */
export const read = (rows: Rows<Row>, reading: Reading, people: People = nobody): Agenda => {
  const all = visits(rows, reading, people)
  const those = (standing: Standing) => all.filter((each) => each.standing === standing)
  return {
    at: reading.at,
    overdue: those('overdue'),
    dueToday: those('today'),
    dueThisWeek: those('thisWeek'),
    later: those('later'),
    zones: zoneAgendas(all, reading.at),
    overall: complianceOf(all),
    byKind: [...new Set(all.map(({ kind }) => kind))]
      .sort()
      .map((key) => ({ key, ...complianceOf(all.filter(({ kind }) => kind === key)) })),
    byVisitor: groupsBy(all, ({ visitor }) => visitor),
  }
}

/** The agenda as a table: one row a visit to be made, the overdue first. */
export const rows = (agenda: Agenda): ReadonlyArray<TableRow> =>
  [...agenda.overdue, ...agenda.dueToday, ...agenda.dueThisWeek, ...agenda.later].map((each) => ({
    followUp: each.id,
    visit: each.visit,
    customer: each.customer,
    openedFor: each.openedFor,
    kind: each.kind,
    occasion: each.occasion,
    reason: each.reason?.after ?? null,
    channel: each.channel,
    visitor: each.visitor ?? null,
    timeZone: each.timeZone,
    date: dateText(each.date),
    dueAt: instantCell(each.dueAt),
    until: instantCell(each.until),
    standing: each.standing,
  }))

/** How far visits were made, as a table: all of them, then by kind and by visitor; of whom it was not said have no `key`. */
export const groupRows = ({ overall, byKind, byVisitor }: Agenda): ReadonlyArray<TableRow> => {
  const row = (by: string, key: string | null, of: Compliance): TableRow => ({
    by,
    key,
    ...shareCells('compliance', of.compliance),
    doneLate: of.doneLate,
    missed: of.missed,
    skipped: of.skipped,
  })
  return [
    row('everything', null, overall),
    ...byKind.map((each) => row('kind', each.key, each)),
    ...byVisitor.map((each) => row('visitor', O.toNullable(each.key), each)),
  ]
}
