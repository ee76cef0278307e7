/**
 * The single values that the figures of one segment, period and mode are made of.
 *
 * @since 0.1.0
 */
import type { survey } from '@troth/core'
import * as E from 'fp-ts/lib/Either.js'

import type { BeforeAndAfter } from '../before-and-after.js'
import { index } from '../customer-index.js'
import type { OwnAndRival } from '../lead.js'
import { perceivedValue } from '../perceived-value.js'
import { type DimensionScores, itemGaps, type Items, servperf, servqual } from '../servqual.js'
import type { AnswerGiven, BySort, Pair, Placed } from './observation.js'
import type { Terms } from './terms.js'

/** Of each who answered what a figure asks. */
export interface SurveyValues {
  readonly csat: ReadonlyArray<number>
  readonly nps: ReadonlyArray<number>
  readonly effort: ReadonlyArray<number>
  readonly itemGaps: ReadonlyArray<Items>
  readonly servqual: ReadonlyArray<DimensionScores>
  readonly servperf: ReadonlyArray<DimensionScores>
  readonly index: ReadonlyArray<number>
  readonly perceivedValue: ReadonlyArray<number>
  readonly lead: ReadonlyArray<OwnAndRival>
  readonly recovery: ReadonlyArray<BeforeAndAfter>
  readonly loyaltyByBenefit: ReadonlyArray<BeforeAndAfter>
}

/** Of nobody who answered: the very one, wherever nobody did. */
export const noValues: SurveyValues = {
  csat: [],
  nps: [],
  effort: [],
  itemGaps: [],
  servqual: [],
  servperf: [],
  index: [],
  perceivedValue: [],
  lead: [],
  recovery: [],
  loyaltyByBenefit: [],
}

type Answers = ReadonlyArray<Placed & AnswerGiven>

const given = <A>(values: ReadonlyArray<A | undefined>): ReadonlyArray<A> =>
  values.filter((value): value is A => value !== undefined)

const rights = <A>(values: ReadonlyArray<E.Either<unknown, A>>): ReadonlyArray<A> =>
  values.flatMap((value) => (E.isRight(value) ? [value.right] : []))

const indices = (answers: Answers, { indexWeights }: Terms): ReadonlyArray<number> =>
  rights(
    answers.flatMap(({ scores: { index: items } }) => {
      const { overall, expectation, ideal } = items ?? {}
      return overall === undefined || expectation === undefined || ideal === undefined
        ? []
        : [index({ overall, expectation, ideal }, indexWeights)]
    }),
  )

const perceivedValues = (answers: Answers): ReadonlyArray<number> =>
  rights(
    answers.flatMap(({ scores: { gain, sacrifice } }) =>
      gain === undefined || sacrifice === undefined ? [] : [perceivedValue({ gain, sacrifice })],
    ),
  )

const leads = (answers: Answers): ReadonlyArray<OwnAndRival> =>
  answers.flatMap(({ scores: { index: items } }) =>
    items?.overall === undefined || items.rivalOverall === undefined
      ? []
      : [{ own: items.overall, rival: items.rivalOverall }],
  )

/** Who was asked what he perceived, with what he expected where that is known. */
const perceiving = (answers: Answers, { servqualWeights }: Terms) =>
  answers.flatMap(({ scores: { servqual: asked }, expectations }) => {
    if (asked?.perceptions === undefined) return []
    const weights = servqualWeights && { weights: servqualWeights }
    return [
      {
        answers: { edition: asked.edition, perceptions: asked.perceptions, ...weights },
        expectations,
      },
    ]
  })

/** One pair a customer, of what happened last; in the order of their keys. */
const onePairEach = (pairs: ReadonlyArray<Placed & Pair>): ReadonlyArray<Pair> => {
  const last = new Map<string, Placed & Pair>()
  for (const each of pairs) {
    const there = last.get(each.customer)
    if (there === undefined || each.since >= there.since) last.set(each.customer, each)
  }
  return [...last.values()].sort((a, b) => (a.customer < b.customer ? -1 : 1))
}

/** The values of what was observed in one mode. */
export const surveyValues = (
  those: BySort,
  mode: survey.SurveyMode,
  terms: Terms,
): SurveyValues => {
  const isIn = (each: { readonly mode: survey.SurveyMode }) => each.mode === mode
  const answers = those('answer').filter(isIn)
  const recovery = those('recovery').filter(isIn)
  const benefits = those('benefit').filter(isIn)
  if (answers.length + recovery.length + benefits.length === 0) return noValues
  const asked = perceiving(answers, terms)
  const both = asked.flatMap(({ answers: perceived, expectations }) =>
    expectations === undefined ? [] : [{ ...perceived, expectations }],
  )
  return {
    csat: given(answers.map(({ scores }) => scores.csat)),
    nps: given(answers.map(({ scores }) => scores.nps)),
    effort: given(answers.map(({ scores }) => scores.effort)),
    itemGaps: rights(both.map(itemGaps)),
    servqual: rights(both.map(servqual)),
    servperf: rights(asked.map((each) => servperf(each.answers))),
    index: indices(answers, terms),
    perceivedValue: perceivedValues(answers),
    lead: leads(answers),
    recovery: onePairEach(recovery),
    loyaltyByBenefit: onePairEach(benefits),
  }
}
