/**
 * What surveys come to in one segment and period: what was said of single transactions, and of all that customers have had with
 * us, beside each other and never put together.
 *
 * @since 0.1.0
 */
import type { survey } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as O from 'fp-ts/lib/Option.js'

import { z95 } from '../../shared/interval.js'
import { type ReplyRate, replyRate } from '../rates.js'
import { scales } from '../scale.js'
import { cumulative, type Series, transactions } from '../series.js'
import { type AnswerFigures, answerFigures } from './answer-figures.js'
import type { AnswerGiven, BySort, Placed } from './observation.js'
import { noValues, type SurveyValues } from './survey-values.js'
import type { Terms } from './terms.js'

/** How customers stand with us by the method that the host picked, and from the answers that he picked. */
export type Standing = Series & { readonly from: survey.SurveyMode }

/** Csat over time. */
export interface CsatSeries {
  /** What was said of single transactions. */
  readonly transaction: Series
  /** Its points are those of the period; each stands on the answers before it too. */
  readonly cumulative: O.Option<Standing>
}

/** By mode of the survey, as each was issued; an answer of one changes no figure of the other. */
export interface SurveyFigures {
  /** Of surveys about this one time. */
  readonly transaction: AnswerFigures
  /** Of surveys about all times so far. */
  readonly cumulative: AnswerFigures
  readonly series: CsatSeries
  /** Of all that were issued in the period, in either mode: one that was not sent has none. */
  readonly replyRate: O.Option<ReplyRate>
  /** Surveys that were due in the period and were not sent. */
  readonly suppressed: number
}

type Answers = ReadonlyArray<Placed & AnswerGiven>

const scored = (answers: Answers, mode: survey.SurveyMode) =>
  answers.flatMap(({ at, scores, mode: of }) =>
    of === mode && scores.csat !== undefined ? [{ at, score: scores.csat }] : [],
  )

const none: Series = { kind: 'transaction', points: [] }

/** A standing is of all that was said until then, in this period or before it; its points are those of this period. */
const standing = (
  answers: Answers,
  untilNow: Answers,
  { cumulative: wanted }: Terms,
): O.Option<Standing> => {
  if (wanted === undefined) return O.none
  const { from, method } = wanted
  const inPeriod = new Set(answers.map(({ at }) => at))
  return pipe(
    O.fromEither(cumulative(scales.csat, method)(scored(untilNow, from))),
    O.map((series) => ({
      ...series,
      from,
      points: series.points.filter(({ at }) => inPeriod.has(at)),
    })),
  )
}

/** Of each mode the values that its figures are made of. */
export type ValuesByMode = Readonly<Record<survey.SurveyMode, SurveyValues>>

/** What was observed in one segment and period; `untilNow`: all that was said in the segment by the period's end. */
export interface Surveyed {
  readonly those: BySort
  readonly values: ValuesByMode
  readonly untilNow: Answers
}

const figuresOf = (
  { those, values, untilNow }: Surveyed,
  terms: Terms,
  ofNobody: AnswerFigures,
): SurveyFigures => {
  const { z = z95 } = terms
  const answers = those('answer')
  const sent = those('sent')
  const suppressed = those('withheld').length
  const figures = (mode: survey.SurveyMode): AnswerFigures => {
    const asked = sent.filter((each) => each.mode === mode)
    if (asked.length === 0 && values[mode] === noValues) return ofNobody
    const given = answers.filter((each) => each.mode === mode)
    return answerFigures({ sent: asked, answers: given, values: values[mode] }, terms)
  }
  return {
    transaction: figures('transaction'),
    cumulative: figures('cumulative'),
    series: {
      transaction: pipe(
        transactions(scales.csat)(scored(answers, 'transaction')),
        E.getOrElse((): Series => none),
      ),
      cumulative: standing(answers, untilNow, terms),
    },
    replyRate: replyRate(
      {
        issued: sent.length,
        answered: sent.filter(({ answered }) => answered).length,
        suppressed,
      },
      z,
    ),
    suppressed,
  }
}

/** The figures of what was observed. */
export const surveyFigures = (terms: Terms): ((surveyed: Surveyed) => SurveyFigures) => {
  // Of a mode in which nobody was asked they are the same for all segments, and many a desk asks in one alone.
  const ofNobody = answerFigures({ sent: [], answers: [], values: noValues }, terms)
  return (surveyed) => figuresOf(surveyed, terms, ofNobody)
}
