/**
 * From what was kept to what is counted, as it was known at an instant.
 *
 * @since 0.1.0
 */
import type { Instant } from '@troth/core'

import { type Customers, customersAt } from '../../shared/customers.js'
import { known, recordsOf } from '../../shared/kept.js'
import type { Rows } from '../../shared/projection.js'
import { surveysAt } from './answers.js'
import { casesAt } from './cases.js'
import { complaintObservations } from './complaint-observations.js'
import type { Observation } from './observation.js'
import { type DealingsRecords, placeAt } from './place.js'
import type { Row } from './record.js'
import { promisesAt, visitsAt } from './settled.js'
import { type Granted, surveyObservations } from './survey-observations.js'
import type { Terms } from './terms.js'

/** All that is counted by `knownAt`: what was known then does not change by what happens later. */
export interface Observations {
  readonly knownAt: Instant
  readonly customers: Customers
  readonly all: ReadonlyArray<Observation>
}

const grantsOf = (
  records: DealingsRecords,
  customers: Customers,
  knownAt: Instant,
): ReadonlyArray<Granted> =>
  [...records].flatMap(([key, kept]) =>
    known(knownAt)(kept).flatMap(({ is, at }) =>
      is === 'benefit' ? [{ customer: customers.survivorOf(key), at }] : [],
    ),
  )

/** What is counted, as known at `knownAt`; the order in which the rows came changes nothing. */
export const observe =
  (terms: Terms) =>
  (rows: Rows<Row>, knownAt: Instant): Observations => {
    const customers = customersAt(recordsOf(rows, 'customer'), knownAt)
    const cases = casesAt(recordsOf(rows, 'complaint'), knownAt)
    const dealings = recordsOf(rows, 'dealings')
    const place = placeAt(terms.calendar.zone, customers, cases, dealings, knownAt)
    const grants = grantsOf(dealings, customers, knownAt)
    return {
      knownAt,
      customers,
      all: [
        ...surveyObservations(
          surveysAt(recordsOf(rows, 'survey'), knownAt),
          { place, customers },
          cases,
          grants,
        ),
        ...cases.flatMap(complaintObservations(terms, place, knownAt)),
        ...promisesAt(recordsOf(rows, 'promise'), knownAt).map((each): Observation => ({
          ...place.promise(each),
          of: 'promise',
          verdict: each.verdict,
        })),
        ...visitsAt(terms.followUps, recordsOf(rows, 'followUp'), knownAt).map(
          (each): Observation => ({
            ...place.visit(each),
            of: 'visit',
            inWindow: each.inWindow,
            skipped: each.skipped,
          }),
        ),
      ],
    }
  }
