/**
 * The complaint board: what is open, waiting and overdue, where it lies, and how long things took.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export { complaints as board } from '../complaints/complaints.js'
export type {
  Claims,
  ClockRow,
  Counts,
  Lessons,
  Resolution,
  Row,
  Verdicts,
} from '../complaints/row.js'
export { type Case, cases } from './cases.js'
export type { Group } from './groups.js'
export { open, overdue, waiting } from './lists.js'
export {
  type Board,
  type ClockFigures,
  type Closings,
  type OtherRequests,
  read,
  type Tally,
} from './read.js'
export type { Overdue } from './standing.js'
export { caseRows, groupRows, rows } from './table.js'
