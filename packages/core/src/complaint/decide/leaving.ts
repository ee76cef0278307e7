/**
 * Ways out of the desk's hands before a close, and back: split, merged, withdrawn, referred outside, reopened.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import { after } from '../../shared/instant.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { ComplaintRules } from '../rules.js'
import { type CaseFile, openPromises, type Recorded } from '../state.js'
import type { ComplaintDecision } from './answer.js'

export const split = (file: CaseFile, asked: Asked<'SplitComplaint'>): ComplaintDecision =>
  once(file, 'part', asked.part, () => emit({ type: 'ComplaintSplit', data: asked }))

/** The absorbed one decides; what was promised in it goes along, and the survivor accepts it as its own. */
export const merge = (file: CaseFile, asked: Asked<'MergeComplaint'>): ComplaintDecision =>
  isKnown(file, 'absorbed', asked.survivor)
    ? reject({ _tag: 'WouldCircle', absorbed: asked.survivor })
    : emit({ type: 'ComplaintMerged', data: { ...asked, openPromises: openPromises(file) } })

export const absorb = (file: CaseFile, asked: Asked<'AbsorbComplaint'>): ComplaintDecision =>
  once(file, 'absorbed', asked.absorbed, () => emit({ type: 'ComplaintAbsorbed', data: asked }))

export const withdraw = (asked: Asked<'WithdrawComplaint'>): ComplaintDecision =>
  emit({ type: 'ComplaintWithdrawn', data: asked })

export const refer = (asked: Asked<'ReferOutside'>): ComplaintDecision =>
  emit({ type: 'ComplaintReferred', data: asked })

/** What was decided outside, once for each referral. */
export const recordOutsideDecision = (
  state: Recorded,
  asked: Asked<'RecordOutsideDecision'>,
): ComplaintDecision => {
  if (state._tag === 'Referred') return emit({ type: 'OutsideDecisionRecorded', data: asked })
  return state.file.outsideRuling === asked.ruling ? nothing : reject({ _tag: 'NotReferred' })
}

export const reopen = (
  since: Extract<Recorded, { _tag: 'Closed' | 'Withdrawn' }>['at'],
  asked: Asked<'ReopenComplaint'>,
  { reopenWithin }: ComplaintRules,
): ComplaintDecision => {
  const until = after(since, reopenWithin)
  return asked.at > until
    ? reject({ _tag: 'ReopenWindowPassed', until })
    : emit({ type: 'ComplaintReopened', data: asked })
}
