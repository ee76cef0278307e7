/**
 * Promises: one's word to a customer, by an instant.
 *
 * @since 0.1.0
 */
export { PromiseCommand, type Asked } from './commands.js'
export { PromiseEvent, Settlement, type FactsOf } from './events.js'
export { Informed, Source, Terms } from './fields.js'
export { promise, type PromiseDecider } from './promise.js'
export type {
  AuthorityRejection,
  CustomerRejection,
  LifeRejection,
  PromiseRejection,
  TermsRejection,
  TimingRejection,
} from './rejections.js'
export { checkRules, type PromiseRules } from './rules.js'
export {
  dueDates,
  dueOf,
  subjectOf,
  verdictOn,
  type Made,
  type Move,
  type PromiseFile,
  type PromiseState,
  type Verdict,
} from './state.js'
