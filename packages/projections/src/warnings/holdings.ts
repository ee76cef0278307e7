/**
 * All that is on record of each customer, put together: what was a merged one's is his survivor's.
 *
 * @since 0.1.0
 */
import { type complaint, customer, type CustomerId, type Instant, type TimeZone } from '@troth/core'

import type { Row as ComplaintRow } from '../complaints/row.js'
import { customerOf, type People, people } from '../customers/people.js'
import { type Visit, visits } from '../follow-up-agenda/visits.js'
import type { Row as FollowUpRow } from '../follow-up-agenda/row.js'
import { entries, type Entry } from '../promise-ledger/entries.js'
import type { Row as PromiseRow } from '../promise-ledger/row.js'
import { keyLike } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import type { DealingsRow } from './dealings.js'

/** The rows that warnings are read from: of `customers`, the ledger, the agenda, and the two projections here. */
export interface Sources {
  readonly customers: Rows<customer.CustomerState>
  readonly complaints: Rows<ComplaintRow>
  readonly promises: Rows<PromiseRow>
  readonly followUps: Rows<FollowUpRow>
  readonly dealings: Rows<DealingsRow>
}

/** A complaint on record, for which no other stands. */
export interface Case extends ComplaintRow {
  readonly id: string
  readonly state: Exclude<complaint.Recorded, { readonly _tag: 'Merged' }>
}

/** What one customer has. */
export interface Holding {
  readonly key: string
  readonly customer: CustomerId
  readonly blacklisted: boolean
  readonly cases: ReadonlyArray<Case>
  readonly promises: ReadonlyArray<Entry>
  readonly visits: ReadonlyArray<Visit>
  /** His own dealings, and those of whom he stands for. */
  readonly dealings: ReadonlyArray<DealingsRow>
}

const together = <A>(
  all: ReadonlyArray<A>,
  keyOf: (each: A) => string,
): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, A[]>()
  for (const each of all) {
    const key = keyOf(each)
    const there = groups.get(key)
    if (there) there.push(each)
    else groups.set(key, [each])
  }
  return groups
}

const casesOf = (rows: Rows<ComplaintRow>): ReadonlyArray<Case> =>
  [...rows]
    .flatMap(([id, row]) =>
      row.state._tag === 'NotRecorded' || row.state._tag === 'Merged'
        ? []
        : [{ ...row, state: row.state, id }],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const isBlacklisted = (all: People, key: string): boolean => {
  const state = all.stateOf(key)
  if (state._tag === 'NotRegistered') return false
  const one = customer.himself(state)
  return one._tag !== 'Erased' && customer.blacklistings(one.file).length > 0
}

/** Every customer of whom anything is on record, in the order of their keys. */
export const holdings = (
  sources: Sources,
  { zone, at }: { readonly zone: TimeZone; readonly at: Instant },
): ReadonlyArray<Holding> => {
  const all = people(sources.customers)
  const survivor = (row: string, of: string): string => all.survivorOf(keyLike(row, of))
  const calendar = { zone, firstDayOfWeek: 'mon' } as const
  const cases = together(casesOf(sources.complaints), ({ id, state }) =>
    survivor(id, state.file.customer),
  )
  const promises = together(entries(sources.promises, { zone, at }, all), (each) =>
    keyLike(each.id, each.customer),
  )
  const visited = together(visits(sources.followUps, { calendar, at }, all), (each) =>
    keyLike(each.id, each.customer),
  )
  const dealt = together(
    [...sources.dealings].sort(([a], [b]) => (a < b ? -1 : 1)),
    ([key]) => all.survivorOf(key),
  )
  const keys = [
    [...sources.customers.keys()].map(all.survivorOf),
    ...[cases, promises, visited, dealt].map((each) => [...each.keys()]),
  ].flat()
  return [...new Set(keys)].sort().map((key) => ({
    key,
    customer: customerOf(key),
    blacklisted: isBlacklisted(all, key),
    cases: cases.get(key) ?? [],
    promises: promises.get(key) ?? [],
    visits: visited.get(key) ?? [],
    dealings: (dealt.get(key) ?? []).map(([, row]) => row),
  }))
}
