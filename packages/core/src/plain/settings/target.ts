/**
 * How soon something is owed, as a host says it.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { data } from '../../shared/message.js'
import { oneOf } from '../../shared/one-of.js'
import { Name } from '../../shared/text.js'
import type { Target } from '../../time/deadline.js'
import type { BusinessCalendar } from '../../time/week.js'

export const target = { within: t.number }
export const targetMore = {
  calendar: Name,
  atClosing: oneOf('AtClosing', ['closing', 'nextOpening']),
}

export const TargetSettings = data(target, targetMore, 'Target')
export type TargetSettings = t.TypeOf<typeof TargetSettings>

/** The calendar that a target names, if it names one. */
export const calendarsOf = (
  path: string,
  settings: TargetSettings | undefined,
): ReadonlyArray<readonly [path: string, name: string]> =>
  settings?.calendar === undefined ? [] : [[`${path}.calendar`, settings.calendar]]

export const targetOf = (
  { within, calendar, atClosing }: TargetSettings,
  named: (name: string) => BusinessCalendar,
): Target => ({
  within,
  ...(calendar !== undefined && { calendar: named(calendar) }),
  ...(atClosing && { atClosing }),
})
