/**
 * What a desk does by itself, and how a host runs it.
 *
 * @since 0.1.0
 */
import type { Either } from 'fp-ts/lib/Either.js'

import { scheduleCallBacks } from '../policy/call-backs.js'
import { proposeBlacklisting } from '../policy/blacklisting-proposals.js'
import { checkComplaintClocks } from '../policy/complaint-clocks.js'
import { endFollowUps } from '../policy/ended-follow-ups.js'
import { escalateComplaints } from '../policy/escalations.js'
import { followMerges } from '../policy/followed-merges.js'
import { greetOnImportantDates } from '../policy/greetings.js'
import { linkPromises } from '../policy/linked-promises.js'
import { openComplaints } from '../policy/opened-complaints.js'
import { breakOverduePromises } from '../policy/overdue-promises.js'
import type { Policy } from '../policy/policy.js'
import { runPolicy } from '../policy/run.js'
import type { Desk, Notice, Stopped } from '../policy/running.js'
import { expireSurveys } from '../policy/survey-expiry.js'
import { issueSurveys } from '../policy/surveys.js'
import { settled } from '../policy/settled.js'
import { everySoOften, ticker } from '../policy/ticker.js'
import { proposeVips } from '../policy/vip-proposals.js'
import { openVisitPlans } from '../policy/visit-plans.js'
import { remindOfVisits } from '../policy/visit-reminders.js'
import { Actor } from '../shared/actor.js'
import { Instant } from '../shared/instant.js'
import { decodeWith, type Problem, wrong } from '../shared/problem.js'
import type { Position } from '../store/event-store.js'
import { cancellable } from '../store/cancellable.js'
import type { Runtime } from '../store/runtime.js'
import type { Stores } from '../store/stores.js'
import { CommandFailed, type Failure } from './command-failed.js'
import type { Rules } from './configuration.js'
import { isoOf } from './plain-values.js'

/** From when on a policy does something about what it hears: `start`, `now`, or behind a position of the store's. */
export type PolicyStart = string

/** How the policies are run. Nothing here is stored but where each of them begins, the first time. */
export interface PolicyOptions {
  readonly start: PolicyStart
  /** Where some of them begin elsewhere, by their names. */
  readonly starts?: Readonly<Record<string, PolicyStart>>
  /** The names of those that facts from elsewhere trigger too. Default: none. */
  readonly imported?: ReadonlyArray<string>
  /** Milliseconds between two ticks. Unless given, the host ticks. */
  readonly every?: number
  /** Who acts. Default: `policy.{name}`, in the role `policy`. */
  readonly by?: { readonly id: string; readonly role: string }
  readonly onNotice?: (notice: PolicyNotice) => void
}

/** How far a policy had come when it ended, and why: `Asked`, when the host stopped it. */
export interface PolicyStopped {
  readonly policy: string
  /** `'start'`: nothing was heard yet. */
  readonly position: string
  /** The event that it could not get past. */
  readonly event?: { readonly stream: string; readonly revision: bigint }
  readonly why:
    Failure | { readonly _tag: 'Asked' } | { readonly _tag: 'Threw'; readonly message: string }
}

/** What a policy has to say while it runs. */
export type PolicyNotice =
  | { readonly _tag: 'CaughtUp'; readonly policy: string }
  /** A stream refused what the policy asked; the policy goes on. */
  | {
      readonly _tag: 'Refused'
      readonly policy: string
      readonly stream: string
      readonly id: string
      readonly command: string
      readonly why: { readonly _tag: string }
    }
  /** The store is away; the policy waits and tries again. */
  | { readonly _tag: 'Waiting'; readonly policy: string; readonly why: Failure }
  | { readonly _tag: 'Stopped'; readonly stopped: PolicyStopped }

/** Policies that run. */
export interface RunningPolicies {
  readonly names: ReadonlyArray<string>
  /** What fell due by now, or by the instant given, is done when it is over. */
  readonly tick: (at?: Date | number | string) => Promise<void>
  /** When each of them has heard all that is on record, and all that came of it. */
  readonly settled: () => Promise<void>
  /** Each of them finishes what is under way. */
  readonly stop: () => Promise<ReadonlyArray<PolicyStopped>>
  /** When every one of them has ended, however it did. */
  readonly ended: Promise<ReadonlyArray<PolicyStopped>>
}

