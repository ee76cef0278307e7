/**
 * The rows of one customer's page, read one by one: as many as there are streams of his, however many customers there are.
 *
 * @since 0.1.0
 */
import type { customer } from '@troth/core'
import type { StoreError, ViewStore } from '@troth/core/store'
import { sequenceS } from 'fp-ts/lib/Apply.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'

import { people } from '../customers/people.js'
import { type Kept, rowOf } from '../running/rows.js'
import { keyLike } from '../shared/merged.js'
import { categoryOf, keyOfStream, type Rows } from '../shared/projection.js'
import { type Projections, projections, type Rules, type Sources } from './sources.js'

type Read<A> = TE.TaskEither<StoreError, A>
type Customers = Rows<customer.CustomerState>

const together = sequenceS(TE.ApplicativePar)

/** Rows of one kind, those that there are of the keys asked for. */
const reader =
  (viewStore: ViewStore, of: number | undefined) =>
  <Row>(projection: Kept<Row>['projection'], keys: ReadonlyArray<string>): Read<Rows<Row>> =>
    pipe(
      keys,
      TE.traverseArray((key) =>
        pipe(
          rowOf(viewStore)({ projection, ...(of !== undefined && { of }) }, key),
          TE.map(O.map((row) => [key, row] as const)),
        ),
      ),
      TE.map((rows) => new Map(rows.flatMap((row) => (O.isSome(row) ? [row.value] : [])))),
    )

type Reader = ReturnType<typeof reader>
type Streams = Rows<ReadonlyArray<string>>

/** Customers who may be one, and the streams that speak of each. */
interface Group {
  readonly customers: Customers
  readonly streams: Streams
}

/** From him on to whoever stands for him. */
const upwards =
  (rows: Reader, views: Projections) =>
  (key: string, known: Customers = new Map()): Read<Customers> =>
    known.has(key)
      ? TE.right(known)
      : pipe(
          rows(views.customers, [key]),
          TE.flatMap((found) => {
            const state = found.get(key)
            const all = new Map([...known, ...found])
            return state?._tag === 'Merged'
              ? upwards(rows, views)(keyLike(key, state.survivor), all)
              : TE.right(all)
          }),
        )

const keysIn = (category: string, streams: Iterable<string>): ReadonlyArray<string> =>
  [...new Set(streams)].filter((stream) => categoryOf(stream) === category).map(keyOfStream)

/** And back to all who were merged into one of those. */
const downwards =
  (rows: Reader, views: Projections) =>
  (keys: ReadonlyArray<string>, known: Group): Read<Group> =>
    keys.length === 0
      ? TE.right(known)
      : pipe(
          rows(views.streams, keys),
          TE.flatMap((found) => {
            const merged = keysIn('customer', [...found.values()].flat())
            const unknown = merged.filter((key) => !known.customers.has(key))
            return pipe(
              rows(views.customers, unknown),
              TE.flatMap((more) =>
                downwards(rows, views)([...more.keys()], {
                  customers: new Map([...known.customers, ...more]),
                  streams: new Map([...known.streams, ...found]),
                }),
              ),
            )
          }),
        )

/** Of some keys, those who are one with that of `key`. */
const oneWith = (customers: Customers, key: string): ReadonlyArray<string> => {
  const { survivorOf } = people(customers)
  return [...new Set([key, ...customers.keys()])].filter(
    (each) => survivorOf(each) === survivorOf(key),
  )
}

/**
 * What `read` asks for of one customer, by his row's key, and of whoever was merged with him: from the rows that all of
 * `projections(rules)` keep in the view store, of which no others are read. `of`: in how many shares they are kept, where
 * processes share them. The views save each for itself: to find what was just written, wait until each of them has it.
 */
export const sourcesOf =
  (viewStore: ViewStore, rules: Rules, of?: number) =>
  (key: string): TE.TaskEither<StoreError, Sources> => {
    const views = projections(rules)
    const rows = reader(viewStore, of)
    return pipe(
      upwards(rows, views)(key),
      TE.flatMap((customers) =>
        downwards(rows, views)([...new Set([key, ...customers.keys()])], {
          customers,
          streams: new Map(),
        }),
      ),
      TE.flatMap(({ customers, streams }) => {
        const his = oneWith(customers, key)
        const all = [...new Set(his.flatMap((each) => streams.get(each) ?? []))]
        const own = his.flatMap((each) => [`customer-${each}`, `dealings-${each}`])
        return together({
          customers: TE.right(customers),
          words: rows(views.words, his),
          complaints: rows(views.complaints, keysIn('complaint', all)),
          promises: rows(views.promises, keysIn('promise', all)),
          followUps: rows(views.followUps, keysIn('followUp', all)),
          surveys: rows(views.surveys, keysIn('survey', all)),
          dealings: rows(views.dealings, his),
          timeline: rows(views.timeline, [...own, ...all]),
        })
      }),
    )
  }
