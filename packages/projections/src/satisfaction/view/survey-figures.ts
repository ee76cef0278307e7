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
import { index } from '../customer-index.js'
import * as effort from '../effort.js'
import { type Lead, satisfactionLead } from '../lead.js'
import { mean, type Mean } from '../mean.js'
import { nps, type Nps } from '../nps.js'
import { perceivedValue } from '../perceived-value.js'
import {
  type ComplaintSatisfaction,
  complaintSatisfaction,
  type ReplyRate,
  replyRate,
} from '../rates.js'
import { scales } from '../scale.js'
import { cumulative, type Series, transactions } from '../series.js'
import {
  dimensionMeans,
  type DimensionMeans,
  type Edition,
  itemGaps,
  type Items,
  servperf,
  servqual,
} from '../servqual.js'
import { type AnswerGiven, type Observation, type Pair, type Placed, those } from './observation.js'
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

/** What the values that figures are means of come to, for the trend. */
export interface SurveyValues {
  readonly nps: ReadonlyArray<number>
  readonly effort: ReadonlyArray<number>
  readonly index: ReadonlyArray<number>
  readonly perceivedValue: ReadonlyArray<number>
}

type Answers = ReadonlyArray<Placed & AnswerGiven>

const given = <A>(values: ReadonlyArray<A | undefined>): ReadonlyArray<A> =>
  values.filter((value): value is A => value !== undefined)

const rights = <A>(values: ReadonlyArray<E.Either<unknown, A>>): ReadonlyArray<A> =>
  values.flatMap((value) => (E.isRight(value) ? [value.right] : []))

const indices = (answers: Answers, { indexWeights }: Terms): ReadonlyArray<number> =>
  rights(
    answers.map(({ scores: { index: items } }) =>
      items?.overall === undefined || items.expectation === undefined || items.ideal === undefined
        ? E.left('not answered')
        : index(
            { overall: items.overall, expectation: items.expectation, ideal: items.ideal },
            indexWeights,
          ),
    ),
  )

const perceivedValues = (answers: Answers): ReadonlyArray<number> =>
  rights(
    answers.map(({ scores: { gain, sacrifice } }) =>
      gain === undefined || sacrifice === undefined
        ? E.left('not answered')
        : perceivedValue({ gain, sacrifice }),
    ),
  )

/** From -9, all given up for nothing, to 9. */
export const valueScale = { lowest: -9, highest: 9 }

/** The single values behind the means. */
export const surveyValues = (all: ReadonlyArray<Observation>, terms: Terms): SurveyValues => {
  const answers = those('answer')(all)
  return {
    nps: given(answers.map(({ scores }) => scores.nps)),
    effort: given(answers.map(({ scores }) => scores.effort)),
    index: indices(answers, terms),
    perceivedValue: perceivedValues(answers),
  }
}

interface BothHalves {
  readonly edition: Edition
  readonly perceptions: Items
  readonly expectations: Items
}

const bothHalves = (answers: Answers): ReadonlyArray<BothHalves> =>
  answers.flatMap(({ scores: { servqual: asked }, expectations }) =>
    asked?.perceptions === undefined || expectations === undefined
      ? []
      : [{ edition: asked.edition, perceptions: asked.perceptions, expectations }],
  )

const meanItemGaps = (halves: ReadonlyArray<BothHalves>): O.Option<ItemGaps> => {
  const gaps = rights(halves.map(itemGaps))
  const [first] = gaps
  return first === undefined
    ? O.none
    : O.some({
        n: gaps.length,
        items: first.map((_, item) => sum(gaps.map((each) => each[item] ?? 0)) / gaps.length),
      })
}

const withWeights = ({ servqualWeights: weights }: Terms) => (weights ? { weights } : {})

const servperfOf = (answers: Answers, terms: Terms): O.Option<DimensionMeans> =>
  dimensionMeans(
    rights(
      answers.map(({ scores: { servqual: asked } }) =>
        asked?.perceptions === undefined
          ? E.left('not answered')
          : servperf({
              edition: asked.edition,
              perceptions: asked.perceptions,
              ...withWeights(terms),
            }),
      ),
    ),
  )

/** One answer a complaint, the last; in the order of their keys. */
const aboutClosed = (answers: Answers) => {
  const last = new Map<string, { readonly score: number; readonly large: boolean }>()
  for (const { closedComplaint, scores, large } of answers)
    if (closedComplaint !== undefined && scores.csat !== undefined)
      last.set(closedComplaint, { score: scores.csat, large })
  return [...last.values()]
}

/** One pair a customer, of what happened last; in the order of their keys. */
const onePairEach = (pairs: ReadonlyArray<Placed & Pair>): ReadonlyArray<Pair> => {
  const last = new Map<string, Placed & Pair>()
  for (const each of pairs) {
    const there = last.get(each.customer)
    if (there === undefined || each.since >= there.since) last.set(each.customer, each)
  }
  return [...last.values()].sort((a, b) => (a.customer < b.customer ? -1 : 1))
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

/** The figures of what was observed in one segment and period; `untilNow`: the same, and all of the segment before it. */
export const surveyFigures = (
  all: ReadonlyArray<Observation>,
  untilNow: ReadonlyArray<Observation>,
  terms: Terms,
): SurveyFigures => {
  const { z = z95 } = terms
  const answers = those('answer')(all)
  const values = surveyValues(all, terms)
  const halves = bothHalves(answers)
  const asked = those('sent')(all)
  const suppressed = those('withheld')(all).length
  const pairs = those('recovery')(all)
  const benefits = those('benefit')(all)
  return {
    csat: csat(given(answers.map(({ scores }) => scores.csat)), z),
    nps: nps(values.nps, z),
    effort: {
      mean: effort.mean(values.effort, z),
      agreement: effort.agreement(values.effort, z),
      index: effort.index(values.effort, z),
    },
    itemGaps: meanItemGaps(halves),
    servqual: dimensionMeans(
      rights(halves.map((each) => servqual({ ...each, ...withWeights(terms) }))),
    ),
    servperf: servperfOf(answers, terms),
    index: mean(scales.index, z)(values.index),
    perceivedValue: mean(valueScale, z)(values.perceivedValue),
    lead: satisfactionLead(
      answers.flatMap(({ scores: { index: items } }) =>
        items?.overall === undefined || items.rivalOverall === undefined
          ? []
          : [{ own: items.overall, rival: items.rivalOverall }],
      ),
      z,
    ),
    complaintSatisfaction: complaintSatisfaction(aboutClosed(answers), z),
    recovery: recovery(scales.csat, z)(onePairEach(pairs)),
    loyaltyByBenefit: beforeAndAfter(scales.servqual, z)(onePairEach(benefits)),
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
