/**
 * A period against the one before, figure by figure.
 *
 * @since 0.1.0
 */
import type { complaint, survey } from '@troth/core'
import type * as O from 'fp-ts/lib/Option.js'

import type { Part } from '../../shared/figures.js'
import { z95 } from '../../shared/interval.js'
import type { PerTenThousand } from '../rates.js'
import type { ShareTrend } from '../trend.js'
import { answerTrends, type AnswerTrends } from './answer-trends.js'
import { type Change, changeOf, shareChange } from './change.js'
import type { DeskFigures } from './desk-figures.js'
import type { SurveyFigures, ValuesByMode } from './survey-figures.js'
import type { Terms } from './terms.js'

/** None, where one of the two periods counted nothing. What was said is set against what was said in the same mode. */
export interface Trends {
  readonly transaction: AnswerTrends
  readonly cumulative: AnswerTrends
  readonly replyRate: O.Option<ShareTrend>
  readonly inTime: Readonly<Record<complaint.ClockName, O.Option<ShareTrend>>>
  readonly closedWithoutResolution: O.Option<ShareTrend>
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
  readonly values: ValuesByMode
}

const frequencyChange = changeOf<PerTenThousand>(
  ({ value }) => value,
  ({ interval }) => interval,
)

/** What changed from one period to the next. */
export const trendsOf = (before: Figured, now: Figured, { z = z95 }: Pick<Terms, 'z'>): Trends => {
  const said = (mode: survey.SurveyMode): AnswerTrends =>
    answerTrends(
      { figures: before.survey[mode], values: before.values[mode] },
      { figures: now.survey[mode], values: now.values[mode] },
      { z },
    )
  const shares = (of: (desk: DeskFigures) => O.Option<Part>) =>
    shareChange(of(before.desk), of(now.desk), z)
  return {
    transaction: said('transaction'),
    cumulative: said('cumulative'),
    replyRate: shareChange(before.survey.replyRate, now.survey.replyRate, z),
    inTime: {
      firstReply: shares(({ inTime }) => inTime.firstReply),
      nextReply: shares(({ inTime }) => inTime.nextReply),
      resolution: shares(({ inTime }) => inTime.resolution),
    },
    closedWithoutResolution: shares(({ closedWithoutResolution }) => closedWithoutResolution),
    keptRate: shares(({ keptRate }) => keptRate),
    onTimeRate: shares(({ onTimeRate }) => onTimeRate),
    followUpCompliance: shares(({ followUpCompliance }) => followUpCompliance),
    reopened: shares(({ reopened }) => reopened),
    repeatRepairs: shares(({ repeatRepairs }) => repeatRepairs),
    firstContactResolution: shares(({ firstContactResolution: { resolved } }) => resolved),
    chased: shares(({ chased }) => chased),
    complaintsPer10000: frequencyChange(
      before.desk.complaintsPer10000,
      now.desk.complaintsPer10000,
    ),
  }
}
