/**
 * What the library can measure itself of the targets that ship with it.
 *
 * @since 0.1.0
 */
import { type Instant, localDate } from '@troth/core'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { observe } from '../satisfaction/view/observe.js'
import { read } from '../satisfaction/view/read.js'
import type { Customers } from '../shared/customers.js'
import { known } from '../shared/kept.js'
import { categoryOf, keyOfStream } from '../shared/projection.js'
import { isIn, type Period, type Span, spanOf } from '../shared/period.js'
import { share, type Share } from '../shared/share.js'
import type { ReportSettings, ReportSources } from './settings.js'
import type { Measured, Measures } from './targets.js'

type InSpan = (at: Instant) => boolean

/** A share as a measure. */
export const measuredShare = (of: O.Option<Share>): O.Option<Measured> =>
  pipe(
    of,
    O.map(({ share: value, n, interval }) => ({ value, n, interval })),
  )

/** Large customers who were lost, of those who were there at any time of the period: won back, one was lost all the same. */
const largeLost = (customers: Customers, at: Instant, isNow: InSpan, span: Span, zone: string) => {
  const wasThere = (key: string): boolean =>
    customers.isThere(key, at) ||
    customers
      .factsOf(key)
      .some((fact) => fact.is === 'lost' && localDate(zone, fact.at) >= span.first)
  const large = customers.all.filter(
    (key) => customers.classAt(key, 'size', at) === 'large' && wasThere(key),
  )
  const lost = large.filter((key) =>
    customers.factsOf(key).some((fact) => fact.is === 'lost' && isNow(fact.at)),
  )
  return large.length === 0 ? O.none : O.some({ value: lost.length, n: large.length })
}

/** Orders by their number and the customer's key, as they were bought in the period; the same number twice is one order. */
const ordersIn = (
  { satisfaction }: ReportSources,
  customers: Customers,
  at: Instant,
  isNow: InSpan,
): number => {
  const orders = new Set<string>()
  for (const [stream, row] of satisfaction)
    if (categoryOf(stream) === 'dealings')
      for (const fact of known(at)(row.dealings))
        if (fact.is === 'bought' && isNow(fact.at))
          orders.add(`${customers.survivorOf(keyOfStream(stream))}/${fact.orderId}`)
  return orders.size
}

/** Complaints of damage or shortage in transport that were received in the period; merged ones are one. */
const damaged = ({ complaints }: ReportSources, isNow: InSpan): number =>
  [...complaints.values()].filter(({ state }) => {
    if (state._tag === 'NotRecorded' || state._tag === 'Merged') return false
    const { kind, content, intake } = state.file
    return (
      kind === 'complaint' &&
      content?.category === 'transport' &&
      (content.subtype === 'damage' || content.subtype === 'shortage') &&
      isNow(intake.at)
    )
  }).length

/**
 * `largeComplaintSatisfaction`, `largeCustomersLost` and `damageAndShortage` (complaints to orders of the period) of a
 * period, as known at `at`. The host adds his own: `{ ...measures, callsConnected: measuredShare(share(95, 100)) }`.
 */
export const measures =
  ({ terms }: ReportSettings) =>
  (sources: ReportSources, period: Period, at: Instant): Measures => {
    const { calendar } = terms
    const { zone } = calendar
    const span = spanOf(calendar, period)
    const isNow = (when: Instant) => when <= at && isIn(span)(localDate(zone, when))
    const observed = observe(terms)(sources.satisfaction, at)
    const { customers } = observed
    const [everyone] = read(terms)(observed, { segmentation: { by: 'everyone' }, period }).segments
    return {
      largeComplaintSatisfaction: pipe(
        everyone?.survey.transaction.complaintSatisfaction.large ?? O.none,
        O.map(({ share: value, n, interval }) => ({ value, n, interval })),
      ),
      largeCustomersLost: largeLost(customers, at, isNow, span, zone),
      damageAndShortage: measuredShare(
        share(damaged(sources, isNow), ordersIn(sources, customers, at, isNow)),
      ),
    }
  }
