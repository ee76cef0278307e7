/**
 * A service desk in one call.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { complaint } from '../complaint/complaint.js'
import { subjectOf as complainant } from '../complaint/state.js'
import { customer } from '../customer/customer.js'
import type { CustomerRules } from '../customer/rules.js'
import { dealings } from '../dealings/dealings.js'
import { fault } from '../fault/fault.js'
import { subjectOf as affected } from '../fault/state.js'
import { followUp } from '../follow-up/follow-up.js'
import { subjectOf as followedUp } from '../follow-up/state.js'
import { deskOf } from '../policy/desk.js'
import {
  type Category,
  type Events,
  type Reading,
  readings,
  type States,
} from '../policy/streams.js'
import { promise } from '../promise/promise.js'
import { subjectOf as promisee } from '../promise/state.js'
import type { Problem } from '../shared/problem.js'
import type { EventStore } from '../store/event-store.js'
import type { Runtime } from '../store/runtime.js'
import type { Snapshots } from '../store/snapshots.js'
import { stateReader } from '../store/state-reader.js'
import type { Stores } from '../store/stores.js'
import { survey } from '../survey/survey.js'
import { subjectOf as surveyed } from '../survey/state.js'
import { mayPromise } from './barred.js'
import { CommandFailed } from './command-failed.js'
import { complaintDoor, type ComplaintDoor } from './complaint.js'
import { type Rules, rulesBySettings } from './configuration.js'
import { customerDoor, type CustomerDoor } from './customer.js'
import { dealingsDoor, type DealingsDoor } from './dealings.js'
import { faultDoor, type FaultDoor } from './fault.js'
import { followUpDoor, type FollowUpDoor } from './follow-up.js'
import {
  policiesBy,
  type PolicyOptions,
  runPolicies,
  type RunningPolicies,
  wrongOptions,
} from './policies.js'
import { fieldsOf } from './plain-values.js'
import { promiseDoor, type PromiseDoor } from './promise.js'
import type { PolicySection, Settings, StreamKind } from './settings/settings.js'
import { aboutItself, type Desk, openStream } from './stream.js'
import { surveyDoor, type SurveyDoor } from './survey.js'

export interface TrothOptions<S extends PolicySection = StreamKind> extends Settings<S> {
  /** The feed and the view store are for policies alone. */
  readonly stores: Pick<Stores, 'eventStore'> &
    Partial<Pick<Stores, 'feed' | 'viewStore' | 'snapshotStore'>>
  readonly runtime: Runtime
  /** How many states of each kind of stream are kept in memory between commands: 10,000 unless given, 0 for none. */
  readonly cached?: number
  /** Keeps states in the stores too, so that a long stream that is not in memory is read from near its end. */
  readonly snapshots?: SnapshotOptions
}

/** How many events after one snapshot of a stream the next is kept, at least; and who hears of those that are of no use. */
export type SnapshotOptions = Pick<Snapshots<unknown>, 'every' | 'report'>

/** Every door that there is. */
export interface Doors {
  readonly complaint: ComplaintDoor
  readonly customer: CustomerDoor
  readonly promise: PromiseDoor
  readonly followUp: FollowUpDoor
  readonly survey: SurveyDoor
  readonly dealings: DealingsDoor
  readonly fault: FaultDoor
}

/** What nothing need be said about: promises, dealings and faults are open to every desk. */
export type AlwaysOpen = 'promise' | 'dealings' | 'fault'

/** The doors of the streams that the host's settings speak of, and those that are always open. */
export type Troth<S extends PolicySection = StreamKind> = Pick<
  Doors,
  Extract<S, StreamKind> | AlwaysOpen
> & {
  /**
   * Runs what the desk does by itself: each policy that its settings call for, from where `start` says. Options that can
   * not be meant are thrown as `CommandFailed`.
   */
  readonly runPolicies: (options: PolicyOptions) => RunningPolicies
}

const misconfigured = (problems: ReadonlyArray<Problem>): CommandFailed =>
  new CommandFailed({
    _tag: 'InvalidConfiguration',
    problems: problems.map(({ field, expected }) => ({ field, expected })),
  })

const wrongSnapshots = (
  { every, report }: Partial<SnapshotOptions>,
  stores: Partial<Stores> | undefined,
): ReadonlyArray<Problem> => [
  ...(stores?.snapshotStore
    ? []
    : [{ field: 'stores.snapshotStore', expected: 'a store of snapshots' }]),
  ...(Number.isSafeInteger(every) && Number(every) >= 1
    ? []
    : [{ field: 'snapshots.every', expected: 'a whole number, at least 1' }]),
  ...(typeof report === 'function'
    ? []
    : [{ field: 'snapshots.report', expected: 'a function of what became of a snapshot' }]),
]

