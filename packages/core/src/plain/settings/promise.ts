/**
 * What a host says about promises.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { checkRules, type PromiseRules } from '../../promise/rules.js'
import { Matter } from '../../shared/authority.js'
import { PromiseKind } from '../../shared/commitment.js'
import { data } from '../../shared/message.js'
import type { Section } from './section.js'
import { calendarsOf, targetOf, TargetSettings } from './target.js'

type MattersC = Readonly<Record<PromiseKind, typeof Matter>>

/** As `PromiseRules`, with the calendar by its name. */
export const PromiseSettings = data(
  {},
  {
    grace: t.number,
    matters: data(
      {},
      Object.fromEntries(PromiseKind.values.map((kind) => [kind, Matter])) as MattersC,
      'Matters',
    ),
    confirmWithin: TargetSettings,
    lateBy: t.number,
  },
  'PromiseSettings',
)
export type PromiseSettings = t.OutputOf<typeof PromiseSettings>

export const promiseSection: Section<t.TypeOf<typeof PromiseSettings>, PromiseRules> = {
  codec: PromiseSettings,
  calendars: ({ confirmWithin }) => calendarsOf('confirmWithin', confirmWithin),
  rules: ({ confirmWithin, ...settings }, authority, named) => ({
    ...settings,
    authority,
    ...(confirmWithin && { confirmWithin: targetOf(confirmWithin, named) }),
  }),
  check: checkRules,
}
