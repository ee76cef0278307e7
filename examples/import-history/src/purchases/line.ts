import { dealings, type Instant } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import type { Line } from '../lines.js'
import { countRefused, notExpected, type Refused, refusing } from '../refused.js'
import { dayOf } from '../times.js'

/** In the order in which a line has them, with blanks between. */
export const columns = ['master id', 'sample id', 'date', 'CDs', 'dollars'] as const

/** One line: what a customer bought at one time. `text` is the line as it was written. */
export interface PurchaseLine {
  readonly number: number
  readonly text: string
  /** The shop's own number of him. */
  readonly customer: string
  /** `19970101`, and its beginning in UTC: a line says no time of day. */
  readonly date: string
  readonly at: Instant
  readonly cds: dealings.Quantity
  readonly cents: number
}

/** Two numbers and a date of eight digits: there is no header that would tell. */
export const isFirstLine = ({ text }: Line): boolean => /^\s*\d+\s+\d+\s+\d{8}(\s|$)/.test(text)

const isId = (text: string): boolean => /^\d{1,20}$/.test(text)

const quantityOf = (text: string): dealings.Quantity | undefined => {
  const n = /^\d{1,10}$/.test(text) ? Number(text) : NaN
  return dealings.Quantity.is(n) ? n : undefined
}

/** Read as two whole numbers: 100 times 29.33 is not quite 2,933. */
const centsOf = (text: string): number | undefined => {
  const [, dollars, cents] = /^(\d{1,12})\.(\d\d)$/.exec(text) ?? []
  return dollars === undefined ? undefined : Number(dollars) * 100 + Number(cents)
}

/** The purchase that a line tells of, or why it was refused. */
export const lineOf = (line: Line): E.Either<Refused, PurchaseLine> => {
  const { number, text } = line
  const refuse = refusing(line)
  const words = text.trim().split(/\s+/)
  if (words.length !== columns.length)
    return countRefused(line, words.length, columns.length, refuse)
  const [customer = '', sample = '', date = '', discs = '', dollars = ''] = words
  for (const [column, id] of [
    ['master id', customer],
    ['sample id', sample],
  ] as const)
    if (!isId(id)) return refuse('wrong number', notExpected(column, id, 'digits alone'))
  const at = dayOf(date)
  if (at === undefined)
    return refuse('wrong date', notExpected('date', date, 'a day of the calendar like 19970131'))
  const cds = quantityOf(discs)
  if (cds === undefined)
    return refuse('wrong number', notExpected('CDs', discs, 'a whole number, at least 1'))
  const cents = centsOf(dollars)
  if (cents === undefined)
    return refuse('wrong amount', notExpected('dollars', dollars, 'dollars and cents like 29.33'))
  return E.right({ number, text, customer, date, at, cds, cents })
}
