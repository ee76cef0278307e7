/**
 * A fault is tracked until it is cleared, and linked to the complaints that it caused.
 *
 * @since 0.1.0
 */
import { emit, unless } from '../../shared/decider.js'
import { once } from '../../shared/entries.js'
import type { Asked } from '../commands.js'
import type { FaultFile } from '../state.js'
import { afterStep, type FaultDecision, type Objection } from './answer.js'

export const track = (file: FaultFile, asked: Asked<'TrackFault'>): FaultDecision =>
  once(file, 'tracking', asked.trackingId, () =>
    unless([afterStep(file, 'leadershipTold')], { type: 'FaultTracked', data: asked }),
  )

/** Tracked until it is cleared, it was not cleared before the latest word of it. */
const trackedSince = ({ trackedAt }: FaultFile, { at }: Asked<'ClearFault'>): Objection =>
  trackedAt !== undefined && at < trackedAt ? { _tag: 'TrackedSince', trackedAt } : undefined

export const clear = (file: FaultFile, asked: Asked<'ClearFault'>): FaultDecision =>
  unless([afterStep(file, 'tracked'), trackedSince(file, asked)], {
    type: 'FaultCleared',
    data: asked,
  })

/** Whatever has become of the fault: what it caused may be seen later. */
export const linkComplaint = (file: FaultFile, asked: Asked<'LinkComplaint'>): FaultDecision =>
  once(file, 'complaint', asked.complaint, () => emit({ type: 'ComplaintLinked', data: asked }))
