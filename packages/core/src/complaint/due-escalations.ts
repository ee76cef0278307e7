/**
 * Which levels have fallen due on a complaint and are not on record yet: of its events, the rules and an instant.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Actor } from '../shared/actor.js'
import { after, type Instant, later } from '../shared/instant.js'
import type { Name, NonEmptyText } from '../shared/text.js'
import { due } from '../time/deadline.js'
import { runningClocks, type RunningClock } from './clocks.js'
import type { ComplaintCommand } from './commands.js'
import type {
  Addressees,
  EscalationGround,
  EscalationLevel,
  EscalationRules,
  EscalationTrigger,
  Rung,
} from './escalation-rules.js'
import type { ClockName } from './lists.js'
import { type CaseFile, type ComplaintState, isEscalated, type Step } from './state.js'
import type { Party } from './values.js'

/** A level that is to fire, in the cycle it is for. `since` is when it fell due: at a due instant, or when it came up. */
export interface DueEscalation {
  readonly rule: Name
  readonly level: number
  readonly cycle: number
  readonly ground: EscalationGround
  readonly rung: Rung
  readonly to: Party
  readonly since: Instant
}

const earliest = (instants: ReadonlyArray<Instant>): Instant | undefined =>
  instants.length === 0 ? undefined : (Math.min(...instants) as Instant)

/** When the first of the named clocks that run was due; one that stands still is not due. */
const dueOf = (
  clocks: ReadonlyArray<RunningClock>,
  ...names: ReadonlyArray<ClockName>
): Instant | undefined =>
  earliest(
    clocks.flatMap((each) =>
      each._tag === 'Running' && names.includes(each.clock) ? [each.dueAt] : [],
    ),
  )

const undecidedSteps: ReadonlyArray<Step> = [
  'recorded',
  'judged',
  'assigned',
  'investigated',
  'proposed',
]

const isUndecided = ({ step, judgement }: CaseFile): boolean =>
  undecidedSteps.includes(step) && judgement?.valid !== false

const isUnresolved = ({ timeline }: CaseFile): boolean => timeline.resolvedAt === undefined

interface Fall {
  readonly since: Instant
  /** Due at that instant itself; else from right after it on. */
  readonly atOnce: boolean
}

const late = (since: Instant | undefined): Fall | undefined =>
  since === undefined ? undefined : { since, atOnce: false }

/** When the trigger falls due in the present cycle, if it does by what is on record. */
const fall = (
  when: EscalationTrigger,
  file: CaseFile,
  clocks: ReadonlyArray<RunningClock>,
): Fall | undefined => {
  const { cycleFrom } = file.timeline
  if ('after' in when) {
    const holds = when.on === 'undecided' ? isUndecided(file) : isUnresolved(file)
    return holds ? late(O.toUndefined(due(when.after, cycleFrom, []))) : undefined
  }
  switch (when.on) {
    case 'unsolvedInTime':
    case 'replyOverdue': {
      const dueAt =
        when.on === 'unsolvedInTime'
          ? dueOf(clocks, 'resolution')
          : dueOf(clocks, 'firstReply', 'nextReply')
      return dueAt === undefined ? undefined : late(after(dueAt, when.pastDue))
    }
    case 'majorMatter':
    case 'departmentDispute': {
      const at = file.raised[when.on]
      return at === undefined ? undefined : { since: later(at, cycleFrom), atOnce: true }
    }
    case 'reopenedTimes':
      return file.cycle > when.times ? { since: cycleFrom, atOnce: true } : undefined
  }
}

const isFor = ({ kinds, tiers }: EscalationLevel, { kind, tier }: CaseFile): boolean =>
  (kinds?.includes(kind) ?? true) &&
  (tiers === undefined || (tier !== undefined && tiers.includes(tier)))

/** Of whoever has it in hand, else of his department, else of who answers for it in the business; else everybody's. */
const supervisorOf = (
  { supervisors = [], supervisor }: Addressees,
  { holder, owner }: CaseFile,
): Party =>
  [holder.id, holder.department, owner].flatMap((id) =>
    supervisors.filter(({ of }) => of === id),
  )[0]?.supervisor ?? supervisor

const addressee = (addressees: Addressees, rung: Rung, file: CaseFile): Party => {
  switch (rung) {
    case 'supervisor':
      return supervisorOf(addressees, file)
    case 'top':
      return addressees.top
    case 'arbiter':
      return addressees.arbiter
  }
}

/** The one to fire, of several that would go on record as the same level of the same rule. */
const fellFirst = (
  { rule, level, since }: DueEscalation,
  i: number,
  all: ReadonlyArray<DueEscalation>,
): boolean =>
  all.every(
    (each, j) =>
      each.rule !== rule ||
      each.level !== level ||
      since < each.since ||
      (since === each.since && i <= j),
  )

/**
 * The levels that have fallen due by `at` in the present cycle and have not fired in it, in the order of the rules;
 * of several that would go on record as the same level of the same rule, the one that fell due first. None once the
 * complaint has left the desk. Asked of the end of time it tells what is to fall due, if nothing happens before.
 */
export const dueEscalations =
  (rules: EscalationRules) =>
  (state: ComplaintState, at: Instant): ReadonlyArray<DueEscalation> => {
    if (state._tag !== 'Open') return []
    const { file } = state
    const { cycle } = file
    const clocks = runningClocks(rules.complaint)(state)
    const fallen = rules.levels.flatMap((each): ReadonlyArray<DueEscalation> => {
      const { when, level, to: rung, rule = when.on as string as Name } = each
      const fell = isFor(each, file) ? fall(when, file, clocks) : undefined
      if (fell === undefined || isEscalated(file, { rule, level, cycle })) return []
      const { since, atOnce } = fell
      if (at < since || (at === since && !atOnce)) return []
      const to = addressee(rules.addressees, rung, file)
      return [{ rule, level, cycle, ground: when.on, rung, to, since }]
    })
    return fallen.filter(fellFirst)
  }

/** What is to be asked of the complaint for it; asked again it is so already, and in another cycle it is refused. */
export const escalateCommand = (
  { rule, level, cycle, ground, to }: DueEscalation,
  { at, by }: { readonly at: Instant; readonly by: Actor },
): ComplaintCommand => ({
  type: 'Escalate',
  data: { rule, level, cycle, to, why: ground as string as NonEmptyText, at, by },
})
