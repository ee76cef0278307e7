/**
 * Every view that there is, by the rules of one desk, and how the events on record are read for them.
 */
import {
  businessCalendar,
  complaint,
  customer,
  dealings,
  fault,
  followUp,
  promise,
  survey,
} from '@troth/core'
import { type RecordedEvent, registry } from '@troth/core/store'
import {
  type AnyProjection,
  caseLibrary,
  complaintBoard,
  customerRecord,
  customers,
  type Dated,
  type Fact,
  factOf,
  followUpAgenda,
  loyalty,
  promiseLedger,
  reports,
  satisfaction,
  warnings,
} from '@troth/projections'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'

import { rules as complaintRules } from './desk.ts'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left))
  return either.right
}

const hour = 3_600_000
const hours: ReadonlyArray<readonly [string, string]> = [['08:00', '18:00']]
const calendar = right(
  businessCalendar({
    timeZone: 'Europe/Berlin',
    week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  }),
)
const aWeek = { early: 168 * hour, late: 168 * hour }

const rules: customerRecord.Rules = {
  customer: { authority: [], purposes: ['survey'] },
  complaint: complaintRules,
  promise: { authority: [] },
  followUp: {
    calendar,
    windows: { returnVisit: aWeek, inspection: aWeek, fieldVisit: aWeek, touch: aWeek },
    callBack: { late: 24 * hour },
    cadences: [],
  },
  survey: { answerWithin: 336 * hour, correctWithin: 48 * hour },
  dealings: {},
}

const record: Readonly<Record<string, AnyProjection>> = { ...customerRecord.projections(rules) }

const byName = (all: ReadonlyArray<AnyProjection>): ReadonlyMap<string, AnyProjection> =>
  new Map(all.map((each) => [each.name, each]))

/** Several views are read from the same rows, which are kept once. */
export const views: ReadonlyArray<AnyProjection> = [
  ...byName([
    customers.customers(rules.customer),
    complaintBoard.board(rules.complaint),
    promiseLedger.ledger(rules.promise),
    followUpAgenda.agenda(rules.followUp),
    warnings.complaints(rules.complaint),
    warnings.purchases(rules.dealings),
    caseLibrary.library(rules.complaint),
    reports.faults({ authority: [] }),
    ...Object.values(record),
    satisfaction.view.record,
    loyalty.view.record,
  ]).values(),
]

const codecs: Readonly<Record<string, t.Mixed>> = {
  customer: customer.CustomerEvent,
  complaint: complaint.ComplaintEvent,
  promise: promise.PromiseEvent,
  followUp: followUp.FollowUpEvent,
  survey: survey.SurveyEvent,
  dealings: dealings.DealingsEvent,
  fault: fault.FaultEvent,
}

/** What is decoded: an event, and the category of its stream, as a view of several kinds of stream is told it. */
export interface Decoded extends Fact<Dated & { readonly type: string }> {
  readonly category: string
}

const registries = new Map(
  Object.entries(codecs).map(([category, codec]) => [
    category,
    right(registry(codec as t.Type<Dated & { readonly type: string }, unknown>)),
  ]),
)

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'))

/** Reads an event by the registry of its category. */
export const decode = (event: RecordedEvent): Dated & { readonly type: string } => {
  const read = registries.get(categoryOf(event.stream))?.decode(event)
  if (read === undefined || E.isLeft(read)) throw new Error(`not read: ${JSON.stringify(read)}`)
  return read.right
}

export const factFrom = (event: RecordedEvent): Decoded => ({
  ...factOf(event, decode(event)),
  category: categoryOf(event.stream),
})

/** A view in memory, under the name that it would be kept by. */
export interface Table {
  readonly name: string
  readonly rows: () => ReadonlyMap<string, unknown>
}

interface Hearing extends Table {
  readonly hear: (fact: Decoded) => void
}

const tableOf = (projection: AnyProjection): Hearing => {
  const { name, initial } = projection
  const key = projection.key as unknown as (fact: Decoded) => string
  const apply = projection.apply as unknown as (row: unknown, fact: Decoded) => unknown
  const types = projection.types && new Set(projection.types)
  // A row's place is looked up once, and then another row is put there.
  const places = new Map<string, { row: unknown }>()
  return {
    name,
    rows: () => new Map([...places].map(([at, { row }]) => [at, row])),
    hear: (fact) => {
      if (types?.has(fact.event.type) === false) return
      const at = key(fact)
      const place = places.get(at)
      if (place === undefined) places.set(at, { row: apply(initial, fact) })
      else place.row = apply(place.row, fact)
    },
  }
}

export interface Tables {
  readonly all: ReadonlyArray<Table>
  readonly hear: (fact: Decoded) => void
}

/** All views, empty, and what they hear: each event goes to those that read its category. */
export const emptyTables = (): Tables => {
  const all = views.map(tableOf)
  const byCategory = new Map(
    Object.keys(codecs).map((category) => [
      category,
      all.filter((_, i) => {
        const view = views[i]
        return (
          view !== undefined &&
          ('events' in view ? category in view.events : view.category === category)
        )
      }),
    ]),
  )
  return {
    all,
    hear: (fact) => {
      for (const table of byCategory.get(fact.category) ?? []) table.hear(fact)
    },
  }
}
