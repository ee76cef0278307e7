/**
 * The same doors as promises and plain objects, for hosts without fp-ts.
 *
 * @since 0.1.0
 */
export type { Answer, BegunOtherwise, ImportAnswer, InvalidCommand, With } from './answer.js'
export type { Blacklisted } from './barred.js'
export { CommandFailed, type Failure, type InvalidConfiguration } from './command-failed.js'
export type { ComplaintMergeRejection } from './complaint-checks.js'
export {
  type ComplaintAnswer,
  type ComplaintDoor,
  complaintMethods,
  type PlainComplaintCommand,
  type PlainComplaintEvent,
  type PlainComplaintRejection,
} from './complaint.js'
export {
  type CustomerAnswer,
  type CustomerDoor,
  customerMethods,
  type PlainCustomerCommand,
  type PlainCustomerEvent,
  type PlainCustomerRejection,
  type SameCustomer,
} from './customer.js'
export {
  type DealingsAnswer,
  type DealingsDoor,
  dealingsMethods,
  type PlainDealingsCommand,
  type PlainDealingsEvent,
} from './dealings.js'
export type { Door, MethodNames, Said, Sent } from './door.js'
export {
  type FaultAnswer,
  type FaultDoor,
  faultMethods,
  type PlainFaultCommand,
  type PlainFaultEvent,
} from './fault.js'
export {
  type FollowUpAnswer,
  type FollowUpDoor,
  followUpMethods,
  type PlainFollowUpCommand,
  type PlainFollowUpEvent,
} from './follow-up.js'
export type {
  PolicyNotice,
  PolicyOptions,
  PolicyStart,
  PolicyStopped,
  RunningPolicies,
} from './policies.js'
export {
  type PlainPromiseCommand,
  type PlainPromiseEvent,
  type PlainPromiseRejection,
  type PromiseAnswer,
  type PromiseDoor,
  promiseMethods,
} from './promise.js'
export type { AutomaticSettings } from './settings/automatic.js'
export type { ComplaintSettings } from './settings/complaint.js'
export type { CustomerSettings } from './settings/customer.js'
export type { DealingsSettings } from './settings/dealings.js'
export type { FaultSettings } from './settings/fault.js'
export type { FollowUpSettings } from './settings/follow-up.js'
export type { PromiseSettings } from './settings/promise.js'
export type {
  CalendarSettings,
  PolicySection,
  PolicySettings,
  Settings,
  StreamKind,
  StreamSettings,
} from './settings/settings.js'
export type { SurveySettings } from './settings/survey.js'
export {
  type PlainSurveyCommand,
  type PlainSurveyEvent,
  type SurveyAnswer,
  type SurveyDoor,
  surveyMethods,
} from './survey.js'
export type { SurvivorNotFound } from '../store/follow-merges.js'
export type { InvalidFact, Origin } from '../store/import-facts.js'
export {
  type AlwaysOpen,
  type Doors,
  makeTroth,
  type SnapshotOptions,
  type Troth,
  type TrothOptions,
} from './troth.js'
