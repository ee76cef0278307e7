/**
 * The case library: closed complaints, what they taught, and whether it helped.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export { type Case, cases } from './cases.js'
export { complaints as library } from '../complaints/complaints.js'
export type { Avoidance, Closing, Given, Row } from '../complaints/row.js'
export {
  type Figures,
  figuresOf,
  type Group,
  groupRows,
  type Library,
  read,
  rows,
  summarise,
} from './read.js'
export { type Query, search } from './search.js'
