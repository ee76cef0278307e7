/**
 * Step 2: valid, or not and why; and step 4, the cause.
 *
 * @since 0.1.0
 */
import { nothing, reject, unless } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import type { Asked } from '../commands.js'
import type { CaseFile, Judgement } from '../state.js'
import { atStep, type ComplaintDecision, ofKind } from './answer.js'

/** Judged once a cycle: the same judgement again is nothing new, another is refused. */
const judgedAlready = (
  { judgement }: CaseFile,
  asked: Judgement,
): ComplaintDecision | undefined => {
  if (!judgement) return undefined
  return same(judgement, asked)
    ? nothing
    : reject({ _tag: 'AlreadyJudged', valid: judgement.valid })
}

export const findValid = (file: CaseFile, asked: Asked<'FindValid'>): ComplaintDecision =>
  judgedAlready(file, { valid: true, content: asked.content }) ??
  unless([ofKind(file, 'complaint'), atStep(file, 'recorded')], {
    type: 'ComplaintFoundValid',
    data: asked,
  })

export const findInvalid = (file: CaseFile, asked: Asked<'FindInvalid'>): ComplaintDecision =>
  judgedAlready(file, { valid: false, ground: asked.ground, content: asked.content }) ??
  unless([ofKind(file, 'complaint'), atStep(file, 'recorded')], {
    type: 'ComplaintFoundInvalid',
    data: asked,
  })

/** Found out more before remedies are proposed, the cause may be put otherwise; later it stands. */
export const investigate = (
  file: CaseFile,
  asked: Asked<'RecordInvestigation'>,
): ComplaintDecision => {
  const { cause, evidence } = asked
  if (file.step !== 'assigned' && same([file.cause, file.evidence], [cause, evidence]))
    return nothing
  return unless([ofKind(file, 'complaint'), atStep(file, 'assigned', 'investigated')], {
    type: 'ComplaintInvestigated',
    data: asked,
  })
}
