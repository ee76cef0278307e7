/**
 * What a host says about complaints.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Channel, ClockName, Kind } from '../../complaint/lists.js'
import { checkRules, type ClockPolicy, type ComplaintRules } from '../../complaint/rules.js'
import { data } from '../../shared/message.js'
import { listOf, oneOf } from '../../shared/one-of.js'
import { Name } from '../../shared/text.js'
import type { BusinessCalendar } from '../../time/week.js'
import type { Section } from './section.js'
import { calendarsOf, target, targetMore, targetOf, TargetSettings } from './target.js'

const NextReplyFrom = oneOf('NextReplyFrom', [
  'firstUnanswered',
  'lastContact',
  'betweenAgentUpdates',
  'afterFirstReply',
])
const ClockPolicySettings = data(
  {
    resolution: t.union([TargetSettings, t.literal('none')], "Target | 'none'"),
    pausedWhileWaiting: listOf(ClockName),
  },
  {
    firstReply: TargetSettings,
    nextReply: data(target, { ...targetMore, from: NextReplyFrom }, 'Target'),
    answeredAtIntake: listOf(Channel),
  },
  'ClockPolicy',
)
type ClockPolicySettings = t.TypeOf<typeof ClockPolicySettings>

const ClockRuleSettings = data(
  { policy: ClockPolicySettings },
  { kinds: listOf(Kind), tiers: listOf(Name) },
  'ClockRule',
)

/** As `ComplaintRules`, with calendars by their names. */
export const ComplaintSettings = data(
  {
    clocks: listOf(ClockRuleSettings, 1),
    noticeTries: t.number,
    reopenWithin: t.number,
    liaisonNote: TargetSettings,
  },
  { lateBy: t.number },
  'ComplaintSettings',
)
export type ComplaintSettings = t.OutputOf<typeof ComplaintSettings>

const policyOf = (
  { firstReply, nextReply, resolution, ...rest }: ClockPolicySettings,
  named: (name: string) => BusinessCalendar,
): ClockPolicy => ({
  ...rest,
  resolution: resolution === 'none' ? 'none' : targetOf(resolution, named),
  ...(firstReply && { firstReply: targetOf(firstReply, named) }),
  ...(nextReply && {
    nextReply: { ...targetOf(nextReply, named), ...(nextReply.from && { from: nextReply.from }) },
  }),
})

export const complaintSection: Section<t.TypeOf<typeof ComplaintSettings>, ComplaintRules> = {
  codec: ComplaintSettings,
  calendars: ({ clocks, liaisonNote }) => [
    ...clocks.flatMap(({ policy: { firstReply, nextReply, resolution } }, i) =>
      Object.entries({ firstReply, nextReply, resolution }).flatMap(([clock, each]) =>
        each === 'none' ? [] : calendarsOf(`clocks.${String(i)}.policy.${clock}`, each),
      ),
    ),
    ...calendarsOf('liaisonNote', liaisonNote),
  ],
  rules: (settings, authority, named) => ({
    ...settings,
    authority,
    liaisonNote: targetOf(settings.liaisonNote, named),
    clocks: settings.clocks.map(({ policy, ...rule }) => ({
      ...rule,
      policy: policyOf(policy, named),
    })),
  }),
  check: checkRules,
}
