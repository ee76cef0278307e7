/**
 * Faults: failures of products, projects and services in use.
 *
 * @since 0.1.0
 */
export { FaultCommand, type Asked } from './commands.js'
export { FaultEvent, type FactsOf } from './events.js'
export { fault, type FaultDecider } from './fault.js'
export { Failed, Owner } from './fields.js'
export { FailedKind, FaultStep, OwnerKind } from './lists.js'
export type { FaultRejection } from './rejections.js'
export { checkRules, type FaultRules } from './rules.js'
export {
  hasCaused,
  hasReached,
  ownerOf,
  stepOf,
  subjectOf,
  type FaultFile,
  type FaultState,
  type FaultTerms,
  type Reported,
} from './state.js'
