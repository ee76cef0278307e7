/**
 * The cases as people look them up.
 *
 * @since 0.1.0
 */
import { type complaint, type CustomerId, type Instant, redacted } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { customerOf, nobody, type People } from '../customers/people.js'
import { keyLike } from '../shared/merged.js'
import type { Rows } from '../shared/projection.js'
import type { Closing, Given, Row } from '../complaints/row.js'

/** A closed complaint that was put into the library. */
export interface Case {
  /** The row's key. */
  readonly id: string
  /** Whose it was, or who stands for him by now. */
  readonly customer: CustomerId
  readonly about: complaint.About
  readonly cause: O.Option<complaint.Cause>
  readonly content: O.Option<complaint.Content>
  readonly outcome: complaint.Outcome
  readonly receivedAt: Instant
  readonly closedAt: Instant
  /** Forgotten with the customer. */
  readonly summary: Closing['summary']
  readonly lesson: O.Option<string>
  /** The department responsible for it. */
  readonly department: O.Option<string>
  readonly given: ReadonlyArray<Given>
  /** None: nobody has confirmed it either way. */
  readonly avoided: O.Option<boolean>
}

const caseOf = (people: People, id: string, row: Row): ReadonlyArray<Case> => {
  const { state, closing, given = [], avoidance } = row
  // Reopened it is nobody's lesson yet, merged it is told by the complaint that stands for it.
  if (state._tag !== 'Closed' || closing === undefined) return []
  const { at: closedAt, outcome, summary, evaluation } = closing
  const { file } = state
  if (!evaluation.toCaseLibrary) return []
  const key = keyLike(id, file.customer)
  return [
    {
      id,
      customer: customerOf(people.survivorOf(key)),
      about: file.intake.about,
      cause: O.fromNullable(file.cause),
      content: O.fromNullable(file.content),
      outcome,
      receivedAt: file.intake.at,
      closedAt,
      summary: people.isForgotten(key) ? redacted : summary,
      lesson: O.fromNullable(evaluation.lesson),
      department: O.fromNullable(evaluation.department),
      given,
      avoided: O.fromNullable(avoidance?.avoided),
    },
  ]
}

const latestFirst = (a: Case, b: Case): number => b.closedAt - a.closedAt || (a.id < b.id ? -1 : 1)

/** All cases of the library, the one closed last at the top. */
export const cases = (rows: Rows<Row>, people: People = nobody): ReadonlyArray<Case> =>
  [...rows].flatMap(([id, row]) => caseOf(people, id, row)).sort(latestFirst)
