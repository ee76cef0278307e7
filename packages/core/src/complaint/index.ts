/**
 * Complaints, and every other request that must not be lost.
 *
 * @since 0.1.0
 */
export { runningClocks, type RunningClock } from './clocks.js'
export { ComplaintCommand, type Asked } from './commands.js'
export { complaint, type ComplaintDecider } from './complaint.js'
export { dueEscalations, escalateCommand, type DueEscalation } from './due-escalations.js'
export {
  checkEscalation,
  EscalationGround,
  Rung,
  usualEscalations,
  type Addressees,
  type EscalationLevel,
  type EscalationRules,
  type EscalationTrigger,
} from './escalation-rules.js'
export { ComplaintEvent, type FactsOf } from './events.js'
export { ContactPurpose } from './fields.js'
export {
  Cause,
  Channel,
  ClockName,
  ClocksFrom,
  ComplainantType,
  Content,
  Courtesy,
  InvalidGround,
  Kind,
  OutsideBody,
  PartyKind,
  PromiseKind,
  RaisedMatter,
  RemedyKind,
  Ruling,
  ServiceTerms,
  Settlement,
  StaffFault,
  Stage,
  Topic,
} from './lists.js'
export type {
  ClosingRejection,
  ComplaintRejection,
  LifeRejection,
  PathRejection,
  PromiseRejection,
  RemedyRejection,
} from './rejections.js'
export {
  checkRules,
  policyFor,
  type ClockPolicy,
  type ClockRule,
  type ComplaintRules,
  type InvalidSetting,
  type NextReplyFrom,
} from './rules.js'
export {
  isEscalated,
  openPromises,
  subjectOf,
  type CaseFile,
  type ComplaintState,
  type Escalated,
  type Intake,
  type Judgement,
  type OpenOption,
  type Proposal,
  type Recorded,
  type Step,
} from './state.js'
export type { OnRecord, Timeline, Wait } from './timeline.js'
export {
  About,
  AppliedClock,
  Cycle,
  Evaluation,
  Outcome,
  Party,
  ProposedOption,
  RemedyOption,
  Verdict,
} from './values.js'
