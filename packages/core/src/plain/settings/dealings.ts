/**
 * What a host says about dealings.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { checkRules, type DealingsRules } from '../../dealings/rules.js'
import { data } from '../../shared/message.js'
import type { Section } from './section.js'

/** As `DealingsRules`. */
export const DealingsSettings = data({}, { lateBy: t.number }, 'DealingsSettings')
export type DealingsSettings = t.OutputOf<typeof DealingsSettings>

export const dealingsSection: Section<t.TypeOf<typeof DealingsSettings>, DealingsRules> = {
  codec: DealingsSettings,
  calendars: () => [],
  rules: (settings) => settings,
  check: checkRules,
}
