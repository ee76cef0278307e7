/**
 * The library as a whole: what complaints came from and were about, and whether they taught anything.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Row } from '../complaints/row.js'
import { nobody, type People } from '../customers/people.js'
import { part, type Part } from '../shared/figures.js'
import type { Rows } from '../shared/projection.js'
import { share, type Share } from '../shared/share.js'
import { instantCell, shareCells, type TableRow, textCell } from '../shared/table-row.js'
import { type Case, cases } from './cases.js'

/** `given` and `withLesson` are of the cases, `avoided` of those of which it was confirmed either way. */
export interface Figures {
  readonly cases: number
  readonly withLesson: O.Option<Part>
  readonly given: O.Option<Part>
  readonly confirmed: O.Option<Part>
  readonly avoided: O.Option<Share>
}

export interface Group<Key> extends Figures {
  readonly key: Key
}

/** Groups stand in the order of their keys; a case of which it was not said is in no group. */
export interface Library {
  readonly cases: ReadonlyArray<Case>
  readonly figures: Figures
  readonly byCause: ReadonlyArray<Group<complaint.Cause>>
  readonly byContent: ReadonlyArray<Group<complaint.Content>>
}

/** The figures of some cases. */
export const figuresOf = (all: ReadonlyArray<Case>): Figures => {
  const how = (is: (each: Case) => boolean) => all.filter(is).length
  const confirmed = how(({ avoided }) => O.isSome(avoided))
  return {
    cases: all.length,
    withLesson: part(
      how(({ lesson }) => O.isSome(lesson)),
      all.length,
    ),
    given: part(
      how(({ given }) => given.length > 0),
      all.length,
    ),
    confirmed: part(confirmed, all.length),
    avoided: share(
      how(({ avoided }) => O.isSome(avoided) && avoided.value),
      confirmed,
    ),
  }
}

const groups = <Key>(
  all: ReadonlyArray<Case>,
  keyOf: (each: Case) => O.Option<Key>,
  nameOf: (key: Key) => string,
): ReadonlyArray<Group<Key>> => {
  const together = new Map<string, { readonly key: Key; readonly cases: Case[] }>()
  for (const each of all) {
    const key = keyOf(each)
    if (O.isNone(key)) continue
    const name = nameOf(key.value)
    const there = together.get(name)
    if (there) there.cases.push(each)
    else together.set(name, { key: key.value, cases: [each] })
  }
  return [...together]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { key, cases: of }]) => ({ key, ...figuresOf(of) }))
}

/** The figures of cases, and of those of each cause and content: of all of the library, or of those that a search found. */
export const summarise = (all: ReadonlyArray<Case>): Library => ({
  cases: all,
  figures: figuresOf(all),
  byCause: groups(
    all,
    ({ cause }) => cause,
    ({ origin, factor }) => `${origin}/${factor}`,
  ),
  byContent: groups(
    all,
    ({ content }) => content,
    ({ category, subtype }) => `${category}/${subtype}`,
  ),
})

/** The whole library. */
export const read = (rows: Rows<Row>, people: People = nobody): Library =>
  summarise(cases(rows, people))

/** The library as a table: one row a case. */
export const rows = ({ cases: all }: Library): ReadonlyArray<TableRow> =>
  all.map((each) => {
    const cause = O.toUndefined(each.cause)
    const content = O.toUndefined(each.content)
    return {
      complaint: each.id,
      customer: each.customer,
      topic: each.about.topic,
      about: each.about.ref,
      origin: cause?.origin ?? null,
      factor: cause?.factor ?? null,
      category: content?.category ?? null,
      subtype: content?.subtype ?? null,
      outcome: each.outcome,
      receivedAt: instantCell(each.receivedAt),
      closedAt: instantCell(each.closedAt),
      summary: textCell(each.summary),
      lesson: O.toNullable(each.lesson),
      department: O.toNullable(each.department),
      givenTo: each.given.length === 0 ? null : each.given.map(({ to }) => to).join('; '),
      avoided: O.toNullable(each.avoided),
    }
  })

/** The figures as a table: of all cases, then of each cause and content. */
export const groupRows = ({ figures, byCause, byContent }: Library): ReadonlyArray<TableRow> => {
  const row = (by: string, key: string | null, of: Figures): TableRow => ({
    by,
    key,
    cases: of.cases,
    withLesson: O.toNullable(of.withLesson)?.count ?? null,
    given: O.toNullable(of.given)?.count ?? null,
    confirmed: O.toNullable(of.confirmed)?.count ?? null,
    ...shareCells('avoided', of.avoided),
  })
  return [
    row('everything', null, figures),
    ...byCause.map((each) => row('cause', `${each.key.origin}/${each.key.factor}`, each)),
    ...byContent.map((each) => row('content', `${each.key.category}/${each.key.subtype}`, each)),
  ]
}
