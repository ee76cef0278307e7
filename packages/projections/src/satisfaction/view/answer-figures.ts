/**
 * What customers' answers come to in one segment, period and mode.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../../shared/figures.js'
import { z95 } from '../../shared/interval.js'
import { share, type Share } from '../../shared/share.js'
import { beforeAndAfter, type PairedDifference, recovery } from '../before-and-after.js'
import { type Csat, csat } from '../csat.js'
import * as effort from '../effort.js'
import { type Lead, satisfactionLead } from '../lead.js'
import { mean, type Mean } from '../mean.js'
import { nps, type Nps } from '../nps.js'
import { valueScale } from '../perceived-value.js'
import { type ComplaintSatisfaction, complaintSatisfaction } from '../rates.js'
import { scales } from '../scale.js'
import { dimensionMeans, type DimensionMeans, type Items } from '../servqual.js'
import type { AnswerGiven, ObservedAs } from './observation.js'
import type { SurveyValues } from './survey-values.js'
import type { Terms } from './terms.js'

/** The mean gap of each of the 22 items, item 1 first, over `n` who were asked for both halves. */
export interface ItemGaps {
  readonly n: number
  readonly items: Items
}

/** All of answers given in the period, but for `replyRate`, which is of the surveys that were issued in it. */
export interface AnswerFigures {
  readonly csat: O.Option<Csat>
  readonly nps: O.Option<Nps>
  readonly effort: {
    readonly mean: O.Option<effort.EffortMean>
    readonly agreement: O.Option<effort.EffortAgreement>
    readonly index: O.Option<effort.EffortIndex>
  }
  readonly itemGaps: O.Option<ItemGaps>
  readonly servqual: O.Option<DimensionMeans>
  readonly servperf: O.Option<DimensionMeans>
  /** On 0 to 100. */
  readonly index: O.Option<Mean>
  /** Gain minus sacrifice, on -9 to 9. */
  readonly perceivedValue: O.Option<Mean>
  readonly lead: O.Option<Lead>
  /** Of complaints that were closed, the last answer about each. */
  readonly complaintSatisfaction: ComplaintSatisfaction
  readonly recovery: O.Option<PairedDifference>
  readonly loyaltyByBenefit: O.Option<PairedDifference>
  readonly replyRate: O.Option<Share>
}

const meanItemGaps = (gaps: ReadonlyArray<Items>): O.Option<ItemGaps> => {
  const [first] = gaps
  return first === undefined
    ? O.none
    : O.some({
        n: gaps.length,
        items: first.map((_, item) => sum(gaps.map((each) => each[item] ?? 0)) / gaps.length),
      })
}

/** One answer a complaint, the last; in the order of their keys. */
const aboutClosed = (answers: ReadonlyArray<AnswerGiven>) => {
  const last = new Map<string, { readonly score: number; readonly large: boolean }>()
  for (const { closedComplaint, scores, large } of answers)
    if (closedComplaint !== undefined && scores.csat !== undefined)
      last.set(closedComplaint, { score: scores.csat, large })
  return [...last.values()]
}

/** What was asked and said in one mode. */
export interface AskedAndSaid {
  readonly sent: ReadonlyArray<ObservedAs<'sent'>>
  readonly answers: ReadonlyArray<AnswerGiven>
  readonly values: SurveyValues
}

/** The figures of one mode. */
export const answerFigures = (
  { sent, answers, values }: AskedAndSaid,
  { z = z95 }: Pick<Terms, 'z'>,
): AnswerFigures => ({
  csat: csat(values.csat, z),
  nps: nps(values.nps, z),
  effort: {
    mean: effort.mean(values.effort, z),
    agreement: effort.agreement(values.effort, z),
    index: effort.index(values.effort, z),
  },
  itemGaps: meanItemGaps(values.itemGaps),
  servqual: dimensionMeans(values.servqual),
  servperf: dimensionMeans(values.servperf),
  index: mean(scales.index, z)(values.index),
  perceivedValue: mean(valueScale, z)(values.perceivedValue),
  lead: satisfactionLead(values.lead, z),
  complaintSatisfaction: complaintSatisfaction(aboutClosed(answers), z),
  recovery: recovery(scales.csat, z)(values.recovery),
  loyaltyByBenefit: beforeAndAfter(scales.servqual, z)(values.loyaltyByBenefit),
  replyRate: share(sent.filter(({ answered }) => answered).length, sent.length, z),
})
