/**
 * What a host says when it starts, in plain objects: checked whole before the first command.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

import { Channel, ClockName, Kind } from '../complaint/lists.js'
import { checkRules, type ClockPolicy, type ComplaintRules } from '../complaint/rules.js'
import { Authority } from '../shared/authority.js'
import { data } from '../shared/message.js'
import { listOf, oneOf } from '../shared/one-of.js'
import { decodeWith, type Problem } from '../shared/problem.js'
import { Name } from '../shared/text.js'
import { businessCalendar } from '../time/business-calendar.js'
import type { Target } from '../time/deadline.js'
import type { BusinessCalendar } from '../time/week.js'

const target = { within: t.number }
const targetMore = { calendar: Name, atClosing: oneOf('AtClosing', ['closing', 'nextOpening']) }
const NextReplyFrom = oneOf('NextReplyFrom', [
  'firstUnanswered',
  'lastContact',
  'betweenAgentUpdates',
  'afterFirstReply',
])
const TargetSettings = data(target, targetMore, 'Target')
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
const ClockRuleSettings = data(
  { policy: ClockPolicySettings },
  { kinds: listOf(Kind), tiers: listOf(Name) },
  'ClockRule',
)
const ComplaintSettings = data(
  {
    clocks: listOf(ClockRuleSettings, 1),
    noticeTries: t.number,
    reopenWithin: t.number,
    liaisonNote: TargetSettings,
  },
  { lateBy: t.number },
  'ComplaintSettings',
)
const Settings = t.readonly(
  t.strict({
    authority: Authority,
    calendars: t.readonly(t.record(t.string, t.unknown)),
    policies: t.readonly(t.strict({ complaint: ComplaintSettings })),
  }),
)

/**
 * What the host decides: the authority matrix, business calendars by name (in the shape that `businessCalendar` takes),
 * and the policies of each kind of stream. Times are milliseconds; a target with a `calendar` counts its working time.
 */
export type Settings = t.OutputOf<typeof Settings>
type TargetSettings = t.TypeOf<typeof TargetSettings>

const at = (path: string, { field, ...problem }: Problem): Problem => ({
  ...problem,
  field: field === '' ? path : `${path}.${field}`,
})

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null

/** What was written but is no setting: most likely one misspelt, which would otherwise be lost in silence. */
const unknownFields = (given: unknown, known: unknown, path: string): ReadonlyArray<Problem> =>
  isRecord(given) && isRecord(known)
    ? Object.keys(given).flatMap((key) =>
        key in known
          ? unknownFields(given[key], known[key], `${path}${key}.`)
          : [{ field: `${path}${key}`, expected: 'no such setting' }],
      )
    : []

const calendarsOf = (
  inputs: Readonly<Record<string, unknown>>,
): E.Either<ReadonlyArray<Problem>, ReadonlyMap<string, BusinessCalendar>> => {
  const read = Object.entries(inputs).map(
    ([name, input]) => [name, businessCalendar(input)] as const,
  )
  const problems = read.flatMap(([name, calendar]) =>
    E.isLeft(calendar) ? calendar.left.problems.map((p) => at(`calendars.${name}`, p)) : [],
  )
  return problems.length > 0
    ? E.left(problems)
    : E.right(new Map(read.flatMap(([name, c]) => (E.isRight(c) ? [[name, c.right]] : []))))
}

/** A calendar's name becomes the calendar; that it is a known one was checked before. */
const withCalendar =
  (calendars: ReadonlyMap<string, BusinessCalendar>) =>
  ({ within, calendar: name, atClosing }: TargetSettings): Target => {
    const calendar = name === undefined ? undefined : calendars.get(name)
    return { within, ...(calendar && { calendar }), ...(atClosing && { atClosing }) }
  }

const policyOf = (
  { firstReply, nextReply, resolution, ...rest }: t.TypeOf<typeof ClockPolicySettings>,
  resolve: (settings: TargetSettings) => Target,
): ClockPolicy => ({
  ...rest,
  resolution: resolution === 'none' ? 'none' : resolve(resolution),
  ...(firstReply && { firstReply: resolve(firstReply) }),
  ...(nextReply && {
    nextReply: { ...resolve(nextReply), ...(nextReply.from && { from: nextReply.from }) },
  }),
})

const targetsOf = ({
  clocks,
  liaisonNote,
}: t.TypeOf<typeof ComplaintSettings>): ReadonlyArray<readonly [string, TargetSettings]> => [
  ...clocks.flatMap(({ policy: { firstReply, nextReply, resolution } }, i) =>
    Object.entries({ firstReply, nextReply, resolution }).flatMap(([clock, each]) =>
      each === undefined || each === 'none'
        ? []
        : [[`clocks.${String(i)}.policy.${clock}`, each] as const],
    ),
  ),
  ['liaisonNote', liaisonNote],
]

const rulesOf = (
  { authority, policies: { complaint } }: t.TypeOf<typeof Settings>,
  calendars: ReadonlyMap<string, BusinessCalendar>,
): E.Either<ReadonlyArray<Problem>, ComplaintRules> => {
  const resolve = withCalendar(calendars)
  const missing = targetsOf(complaint).flatMap(([path, { calendar }]) =>
    calendar === undefined || calendars.has(calendar)
      ? []
      : [
          {
            field: `policies.complaint.${path}.calendar`,
            expected: 'the name of one of the calendars',
          },
        ],
  )
  const rules: ComplaintRules = {
    ...complaint,
    authority,
    liaisonNote: resolve(complaint.liaisonNote),
    clocks: complaint.clocks.map(({ policy, ...rule }) => ({
      ...rule,
      policy: policyOf(policy, resolve),
    })),
  }
  const problems = [...missing, ...checkRules(rules).map((p) => at('policies.complaint', p))]
  return problems.length > 0 ? E.left(problems) : E.right(rules)
}

/** All that is wrong with the settings, or the rules that they mean. */
export const complaintRules = (
  settings: Settings,
): E.Either<ReadonlyArray<Problem>, ComplaintRules> => {
  const decoded = decodeWith(Settings)(settings)
  if (E.isLeft(decoded)) return decoded
  const { authority, policies } = settings
  const unknown = unknownFields({ authority, policies }, decoded.right, '')
  if (unknown.length > 0) return E.left(unknown)
  const calendars = calendarsOf(decoded.right.calendars)
  return E.isLeft(calendars) ? calendars : rulesOf(decoded.right, calendars.right)
}
