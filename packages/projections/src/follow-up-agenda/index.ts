/**
 * The follow-up agenda: the visits and calls that are due, and how far they were made.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export { agenda } from './agenda.js'
export {
  type Agenda,
  type Compliance,
  complianceOf,
  type Group,
  groupRows,
  read,
  rows,
  type ZoneAgenda,
} from './read.js'
export type { Made, Row } from './row.js'
export { type Reading, type Standing, type Visit, visits } from './visits.js'
