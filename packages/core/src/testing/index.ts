/**
 * The testing kit: what a host or an adapter tests itself with. It brings no test runner of its own.
 *
 * @since 0.1.0
 */
export type { Decider, Decision } from '../shared/decider.js'
export type { Instant, InstantBrand } from '../shared/instant.js'
export type {
  Appended,
  EventStore,
  ExpectedRevision,
  Folded,
  NewEvent,
  Position,
  PositionBrand,
  ReadOptions,
  RecordedEvent,
  StoreError,
} from '../store/event-store.js'
export type { EventFeed, FeedItem, Subscription } from '../store/feed.js'
export type { Json, JsonArray, JsonObject } from '../store/json.js'
export type { Cancellation, Runtime } from '../store/runtime.js'
export type { KeyStore, Stores } from '../store/stores.js'
export type { Changes, Checkpoint, KeyRange, ViewStore } from '../store/view-store.js'
export { arbitraries } from './arbitraries.js'
export { complaintArbitraries, type ComplaintArbitraries } from './complaint/arbitraries.js'
export { customerArbitraries, type CustomerArbitraries } from './customer/arbitraries.js'
export { dealingsArbitraries, type DealingsArbitraries } from './dealings/arbitraries.js'
export { type DeskModel, deskModel } from './desk/model.js'
export type { DeskDeciders } from './desk/desk.js'
export { deciderLaws, type FastCheck, type Generators, type Lawful } from './decider-laws.js'
export { type ContractRunner, eventStoreContract } from './event-store-contract.js'
export { faultArbitraries, type FaultArbitraries } from './fault/arbitraries.js'
export { followUpArbitraries, type FollowUpArbitraries } from './follow-up/arbitraries.js'
export {
  actorOf,
  type Fact,
  factId,
  type Occurrence,
  type PolicyOutcomes,
  type PolicyScenario,
  policyScenarios,
} from './policy-scenarios.js'
export { promiseArbitraries, type PromiseArbitraries } from './promise/arbitraries.js'
export type { Arbitraries } from './reachable.js'
export { type Outcomes, type Scenario, scenarios, type Test } from './scenarios.js'
export {
  simulatedRuntime,
  type SimulatedRuntime,
  type SimulatedRuntimeOptions,
} from './simulated-runtime.js'
export { surveyArbitraries, type SurveyArbitraries } from './survey/arbitraries.js'
