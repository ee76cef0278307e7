/**
 * The compound values that a customer's messages carry.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Actor } from '../shared/actor.js'
import { Instant } from '../shared/instant.js'
import { data } from '../shared/message.js'
import { Money } from '../shared/money.js'
import { Quantity } from '../shared/quantity.js'
import { Name } from '../shared/text.js'
import { ImportantDate } from '../time/important-date.js'

export { Quantity }

export interface YearlyDateBrand {
  readonly YearlyDate: unique symbol
}

/** A date of every year, as `MM-DD`. `02-29` is one; when it is kept in common years is the cadence's to say. */
export type YearlyDate = t.Branded<ImportantDate, YearlyDateBrand>

export const YearlyDate: t.Type<YearlyDate, string> = t.brand(
  ImportantDate,
  (date): date is YearlyDate => date.length === 5,
  'YearlyDate',
)

export interface YearBrand {
  readonly Year: unique symbol
}

/** A year of the Gregorian calendar, from 1800 to 2999. */
export type Year = t.Branded<number, YearBrand>

export const Year: t.Type<Year, number> = t.brand(
  t.number,
  (n): n is Year => Number.isInteger(n) && n >= 1800 && n <= 2999,
  'Year',
)

/** A day to remember. Without a year only the date is known; with one it is a date that there was. */
export const ImportantDay = t.refinement(
  data({ date: YearlyDate }, { year: Year }),
  ({ date, year }) => year === undefined || ImportantDate.is(`${String(year)}-${date}`),
  'ImportantDay',
)
export type ImportantDay = t.TypeOf<typeof ImportantDay>

/** One thing that a customer means to buy in the year after. */
export const DemandLine = data({ item: Name }, { quantity: Quantity, value: Money }, 'DemandLine')
export type DemandLine = t.TypeOf<typeof DemandLine>

/** Since when somebody is blacklisted, and who decided it. Why is on record where it was decided. */
export const Blacklisting = t.readonly(
  t.strict({ since: Instant, decidedBy: Actor }),
  'Blacklisting',
)
export type Blacklisting = t.TypeOf<typeof Blacklisting>
