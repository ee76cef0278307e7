/**
 * What every phase's decisions are made of.
 *
 * @since 0.1.0
 */
import { type Decision, emit, nothing, reject } from '../../shared/decider.js'
import { hasKey } from '../../shared/key-set.js'
import type { ComplaintEvent } from '../events.js'
import type { Kind } from '../lists.js'
import type { ComplaintRejection } from '../rejections.js'
import type { CaseFile, Step } from '../state.js'

export type ComplaintDecision = Decision<ComplaintRejection, ComplaintEvent>

/** A check that found nothing to object to is `undefined`. */
export type Objection = ComplaintRejection | undefined

export const atStep = (file: CaseFile, ...expected: ReadonlyArray<Step>): Objection =>
  expected.includes(file.step) ? undefined : { _tag: 'StepOutOfOrder', step: file.step, expected }

export const ofKind = (file: CaseFile, ...expected: ReadonlyArray<Kind>): Objection =>
  expected.includes(file.kind) ? undefined : { _tag: 'WrongKind', kind: file.kind, expected }

/** The first objection, or else the facts. */
export const unless = (
  objections: ReadonlyArray<Objection>,
  ...events: ReadonlyArray<ComplaintEvent>
): ComplaintDecision => {
  const objection = objections.find((o) => o !== undefined)
  return objection ? reject(objection) : emitAll(events)
}

export const emitAll = (events: ReadonlyArray<ComplaintEvent>): ComplaintDecision => {
  const [first] = events
  return events.length === 1 && first ? emit(first) : { _tag: 'Right', right: events }
}

/** What is in the list already is not put there again. */
export const once = (
  file: CaseFile,
  list: string,
  id: string,
  otherwise: () => ComplaintDecision,
): ComplaintDecision => (hasKey(file.entries, `${list}/${id}`) ? nothing : otherwise())
