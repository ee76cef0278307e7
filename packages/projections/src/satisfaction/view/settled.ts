/**
 * Promises that were settled by an instant, and visits that were due by it.
 *
 * @since 0.1.0
 */
import { followUp, type Instant, type promise } from '@troth/core'

import { inTime, type Kept, known } from '../../shared/kept.js'
import { keyLike } from '../../shared/merged.js'
import type { Matter } from './matter.js'
import type { PromiseFact } from './promise-facts.js'
import type { VisitFact } from './visit-facts.js'

/** A promise that was kept or broken; those withdrawn, and agreements that never became binding, are none. */
export interface SettledPromise {
  readonly key: string
  /** The key of the customer to whom it was made. */
  readonly customer: string
  readonly madeBy: string
  readonly about: Matter
  readonly at: Instant
  readonly verdict: promise.Verdict
}

/** By key of a promise's row, what is kept of it. */
export type PromiseRecords = ReadonlyMap<string, Kept<PromiseFact>>

const verdictOf = ({ is, at }: PromiseFact, dueAt: Instant): promise.Verdict | undefined => {
  if (is === 'kept') return at <= dueAt ? 'keptOnTime' : 'keptLate'
  return is === 'broken' ? 'broken' : undefined
}

const isEnd = ({ is }: PromiseFact): boolean => is === 'kept' || is === 'broken' || is === 'ended'

/** Every promise that was kept or broken by `knownAt`, in the order of their keys. It is settled once. */
export const promisesAt = (
  records: PromiseRecords,
  knownAt: Instant,
): ReadonlyArray<SettledPromise> => {
  const knownOf = known(knownAt)
  return [...records.keys()].sort().flatMap((key): ReadonlyArray<SettledPromise> => {
    const facts = knownOf(records.get(key))
    const made = facts.find((fact) => fact.is === 'made')
    const end = facts.findIndex(isEnd)
    const settled = facts[end]
    if (made === undefined || settled === undefined) return []
    const moves = facts.slice(0, end).filter((fact) => fact.is === 'moved')
    const dueAt = inTime(moves).at(-1)?.dueAt ?? made.dueAt
    const verdict = verdictOf(settled, dueAt)
    const customer = keyLike(key, made.customer)
    const { by: madeBy } = made
    return verdict === undefined
      ? []
      : [{ key, customer, madeBy, about: made, at: settled.at, verdict }]
  })
}

/** A visit whose time has come and gone, or that was made. */
export interface DueVisit {
  readonly key: string
  /** The key of the customer who was to be visited. */
  readonly customer: string
  readonly visitor: string | undefined
  readonly channel: string
  readonly item: string | undefined
  readonly dueAt: Instant
  readonly inWindow: boolean
  readonly skipped: boolean
}

/** By key of a follow-up's row, what is kept of it. */
export type VisitRecords = ReadonlyMap<string, Kept<VisitFact>>

/** Every visit that was made, skipped or missed by `knownAt`, follow-up by follow-up in the order of their keys; one still in its window is none yet. */
export const visitsAt = (
  { initial, evolve }: Pick<followUp.FollowUpDecider, 'initial' | 'evolve'>,
  records: VisitRecords,
  knownAt: Instant,
): ReadonlyArray<DueVisit> => {
  const knownOf = known(knownAt)
  return [...records.keys()].sort().flatMap((key): ReadonlyArray<DueVisit> => {
    const facts = knownOf(records.get(key))
    const state = facts.reduce((all, { event }) => evolve(all, event), initial)
    if (state._tag === 'NotOpened') return []
    const { customer, visitor, channel, agenda } = state.file
    return followUp.dueVisits(state, knownAt).flatMap((visit): ReadonlyArray<DueVisit> =>
      visit.standing === 'due' || visit.standing === 'overdue'
        ? []
        : [
            {
              key,
              customer: keyLike(key, customer),
              visitor: visitor.filter(({ at }) => at <= visit.dueAt).at(-1)?.value,
              channel,
              item: agenda._tag === 'Plan' ? agenda.terms.item : undefined,
              dueAt: visit.dueAt,
              inWindow: visit.standing === 'done' && visit.inWindow,
              skipped: visit.standing === 'skipped',
            },
          ],
    )
  })
}
