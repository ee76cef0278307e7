/**
 * Step 7: the customer is told, chooses, and gets what he was told he would.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { ComplaintRules } from '../rules.js'
import type { CaseFile } from '../state.js'
import { answered, replyClocks } from './reply.js'
import { atStep, type ComplaintDecision, type Objection, ofKind } from './answer.js'

/** Nothing binding is said before every option is approved; of an invalid complaint the judgement is what is told. */
const notReady = (file: CaseFile): Objection =>
  file.judgement?.valid === false ? atStep(file, 'judged') : atStep(file, 'approved', 'notified')

export const notify = (
  file: CaseFile,
  asked: Asked<'NotifyCustomer'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(file, 'notice', asked.noticeId, () => {
    const invalid = file.judgement?.valid === false
    const clocks = invalid ? ([...replyClocks, 'resolution'] as const) : replyClocks
    const options = (file.proposal?.options ?? []).map(({ optionId }) => optionId)
    return unless(
      [ofKind(file, 'complaint'), notReady(file)],
      ...answered(rules, file, asked, clocks, (stopped) => ({
        type: 'CustomerNotified',
        data: { ...asked, options, stopped },
      })),
    )
  })

export const accept = (file: CaseFile, asked: Asked<'AcceptRemedy'>): ComplaintDecision => {
  if (file.accepted === asked.optionId) return nothing
  if (file.accepted) return reject({ _tag: 'AlreadyAccepted', optionId: file.accepted })
  const known = file.proposal?.options.some(({ optionId }) => optionId === asked.optionId)
  return unless(
    [
      ofKind(file, 'complaint'),
      atStep(file, 'notified'),
      known ? undefined : { _tag: 'NoSuchOption' },
    ],
    {
      type: 'RemedyAccepted',
      data: asked,
    },
  )
}

export const decline = (file: CaseFile, asked: Asked<'DeclineRemedies'>): ComplaintDecision =>
  once(file, 'declined', asked.noticeId, () =>
    unless(
      [
        ofKind(file, 'complaint'),
        atStep(file, 'notified'),
        file.proposal?.notices.includes(asked.noticeId) ? undefined : { _tag: 'NoSuchNotice' },
      ],
      { type: 'RemediesDeclined', data: asked },
    ),
  )

export const carryOut = (
  file: CaseFile,
  asked: Asked<'CarryOutRemedy'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  file.carriedOut && file.kind === 'complaint'
    ? nothing
    : unless(
        [ofKind(file, 'complaint'), atStep(file, 'accepted')],
        ...answered(rules, file, asked, ['resolution'], (stopped) => ({
          type: 'RemedyCarriedOut',
          data: { ...asked, stopped },
        })),
      )

/** A visit about a complaint is appointed first. */
export const appointVisit = (file: CaseFile, asked: Asked<'AppointVisit'>): ComplaintDecision =>
  once(file, 'visit', asked.visitId, () => emit({ type: 'VisitAppointed', data: asked }))

/** And takes proposed remedies along. */
export const payVisit = (file: CaseFile, asked: Asked<'PayVisit'>): ComplaintDecision =>
  once(file, 'visitPaid', asked.visitId, () => {
    const proposed = (file.proposal?.options ?? []).map(({ optionId }) => optionId)
    const along = asked.remediesTaken.every((id) => proposed.includes(id))
    return unless(
      [
        isKnown(file, 'visit', asked.visitId) ? undefined : { _tag: 'VisitNotAppointed' },
        proposed.length === 0 ? { _tag: 'NoRemediesToTake' } : undefined,
        along ? undefined : { _tag: 'NoSuchOption' },
      ],
      { type: 'VisitPaid', data: asked },
    )
  })
