/**
 * The name of one visit of a follow-up: it is derived, never stored, and so is called by what it follows from.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'
import * as t from 'io-ts'

import { type EntryId } from '../shared/ids.js'
import { dateFrom, dateText } from '../time/calendar-date.js'
import type { DayNumber } from '../time/week.js'
import type { DecemberTask } from './lists.js'

export interface VisitKeyBrand {
  readonly VisitKey: unique symbol
}

/**
 * `visit/2026-12-23` by the plan's cadence, `gift/2026-12-31` and `demandPlan/2026-12-31` in December,
 * `<id of the greeting date>/2027-02-28` on a day of greeting; `callBack`, the only one of a single call back.
 * The date is the one on which it first falls due, in the plan's zone, wherever it is moved to later.
 */
export type VisitKey = t.Branded<string, VisitKeyBrand>

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const dated = new RegExp(
  `^(?:visit|gift|demandPlan|${uuid})/((?:\\d{4}|[+-]\\d{6})-\\d\\d-\\d\\d)$`,
)

/** The date in a visit's name; none in the name of a call back, or in what is no name. */
export const dateOfKey = (key: string): O.Option<DayNumber> =>
  pipe(O.fromNullable(dated.exec(key)?.[1]), O.flatMap(dateFrom))

export const VisitKey: t.Type<VisitKey, string> = t.brand(
  t.string,
  (s): s is VisitKey => s === 'callBack' || O.isSome(dateOfKey(s)),
  'VisitKey',
)

export const callBackKey = 'callBack' as VisitKey

/** The name of the visit that first falls due on a date. */
export const keyOn = (of: 'visit' | DecemberTask | EntryId, date: DayNumber): VisitKey =>
  `${of}/${dateText(date)}` as VisitKey
