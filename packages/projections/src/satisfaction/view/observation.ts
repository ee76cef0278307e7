/**
 * What is counted, each thing once, with all by which it may be asked for.
 *
 * @since 0.1.0
 */
import type { DayNumber, Instant, promise, survey } from '@troth/core'

import type { Items } from '../servqual.js'
import type { Case } from './cases.js'
import type { Held } from './charge.js'
import type { Judged } from './judged.js'
import type { Scores } from './survey-facts.js'

/** Which period it is in, and which segments. */
export interface Placed {
  /** The dates that it spans: one alone, unless it lasts. */
  readonly first: DayNumber
  readonly last: DayNumber
  /** The instant that places it, and at which the customer's classes are read. */
  readonly at: Instant
  /** Whoever stands for the customer. */
  readonly customer: string
  /** As the complaint has it then. */
  readonly tier: string | undefined
  readonly products: ReadonlyArray<string>
  readonly channel: string | undefined
  readonly handlers: ReadonlyArray<string>
  readonly departments: ReadonlyArray<string>
}

export interface AnswerGiven {
  readonly of: 'answer'
  readonly mode: survey.SurveyMode
  readonly scores: Scores
  /** His latest expectations by the same edition and in the same mode, where he was asked for perceptions. */
  readonly expectations: Items | undefined
  /** The complaint asked about, by the key of the one that stands for it, once that was closed. */
  readonly closedComplaint: string | undefined
  readonly large: boolean
}

/** What one customer said before something and after it, both times in one mode. `since`: when that was. */
export interface Pair {
  readonly of: 'recovery' | 'benefit'
  readonly mode: survey.SurveyMode
  readonly since: Instant
  readonly before: number
  readonly after: number
}

export interface VerdictGiven {
  readonly of: 'verdict'
  readonly case: Case
  readonly judged: Judged
  readonly charged: Omit<Held, 'time'> | undefined
  readonly held: ReadonlyArray<Held>
}

/** `pending`: nothing has gone wrong, and the window is still open. */
export type FirstContact = 'resolved' | 'notResolved' | 'pending'

export type Observed =
  | AnswerGiven
  | Pair
  | VerdictGiven
  | { readonly of: 'sent'; readonly mode: survey.SurveyMode; readonly answered: boolean }
  | { readonly of: 'withheld' }
  | {
      readonly of:
        'received' | 'inHand' | 'handOver' | 'chase' | 'resolution' | 'closing' | 'reopening'
      readonly case: Case
    }
  | { readonly of: 'firstEnd'; readonly case: Case; readonly firstContact: FirstContact }
  | { readonly of: 'promise'; readonly verdict: promise.Verdict }
  | { readonly of: 'visit'; readonly inWindow: boolean; readonly skipped: boolean }

export type Observation = Placed & Observed

/** What is observed of one sort. */
export type ObservedAs<Name extends Observed['of'], One = Observed> = One extends {
  readonly of: infer Names
}
  ? Name extends Names
    ? One
    : never
  : never

const none: ReadonlyArray<never> = []

/** What was observed, to be asked for by its sort. */
export type BySort = <Name extends Observed['of']>(
  name: Name,
) => ReadonlyArray<Placed & ObservedAs<Name>>

/** Sorted in one pass, for many figures are made of the same observations. */
export const bySort = (all: ReadonlyArray<Observation>): BySort => {
  const sorts = new Map<Observed['of'], Observation[]>()
  for (const each of all) {
    const there = sorts.get(each.of)
    if (there === undefined) sorts.set(each.of, [each])
    else there.push(each)
  }
  return (name) => sorts.get(name) ?? none
}

/** Those of one sort. */
export const those =
  <Name extends Observed['of']>(name: Name) =>
  (all: ReadonlyArray<Observation>): ReadonlyArray<Placed & ObservedAs<Name>> =>
    all.filter((each): each is Placed & ObservedAs<Name> => each.of === name)
