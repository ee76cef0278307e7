/**
 * What a host says about faults.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { checkRules, type FaultRules } from '../../fault/rules.js'
import { data } from '../../shared/message.js'
import type { Section } from './section.js'

/** As `FaultRules`. */
export const FaultSettings = data({}, { lateBy: t.number }, 'FaultSettings')
export type FaultSettings = t.OutputOf<typeof FaultSettings>

export const faultSection: Section<t.TypeOf<typeof FaultSettings>, FaultRules> = {
  codec: FaultSettings,
  calendars: () => [],
  rules: (settings, authority) => ({ ...settings, authority }),
  check: checkRules,
}