/** A JavaScript host can leave any of it out: what there is no settings without is asked for first. */
const given = <S extends PolicySection>(
  options: Partial<TrothOptions<S>> | undefined,
): TrothOptions<S> => {
  const { stores, runtime, cached = 0, snapshots } = options ?? {}
  const problems = [
    ...(stores?.eventStore ? [] : [{ field: 'stores', expected: 'an adapter’s stores' }]),
    ...(runtime ? [] : [{ field: 'runtime', expected: 'a Runtime' }]),
    ...(Number.isSafeInteger(cached) && cached >= 0
      ? []
      : [{ field: 'cached', expected: 'a whole number, at least 0' }]),
    ...(snapshots === undefined ? [] : wrongSnapshots(snapshots, stores)),
  ]
  if (problems.length > 0) throw misconfigured(problems)
  return options as TrothOptions<S>
}

const streamsOf = (rules: Rules, desk: Desk) => ({
  complaint: rules.complaint && openStream(complaint(rules.complaint), desk, complainant),
  // Whoever else keeps this desk's customers may have blacklisted one: they are looked at in any case.
  customer: aboutItself(openStream(customer(customerRules(rules)), desk)),
  promise: openStream(promise(rules.promise), desk, promisee),
  followUp: rules.followUp && openStream(followUp(rules.followUp), desk, followedUp),
  survey: rules.survey && openStream(survey(rules.survey), desk, surveyed),
  dealings: aboutItself(openStream(dealings(rules.dealings), desk)),
  fault: openStream(fault(rules.fault), desk, affected),
})

/** A kind of stream that this host has no rules for: a policy may look at it, and ask nothing of it. */
const lookOnly = <C extends Category>(category: C, eventStore: EventStore) => {
  const { event, initial, evolve }: Reading<States[C], Events[C]> = readings[category]
  return { read: stateReader({ category, event, initial, evolve }, { eventStore }) }
}

const policyDesk = (streams: ReturnType<typeof streamsOf>, { eventStore }: Desk) => {
  const { complaint, followUp, survey, ...others } = streams
  return deskOf({
    ...others,
    complaint: complaint ?? lookOnly('complaint', eventStore),
    followUp: followUp ?? lookOnly('followUp', eventStore),
    survey: survey ?? lookOnly('survey', eventStore),
  })
}

/** Who may clear a customer is known to a desk that keeps none. */
const customerRules = ({ customer, authority }: Rules): CustomerRules =>
  customer ?? { authority, purposes: [] }

/**
 * The domain behind plain methods: a door for each kind of stream that `policies` has a section for, and for those that
 * need none. Settings that can not be meant are refused here, not at the first command: `CommandFailed` with an
 * `InvalidConfiguration` that names each of them by its path.
 */
export const makeTroth = <S extends PolicySection>(options: TrothOptions<S>): Troth<S> => {
  const { stores, runtime, cached = 10_000, snapshots, ...settings } = given(options)
  const rules = rulesBySettings(settings)
  if (E.isLeft(rules)) throw misconfigured(rules.left)
  const desk: Desk = {
    eventStore: stores.eventStore,
    runtime,
    cached,
    snapshots: snapshots && stores.snapshotStore && { ...snapshots, store: stores.snapshotStore },
  }
  const streams = streamsOf(rules.right, desk)
  const may = mayPromise(streams.customer.read, customerRules(rules.right))
  const doors: Pick<Doors, AlwaysOpen> & Partial<Doors> = {
    ...(streams.complaint && { complaint: complaintDoor(streams.complaint, may, runtime) }),
    ...(rules.right.customer && { customer: customerDoor(streams.customer, runtime) }),
    promise: promiseDoor(streams.promise, may, runtime),
    ...(streams.followUp && { followUp: followUpDoor(streams.followUp, runtime) }),
    ...(streams.survey && { survey: surveyDoor(streams.survey, runtime) }),
    dealings: dealingsDoor(streams.dealings, runtime),
    fault: faultDoor(streams.fault, runtime),
  }
  const policies = policiesBy(rules.right)
  const run = (options: PolicyOptions): RunningPolicies => {
    const { feed, viewStore } = stores
    const problems = wrongOptions(policies, stores, fieldsOf(options))
    if (problems.length > 0 || feed === undefined || viewStore === undefined)
      throw misconfigured(problems)
    const host = { stores: { feed, viewStore }, runtime, desk: policyDesk(streams, desk) }
    return runPolicies(policies, host, options)
  }
  return { ...doors, runPolicies: run } as Troth<S>
}
