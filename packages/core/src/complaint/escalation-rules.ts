/**
 * When a complaint goes up, how far, and to whom: the host's, as data. None of it decides anything; `dueEscalations` reads it.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

import { type Problem, wholeFrom, wrong } from '../shared/problem.js'
import { oneOf } from '../shared/one-of.js'
import { Name } from '../shared/text.js'
import { checkTarget, type Target } from '../time/deadline.js'
import { escalation } from './fields.js'
import type { Kind } from './lists.js'
import type { ComplaintRules } from './rules.js'
import { Party } from './values.js'

/** Above whom: the supervisor of whoever has it in hand, the top of the house, or who arbitrates between departments. */
export const Rung = oneOf('Rung', ['supervisor', 'top', 'arbiter'])
export type Rung = t.TypeOf<typeof Rung>

/** Why a complaint goes up. */
export const EscalationGround = oneOf('EscalationGround', [
  'unsolvedInTime',
  'replyOverdue',
  'undecided',
  'majorMatter',
  'departmentDispute',
  'reopenedTimes',
])
export type EscalationGround = t.TypeOf<typeof EscalationGround>

/**
 * When it does, in each cycle:
 *
 * - `unsolvedInTime`: not resolved so long `after` the cycle began, or so many milliseconds `pastDue` of its resolution clock
 * - `replyOverdue`: so many milliseconds `pastDue` of the first or next reply clock, and still no reply
 * - `undecided`: so long `after` the cycle began, and nothing decided: neither found invalid, nor a remedy approved
 * - `majorMatter`, `departmentDispute`: at once, when that is raised
 * - `reopenedTimes`: at once, when it was reopened so many `times`
 *
 * `after` runs by its own calendar, or by the wall clock, whether the customer is waited for or not; a clock that stands
 * still while he is falls due later. What is done at the due instant itself is done in time.
 */
export type EscalationTrigger =
  | { readonly on: 'unsolvedInTime' | 'undecided'; readonly after: Target }
  | { readonly on: 'unsolvedInTime' | 'replyOverdue'; readonly pastDue: number }
  | { readonly on: 'majorMatter' | 'departmentDispute' }
  | { readonly on: 'reopenedTimes'; readonly times: number }

/** One level of one rule; without `kinds` or `tiers` it is for every one. */
export interface EscalationLevel {
  readonly when: EscalationTrigger
  /** From 1 to 9: 1 to the supervisor, higher for those above. */
  readonly level: number
  readonly to: Rung
  /** What goes on record as the rule that fired. Default: the ground's name. */
  readonly rule?: Name
  readonly kinds?: ReadonlyArray<Kind>
  readonly tiers?: ReadonlyArray<string>
}

/** Who stands where. `supervisors`: of a person, or of the department that he acts for, where it is not everybody's. */
export interface Addressees {
  readonly supervisor: Party
  readonly supervisors?: ReadonlyArray<{ readonly of: string; readonly supervisor: Party }>
  readonly top: Party
  readonly arbiter: Party
}

export interface EscalationRules {
  /** Whose clocks are asked. */
  readonly complaint: ComplaintRules
  readonly levels: ReadonlyArray<EscalationLevel>
  readonly addressees: Addressees
}

/**
 * What is usual, and needs no figure of the host's: what is not resolved by its due instant goes to the supervisor,
 * a dispute between departments to the arbiter, a major matter to the top, both at once.
 */
export const usualEscalations: ReadonlyArray<EscalationLevel> = [
  { when: { on: 'unsolvedInTime', pastDue: 0 }, level: 1, to: 'supervisor' },
  { when: { on: 'departmentDispute' }, level: 2, to: 'arbiter' },
  { when: { on: 'majorMatter' }, level: 9, to: 'top' },
]

const checkTrigger = (
  at: string,
  when: EscalationTrigger,
  { clocks }: ComplaintRules,
): ReadonlyArray<Problem> => {
  if ('after' in when)
    return checkTarget(when.after).map((p) => ({ ...p, field: `${at}.after.${p.field}` }))
  if ('pastDue' in when)
    return [
      ...wholeFrom(`${at}.pastDue`, 0, when.pastDue),
      // It would be waited for in vain.
      ...wrong(
        at,
        'a resolution clock in the rules of complaints',
        when.on !== 'unsolvedInTime' || clocks.some(({ policy }) => policy.resolution !== 'none'),
      ),
    ]
  return when.on === 'reopenedTimes' ? wholeFrom(`${at}.times`, 1, when.times) : []
}

const parties = ({
  supervisor,
  supervisors = [],
  top,
  arbiter,
}: Addressees): ReadonlyArray<readonly [string, unknown]> => [
  ['supervisor', supervisor],
  ...supervisors.map(
    (each, i) => [`supervisors[${String(i)}].supervisor`, each.supervisor] as const,
  ),
  ['top', top],
  ['arbiter', arbiter],
]

/** All that is wrong with the rules; a host asks before his first tick, not after. Those of complaints have their own check. */
export const checkEscalation = ({
  complaint,
  levels,
  addressees,
}: EscalationRules): ReadonlyArray<Problem> => [
  ...levels.flatMap(({ when, level, rule, to }, i) => {
    const at = `levels[${String(i)}]`
    return [
      ...wrong(`${at}.when.on`, EscalationGround.name, EscalationGround.is(when.on)),
      ...checkTrigger(`${at}.when`, when, complaint),
      ...wrong(`${at}.level`, escalation.level.name, escalation.level.is(level)),
      ...wrong(`${at}.to`, Rung.name, Rung.is(to)),
      ...wrong(`${at}.rule`, Name.name, rule === undefined || Name.is(rule)),
    ]
  }),
  ...parties(addressees).flatMap(([field, party]) =>
    wrong(`addressees.${field}`, Party.name, Party.is(party)),
  ),
]
