/**
 * What a customer needs, expects and means to buy, and the days that matter to him.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Instant } from '../../shared/instant.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { CustomerFile } from '../state.js'
import type { CustomerDecision, Objection } from './answer.js'

export const recordNeed = (file: CustomerFile, asked: Asked<'RecordNeed'>): CustomerDecision =>
  once(file, 'need', asked.needId, () => emit({ type: 'NeedRecorded', data: asked }))

export const recordExpectation = (
  file: CustomerFile,
  asked: Asked<'RecordExpectation'>,
): CustomerDecision =>
  once(file, 'expectation', asked.expectationId, () =>
    emit({ type: 'ExpectationRecorded', data: asked }),
  )

export const rank = (
  { expectations }: CustomerFile,
  asked: Asked<'RankExpectations'>,
): CustomerDecision => {
  const held = expectations.map(({ expectationId }) => expectationId)
  const { order } = asked
  if (same(order, held)) return nothing
  return same([...order].sort(), [...held].sort())
    ? emit({ type: 'ExpectationsRanked', data: asked })
    : reject({ _tag: 'NotTheHeldOnes', held })
}

export const findFeasible = (
  file: CustomerFile,
  asked: Asked<'FindExpectationFeasible'>,
): CustomerDecision => {
  const { expectationId: id } = asked
  if (isKnown(file, 'released', id)) return reject({ _tag: 'ExpectationReleased' })
  const held = file.expectations.find(({ expectationId }) => expectationId === id)
  if (!held) return reject({ _tag: 'NoSuchExpectation' })
  return held.feasible ? nothing : emit({ type: 'ExpectationFoundFeasible', data: asked })
}

export const release = (
  file: CustomerFile,
  asked: Asked<'ReleaseExpectation'>,
): CustomerDecision => {
  const { expectationId: id } = asked
  if (isKnown(file, 'released', id)) return nothing
  return isKnown(file, 'expectation', id)
    ? emit({ type: 'ExpectationReleased', data: asked })
    : reject({ _tag: 'NoSuchExpectation' })
}

const hour = 3_600_000

/** A day begins first at UTC+14 and ends last at UTC-12: no zone need be known to tell. */
const notItsTime = ({ year, at }: Asked<'RecordDemandPlan'>): Objection => {
  const from = (Date.UTC(year - 1, 11, 1) - 14 * hour) as Instant
  const ended = (Date.UTC(year + 1, 0, 1) + 12 * hour) as Instant
  if (at < from) return { _tag: 'BeforeDecember', year, from }
  return at < ended ? undefined : { _tag: 'YearOver', year, ended }
}

/** Made in the December before its year; one that came in later is of use until the year is over. */
export const recordPlan = (
  file: CustomerFile,
  asked: Asked<'RecordDemandPlan'>,
): CustomerDecision =>
  once(file, 'plan', asked.planId, () =>
    unless([notItsTime(asked)], { type: 'DemandPlanRecorded', data: asked }),
  )

export const addDate = (file: CustomerFile, asked: Asked<'AddImportantDate'>): CustomerDecision =>
  once(file, 'date', asked.dateId, () => emit({ type: 'ImportantDateAdded', data: asked }))

export const removeDate = (
  file: CustomerFile,
  asked: Asked<'RemoveImportantDate'>,
): CustomerDecision => {
  if (file.dates[asked.dateId] !== undefined)
    return emit({ type: 'ImportantDateRemoved', data: asked })
  return isKnown(file, 'date', asked.dateId) ? nothing : reject({ _tag: 'NoSuchDate' })
}
