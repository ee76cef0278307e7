/**
 * What was said in one mode against the period before, figure by figure.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../../shared/figures.js'
import { z95 } from '../../shared/interval.js'
import type { BeforeAndAfter } from '../before-and-after.js'
import type { Csat } from '../csat.js'
import type { EffortAgreement, EffortIndex } from '../effort.js'
import { type OwnAndRival, points } from '../lead.js'
import type { Nps } from '../nps.js'
import { valueScale } from '../perceived-value.js'
import { type Scale, scales } from '../scale.js'
import type { DimensionScores } from '../servqual.js'
import { meanTrend, type MeanTrend, type ShareTrend } from '../trend.js'
import type { AnswerFigures } from './answer-figures.js'
import { type Change, changeOf, shareChange } from './change.js'
import { noValues, type SurveyValues } from './survey-values.js'
import type { Terms } from './terms.js'

/** None, where one of the two periods counted nothing. Of means the interval of the change is Welch's, of shares Newcombe's. */
export interface AnswerTrends {
  readonly csat: O.Option<ShareTrend>
  readonly nps: O.Option<Change<Nps>>
  readonly effort: {
    readonly mean: O.Option<MeanTrend>
    readonly agreement: O.Option<ShareTrend>
    readonly index: O.Option<Change<EffortIndex>>
  }
  /** Of the unweighted score, from -6 to 6; and of perceptions alone, from 1 to 7. */
  readonly servqual: O.Option<MeanTrend>
  readonly servperf: O.Option<MeanTrend>
  readonly index: O.Option<MeanTrend>
  readonly perceivedValue: O.Option<MeanTrend>
  readonly lead: O.Option<MeanTrend>
  readonly complaintSatisfaction: {
    readonly large: O.Option<ShareTrend>
    readonly others: O.Option<ShareTrend>
  }
  /** Of after minus before. */
  readonly recovery: O.Option<MeanTrend>
  readonly loyaltyByBenefit: O.Option<MeanTrend>
  readonly replyRate: O.Option<ShareTrend>
}

/** The figures of one mode, with the values behind its means. */
export interface Said {
  readonly figures: AnswerFigures
  readonly values: SurveyValues
}

const npsChange = changeOf<Nps>(
  ({ score }) => score,
  ({ adjustedWald }) => adjustedWald,
)
const effortChange = changeOf<EffortIndex>(
  ({ value }) => value,
  ({ adjustedWald }) => adjustedWald,
)

/** From the one end of a scale to the other, either way. */
const differences = ({ lowest, highest }: Scale): Scale => ({
  lowest: lowest - highest,
  highest: highest - lowest,
})
const unweightedOf = ({ unweighted }: DimensionScores): number => unweighted
const leadOf = ({ own, rival }: OwnAndRival): number => points(own) - points(rival)
const differenceOf = ({ before, after }: BeforeAndAfter): number => after - before

const satisfied = ({ satisfied: count, n }: Csat): Part => ({ count, n })
const agreeing = ({ agreeing: count, n }: EffortAgreement): Part => ({ count, n })

const none: AnswerTrends = {
  csat: O.none,
  nps: O.none,
  effort: { mean: O.none, agreement: O.none, index: O.none },
  servqual: O.none,
  servperf: O.none,
  index: O.none,
  perceivedValue: O.none,
  lead: O.none,
  complaintSatisfaction: { large: O.none, others: O.none },
  recovery: O.none,
  loyaltyByBenefit: O.none,
  replyRate: O.none,
}

/** What changed in one mode from one period to the next. */
export const answerTrends = (
  before: Said,
  now: Said,
  { z = z95 }: Pick<Terms, 'z'>,
): AnswerTrends => {
  const shares = (of: (figures: AnswerFigures) => O.Option<Part>) =>
    shareChange(of(before.figures), of(now.figures), z)
  const replyRate = shares((figures) => figures.replyRate)
  if (before.values === noValues || now.values === noValues) return { ...none, replyRate }
  const means = (scale: Scale, of: (values: SurveyValues) => ReadonlyArray<number>) =>
    meanTrend(scale, z)(of(before.values), of(now.values))
  const csats = (of: (figures: AnswerFigures) => O.Option<Csat>) =>
    shares((figures) => O.map(satisfied)(of(figures)))
  return {
    csat: csats(({ csat }) => csat),
    nps: npsChange(before.figures.nps, now.figures.nps),
    effort: {
      mean: means(scales.effort, ({ effort }) => effort),
      agreement: shares(({ effort }) => O.map(agreeing)(effort.agreement)),
      index: effortChange(before.figures.effort.index, now.figures.effort.index),
    },
    servqual: means(differences(scales.servqual), ({ servqual }) => servqual.map(unweightedOf)),
    servperf: means(scales.servqual, ({ servperf }) => servperf.map(unweightedOf)),
    index: means(scales.index, ({ index }) => index),
    perceivedValue: means(valueScale, ({ perceivedValue }) => perceivedValue),
    lead: means(differences(scales.index), ({ lead }) => lead.map(leadOf)),
    complaintSatisfaction: {
      large: csats(({ complaintSatisfaction: { large } }) => large),
      others: csats(({ complaintSatisfaction: { others } }) => others),
    },
    recovery: means(differences(scales.csat), ({ recovery }) => recovery.map(differenceOf)),
    loyaltyByBenefit: means(differences(scales.servqual), ({ loyaltyByBenefit }) =>
      loyaltyByBenefit.map(differenceOf),
    ),
    replyRate,
  }
}
