/**
 * The loyalty view: what customers do, say and are worth, as known at any instant, and what the models expect of them.
 *
 * @since 0.1.0
 */
export type { CustomerFact } from '../../shared/customers.js'
export type { Kept } from '../../shared/kept.js'
export type { Calendar, Dates, Period } from '../../shared/period.js'
export { plainJson as json } from '../../shared/table.js'
export type { RfmReading } from './everybody.js'
export type { DealingsFact, SurveyFact } from './facts.js'
export type { Alive, Expectation, HoldoutComparison, Models, NoValue, ValueFit } from './models.js'
export {
  type Amount,
  type DatedAmount,
  inOneCurrency,
  type MixedCurrency,
  type OneCurrency,
  type Rates,
  totals,
} from './money.js'
export type { AttitudeReading, Behaviour, Decline, PhaseReading, WalletReading } from './person.js'
export { type CustomerLoyalty, type NpsClass, type Promotion, read, type View } from './read.js'
export { type Events, record, type Row } from './record.js'
export { figureRows, rows } from './rows.js'
export type { DickBasuTerms, PastValueTerms, Patronage, Terms } from './terms.js'
