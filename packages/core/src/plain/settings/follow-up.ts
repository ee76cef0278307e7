/**
 * What a host says about follow-ups.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { DecemberTask, PlanKind, VisitKind } from '../../follow-up/lists.js'
import { checkRules, type FollowUpRules } from '../../follow-up/rules.js'
import { data } from '../../shared/message.js'
import { listOf } from '../../shared/one-of.js'
import { Name } from '../../shared/text.js'
import { Cadence } from '../../time/cadence.js'
import type { Section } from './section.js'

const WindowSettings = data({ early: t.number, late: t.number }, {}, 'Window')
type WindowsC = Readonly<Record<PlanKind, typeof WindowSettings>>

/** As `FollowUpRules`, with the calendar by its name. */
export const FollowUpSettings = data(
  {
    calendar: Name,
    windows: data(
      Object.fromEntries(PlanKind.values.map((kind) => [kind, WindowSettings])) as WindowsC,
      {},
      'Windows',
    ),
    callBack: data(
      { late: t.number },
      { afterComplaint: t.number, afterBrokenPromise: t.number },
      'CallBack',
    ),
    cadences: listOf(
      data(
        { cadence: Cadence },
        { kinds: listOf(VisitKind), classes: listOf(Name) },
        'CadenceRule',
      ),
    ),
  },
  { touch: Cadence, december: listOf(DecemberTask), lateBy: t.number },
  'FollowUpSettings',
)
export type FollowUpSettings = t.OutputOf<typeof FollowUpSettings>

export const followUpSection: Section<t.TypeOf<typeof FollowUpSettings>, FollowUpRules> = {
  codec: FollowUpSettings,
  calendars: ({ calendar }) => [['calendar', calendar]],
  rules: ({ calendar, ...settings }, _, named) => ({ ...settings, calendar: named(calendar) }),
  check: checkRules,
}
