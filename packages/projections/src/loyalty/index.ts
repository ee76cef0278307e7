/**
 * Loyalty: what customers' purchases and attitudes come to. What a model expects, and does not know, is named as a model.
 *
 * @since 0.1.0
 */
export {
  type AttitudeAndPatronage,
  type Attitudes,
  dickBasu,
  type LoyaltyClass,
  relativeAttitude,
} from './attitude.js'
export {
  type Change,
  type Compounding,
  declining,
  type OwnAndRivals,
  pastCustomerValue,
  shareOfPurchases,
  shareOfVisits,
  type ShareOfWallet,
  shareOfWallet,
  type Windows,
} from './behaviour.js'
export * as bgNbd from './bg-nbd/index.js'
export { type Churn, churn, type Loss, type Movement } from './churn.js'
export { type Correlation, correlation } from './correlation.js'
export type { FitFailed } from './fit-failed.js'
export * as gammaGamma from './gamma-gamma/index.js'
export { type Holdout, holdout, type HoldoutGroup } from './holdout.js'
export { customerLifetimeValue, type InvalidTerms, type LifetimeTerms } from './lifetime-value.js'
export {
  type LoyaltyItems,
  type LoyaltySigns,
  type Move,
  move,
  type Phase,
  phase,
  phases,
  type Signs,
  signsOf,
  type Stage,
  stage,
  stages,
} from './phase.js'
export * as rfm from './rfm/index.js'
export { type Purchase, type Row, summarise, type Summary } from './summary.js'
export {
  type Account,
  type Layer,
  type Level,
  type Standing,
  valuePyramid,
} from './value-pyramid.js'
export * as view from './view/index.js'
