/**
 * What a host says about customers.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { checkRules, type CustomerRules } from '../../customer/rules.js'
import { data } from '../../shared/message.js'
import { listOf } from '../../shared/one-of.js'
import type { Section } from './section.js'

/** As `CustomerRules`. */
export const CustomerSettings = data(
  { purposes: listOf(t.string) },
  {
    schemes: listOf(data({ scheme: t.string, values: listOf(t.string) }, {}, 'Scheme')),
    lateBy: t.number,
  },
  'CustomerSettings',
)
export type CustomerSettings = t.OutputOf<typeof CustomerSettings>

export const customerSection: Section<t.TypeOf<typeof CustomerSettings>, CustomerRules> = {
  codec: CustomerSettings,
  calendars: () => [],
  rules: (settings, authority) => ({ ...settings, authority }),
  check: checkRules,
}
