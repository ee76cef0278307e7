import type { ActorId, Instant, Name } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import { columnsOf, wordsOf } from '../columns.js'
import type { Row } from '../csv.js'
import { quoted, type Refused, refusing } from '../refused.js'
import { timeOf } from '../times.js'

/** All that the log knows to happen; the first two begin a case. */
export const activities = [
  'Insert ticket',
  'Assign seriousness',
  'Take in charge ticket',
  'Wait',
  'Require upgrade',
  'Resolve ticket',
  'Closed',
  'Create SW anomaly',
  'Resolve SW anomaly',
  'Schedule intervention',
  'VERIFIED',
  'RESOLVED',
  'INVALID',
  'DUPLICATE',
] as const
export type Activity = (typeof activities)[number]

/** The columns that the import reads, and a header must name. */
export const columns = [
  'Case ID',
  'Activity',
  'Resource',
  'Complete Timestamp',
  'customer',
  'product',
  'responsible_section',
  'workgroup',
] as const

/** One line of the log: something that happened in a case. `text` is the line as it was written. */
export interface LogLine {
  readonly number: number
  readonly text: string
  readonly caseId: Name
  readonly activity: Activity
  readonly resource: ActorId
  readonly at: Instant
  readonly customer: Name
  readonly product: Name
  readonly section: Name
  readonly workgroup: ActorId
}

const isActivity = (text: string): text is Activity =>
  (activities as ReadonlyArray<string>).includes(text)

/** Reads the lines below a header: the event that each tells of, or why it was refused. */
export const lineOf = (
  header: ReadonlyArray<string>,
): ((row: Row) => E.Either<Refused, LogLine>) => {
  const read = columnsOf(header, columns)
  return (row) => {
    const { number, text } = row
    const refuse = refusing(row)
    const said = read(row)
    if (E.isLeft(said)) return said
    const words = wordsOf(row, said.right, columns)
    if (E.isLeft(words)) return words
    const {
      'Case ID': caseId,
      Activity: activity,
      Resource: resource,
      'Complete Timestamp': time,
      customer,
      product,
      responsible_section: section,
      workgroup,
    } = words.right
    if (!isActivity(activity)) return refuse('unknown activity', quoted(activity))
    const at = timeOf(time)
    if (at === undefined) return refuse('wrong date', quoted(time))
    return E.right({
      number,
      text,
      caseId,
      activity,
      resource,
      at,
      customer,
      product,
      section,
      workgroup,
    })
  }
}
