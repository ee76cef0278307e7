/**
 * A period against the one before, figure by figure.
 *
 * @since 0.1.0
 */
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../../shared/figures.js'
import { overlap, z95 } from '../../shared/interval.js'
import type { Nps } from '../nps.js'
import { scales } from '../scale.js'
import { meanTrend, type MeanTrend, shareTrend, type ShareTrend } from '../trend.js'
import type { DeskFigures } from './desk-figures.js'
import { type SurveyFigures, type SurveyValues, valueScale } from './survey-figures.js'
import type { Terms } from './terms.js'

/** Two scores from -1 to 1, and whether their adjusted Wald intervals have a point in common. */
export interface NpsTrend {
  readonly before: Nps
  readonly now: Nps
  readonly change: number
  readonly overlaps: boolean
}

/** None, where one of the two periods counted nothing. */
export interface Trends {
  readonly csat: O.Option<ShareTrend>
  readonly nps: O.Option<NpsTrend>
  readonly effort: O.Option<MeanTrend>
  readonly index: O.Option<MeanTrend>
  readonly perceivedValue: O.Option<MeanTrend>
  readonly replyRate: O.Option<ShareTrend>
  readonly firstReplyInTime: O.Option<ShareTrend>
  readonly keptRate: O.Option<ShareTrend>
  readonly onTimeRate: O.Option<ShareTrend>
  readonly followUpCompliance: O.Option<ShareTrend>
  readonly reopened: O.Option<ShareTrend>
  readonly firstContactResolution: O.Option<ShareTrend>
}

/** The figures of one period, with the values behind its means. */
export interface Figured {
  readonly survey: SurveyFigures
  readonly desk: DeskFigures
  readonly values: SurveyValues
}

const npsTrend = (before: O.Option<Nps>, now: O.Option<Nps>): O.Option<NpsTrend> =>
  O.isNone(before) || O.isNone(now)
    ? O.none
    : O.some({
        before: before.value,
        now: now.value,
        change: now.value.score - before.value.score,
        overlaps: overlap(before.value.adjustedWald, now.value.adjustedWald),
      })

/** What changed from one period to the next. */
export const trendsOf = (before: Figured, now: Figured, { z = z95 }: Pick<Terms, 'z'>): Trends => {
  const shares = (of: (figured: Figured) => O.Option<Part>): O.Option<ShareTrend> => {
    const [was, is] = [of(before), of(now)]
    return O.isNone(was) || O.isNone(is) ? O.none : shareTrend(was.value, is.value, z)
  }
  const means = (scale: { lowest: number; highest: number }, of: keyof SurveyValues) =>
    meanTrend(scale, z)(before.values[of], now.values[of])
  return {
    csat: shares(({ survey }) =>
      pipe(
        survey.csat,
        O.map(({ satisfied, n }) => ({ count: satisfied, n })),
      ),
    ),
    nps: npsTrend(before.survey.nps, now.survey.nps),
    effort: means(scales.effort, 'effort'),
    index: means(scales.index, 'index'),
    perceivedValue: means(valueScale, 'perceivedValue'),
    replyRate: shares(({ survey }) => survey.replyRate),
    firstReplyInTime: shares(({ desk }) => desk.inTime.firstReply),
    keptRate: shares(({ desk }) => desk.keptRate),
    onTimeRate: shares(({ desk }) => desk.onTimeRate),
    followUpCompliance: shares(({ desk }) => desk.followUpCompliance),
    reopened: shares(({ desk }) => desk.reopened),
    firstContactResolution: shares(({ desk }) => desk.firstContactResolution.resolved),
  }
}
