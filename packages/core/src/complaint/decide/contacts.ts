/**
 * What goes to and fro while a complaint is in hand: replies, messages, courtesies, notes, waiting.
 *
 * @since 0.1.0
 */
import { isKnown, once } from '../../shared/entries.js'
import { emit, nothing, reject } from '../../shared/decider.js'
import { missedAt } from '../clocks.js'
import type { Asked } from '../commands.js'
import { type ComplaintRules, policyFor } from '../rules.js'
import type { CaseFile, Recorded } from '../state.js'
import { openWait } from '../timeline.js'
import { missed } from './late.js'
import { answered, replyClocks } from './reply.js'
import type { ComplaintDecision } from './answer.js'

/** A bot's word is put on record and answers nobody. */
export const giveReply = (
  file: CaseFile,
  asked: Asked<'GiveReply'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(file, 'reply', asked.replyId, () =>
    asked.automatic
      ? emit({ type: 'ReplyGiven', data: { ...asked, stopped: [] } })
      : emit(
          ...answered(rules, file, asked, replyClocks, (stopped) => ({
            type: 'ReplyGiven',
            data: { ...asked, stopped },
          })),
        ),
  )

/**
 * A customer's message is never refused, whatever has become of his complaint.
 * Where each message starts the clock anew, one that had already run out is put on record first.
 */
export const recordContact = (
  state: Recorded,
  asked: Asked<'RecordContact'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  once(state.file, 'message', asked.messageId, () => {
    const { kind, tier } = state.file
    const moves = !asked.automatic && policyFor(rules, kind, tier).nextReply?.from === 'lastContact'
    const late = moves
      ? missedAt(rules, state, asked.at).filter(({ clock }) => clock === 'nextReply')
      : []
    return emit(...missed(late, asked), { type: 'CustomerContactedAgain', data: asked })
  })

export const extendCourtesy = (file: CaseFile, asked: Asked<'ExtendCourtesy'>): ComplaintDecision =>
  once(file, 'courtesy', asked.courtesyId, () => emit({ type: 'CourtesyExtended', data: asked }))

export const takeNote = (file: CaseFile, asked: Asked<'TakeNote'>): ComplaintDecision =>
  once(file, 'note', asked.noteId, () => emit({ type: 'NoteTaken', data: asked }))

export const awaitCustomer = (file: CaseFile, asked: Asked<'AwaitCustomer'>): ComplaintDecision =>
  once(file, 'wait', asked.waitId, () =>
    openWait(file.timeline)
      ? reject({ _tag: 'AlreadyWaiting' })
      : emit({ type: 'CustomerAwaited', data: asked }),
  )

export const endWaiting = (file: CaseFile, asked: Asked<'EndWaiting'>): ComplaintDecision => {
  if (openWait(file.timeline)?.waitId === asked.waitId)
    return emit({ type: 'WaitingEnded', data: asked })
  return isKnown(file, 'wait', asked.waitId) ? nothing : reject({ _tag: 'NoSuchWait' })
}

export const verifyStaffFault = (
  file: CaseFile,
  asked: Asked<'VerifyStaffFault'>,
): ComplaintDecision =>
  once(file, 'staffFault', asked.staffFaultId, () =>
    emit({ type: 'StaffFaultVerified', data: asked }),
  )

/** Another person, place or time for the talk: one of them at least. */
export const changeSetting = (file: CaseFile, asked: Asked<'ChangeSetting'>): ComplaintDecision =>
  once(file, 'setting', asked.settingId, () =>
    asked.person === undefined && asked.place === undefined && asked.time === undefined
      ? reject({ _tag: 'SettingUnchanged' })
      : emit({ type: 'SettingChanged', data: asked }),
  )
