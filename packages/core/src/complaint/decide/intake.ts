/**
 * Step 1, and what is corrected later of what was said then.
 *
 * @since 0.1.0
 */
import * as O from 'fp-ts/lib/Option.js'

import { emit, nothing, reject } from '../../shared/decider.js'
import { same } from '../../shared/same.js'
import { due } from '../../time/deadline.js'
import type { Asked } from '../commands.js'
import { policyFor, firstReplyTarget, type ComplaintRules } from '../rules.js'
import type { CaseFile, Intake, Step } from '../state.js'
import type { AppliedClock } from '../values.js'
import { lateFirst } from './late.js'
import type { ComplaintDecision } from './answer.js'

/** Taken in by phone or in person, it may have been answered there and then: the policy says so. */
const answeredAtIntake = (
  rules: ComplaintRules,
  { kind, tier, channel, at }: Asked<'RecordComplaint'>,
): ReadonlyArray<AppliedClock> => {
  const policy = policyFor(rules, kind, tier)
  if (!policy.answeredAtIntake?.includes(channel)) return []
  const dueAt = O.toUndefined(due(firstReplyTarget(policy), at, []))
  return dueAt === undefined ? [] : [{ clock: 'firstReply', startedAt: at, dueAt }]
}

/** Whoever is asked first owns it, unless the command names another. */
export const record = (asked: Asked<'RecordComplaint'>, rules: ComplaintRules): ComplaintDecision =>
  emit({
    type: 'ComplaintRecorded',
    data: {
      ...asked,
      firstResponsible: asked.firstResponsible ?? asked.by.id,
      stopped: answeredAtIntake(rules, asked),
    },
  })

export const recordAgain = (
  { intake }: CaseFile,
  { at, by, kind, customer, channel, about }: Asked<'RecordComplaint'>,
): ComplaintDecision => {
  const again: Intake = { at, by: by.id, kind, customer, channel, about }
  return same(intake, again) ? nothing : reject({ _tag: 'AlreadyRecorded' })
}

const beforeResolved: ReadonlyArray<Step> = [
  'recorded',
  'judged',
  'assigned',
  'investigated',
  'proposed',
  'approved',
  'notified',
  'accepted',
  'decided',
]

export const changeKind = (
  file: CaseFile,
  asked: Asked<'ChangeKind'>,
  rules: ComplaintRules,
): ComplaintDecision => {
  if (asked.kind === file.kind) return nothing
  if (file.step === 'resolved')
    return reject({ _tag: 'StepOutOfOrder', step: file.step, expected: beforeResolved })
  return emit(...lateFirst({ _tag: 'Open', file }, asked, rules), {
    type: 'KindChanged',
    data: asked,
  })
}

export const changeTier = (
  file: CaseFile,
  asked: Asked<'ChangeTier'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  asked.tier === file.tier
    ? nothing
    : emit(...lateFirst({ _tag: 'Open', file }, asked, rules), { type: 'TierChanged', data: asked })

export const changeContent = (file: CaseFile, asked: Asked<'ChangeContent'>): ComplaintDecision =>
  same(asked.content, file.content) ? nothing : emit({ type: 'ContentChanged', data: asked })

export const changeComplainantType = (
  file: CaseFile,
  asked: Asked<'ChangeComplainantType'>,
): ComplaintDecision =>
  asked.complainantType === file.complainantType
    ? nothing
    : emit({ type: 'ComplainantTypeChanged', data: asked })

/** The same fault of the same item again: linked to the first, and to no other afterwards. */
export const linkRepeat = (file: CaseFile, asked: Asked<'LinkRepeat'>): ComplaintDecision => {
  const first = file.repeatOf
  if (first === asked.first) return nothing
  return first === undefined
    ? emit({ type: 'RepeatLinked', data: asked })
    : reject({ _tag: 'AlreadyLinked', first })
}

export const move = (file: CaseFile, asked: Asked<'MoveComplaint'>): ComplaintDecision =>
  asked.customer === file.customer
    ? nothing
    : emit({ type: 'ComplaintMoved', data: { ...asked, from: file.customer } })
