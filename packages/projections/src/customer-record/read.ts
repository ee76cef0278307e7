/**
 * The record: one page on a customer, with all that is on record of whoever he is by now.
 *
 * @since 0.1.0
 */
import { type customer, dealings, type Instant, survey } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { people } from '../customers/people.js'
import { type Visit, visits } from '../follow-up-agenda/visits.js'
import { entries, type Entry } from '../promise-ledger/entries.js'
import type { CustomerLoyalty, View as LoyaltyView } from '../loyalty/view/read.js'
import type { SegmentFigures, View as SatisfactionView } from '../satisfaction/view/read.js'
import { keyLike } from '../shared/merged.js'
import type { Calendar } from '../shared/period.js'
import type { Rows } from '../shared/projection.js'
import { leaves, plainJson } from '../shared/table.js'
import { instantCell, type TableRow } from '../shared/table-row.js'
import { read as readWarnings } from '../warnings/read.js'
import type { GoodReason, Listed, PoorReason } from '../warnings/lists.js'
import type { Thresholds } from '../warnings/thresholds.js'
import type { Warning } from '../warnings/warning.js'
import { type Himself, himselfOf } from './himself.js'
import {
  type Asked,
  askedOf,
  type Bought,
  boughtOf,
  ownershipOf,
  type Request,
  requestsOf,
} from './page.js'
import type { Rules, Sources } from './sources.js'
import { timelineOf, type TimelineLine } from './timeline.js'

/**
 * The page. To show it to somebody discloses what `discloses` names, if anything: the host records that as a
 * disclosure, with whom he showed it to.
 */
export interface CustomerRecord {
  readonly at: Instant
  /** Who stands for them all. */
  readonly himself: Himself
  /** Those who were merged into him, in the order of their keys. */
  readonly merged: ReadonlyArray<Himself>
  /** Whether anything stands against him, or against one of those. */
  readonly blacklisted: boolean
  readonly complaints: ReadonlyArray<Request>
  readonly promises: ReadonlyArray<Entry>
  readonly visits: ReadonlyArray<Visit>
  readonly surveys: ReadonlyArray<Asked>
  /** His figures of the views that the page is read with; none, where they know nothing of him. */
  readonly satisfaction: O.Option<SegmentFigures>
  readonly loyalty: O.Option<CustomerLoyalty>
  readonly ownership: dealings.Ownership
  readonly purchases: ReadonlyArray<Bought>
  readonly warnings: ReadonlyArray<Warning>
  readonly poor: ReadonlyArray<Listed<PoorReason>>
  readonly good: ReadonlyArray<Listed<GoodReason>>
  /** In the order in which it happened. */
  readonly timeline: ReadonlyArray<TimelineLine>
  readonly discloses: ReadonlyArray<customer.PersonalData>
}

/**
 * When a record is read; the calendar is the desk's. What he is among all others only views of everybody can say: the
 * satisfaction view segmented by customer (of another segmentation nothing is shown), and the loyalty view.
 */
export interface Reading {
  readonly calendar: Calendar
  readonly at: Instant
  readonly satisfaction?: SatisfactionView
  readonly loyalty?: LoyaltyView
}

const figuresOf = (key: string, view: SatisfactionView | undefined): O.Option<SegmentFigures> =>
  O.fromNullable(
    view?.segmentation.by === 'customer'
      ? view.segments.find(({ segment }) => O.isSome(segment) && segment.value === key)
      : undefined,
  )

const loyaltyOf = (key: string, view: LoyaltyView | undefined): O.Option<CustomerLoyalty> =>
  O.fromNullable(view?.customers.find(({ customer: each }) => each === key))

const those = <Row>(rows: Rows<Row>, isHis: (key: string, row: Row) => boolean): Rows<Row> =>
  new Map([...rows].filter(([key, row]) => isHis(key, row)))

const isText = (u: unknown): boolean => typeof u === 'string'

/** Whether anything that a person wrote stands in it. */
const hasText = (u: unknown): boolean =>
  isText(u) || (typeof u === 'object' && u !== null && Object.values(u).some(hasText))

const disclosed = (
  all: ReadonlyArray<Himself>,
  promises: ReadonlyArray<Entry>,
): ReadonlyArray<customer.PersonalData> => {
  const some = (is: (each: Himself) => boolean) => all.some(is)
  const names = some(({ name, persons }) => isText(name) || persons.some((p) => isText(p.name)))
  const points = some(({ points: of }) => of.some(({ address }) => isText(address)))
  const dates = some(({ dates: of }) => of.some(({ day }) => 'date' in day))
  const text =
    promises.some(({ what }) => isText(what)) ||
    some(
      ({ profile, needs, expectations }) =>
        profile.some(({ content }) => hasText(content?.content)) ||
        needs.some(({ what }) => isText(what)) ||
        expectations.some(({ what }) => isText(what)),
    )
  return [
    ...(names ? ['names' as const] : []),
    ...(points ? ['contactPoints' as const] : []),
    ...(dates ? ['birthDates' as const] : []),
    ...(text ? ['freeText' as const] : []),
  ]
}

