/**
 * A complaint's clocks: each follows from its events, a policy and an instant, and is never stored while it runs.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Instant } from '../shared/instant.js'
import { due, remaining, type Pause, type Target } from '../time/deadline.js'
import type { ClockName } from './lists.js'
import { firstReplyTarget, policyFor, type ClockPolicy, type ComplaintRules } from './rules.js'
import type { CaseFile, ComplaintState } from './state.js'
import { openWait, type Timeline } from './timeline.js'
import type { AppliedClock } from './values.js'

/** A clock that runs is due at an instant; one that is paused has so many milliseconds left, and no due instant. */
export type RunningClock =
  | {
      readonly _tag: 'Running'
      readonly clock: ClockName
      readonly startedAt: Instant
      readonly dueAt: Instant
    }
  | {
      readonly _tag: 'Paused'
      readonly clock: ClockName
      readonly startedAt: Instant
      readonly left: number
    }

interface Started {
  readonly clock: ClockName
  readonly target: Target
  readonly startedAt: Instant
}

const latest = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a)

const firstReply = (line: Timeline): Instant | undefined =>
  line.firstReply === undefined && !line.firstReplyOver
    ? (line.countedFrom ?? line.receivedAt)
    : undefined

const nextReply = (line: Timeline, policy: ClockPolicy): Instant | undefined => {
  const first = line.unanswered[0]
  switch (policy.nextReply?.from ?? 'firstUnanswered') {
    case 'firstUnanswered':
      return first
    case 'lastContact':
      return line.unanswered.at(-1)
    case 'afterFirstReply':
      return line.firstReply === undefined ? undefined : first
    case 'betweenAgentUpdates':
      return line.resolvedAt === undefined ? latest(line.cycleFrom, line.lastReply) : undefined
  }
}

const resolution = (line: Timeline): Instant | undefined =>
  line.resolvedAt === undefined ? latest(line.cycleFrom, line.countedFrom) : undefined

const started = (policy: ClockPolicy, line: Timeline): ReadonlyArray<Started> => {
  const wanted: ReadonlyArray<readonly [ClockName, Target | undefined, Instant | undefined]> = [
    ['firstReply', firstReplyTarget(policy), firstReply(line)],
    ['nextReply', policy.nextReply, nextReply(line, policy)],
    ['resolution', policy.resolution === 'none' ? undefined : policy.resolution, resolution(line)],
  ]
  return wanted.flatMap(([clock, target, startedAt]) =>
    target && startedAt !== undefined ? [{ clock, target, startedAt }] : [],
  )
}

const pausesOf = (line: Timeline, openUntil?: Instant): ReadonlyArray<Pause> =>
  line.waits.flatMap(({ from, to = openUntil }) =>
    to === undefined || to <= from ? [] : [{ from, to }],
  )

/** The due instant counts only the pauses that ended, unless an open one stops the clock before it is due. */
const reading = (
  { clock, target, startedAt }: Started,
  policy: ClockPolicy,
  line: Timeline,
): RunningClock | undefined => {
  const pausable = policy.pausedWhileWaiting.includes(clock)
  const pauses = pausable ? pausesOf(line) : []
  const dueAt = O.toUndefined(due(target, startedAt, pauses))
  if (dueAt === undefined) return undefined
  const wait = pausable ? openWait(line) : undefined
  if (!wait || wait.from >= dueAt) return { _tag: 'Running', clock, startedAt, dueAt }
  const left = remaining(target, startedAt, latest(startedAt, wait.from), pauses)
  return { _tag: 'Paused', clock, startedAt, left }
}

const policyOf = (rules: ComplaintRules, { kind, tier }: CaseFile): ClockPolicy =>
  policyFor(rules, kind, tier)

/**
 * The clocks that run on a complaint, or stand still while the customer is waited for; none once it has left the desk.
 * Late is what is due before the instant that one asks for.
 */
export const runningClocks =
  (rules: ComplaintRules) =>
  (state: ComplaintState): ReadonlyArray<RunningClock> => {
    if (state._tag !== 'Open') return []
    const { file } = state
    const policy = policyOf(rules, file)
    return started(policy, file.timeline).flatMap(
      (clock) => reading(clock, policy, file.timeline) ?? [],
    )
  }

/** A verdict on record is a fact: what was applied then is applied still. */
const onRecord = ({ verdicts }: Timeline, { clock, startedAt }: Started): Instant | undefined =>
  verdicts[clock]?.startedAt === startedAt ? verdicts[clock].dueAt : undefined

/**
 * Those of the named clocks that something at `at` stops, each with the due instant that it was under.
 * A pause still open ends there; what happened before a clock began stops it not.
 */
export const stoppedAt = (
  rules: ComplaintRules,
  file: CaseFile,
  at: Instant,
  names: ReadonlyArray<ClockName>,
): ReadonlyArray<AppliedClock> => {
  const policy = policyOf(rules, file)
  const line = file.timeline
  return started(policy, line).flatMap((each): ReadonlyArray<AppliedClock> => {
    const { clock, target, startedAt } = each
    if (!names.includes(clock) || at < startedAt) return []
    const pauses = policy.pausedWhileWaiting.includes(clock) ? pausesOf(line, at) : []
    const dueAt = onRecord(line, each) ?? O.toUndefined(due(target, startedAt, pauses))
    return dueAt === undefined ? [] : [{ clock, startedAt, dueAt }]
  })
}

/** The clocks that fell due before `at` with nothing to stop them, and have no verdict on record yet. */
export const missedAt = (
  rules: ComplaintRules,
  state: ComplaintState,
  at: Instant,
): ReadonlyArray<AppliedClock> => {
  if (state._tag !== 'Open') return []
  const { verdicts } = state.file.timeline
  return runningClocks(rules)(state).flatMap((each) =>
    each._tag === 'Running' && each.dueAt < at && verdicts[each.clock]?.startedAt !== each.startedAt
      ? [{ clock: each.clock, startedAt: each.startedAt, dueAt: each.dueAt }]
      : [],
  )
}

/**
 * Verdicts of `missed` that a fact written down later shows wrong:
 * the stop came at `at`, no later than the clock was due, and no earlier than it began.
 */
export const shownWrong = (
  { timeline }: CaseFile,
  at: Instant,
  names: ReadonlyArray<ClockName>,
): ReadonlyArray<AppliedClock> =>
  names.flatMap((name): ReadonlyArray<AppliedClock> => {
    const verdict = timeline.verdicts[name]
    if (verdict?.verdict !== 'missed' || at < verdict.startedAt || at > verdict.dueAt) return []
    const { clock, startedAt, dueAt } = verdict
    return [{ clock, startedAt, dueAt }]
  })
