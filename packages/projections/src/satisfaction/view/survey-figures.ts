/**
 * What customers' answers come to in one segment and period.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { sum } from '../../shared/figures.js'
import { z95 } from '../../shared/interval.js'
import { beforeAndAfter, type PairedDifference, recovery } from '../before-and-after.js'
import { type Csat, csat } from '../csat.js'
import * as effort from '../effort.js'
import { type Lead, satisfactionLead } from '../lead.js'
import { mean, type Mean } from '../mean.js'
import { nps, type Nps } from '../nps.js'
import { valueScale } from '../perceived-value.js'
import {
  type ComplaintSatisfaction,
  complaintSatisfaction,
  type ReplyRate,
  replyRate,
} from '../rates.js'
import { scales } from '../scale.js'
import { cumulative, type Series, transactions } from '../series.js'
import { dimensionMeans, type DimensionMeans, type Items } from '../servqual.js'
import { type AnswerGiven, type Observation, type Placed, those } from './observation.js'
import type { SurveyValues } from './survey-values.js'
import type { Terms } from './terms.js'

/** The mean gap of each of the 22 items, item 1 first, over `n` who were asked for both halves. */
export interface ItemGaps {
  readonly n: number
  readonly items: Items
}

/**
 * All of answers given in the period, but for `replyRate` and `suppressed`, which are of surveys that were due in it, and for
 * `cumulative`, which stands on the answers before it too.
 */
export interface SurveyFigures {
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
  /** Of csat: what was said of single transactions, and how customers stand with us by the method that the host picked. */
  readonly transactions: Series
  readonly cumulative: O.Option<Series>
  readonly replyRate: O.Option<ReplyRate>
  /** Surveys that were due and were not sent. */
  readonly suppressed: number
}

type Answers = ReadonlyArray<Placed & AnswerGiven>

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
const aboutClosed = (answers: Answers) => {
  const last = new Map<string, { readonly score: number; readonly large: boolean }>()
  for (const { closedComplaint, scores, large } of answers)
    if (closedComplaint !== undefined && scores.csat !== undefined)
      last.set(closedComplaint, { score: scores.csat, large })
  return [...last.values()]
}

const csatSeries = (answers: Answers, mode: AnswerGiven['mode']) =>
  answers.flatMap(({ at, scores, mode: of }) =>
    of === mode && scores.csat !== undefined ? [{ at, score: scores.csat }] : [],
  )

const none: Series = { kind: 'transaction', points: [] }

/** A standing is of all that was said until then, in this period or before it; its points are those of this period. */
const standing = (
  answers: Answers,
  untilNow: Answers,
  { cumulative: wanted }: Terms,
): O.Option<Series> => {
  if (wanted === undefined) return O.none
  const inPeriod = new Set(answers.map(({ at }) => at))
  return pipe(
    O.fromEither(cumulative(scales.csat, wanted.method)(csatSeries(untilNow, wanted.from))),
    O.map((series) => ({ ...series, points: series.points.filter(({ at }) => inPeriod.has(at)) })),
  )
}

/** What was observed in one segment and period; `untilNow`: all that was said in the segment by the period's end. */
export interface Surveyed {
  readonly all: ReadonlyArray<Observation>
  readonly values: SurveyValues
  readonly untilNow: ReadonlyArray<Observation>
}

/** The figures of what was observed. */
export const surveyFigures = ({ all, values, untilNow }: Surveyed, terms: Terms): SurveyFigures => {
  const { z = z95 } = terms
  const answers = those('answer')(all)
  const asked = those('sent')(all)
  const suppressed = those('withheld')(all).length
  return {
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
    transactions: pipe(
      transactions(scales.csat)(csatSeries(answers, 'transaction')),
      E.getOrElse((): Series => none),
    ),
    cumulative: standing(answers, those('answer')(untilNow), terms),
    replyRate: replyRate(
      {
        issued: asked.length,
        answered: asked.filter(({ answered }) => answered).length,
        suppressed,
      },
      z,
    ),
    suppressed,
  }
}