/** All rows of one customer's, by whoever stands for him. */
const select = (sources: Sources, key: string) => {
  const all = people(sources.customers)
  const own = all.survivorOf(key)
  const isHis = (row: string, of: string | undefined): boolean =>
    of !== undefined && all.survivorOf(keyLike(row, of)) === own
  const subject = (state: {
    readonly _tag: string
    readonly file?: { readonly customer: string }
  }) => state.file?.customer
  return {
    own,
    all,
    his: {
      customers: those(sources.customers, (each) => all.survivorOf(each) === own),
      complaints: those(sources.complaints, (id, { state }) => isHis(id, subject(state))),
      promises: those(
        sources.promises,
        (id, { state }) => state._tag !== 'NotMade' && isHis(id, state.file.terms.customer),
      ),
      followUps: those(sources.followUps, (id, { state }) => isHis(id, subject(state))),
      surveys: those(sources.surveys, (id, state) => isHis(id, survey.subjectOf(state))),
      dealings: those(sources.dealings, (each) => all.survivorOf(each) === own),
    },
  }
}

const streamsOf = (category: string, rows: Rows<unknown>): ReadonlyArray<string> =>
  [...rows.keys()].map((key) => `${category}-${key}`)

/**
 * The page on a customer by his row's key, at an instant that is not before the last event: on whoever stands for him, where
 * he is merged. None where he was never registered.
 */
export const read =
  (rules: Rules, thresholds: Thresholds) =>
  (sources: Sources, key: string, reading: Reading): O.Option<CustomerRecord> => {
    const { calendar, at } = reading
    const { own, all, his } = select(sources, key)
    const { customers, complaints, followUps, surveys } = his
    const [himself, ...merged] = [
      own,
      ...[...customers.keys()].filter((each) => each !== own).sort(),
    ]
      .map((each) => himselfOf(each, all.stateOf(each), sources.words.get(each)))
      .filter((each) => each !== undefined)
    if (himself === undefined) return O.none
    const promises = entries(his.promises, { zone: calendar.zone, at }, all)
    // How many customers a manager has is told by all of them, and no one's own page.
    const warned = readWarnings(rules.complaint, { ...thresholds, managerHolds: 'off' })(his, {
      zone: calendar.zone,
      at,
    })
    const everyone = [himself, ...merged]
    return O.some({
      at,
      himself,
      merged,
      blacklisted: everyone.some(({ blacklistings }) => blacklistings.length > 0),
      complaints: requestsOf(complaints),
      promises,
      visits: visits(followUps, { calendar, at }, all),
      surveys: askedOf(surveys),
      satisfaction: figuresOf(own, reading.satisfaction),
      loyalty: loyaltyOf(own, reading.loyalty),
      ownership: ownershipOf(dealings.dealings(rules.dealings).initial, his.dealings),
      purchases: boughtOf(his.dealings),
      warnings: warned.warnings,
      poor: warned.poor,
      good: warned.good,
      timeline: timelineOf(sources.timeline, [
        ...streamsOf('customer', customers),
        ...streamsOf('complaint', complaints),
        ...streamsOf('promise', his.promises),
        ...streamsOf('followUp', followUps),
        ...streamsOf('survey', surveys),
        ...streamsOf('dealings', his.dealings),
      ]),
      discloses: disclosed(everyone, promises),
    })
  }

/** What is said of him in figures, as a table: one row a figure, under the names that lead to it; what is none is empty. */
export const figureRows = ({
  at,
  himself,
  satisfaction,
  loyalty,
}: CustomerRecord): ReadonlyArray<TableRow> =>
  leaves(plainJson({ satisfaction, loyalty })).map(({ path: figure, value }) => ({
    customer: himself.customer,
    at: instantCell(at),
    figure,
    value,
  }))

/** The record as a table: one row for each thing that happened. */
export const rows = ({ himself, timeline }: CustomerRecord): ReadonlyArray<TableRow> =>
  timeline.map(({ at, category, id, type, by }) => ({
    customer: himself.customer,
    at: instantCell(at),
    category,
    id,
    event: type,
    by: by.id,
    role: by.role,
  }))