/** The policies that the host's settings call for. */
export const policiesBy = ({
  complaint,
  customer,
  followUp,
  survey,
  promise,
  automatic,
}: Rules): ReadonlyArray<Policy> => {
  const { escalations, visitPlans, greetings, surveys, complaints, vips, blacklisting } = automatic
  const wanted: ReadonlyArray<Policy | false | undefined> = [
    (customer ?? complaint) && followMerges,
    breakOverduePromises(promise),
    complaint && linkPromises,
    complaint && checkComplaintClocks(complaint),
    complaint && escalations && escalateComplaints({ complaint, ...escalations }),
    followUp && scheduleCallBacks,
    followUp && endFollowUps,
    followUp && remindOfVisits,
    followUp && visitPlans && openVisitPlans(visitPlans),
    followUp && greetings && greetOnImportantDates(greetings),
    survey && expireSurveys,
    survey && surveys && issueSurveys(surveys),
    complaint && complaints && openComplaints(complaints),
    customer && vips && proposeVips(vips),
    customer && blacklisting && proposeBlacklisting(blacklisting),
  ]
  return wanted.flatMap((policy) => (policy ? [policy] : []))
}

const plainly = (notice: Notice): PolicyNotice => {
  if (notice._tag !== 'Refused') return notice
  const { policy, dispatch, why } = notice
  const { to, id, command } = dispatch
  return { _tag: 'Refused', policy, stream: to, id, command: command.type, why }
}

const isStart = (u: unknown): boolean => typeof u === 'string' && u !== ''

/** All that is wrong with how they are to be run; names must be those of policies that are. */
export const wrongOptions = (
  policies: ReadonlyArray<Policy>,
  stores: Partial<Stores>,
  { start, starts = {}, imported = [], every, by }: Partial<PolicyOptions>,
): ReadonlyArray<Problem> => {
  const isName = (name: string) => policies.some((policy) => policy.name === name)
  const aName = `one of ${policies.map(({ name }) => name).join(', ')}`
  return [
    ...wrong('stores.feed', 'a feed to hear from', stores.feed !== undefined),
    ...wrong('stores.viewStore', 'a view store to remember in', stores.viewStore !== undefined),
    ...wrong('start', "'start', 'now' or a position", isStart(start)),
    ...Object.entries(starts).flatMap(([name, each]) => [
      ...wrong(`starts.${name}`, aName, isName(name)),
      ...wrong(`starts.${name}`, "'start', 'now' or a position", isStart(each)),
    ]),
    ...imported.flatMap((name, i) => wrong(`imported.${String(i)}`, aName, isName(name))),
    ...wrong(
      'every',
      'whole milliseconds, at least 1',
      every === undefined || (Number.isSafeInteger(every) && every >= 1),
    ),
    ...(by === undefined ? [] : problemsOf('by', decodeWith(Actor)(by))),
  ]
}

const problemsOf = (
  path: string,
  decoded: Either<ReadonlyArray<Problem>, unknown>,
): ReadonlyArray<Problem> =>
  decoded._tag === 'Right'
    ? []
    : decoded.left.map(({ field, ...rest }) => ({ ...rest, field: `${path}.${field}` }))

export interface PolicyHost {
  readonly stores: Pick<Stores, 'feed' | 'viewStore'>
  readonly runtime: Runtime
  readonly desk: Desk
}

/** Runs them all, side by side: one that can not go on stops alone, and says so. */
export const runPolicies = (
  policies: ReadonlyArray<Policy>,
  { stores, runtime, desk }: PolicyHost,
  { start, starts = {}, imported = [], every, by, onNotice }: PolicyOptions,
): RunningPolicies => {
  const hand = ticker()
  const { signal, cancel } = cancellable()
  const { feed, viewStore } = stores
  const positions = new Map<string, Position | 'start'>(policies.map(({ name }) => [name, 'start']))
  const running = {
    feed,
    viewStore,
    runtime,
    desk,
    ticker: hand,
    signal,
    onHeard: (policy: string, position: Position) => {
      positions.set(policy, position)
    },
    ...(by && { by: by as Actor }),
    ...(onNotice && {
      // What it answers is passed on: a promise of nothing may still be broken.
      onNotice: (notice: Notice): unknown => onNotice(plainly(notice)),
    }),
  }
  const ended: Promise<ReadonlyArray<Stopped>> = Promise.all(
    policies.map((policy) => {
      const from = starts[policy.name] ?? start
      const how = {
        policy,
        start: from as Position,
        imported: imported.includes(policy.name),
      }
      return runPolicy(how, running)().then((stopped) => {
        positions.delete(policy.name)
        return stopped
      })
    }),
  )
  if (every !== undefined) void everySoOften(hand, runtime, every, signal)
  return {
    names: policies.map(({ name }) => name),
    tick: (at = runtime.now()) => {
      const instant = Instant.decode(isoOf(at))
      return instant._tag === 'Right'
        ? hand.tick(instant.right)
        : Promise.reject(
            new CommandFailed({
              _tag: 'InvalidConfiguration',
              problems: [{ field: 'at', expected: 'an instant' }],
            }),
          )
    },
    settled: () => settled(policies, feed, runtime, (policy) => positions.get(policy)),
    stop: () => {
      cancel()
      return ended
    },
    ended,
  }
}
