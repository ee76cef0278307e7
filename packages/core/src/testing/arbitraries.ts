/**
 * What fast-check generates of each aggregate. It is needed by this door alone, as an optional peer.
 *
 * @since 0.1.0
 */
import { anyComplaint, type ComplaintArbitraries } from './complaint/arbitraries.js'
import { anyCustomer, type CustomerArbitraries } from './customer/arbitraries.js'
import { anyDealings, type DealingsArbitraries } from './dealings/arbitraries.js'
import { anyFault, type FaultArbitraries } from './fault/arbitraries.js'
import { anyFollowUp, type FollowUpArbitraries } from './follow-up/arbitraries.js'
import { anyPromise, type PromiseArbitraries } from './promise/arbitraries.js'
import { anySurvey, type SurveyArbitraries } from './survey/arbitraries.js'

/**
 * ```ts
 * deciderLaws(complaint.complaint(rules), arbitraries.complaint, { test, fc })
 * ```
 *
 * `state` and `history` are of the example rules that stand beside them, as `arbitraries.complaint.rules`;
 * for rules of your own there is `complaintArbitraries(rules)`, and the like of each.
 */
export const arbitraries: {
  readonly complaint: ComplaintArbitraries
  readonly customer: CustomerArbitraries
  readonly dealings: DealingsArbitraries
  readonly fault: FaultArbitraries
  readonly followUp: FollowUpArbitraries
  readonly promise: PromiseArbitraries
  readonly survey: SurveyArbitraries
} = {
  complaint: anyComplaint,
  customer: anyCustomer,
  dealings: anyDealings,
  fault: anyFault,
  followUp: anyFollowUp,
  promise: anyPromise,
  survey: anySurvey,
}
