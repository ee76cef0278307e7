/**
 * The loyalty view: what each customer does, says and is worth, and what the models expect of him.
 *
 * @since 0.1.0
 */
import type { Currency, customer, Instant, survey } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { customersAt } from '../../shared/customers.js'
import { type Calendar, type Dates, datesOf, type Period, spanOf } from '../../shared/period.js'
import { recordsOf } from '../../shared/kept.js'
import type { Rows } from '../../shared/projection.js'
import type { Churn } from '../churn.js'
import type { FitFailed } from '../fit-failed.js'
import type { Thresholds } from '../rfm/index.js'
import type { Layer, Level } from '../value-pyramid.js'
import { type Dealt, dealtBy, type Said } from './dealt.js'
import { allOrders, churnOf, lossOf, pyramidOf, type RfmReading, rfmScores } from './everybody.js'
import { type Expectation, expectationOf, fitModels, type Models } from './models.js'
import type { MixedCurrency } from './money.js'
import {
  type AttitudeReading,
  attitudeOf,
  type Behaviour,
  behaviourOf,
  type Decline,
  declineOf,
  type PhaseReading,
  phaseOf,
} from './person.js'
import type { Row } from './record.js'
import type { Terms } from './terms.js'

export type NpsClass = 'promoter' | 'passive' | 'detractor'

/**
 * What a customer does for us: how many he sent, and which of the three he is by what he said last, asked about one time
 * and asked about all times so far.
 */
export interface Promotion {
  readonly referrals: number
  readonly nps: Readonly<Record<survey.SurveyMode, O.Option<NpsClass>>>
}

export interface CustomerLoyalty {
  /** The key of the customer, for whom no other stands. */
  readonly customer: string
  readonly behaviour: Behaviour
  /** None where he never bought. */
  readonly rfm: E.Either<MixedCurrency, O.Option<RfmReading>>
  readonly level: E.Either<MixedCurrency, O.Option<Level>>
  readonly declining: E.Either<MixedCurrency, O.Option<Decline>>
  /** Attitude and behaviour together: Dick & Basu. */
  readonly attitude: O.Option<AttitudeReading>
  readonly phase: O.Option<PhaseReading>
  readonly promotion: Promotion
  /** None where he never bought. */
  readonly expected: E.Either<FitFailed, O.Option<Expectation>>
  readonly lost: O.Option<{ readonly at: Instant; readonly reason: customer.LossReason }>
}

export interface View {
  readonly calendar: Calendar
  readonly knownAt: Instant
  /** In which a customer is active: the last so many days. */
  readonly window: Dates
  /** Of `churn`. */
  readonly period: Dates
  /** Of the money in scores and layers; none where nobody bought, and no rates lead to one. */
  readonly currency: E.Either<MixedCurrency, O.Option<Currency>>
  /** Where scores end and begin; refused where orders are of several currencies and no rates are known. */
  readonly rfmThresholds: E.Either<MixedCurrency, Thresholds>
  readonly pyramid: E.Either<MixedCurrency, ReadonlyArray<Layer>>
  readonly churn: Churn<customer.LossReason>
  readonly models: Models
  /** Everybody on record for whom no other stands, in the order of their keys. */
  readonly customers: ReadonlyArray<CustomerLoyalty>
}

const npsClass = (said: ReadonlyArray<Said<number>>): O.Option<NpsClass> =>
  pipe(
    O.fromNullable(said.at(-1)?.value),
    O.map((score) => (score >= 9 ? 'promoter' : score >= 7 ? 'passive' : 'detractor')),
  )

const promotionOf = ({ referrals, nps }: Dealt): Promotion => ({
  referrals,
  nps: { transaction: npsClass(nps.transaction), cumulative: npsClass(nps.cumulative) },
})

const levels = (layers: ReadonlyArray<Layer>): ReadonlyMap<string, Level> =>
  new Map(layers.flatMap(({ level, customers }) => customers.map((each) => [each, level] as const)))

/**
 * The view as known at `knownAt`: a return after it takes nothing away, and what happens later changes nothing. `period` is that
 * of `churn` alone.
 */
export const read =
  (terms: Terms) =>
  (rows: Rows<Row>, knownAt: Instant, period: Period): View => {
    const { calendar, windowDays: days } = terms
    const customers = customersAt(recordsOf(rows, 'customer'), knownAt)
    const dealt = dealtBy(
      { dealings: recordsOf(rows, 'dealings'), surveys: recordsOf(rows, 'survey') },
      customers,
      knownAt,
    )
    const window = spanOf(calendar, { by: 'rolling', days, until: knownAt })
    const span = spanOf(calendar, period)
    const orders = allOrders(dealt, terms)
    const scores = rfmScores(orders, terms, knownAt)
    const pyramid = pyramidOf(dealt, orders, customers, window, terms)
    const levelOf = pipe(pyramid, E.map(levels))
    const { models, summaries } = fitModels(dealt, terms, knownAt)
    const expected = (key: string): CustomerLoyalty['expected'] => {
      const summarised = summaries.get(key)
      return summarised === undefined
        ? E.right(O.none)
        : pipe(expectationOf(models, summarised, terms), E.map(O.some))
    }
    return {
      calendar,
      knownAt,
      window: datesOf(window),
      period: datesOf(span),
      currency: pipe(
        orders,
        E.map(({ currency }) => O.fromNullable(currency)),
      ),
      rfmThresholds: pipe(
        scores,
        E.map(({ thresholds }) => thresholds),
      ),
      pyramid,
      churn: churnOf(dealt, customers, span, terms),
      models,
      customers: dealt.map((each) => ({
        customer: each.customer,
        behaviour: behaviourOf(each, terms, knownAt),
        rfm: pipe(
          scores,
          E.map(({ byCustomer }) => O.fromNullable(byCustomer.get(each.customer))),
        ),
        level: pipe(
          levelOf,
          E.map((all) => O.fromNullable(all.get(each.customer))),
        ),
        declining: declineOf(each, window, terms),
        attitude: attitudeOf(each, terms),
        phase: phaseOf(each, terms),
        promotion: promotionOf(each),
        expected: expected(each.customer),
        lost: O.fromNullable(lossOf(each.customer, customers, knownAt)),
      })),
    }
  }
