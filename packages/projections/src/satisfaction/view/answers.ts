/**
 * Surveys as they were known at an instant.
 *
 * @since 0.1.0
 */
import type { ActorId, customer, Instant, survey } from '@troth/core'

import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike } from '../../shared/merged.js'
import type { Matter } from './matter.js'
import type { Scores, SurveyFact } from './survey-facts.js'

/** A survey that was sent. */
export interface Sent {
  readonly key: string
  /** The key of the customer who was asked, as his own stream has it. */
  readonly customer: string
  readonly about: Matter
  readonly mode: survey.SurveyMode
  readonly channel: customer.Channel
  readonly answeredFor: ReadonlyArray<ActorId>
  readonly issuedAt: Instant
  readonly answer: Answer | undefined
}

/** What he answered, as last corrected; the instant is that of the first answer. */
export interface Answer {
  readonly at: Instant
  readonly scores: Scores
}

/** A survey that was due and was not sent. */
export interface Withheld {
  readonly key: string
  readonly customer: string
  readonly about: Matter
  readonly at: Instant
}

/** By key of a survey's row, what is kept of it. */
export type SurveyRecords = ReadonlyMap<string, Kept<SurveyFact>>

type Said = Extract<SurveyFact, { readonly scores: Scores }>

const said = (facts: ReadonlyArray<SurveyFact>, is: Said['is']): ReadonlyArray<Said> =>
  facts.filter((fact): fact is Said => fact.is === is)

const answerIn = (facts: ReadonlyArray<SurveyFact>): Answer | undefined => {
  const [answered] = said(facts, 'answered')
  if (answered === undefined) return undefined
  const corrected = said(facts, 'corrected')
  const last = inTime(corrected).at(-1) ?? answered
  return { at: answered.at, scores: last.scores }
}

/** All surveys that were sent or withheld by `knownAt`, in the order of their keys. */
export const surveysAt = (
  records: SurveyRecords,
  knownAt: Instant,
): { readonly sent: ReadonlyArray<Sent>; readonly withheld: ReadonlyArray<Withheld> } => {
  const sent: Sent[] = []
  const withheld: Withheld[] = []
  const knownOf = known(knownAt)
  for (const key of [...records.keys()].sort()) {
    const facts = knownOf(records.get(key))
    const first = facts.find((fact) => fact.is === 'issued' || fact.is === 'suppressed')
    if (first?.is === 'suppressed')
      withheld.push({
        key,
        customer: keyLike(key, first.customer),
        about: first,
        at: first.at,
      })
    if (first?.is === 'issued') {
      const { mode = 'transaction', channel, answeredFor, at } = first
      sent.push({
        key,
        customer: keyLike(key, first.customer),
        about: first,
        mode,
        channel,
        answeredFor,
        issuedAt: at,
        answer: answerIn(facts),
      })
    }
  }
  return { sent, withheld }
}
