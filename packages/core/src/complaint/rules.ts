/**
 * What the host decides about complaints. What only he can know has no default.
 *
 * @since 0.1.0
 */
import type { Authority } from '../shared/authority.js'
import { wholeFrom } from '../shared/problem.js'
import { checkTarget, type Target } from '../time/deadline.js'
import { day } from '../time/invalid-time.js'
import type { Channel, ClockName, Kind } from './lists.js'

/** From when the next-reply clock runs; each convention is some desk's own (see the table of clocks). */
export type NextReplyFrom =
  'firstUnanswered' | 'lastContact' | 'betweenAgentUpdates' | 'afterFirstReply'

/** What the desk owes on one kind of complaint of one tier of customer. */
export interface ClockPolicy {
  /** Default: 24 hours by the wall clock. */
  readonly firstReply?: Target
  /** Absent: no next-reply clock. `from` defaults to `firstUnanswered`. */
  readonly nextReply?: Target & { readonly from?: NextReplyFrom }
  /** There is no built-in resolution deadline: the host names one, or says that there is none. */
  readonly resolution: Target | 'none'
  /** The clocks that stand still while the customer is waited for. */
  readonly pausedWhileWaiting: ReadonlyArray<ClockName>
  /** An intake on one of these channels is its own first reply. Default: none. */
  readonly answeredAtIntake?: ReadonlyArray<Channel>
}

/** A policy, and what it is for; without `kinds` or `tiers` it is for every one. The first that fits holds. */
export interface ClockRule {
  readonly kinds?: ReadonlyArray<Kind>
  readonly tiers?: ReadonlyArray<string>
  readonly policy: ClockPolicy
}

export interface ComplaintRules {
  readonly authority: Authority
  readonly clocks: ReadonlyArray<ClockRule>
  /** How often a customer is notified in vain before the complaint may close as unanswered; at least 1. */
  readonly noticeTries: number
  /** Milliseconds after a close (or a withdrawal) within which the complaint may be reopened. */
  readonly reopenWithin: number
  /** By when the liaison note is owed after a complaint was resolved at once. */
  readonly liaisonNote: Target
  /** Milliseconds by which a fact may be written down after the latest one on record. Default: 7 days. */
  readonly lateBy?: number
}

/** The policy's first-reply target: 24 hours by the wall clock, unless it names another. */
export const firstReplyTarget = ({ firstReply }: ClockPolicy): Target =>
  firstReply ?? { within: day }

const nothingSaid: ClockPolicy = { resolution: 'none', pausedWhileWaiting: [] }

/** The policy for a kind and tier: of the first rule that fits. */
export const policyFor = (
  { clocks }: ComplaintRules,
  kind: Kind,
  tier: string | undefined,
): ClockPolicy =>
  clocks.find(
    ({ kinds, tiers }) =>
      (kinds?.includes(kind) ?? true) &&
      (tiers === undefined || (tier !== undefined && tiers.includes(tier))),
  )?.policy ?? nothingSaid

/** A setting that can not be meant, by its path. */
export interface InvalidSetting {
  readonly field: string
  readonly expected: string
}

const target = (field: string, t: Target | undefined): ReadonlyArray<InvalidSetting> =>
  t === undefined
    ? []
    : checkTarget(t).map((p) => ({ field: `${field}.${p.field}`, expected: p.expected }))

const checkClockRule = ({ policy }: ClockRule, i: number): ReadonlyArray<InvalidSetting> => {
  const at = `clocks[${String(i)}].policy`
  const { firstReply, nextReply, resolution } = policy
  return [
    ...target(`${at}.firstReply`, firstReply),
    ...target(`${at}.nextReply`, nextReply),
    ...target(`${at}.resolution`, resolution === 'none' ? undefined : resolution),
  ]
}

/** All that is wrong with the rules; a host asks before his first command, not after. */
export const checkRules = (rules: ComplaintRules): ReadonlyArray<InvalidSetting> => {
  const { clocks, noticeTries, reopenWithin, liaisonNote, lateBy } = rules
  const forEvery = clocks.some((rule) => rule.kinds === undefined && rule.tiers === undefined)
  return [
    ...(forEvery ? [] : [{ field: 'clocks', expected: 'a last rule for every kind and tier' }]),
    ...clocks.flatMap(checkClockRule),
    ...wholeFrom('noticeTries', 1, noticeTries),
    ...wholeFrom('reopenWithin', 0, reopenWithin),
    ...target('liaisonNote', liaisonNote),
    ...wholeFrom('lateBy', 0, lateBy ?? 0),
  ]
}
