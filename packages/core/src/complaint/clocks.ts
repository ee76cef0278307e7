/**
 * A complaint's clocks: each follows from its events, a policy and an instant, and is never stored while it runs.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Instant } from '../shared/instant.js'
import { first, last } from '../shared/long-list.js'
import { due, remaining, type Pause, type Target } from '../time/deadline.js'
import type { ClockName } from './lists.js'
import { firstReplyTarget, policyFor, type ClockPolicy, type ComplaintRules } from './rules.js'
import type { CaseFile, ComplaintState } from './state.js'
import { type OnRecord, openWait, type Timeline } from './timeline.js'
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
  /** When it began; and from when it counts, which a change of kind or tier may have moved. */
  readonly began: Instant
  readonly startedAt: Instant
  /** The verdict that it has while it runs on. */
  readonly missed: OnRecord | undefined
}

const latest = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a)

const firstReply = (line: Timeline): Instant | undefined =>
  line.firstReply === undefined && !line.firstReplyOver ? line.receivedAt : undefined

const nextReply = (line: Timeline, policy: ClockPolicy): Instant | undefined => {
  const earliest = first(line.unanswered)
  switch (policy.nextReply?.from ?? 'firstUnanswered') {
    case 'firstUnanswered':
      return earliest
    case 'lastContact':
      return last(line.unanswered)
    case 'afterFirstReply':
      return line.firstReply === undefined ? undefined : earliest
    case 'betweenAgentUpdates':
      return line.resolvedAt === undefined ? latest(line.cycleFrom, line.lastReply) : undefined
  }
}

const resolution = (line: Timeline): Instant | undefined =>
  line.resolvedAt === undefined ? line.cycleFrom : undefined

/** A verdict on record is a fact, and the clock keeps it until it stops; one that began later is another clock. */
const verdictOn = (
  { verdicts }: Timeline,
  clock: ClockName,
  began: Instant,
): OnRecord | undefined => {
  const on = verdicts[clock]
  return on?.running && began <= on.startedAt ? on : undefined
}

const started = (policy: ClockPolicy, line: Timeline): ReadonlyArray<Started> => {
  const wanted: ReadonlyArray<readonly [ClockName, Target | undefined, Instant | undefined]> = [
    ['firstReply', firstReplyTarget(policy), firstReply(line)],
    ['nextReply', policy.nextReply, nextReply(line, policy)],
    ['resolution', policy.resolution === 'none' ? undefined : policy.resolution, resolution(line)],
  ]
  return wanted.flatMap(([clock, target, from]): ReadonlyArray<Started> => {
    if (!target || from === undefined) return []
    // What he wrote before it was received here was not late here.
    const began = latest(from, line.receivedAt)
    const missed = verdictOn(line, clock, began)
    const startedAt = missed?.startedAt ?? latest(began, line.countedFrom)
    return [{ clock, target, began, startedAt, missed }]
  })
}

const pausesOf = (line: Timeline, openUntil?: Instant): ReadonlyArray<Pause> =>
  line.waits.flatMap(({ from, to = openUntil }) => (to === undefined ? [] : [{ from, to }]))

/** The due instant counts only the pauses that ended, unless an open one stops the clock before it is due. */
const reading = (
  { clock, target, startedAt, missed }: Started,
  policy: ClockPolicy,
  line: Timeline,
): RunningClock | undefined => {
  if (missed && !missed.inDoubt) return { _tag: 'Running', clock, startedAt, dueAt: missed.dueAt }
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

/** What the clock was under when something at `at` stopped it; a pause still open ends there, and one that had not begun is not stopped. */
const appliedAt = (
  { clock, target, began, startedAt, missed }: Started,
  policy: ClockPolicy,
  line: Timeline,
  at: Instant,
): AppliedClock | undefined => {
  if (at < began) return undefined
  if (missed && !missed.inDoubt && at >= startedAt) return { clock, startedAt, dueAt: missed.dueAt }
  const from = at < startedAt ? began : startedAt
  const pauses = policy.pausedWhileWaiting.includes(clock) ? pausesOf(line, at) : []
  const dueAt = O.toUndefined(due(target, from, pauses))
  return dueAt === undefined ? undefined : { clock, startedAt: from, dueAt }
}

/** Those of the named clocks that something at `at` stops, each with the due instant that it was under. */
export const stoppedAt = (
  rules: ComplaintRules,
  file: CaseFile,
  at: Instant,
  names: ReadonlyArray<ClockName>,
): ReadonlyArray<AppliedClock> => {
  const policy = policyOf(rules, file)
  return started(policy, file.timeline).flatMap((each) =>
    names.includes(each.clock) ? (appliedAt(each, policy, file.timeline, at) ?? []) : [],
  )
}

/** The clocks that fell due before `at` with nothing to stop them, and have no verdict on record yet. */
export const missedAt = (
  rules: ComplaintRules,
  state: ComplaintState,
  at: Instant,
): ReadonlyArray<AppliedClock> => {
  if (state._tag !== 'Open') return []
  const { timeline } = state.file
  const policy = policyOf(rules, state.file)
  return started(policy, timeline).flatMap((each): ReadonlyArray<AppliedClock> => {
    const now = each.missed ? undefined : reading(each, policy, timeline)
    return now?._tag === 'Running' && now.dueAt < at
      ? [{ clock: now.clock, startedAt: now.startedAt, dueAt: now.dueAt }]
      : []
  })
}

/**
 * Verdicts of `missed` that a fact written down later shows wrong:
 * the stop came at `at`, no later than the clock was due, and no earlier than it began.
 */
export const shownWrong = (
  rules: ComplaintRules,
  file: CaseFile,
  at: Instant,
  names: ReadonlyArray<ClockName>,
): ReadonlyArray<AppliedClock> => {
  const line = file.timeline
  const missed = names.flatMap((name) => {
    const on = line.verdicts[name]
    return on?.verdict === 'missed' ? [on] : []
  })
  // Asked at every reply; hardly ever is there anything to show wrong.
  if (missed.length === 0) return []
  const policy = policyOf(rules, file)
  const running = started(policy, line)
  return missed.flatMap((on): ReadonlyArray<AppliedClock> => {
    const each = running.find((clock) => clock.clock === on.clock && clock.missed !== undefined)
    if (each) {
      const applied = appliedAt(each, policy, line, at)
      return applied && at <= applied.dueAt ? [applied] : []
    }
    const { clock, startedAt, dueAt } = on
    return at < startedAt || at > dueAt ? [] : [{ clock, startedAt, dueAt }]
  })
}
