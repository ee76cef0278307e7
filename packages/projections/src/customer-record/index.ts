/**
 * The customer record: one page on a customer, whoever he was merged from.
 *
 * @since 0.1.0
 */
export type { DeskEvents as Events } from '../shared/desk-events.js'
export { plainJson as json } from '../shared/table.js'
export type { Consent, ExpectationHeld, Himself, Section } from './himself.js'
export type { Asked, Bought, Request } from './page.js'
export { type CustomerRecord, figureRows, read, type Reading, rows } from './read.js'
export { type NamingEvents } from './streams.js'
export { type Projections, projections, type Rules, type Sources } from './sources.js'
export { sourcesOf } from './sources-of.js'
export type { Line, Lines, TimelineLine } from './timeline.js'
export type { ContactPoint, Need, Words, WordsRow } from './words.js'
