/**
 * The promise ledger: every word given to a customer, and whether it was kept.
 *
 * @since 0.1.0
 */
export { plainJson as json } from '../shared/table.js'
export { entries, type Entry, type Reading, type Standing } from './entries.js'
export { ledger } from './ledger.js'
export { type Figures, figuresOf, type Group, groupRows, type Ledger, read, rows } from './read.js'
export type { Delay, Row } from './row.js'
