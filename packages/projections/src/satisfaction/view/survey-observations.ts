/**
 * What is counted of surveys: who was asked, what was answered, and the same customer before something and after it.
 *
 * @since 0.1.0
 */
import { after, type Instant, survey } from '@troth/core'

import type { Customers } from '../../shared/customers.js'
import { sum } from '../../shared/figures.js'
import type { Items } from '../servqual.js'
import type { Answer, Sent, Withheld } from './answers.js'
import type { Case } from './cases.js'
import type { Observation, Placed } from './observation.js'
import type { Place } from './place.js'

interface Answered {
  readonly sent: Sent
  readonly answer: Answer
  readonly placed: Placed
}

/** In order of time, and of keys at one instant. */
const inOrder = (a: Answered, b: Answered): number =>
  a.answer.at - b.answer.at || (a.sent.key < b.sent.key ? -1 : 1)

type ByCustomer = ReadonlyMap<string, ReadonlyArray<Answered>>

const byCustomer = (answered: ReadonlyArray<Answered>): ByCustomer => {
  const all = new Map<string, Answered[]>()
  for (const each of answered) {
    const there = all.get(each.placed.customer)
    if (there === undefined) all.set(each.placed.customer, [each])
    else there.push(each)
  }
  return all
}

/** Those that he gave with the perceptions, or else the latest before them by the same edition and in the same mode: they are two dated facts. */
const expectationsFor = (
  { sent: { mode }, answer }: Answered,
  his: ReadonlyArray<Answered>,
): Items | undefined => {
  const asked = answer.scores.servqual
  if (asked?.perceptions === undefined) return undefined
  if (asked.expectations !== undefined) return asked.expectations
  let latest: Items | undefined
  for (const each of his) {
    if (each.answer.at > answer.at) break
    const { edition, expectations } = each.answer.scores.servqual ?? {}
    if (each.sent.mode === mode && edition === asked.edition) latest = expectations ?? latest
  }
  return latest
}

const given = (
  each: Answered,
  his: ReadonlyArray<Answered>,
  place: Place,
  { classAt }: Customers,
): Observation => {
  const { sent, answer, placed } = each
  const about = place.caseAbout(sent.key, sent.about)
  const isClosed = about?.kind === 'complaint' && about.closings.length > 0
  return {
    ...placed,
    of: 'answer',
    mode: sent.mode,
    scores: answer.scores,
    expectations: expectationsFor(each, his),
    closedComplaint: isClosed ? about.key : undefined,
    large: classAt(placed.customer, 'size', placed.at) === 'large',
  }
}

/** How loyal he says he is, from 1 to 7: the mean of the items that he answered, `negativeFeeling` as 8 less it. */
export const loyaltyScore = ({ loyalty }: Answer['scores']): number | undefined => {
  if (loyalty === undefined) return undefined
  const { negativeFeeling, ...rest } = loyalty
  const items: ReadonlyArray<number | undefined> = [
    ...Object.values(rest),
    negativeFeeling === undefined ? undefined : 8 - negativeFeeling,
  ]
  const scores = items.filter((score) => score !== undefined)
  return scores.length === 0 ? undefined : sum(scores) / scores.length
}

const csatOf = ({ csat }: Answer['scores']): number | undefined => csat

const nothing: ReadonlyArray<never> = []

/** One thing that a customer said, and where that belongs. */
interface Said {
  readonly mode: survey.SurveyMode
  readonly at: Instant
  readonly value: number
  readonly placed: Placed
}

/** What a customer said of one thing in one mode, in order of time; gone through once for each who is asked about. */
const saidBy = (
  answeredBy: ByCustomer,
  mode: survey.SurveyMode,
  score: (scores: Answer['scores']) => number | undefined,
): ((customer: string) => ReadonlyArray<Said>) => {
  const heard = new Map<string, ReadonlyArray<Said>>()
  return (customer) => {
    const his = answeredBy.get(customer)
    if (his === undefined) return nothing
    const said =
      heard.get(customer) ??
      his.flatMap(({ sent, answer, placed }) => {
        const value = score(answer.scores)
        return sent.mode !== mode || value === undefined
          ? []
          : [{ mode, at: answer.at, value, placed }]
      })
    heard.set(customer, said)
    return said
  }
}

/** The place of the first that was said at `at` or later: found by halving, since one customer may have said much. */
const firstFrom = (said: ReadonlyArray<Said>, at: Instant): number => {
  let [from, to] = [0, said.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((said[middle]?.at ?? at) < at) from = middle + 1
    else to = middle
  }
  return from
}

/** The last he said before `since`, and the first from `until` on; at `since` itself he says neither. */
const pair = (
  of: 'recovery' | 'benefit',
  said: ReadonlyArray<Said>,
  since: Instant,
  until: Instant,
): ReadonlyArray<Observation> => {
  const before = said[firstFrom(said, since) - 1]
  const then = said[firstFrom(said, until > since ? until : after(since, 1))]
  return before === undefined || then === undefined
    ? []
    : [{ ...then.placed, of, mode: then.mode, since, before: before.value, after: then.value }]
}

/** A benefit that a customer was granted, by whoever stands for him. */
export interface Granted {
  readonly customer: string
  readonly at: Instant
}

/** What was said in one mode before and after each complaint that was closed, and each benefit. */
const pairs = (
  his: ByCustomer,
  mode: survey.SurveyMode,
  customers: Customers,
  cases: ReadonlyArray<Case>,
  grants: ReadonlyArray<Granted>,
): ReadonlyArray<Observation> => {
  const csatBy = saidBy(his, mode, csatOf)
  const loyaltyBy = saidBy(his, mode, loyaltyScore)
  return [
    ...cases.flatMap((each) => {
      const closing = each.closings[0]
      return each.kind !== 'complaint' || closing === undefined
        ? []
        : pair('recovery', csatBy(customers.survivorOf(each.customer)), each.receivedAt, closing.at)
    }),
    ...grants.flatMap(({ customer, at }) => pair('benefit', loyaltyBy(customer), at, at)),
  ]
}

/** All that is counted of surveys. */
export const surveyObservations = (
  { sent, withheld }: { sent: ReadonlyArray<Sent>; withheld: ReadonlyArray<Withheld> },
  { place, customers }: { readonly place: Place; readonly customers: Customers },
  cases: ReadonlyArray<Case>,
  grants: ReadonlyArray<Granted>,
): ReadonlyArray<Observation> => {
  const answered = sent
    .flatMap((each): ReadonlyArray<Answered> =>
      each.answer === undefined
        ? []
        : [{ sent: each, answer: each.answer, placed: place.survey(each, each.answer.at) }],
    )
    .sort(inOrder)
  const his = byCustomer(answered)
  const of = (customer: string): ReadonlyArray<Answered> => his.get(customer) ?? nothing
  return [
    ...sent.map((each): Observation => ({
      ...place.survey(each, each.issuedAt),
      of: 'sent',
      mode: each.mode,
      answered: each.answer !== undefined,
    })),
    ...withheld.map((each): Observation => ({ ...place.survey(each, each.at), of: 'withheld' })),
    ...answered.map((each) => given(each, of(each.placed.customer), place, customers)),
    ...survey.SurveyMode.values.flatMap((mode) => pairs(his, mode, customers, cases, grants)),
  ]
}
