/**
 * The ledger itself: how far one's word was kept, by whom, of what kind and where it was given.
 *
 * @since 0.1.0
 */
import type { ActorId, PromiseKind } from '@troth/core'
import type { Instant, promise } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { nobody, type People } from '../customers/people.js'
import { keptRate, onTimeRate } from '../satisfaction/rates.js'
import { part, type Part } from '../shared/figures.js'
import type { Rows } from '../shared/projection.js'
import type { Share } from '../shared/share.js'
import { instantCell, shareCells, type TableRow, textCell } from '../shared/table-row.js'
import { entries, type Entry, type Reading, type Standing } from './entries.js'
import type { Row } from './row.js'

/** How many stand how. Open are all that are binding and not settled: those `due` and `overdue` are among them. */
export interface Figures {
  /** Promises and temporary agreements. */
  readonly promises: number
  readonly temporary: number
  readonly open: number
  readonly due: number
  readonly overdue: number
  /** Of those overdue. */
  readonly unexplained: O.Option<Part>
  readonly keptOnTime: number
  readonly keptLate: number
  readonly broken: number
  readonly withdrawn: number
  /** Temporary agreements that were declined, or that nobody confirmed in time. */
  readonly neverBinding: number
  /** Kept, and kept on time, of those kept or broken. */
  readonly keptRate: O.Option<Share>
  readonly onTimeRate: O.Option<Share>
}

export interface Group<Key> extends Figures {
  readonly key: Key
}

/** `figures` is none where nothing was promised. Groups stand in the order of their keys. */
export interface Ledger {
  readonly at: Instant
  readonly entries: ReadonlyArray<Entry>
  readonly figures: O.Option<Figures>
  readonly byGiver: ReadonlyArray<Group<ActorId>>
  readonly byKind: ReadonlyArray<Group<PromiseKind>>
  readonly bySource: ReadonlyArray<Group<promise.Source['origin']>>
}

/** The figures of some entries. */
export const figuresOf = (all: ReadonlyArray<Entry>): Figures => {
  const how = (...standings: ReadonlyArray<Standing>) =>
    all.filter(({ standing }) => standings.includes(standing)).length
  const [onTime, late, broken] = [how('keptOnTime'), how('keptLate'), how('broken')]
  const settled = { onTime, late, broken }
  return {
    promises: all.length,
    temporary: how('temporary'),
    open: how('open', 'due', 'overdue'),
    due: how('due'),
    overdue: how('overdue'),
    unexplained: part(all.filter(({ unexplained }) => unexplained).length, how('overdue')),
    keptOnTime: onTime,
    keptLate: late,
    broken,
    withdrawn: how('withdrawn'),
    neverBinding: how('declined', 'lapsed'),
    keptRate: keptRate(settled),
    onTimeRate: onTimeRate(settled),
  }
}

const groups = <Key extends string>(
  all: ReadonlyArray<Entry>,
  keyOf: (entry: Entry) => Key,
): ReadonlyArray<Group<Key>> =>
  [...new Set(all.map(keyOf))]
    .sort()
    .map((key) => ({ key, ...figuresOf(all.filter((each) => keyOf(each) === key)) }))

/** The ledger at an instant, which is not before the last event. */
export const read = (rows: Rows<Row>, reading: Reading, people: People = nobody): Ledger => {
  const all = entries(rows, reading, people)
  return {
    at: reading.at,
    entries: all,
    figures: all.length === 0 ? O.none : O.some(figuresOf(all)),
    byGiver: groups(all, ({ giver }) => giver.id),
    byKind: groups(all, ({ kind }) => kind),
    bySource: groups(all, ({ source }) => source.origin),
  }
}

/** The ledger as a table: one row a promise. */
export const rows = ({ entries: all }: Ledger): ReadonlyArray<TableRow> =>
  all.map((each) => ({
    promise: each.id,
    customer: each.customer,
    madeTo: each.madeTo,
    kind: each.kind,
    source: each.source.origin,
    sourceRef: 'ref' in each.source ? each.source.ref : each.source.complaintId,
    what: textCell(each.what),
    giver: each.giver.id,
    role: each.giver.role,
    madeAt: instantCell(each.madeAt),
    firstDueAt: instantCell(each.dueDates[0]),
    dueAt: instantCell(each.dueAt),
    dueDates: each.dueDates.map(instantCell).join('; '),
    timeZone: each.timeZone,
    standing: each.standing,
    confirmBy: instantCell(each.confirmBy),
    toldAt: instantCell(each.delays.at(-1)?.at),
    understood: each.delays.at(-1)?.understood ?? null,
    expectedAt: instantCell(each.expectedAt),
    unexplained: each.unexplained,
    settledAt: instantCell(each.settledAt),
  }))

/** The ledger's groups as a table: `by` says what they were put together by. */
export const groupRows = ({ byGiver, byKind, bySource }: Ledger): ReadonlyArray<TableRow> => {
  const row =
    (by: string) =>
    (group: Group<string>): TableRow => ({
      by,
      key: group.key,
      promises: group.promises,
      temporary: group.temporary,
      open: group.open,
      due: group.due,
      overdue: group.overdue,
      unexplained: O.toNullable(group.unexplained)?.count ?? null,
      keptOnTime: group.keptOnTime,
      keptLate: group.keptLate,
      broken: group.broken,
      withdrawn: group.withdrawn,
      neverBinding: group.neverBinding,
      ...shareCells('keptRate', group.keptRate),
      ...shareCells('onTimeRate', group.onTimeRate),
    })
  return [...byGiver.map(row('giver')), ...byKind.map(row('kind')), ...bySource.map(row('source'))]
}
