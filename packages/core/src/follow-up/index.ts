/**
 * Follow-ups: plans of visits, and single call backs.
 *
 * @since 0.1.0
 */
export { FollowUpCommand, type Asked } from './commands.js'
export {
  dueVisits,
  nextVisit,
  visitsToMake,
  type DoneVisit,
  type DueVisit,
  type OwedVisit,
  type SkippedVisit,
} from './due-visits.js'
export { findsDissatisfaction, FollowUpEvent, type FactsOf } from './events.js'
export { followUp, type FollowUpDecider } from './follow-up.js'
export {
  DecemberTask,
  FollowUpKind,
  GreetingDay,
  Occasion,
  PlanKind,
  VisitEnd,
  VisitKind,
} from './lists.js'
export type { FollowUpRejection } from './rejections.js'
export {
  cadenceFor,
  checkRules,
  type CadenceRule,
  type CallBackRule,
  type FollowUpRules,
} from './rules.js'
export {
  subjectOf,
  type CallBack,
  type FollowUpFile,
  type FollowUpState,
  type Greeting,
  type Opened,
  type Over,
  type Plan,
  type PlanTerms,
} from './state.js'
export { CallBackReason, Milliseconds, Planned, Window } from './values.js'
export { callBackKey, keyOn, VisitKey, type VisitKeyBrand } from './visit-key.js'
