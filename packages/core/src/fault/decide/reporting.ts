/**
 * A fault is reported, and becomes somebody's to put right.
 *
 * @since 0.1.0
 */
import { asOf } from '../../shared/dated.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { FaultFile, FaultTerms } from '../state.js'
import type { FaultDecision } from './answer.js'

export const report = (asked: Asked<'ReportFault'>): FaultDecision => {
  const { seenAt, at } = asked
  return unless([seenAt > at ? { _tag: 'NotYetSeen', seenAt } : undefined], {
    type: 'FaultReported',
    data: asked,
  })
}

/** What is personal may be forgotten by now, and is not asked for. */
export const reportAgain = (
  { terms }: FaultFile,
  { at, by, place, what, plan, ...again }: Asked<'ReportFault'>,
): FaultDecision =>
  same(terms, again satisfies FaultTerms) ? nothing : reject({ _tag: 'AlreadyReported' })

export const assignOwner = (
  { owner }: FaultFile,
  asked: Asked<'AssignFaultOwner'>,
): FaultDecision =>
  same(asOf(owner, asked.at), asked.owner)
    ? nothing
    : emit({ type: 'FaultOwnerAssigned', data: asked })
