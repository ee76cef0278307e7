/**
 * What every decision about a follow-up is made of.
 *
 * @since 0.1.0
 */
import { type Decision, reject } from '../../shared/decider.js'
import type { FollowUpEvent } from '../events.js'
import type { FollowUpKind } from '../lists.js'
import type { FollowUpRejection } from '../rejections.js'
import { type FollowUpFile, kindOf, type Plan } from '../state.js'

export type FollowUpDecision = Decision<FollowUpRejection, FollowUpEvent>

/** What only plans of these kinds know. */
export const ofKind = (
  file: FollowUpFile,
  expected: ReadonlyArray<FollowUpKind>,
  otherwise: (plan: Plan) => FollowUpDecision,
): FollowUpDecision => {
  const kind = kindOf(file)
  return file.agenda._tag === 'Plan' && expected.includes(kind)
    ? otherwise(file.agenda)
    : reject({ _tag: 'WrongKind', kind, expected })
}
