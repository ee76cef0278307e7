/**
 * Warnings: customers, cases and managers to be looked at, and the lists of good and poor customers.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export { complaints } from '../complaints/complaints.js'
export type { Row as ComplaintRow } from '../complaints/row.js'
export {
  type AttitudeStated,
  type DealingsRow,
  type Purchase,
  purchases,
  type Return,
} from './dealings.js'
export type { Sources } from './holdings.js'
export type { GoodReason, Listed, PoorReason, Reason } from './lists.js'
export type { Reading } from './of-customers.js'
export { read, rows, type Warnings } from './read.js'
export {
  checkThresholds,
  type Lately,
  type Often,
  type Sum,
  type Thresholds,
} from './thresholds.js'
export type { OfCase, OfCustomer, Warning } from './warning.js'
