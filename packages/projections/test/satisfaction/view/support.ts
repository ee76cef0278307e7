import { followUp } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import { foldRows, satisfaction } from '../../../src/index.js'
import { rules } from '../../follow-up-agenda/support.js'
import { zone } from '../../promise-ledger/support.js'
import { type History, wideFacts } from '../../shared/desk.js'
import { at, hour } from '../../shared/history.js'

const { observe, read, record } = satisfaction.view

export const terms: satisfaction.view.Terms = {
  calendar: { zone: zone('UTC'), firstDayOfWeek: 'mon' },
  charge: 'holderAtDue',
  firstContactWindow: 48 * hour,
  followUps: followUp.followUp(rules),
}

export const fold = foldRows(record)
export const rowsOf = (history: History) => fold(wideFacts(history))

export interface Question {
  readonly segmentation?: satisfaction.view.Segmentation
  readonly period?: satisfaction.view.Period
  readonly knownAt?: number
  readonly terms?: Partial<satisfaction.view.Terms>
}

/** Of the whole month, as known at its end, unless told otherwise. */
export const viewOf = (
  history: History,
  { segmentation = { by: 'everyone' }, period, knownAt = 600, terms: other }: Question = {},
): satisfaction.view.View => {
  const all = { ...terms, ...other }
  return read(all)(observe(all)(rowsOf(history), at(knownAt)), {
    segmentation,
    period: period ?? { by: 'month', at: at(0) },
  })
}

/** The figures of a segment; without a name, of those of whom it was not said. */
export const segment = (
  { segments }: satisfaction.view.View,
  name = 'everyone',
): satisfaction.view.SegmentFigures => {
  const found = segments.find((each) => O.toUndefined(each.segment) === name)
  if (found === undefined) throw new Error(`no segment ${name}`)
  return found
}

export const unsaid = (view: satisfaction.view.View): satisfaction.view.SegmentFigures => {
  const found = view.segments.find((each) => O.isNone(each.segment))
  if (found === undefined) throw new Error('nothing unsaid')
  return found
}

export const namesOf = ({ segments }: satisfaction.view.View) =>
  segments.map((each) => O.toNullable(each.segment))
