/**
 * Satisfaction: what the answers of customers come to. Every figure says of how many it speaks, and is none of nothing.
 *
 * @since 0.1.0
 */
export { overlap, z95 } from '../shared/interval.js'
export { share, wilson } from '../shared/share.js'
export {
  type BeforeAndAfter,
  beforeAndAfter,
  type PairedDifference,
  recovery,
} from './before-and-after.js'
export { type Csat, csat } from './csat.js'
export { index, type IndexAnswers, type IndexWeights } from './customer-index.js'
export * as effort from './effort.js'
export { type DatedScore, type Gap, gap } from './gap.js'
export { type Lead, type OwnAndRival, satisfactionLead } from './lead.js'
export { mean, type Mean } from './mean.js'
export type { Net } from './net.js'
export { nps, type Nps } from './nps.js'
export { perceivedValue, type Sacrifice, type ValueAnswers } from './perceived-value.js'
export {
  type ComplaintAnswer,
  complaintSatisfaction,
  type ComplaintSatisfaction,
  complaintsPer10000,
  type DueFollowUps,
  followUpCompliance,
  keptRate,
  onTimeRate,
  type PerTenThousand,
  type ReplyRate,
  replyRate,
  type SettledPromises,
  type SurveysSent,
} from './rates.js'
export { type InvalidAnswer, type Scale, scales } from './scale.js'
export {
  cumulative,
  type CumulativeMethod,
  type Point,
  type Series,
  transactions,
} from './series.js'
export {
  type Dimension,
  dimensionMeans,
  type DimensionMeans,
  dimensions,
  type DimensionScores,
  type DimensionWeights,
  type Edition,
  itemGaps,
  type Items,
  servperf,
  type ServperfAnswers,
  servqual,
  type ServqualAnswers,
} from './servqual.js'
export { meanTrend, type MeanTrend, shareTrend, type ShareTrend } from './trend.js'
export * as view from './view/index.js'
