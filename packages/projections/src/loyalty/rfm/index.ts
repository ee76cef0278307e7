/**
 * RFM: recency, frequency and monetary value, and their scores.
 *
 * @since 0.1.0
 */
export { behaviours, type ValuedPurchase } from './behaviours.js'
export { type Customer, nested, type Scored } from './nested.js'
export {
  type Behaviour,
  quantileThresholds,
  scoreByThresholds,
  type Thresholds,
} from './thresholds.js'
