/**
 * What a host says about what his desk does by itself. Each part that is left out is simply not done.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import {
  type Addressees,
  checkEscalation,
  type EscalationLevel,
  Rung,
  usualEscalations,
} from '../../complaint/escalation-rules.js'
import { Kind } from '../../complaint/lists.js'
import type { ComplaintRules } from '../../complaint/rules.js'
import { Party } from '../../complaint/values.js'
import {
  type BlacklistingProposals,
  checkBlacklistingProposals,
} from '../../policy/blacklisting-reasons.js'
import { checkOpenedComplaints, type OpenedComplaints } from '../../policy/opened-complaints.js'
import { checkIssuedSurveys, type IssuedSurveys } from '../../policy/surveys.js'
import { checkVipProposals, type VipProposals } from '../../policy/vip-proposals.js'
import type { VisitPlans } from '../../policy/visit-plans.js'
import { Actor } from '../../shared/actor.js'
import { Channel } from '../../shared/channel.js'
import { data } from '../../shared/message.js'
import { Money } from '../../shared/money.js'
import { listOf, oneOf } from '../../shared/one-of.js'
import { Name } from '../../shared/text.js'
import { ServqualEdition } from '../../survey/answers.js'
import { SurveyMode } from '../../survey/lists.js'
import { TimeZone } from '../../time/time-zone.js'
import type { BusinessCalendar } from '../../time/week.js'
import { at, type Problems, type Section } from './section.js'
import { calendarsOf, targetOf, TargetSettings } from './target.js'

const when = t.union(
  [
    data({ on: oneOf('On', ['unsolvedInTime', 'undecided']), after: TargetSettings }, {}),
    data({ on: oneOf('On', ['unsolvedInTime', 'replyOverdue']), pastDue: t.number }, {}),
    data({ on: t.literal('reopenedTimes'), times: t.number }, {}),
    data({ on: oneOf('On', ['majorMatter', 'departmentDispute']) }, {}),
  ],
  'EscalationTrigger',
)
const Level = data(
  { when, level: t.number, to: Rung },
  { rule: Name, kinds: listOf(Kind), tiers: listOf(Name) },
  'EscalationLevel',
)
type Level = t.TypeOf<typeof Level>

const Escalations = data(
  {
    addressees: data(
      { supervisor: Party, top: Party, arbiter: Party },
      { supervisors: listOf(data({ of: Name, supervisor: Party }, {}, 'Supervisor')) },
      'Addressees',
    ),
  },
  { levels: listOf(Level, 1) },
  'Escalations',
)

const effort = t.union(
  [data({ atMost: t.number }, {}), data({ atLeast: t.number }, {})],
  'atMost or atLeast',
)
const off = t.literal('off')
const manyClaims = t.union([off, data({ within: t.number, atLeast: t.number }, {})], 'ManyClaims')
const claimRatio = t.union(
  [off, data({ within: t.number, above: t.number }, { atLeast: t.number })],
  'ClaimRatio',
)

/** As the rules of the policies that need any, with calendars by their names. `levels` are the usual ones, unless given. */
export const AutomaticSettings = data(
  {},
  {
    escalations: Escalations,
    visitPlans: data({ timeZone: TimeZone }, { scheme: Name }, 'VisitPlans'),
    greetings: data({ calendar: Name }, {}, 'Greetings'),
    surveys: data(
      { mode: SurveyMode, channel: Channel, purpose: Name, cap: t.number, period: t.number },
      { servqual: ServqualEdition },
      'IssuedSurveys',
    ),
    complaints: data(
      {
        owner: Actor,
        dissatisfied: data(
          {},
          { csat: t.number, nps: t.number, effort, overall: t.number },
          'Dissatisfied',
        ),
      },
      {},
      'OpenedComplaints',
    ),
    vips: data(
      { within: t.number },
      { turnover: listOf(Money), purchases: t.number },
      'VipProposals',
    ),
    blacklisting: data({ manyClaims, claimRatio }, {}, 'BlacklistingProposals'),
  },
  'AutomaticSettings',
)
export type AutomaticSettings = t.OutputOf<typeof AutomaticSettings>

/** What the policies are made with. */
export interface AutomaticRules {
  readonly escalations?: {
    readonly levels: ReadonlyArray<EscalationLevel>
    readonly addressees: Addressees
  }
  readonly visitPlans?: VisitPlans
  readonly greetings?: { readonly calendar: BusinessCalendar }
  readonly surveys?: IssuedSurveys
  readonly complaints?: OpenedComplaints
  readonly vips?: VipProposals
  readonly blacklisting?: BlacklistingProposals
}

const levelOf = (
  { when: trigger, ...level }: Level,
  named: (name: string) => BusinessCalendar,
): EscalationLevel => ({
  ...level,
  when: 'after' in trigger ? { ...trigger, after: targetOf(trigger.after, named) } : trigger,
})

export const automaticSection: Section<t.TypeOf<typeof AutomaticSettings>, AutomaticRules> = {
  codec: AutomaticSettings,
  calendars: ({ escalations, greetings }) => [
    ...(escalations?.levels ?? []).flatMap(({ when: trigger }, i) =>
      'after' in trigger
        ? calendarsOf(`escalations.levels.${String(i)}.when.after`, trigger.after)
        : [],
    ),
    ...(greetings ? [['greetings.calendar', greetings.calendar] as const] : []),
  ],
  rules: ({ escalations, greetings, ...rest }, _, named) => ({
    ...rest,
    ...(greetings && { greetings: { calendar: named(greetings.calendar) } }),
    ...(escalations && {
      escalations: {
        addressees: escalations.addressees,
        levels: escalations.levels?.map((level) => levelOf(level, named)) ?? usualEscalations,
      },
    }),
  }),
  check: ({ surveys, complaints, vips, blacklisting }) => [
    ...(surveys ? checkIssuedSurveys(surveys) : []).map((each) => at('surveys', each)),
    ...(complaints ? checkOpenedComplaints(complaints) : []).map((each) => at('complaints', each)),
    ...(vips ? checkVipProposals(vips) : []).map((each) => at('vips', each)),
    ...(blacklisting ? checkBlacklistingProposals(blacklisting) : []).map((each) =>
      at('blacklisting', each),
    ),
  ],
}

/** What is wrong with it only beside the rules of the complaints that go up. */
export const checkAutomatic = (
  { escalations }: AutomaticRules,
  complaint: ComplaintRules | undefined,
): Problems => {
  if (escalations === undefined) return []
  const path = 'policies.automatic.escalations'
  return complaint === undefined
    ? [{ field: 'policies.complaint', expected: 'rules for the complaints that go up' }]
    : checkEscalation({ complaint, ...escalations }).map((problem) => at(path, problem))
}
