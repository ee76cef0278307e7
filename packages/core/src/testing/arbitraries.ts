/**
 * What fast-check generates of each aggregate. It is needed by this door alone, as an optional peer.
 *
 * @since 0.1.0
 */
import { anyComplaint, type ComplaintArbitraries } from './complaint/arbitraries.js'

/**
 * ```ts
 * deciderLaws(complaint.complaint(rules), arbitraries.complaint, { test, fc })
 * ```
 *
 * `state` and `history` are of the example rules that stand beside them, as `arbitraries.complaint.rules`;
 * for rules of your own there is `complaintArbitraries(rules)`.
 */
export const arbitraries: { readonly complaint: ComplaintArbitraries } = { complaint: anyComplaint }
