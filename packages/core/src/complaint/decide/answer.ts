/**
 * What every phase's decisions are made of.
 *
 * @since 0.1.0
 */
import type { Decision } from '../../shared/decider.js'
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
