import { ActorId, Instant, Name } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import type { Row } from '../csv.js'
import { quoted, type Reason, type Refused } from '../refused.js'

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
type Column = (typeof columns)[number]

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

const time = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/

/** `2012/10/09 14:50:17.000`, read as UTC; undefined for what is no date of the calendar, or no time of a day. */
export const timeOf = (text: string): Instant | undefined => {
  const match = time.exec(text)
  if (match === null) return undefined
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number)
  const ms = Date.UTC(year, month - 1, ...rest)
  // `Date` takes the 30th of February for the 1st of March; written out again, it says so.
  const again = new Date(ms).toISOString().replaceAll('-', '/').replace('T', ' ').slice(0, -1)
  return again === text && Instant.is(ms) ? ms : undefined
}

const isActivity = (text: string): text is Activity =>
  (activities as ReadonlyArray<string>).includes(text)

// A foreign id with a line end or an escape in it would do harm wherever it is shown.
const isUsable = (text: string): text is Name & ActorId =>
  Name.is(text) && ActorId.is(text) && !/[\p{Cc}\ufffd]/u.test(text)

type Refuse = (reason: Reason, detail: string) => E.Either<Refused, never>

const countRefused = (
  { ended }: Row,
  found: number,
  wanted: number,
  refuse: Refuse,
): E.Either<Refused, never> => {
  const count = `${found} of ${wanted} columns`
  if (found > wanted) return refuse('too many columns', `${found} for ${wanted}`)
  return ended
    ? refuse('columns missing', `${count}: left out, or the line was cut short`)
    : refuse('cut short', `${count}, and the file ends`)
}

/** Reads the lines below a header: the event that each tells of, or why it was refused. */
export const lineOf = (
  header: ReadonlyArray<string>,
): ((row: Row) => E.Either<Refused, LogLine>) => {
  const places = Object.fromEntries(columns.map((column) => [column, header.indexOf(column)]))
  return (row) => {
    const { number, text, fields } = row
    const refuse: Refuse = (reason, detail) => E.left({ line: number, reason, detail })
    if (fields === undefined) return refuse('quotes do not balance', quoted(text))
    if (fields.length !== header.length)
      return countRefused(row, fields.length, header.length, refuse)
    const said = (column: Column): string => fields[places[column] ?? -1] ?? ''
    const texts = (column: Column): E.Either<Refused, Name & ActorId> => {
      const word = said(column)
      if (word.trim() === '') return refuse('empty column', column)
      return isUsable(word) ? E.right(word) : refuse('unusable text', `${column}: ${quoted(word)}`)
    }
    const words: Partial<Record<Column, Name & ActorId>> = {}
    for (const column of columns) {
      const word = texts(column)
      if (E.isLeft(word)) return word
      words[column] = word.right
    }
    const activity = said('Activity')
    if (!isActivity(activity)) return refuse('unknown activity', quoted(activity))
    const at = timeOf(said('Complete Timestamp'))
    if (at === undefined) return refuse('wrong date', quoted(said('Complete Timestamp')))
    const {
      'Case ID': caseId,
      Resource: resource,
      customer,
      product,
      responsible_section: section,
      workgroup,
    } = words as Record<Column, Name & ActorId>
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
