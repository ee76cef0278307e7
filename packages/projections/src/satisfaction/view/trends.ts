/**
 * A period against the one before, figure by figure.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../../shared/figures.js'
import { type Interval, overlap, z95 } from '../../shared/interval.js'
import type { BeforeAndAfter } from '../before-and-after.js'
import type { Csat } from '../csat.js'
import type { EffortAgreement, EffortIndex } from '../effort.js'
import { type OwnAndRival, points } from '../lead.js'
import type { Nps } from '../nps.js'
import { valueScale } from '../perceived-value.js'
import type { PerTenThousand } from '../rates.js'
import { type Scale, scales } from '../scale.js'
import type { DimensionScores } from '../servqual.js'
import { meanTrend, type MeanTrend, shareTrend, type ShareTrend } from '../trend.js'
import type { DeskFigures } from './desk-figures.js'
import type { SurveyFigures } from './survey-figures.js'
import type { SurveyValues } from './survey-values.js'
import type { Terms } from './terms.js'

/** Two figures of one sort, what changed, and whether their intervals have a point in common. */
export interface Change<Figure> {
  readonly before: Figure
  readonly now: Figure
  readonly change: number
  readonly overlaps: boolean
}

/** None, where one of the two periods counted nothing. Of means the interval of the change is Welch's, of shares Newcombe's. */
export interface Trends {
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
  readonly inTime: Readonly<Record<complaint.ClockName, O.Option<ShareTrend>>>
  readonly keptRate: O.Option<ShareTrend>
  readonly onTimeRate: O.Option<ShareTrend>
  readonly followUpCompliance: O.Option<ShareTrend>
  readonly reopened: O.Option<ShareTrend>
  readonly repeatRepairs: O.Option<ShareTrend>
  readonly firstContactResolution: O.Option<ShareTrend>
  readonly chased: O.Option<ShareTrend>
  readonly complaintsPer10000: O.Option<Change<PerTenThousand>>
}

/** The figures of one period, with the values behind its means. */
export interface Figured {
  readonly survey: SurveyFigures
  readonly desk: DeskFigures
  readonly values: SurveyValues
}

const changeOf =
  <Figure>(value: (figure: Figure) => number, interval: (figure: Figure) => Interval) =>
  (before: O.Option<Figure>, now: O.Option<Figure>): O.Option<Change<Figure>> =>
    O.isNone(before) || O.isNone(now)
      ? O.none
      : O.some({
          before: before.value,
          now: now.value,
          change: value(now.value) - value(before.value),
          overlaps: overlap(interval(before.value), interval(now.value)),
        })

const npsChange = changeOf<Nps>(
  ({ score }) => score,
  ({ adjustedWald }) => adjustedWald,
)
const effortChange = changeOf<EffortIndex>(
  ({ value }) => value,
  ({ adjustedWald }) => adjustedWald,
)
const frequencyChange = changeOf<PerTenThousand>(
  ({ value }) => value,
  ({ interval }) => interval,
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

/** What changed from one period to the next. */
export const trendsOf = (before: Figured, now: Figured, { z = z95 }: Pick<Terms, 'z'>): Trends => {
  const shares = (of: (figured: Figured) => O.Option<Part>): O.Option<ShareTrend> => {
    const [was, is] = [of(before), of(now)]
    return O.isNone(was) || O.isNone(is) ? O.none : shareTrend(was.value, is.value, z)
  }
  const means = (scale: Scale, of: (values: SurveyValues) => ReadonlyArray<number>) =>
    meanTrend(scale, z)(of(before.values), of(now.values))
  const csats = (of: (figured: Figured) => O.Option<Csat>) =>
    shares((figured) => O.map(satisfied)(of(figured)))
  return {
    csat: csats(({ survey }) => survey.csat),
    nps: npsChange(before.survey.nps, now.survey.nps),
    effort: {
      mean: means(scales.effort, ({ effort }) => effort),
      agreement: shares(({ survey }) => O.map(agreeing)(survey.effort.agreement)),
      index: effortChange(before.survey.effort.index, now.survey.effort.index),
    },
    servqual: means(differences(scales.servqual), ({ servqual }) => servqual.map(unweightedOf)),
    servperf: means(scales.servqual, ({ servperf }) => servperf.map(unweightedOf)),
    index: means(scales.index, ({ index }) => index),
    perceivedValue: means(valueScale, ({ perceivedValue }) => perceivedValue),
    lead: means(differences(scales.index), ({ lead }) => lead.map(leadOf)),
    complaintSatisfaction: {
      large: csats(({ survey }) => survey.complaintSatisfaction.large),
      others: csats(({ survey }) => survey.complaintSatisfaction.others),
    },
    recovery: means(differences(scales.csat), ({ recovery }) => recovery.map(differenceOf)),
    loyaltyByBenefit: means(differences(scales.servqual), ({ loyaltyByBenefit }) =>
      loyaltyByBenefit.map(differenceOf),
    ),
    replyRate: shares(({ survey }) => survey.replyRate),
    inTime: {
      firstReply: shares(({ desk }) => desk.inTime.firstReply),
      nextReply: shares(({ desk }) => desk.inTime.nextReply),
      resolution: shares(({ desk }) => desk.inTime.resolution),
    },
    keptRate: shares(({ desk }) => desk.keptRate),
    onTimeRate: shares(({ desk }) => desk.onTimeRate),
    followUpCompliance: shares(({ desk }) => desk.followUpCompliance),
    reopened: shares(({ desk }) => desk.reopened),
    repeatRepairs: shares(({ desk }) => desk.repeatRepairs),
    firstContactResolution: shares(({ desk }) => desk.firstContactResolution.resolved),
    chased: shares(({ desk }) => desk.chased),
    complaintsPer10000: frequencyChange(
      before.desk.complaintsPer10000,
      now.desk.complaintsPer10000,
    ),
  }
}
