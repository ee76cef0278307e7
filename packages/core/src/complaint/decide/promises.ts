/**
 * Promises begin in the complaint that they were given in; their own streams settle them.
 *
 * @since 0.1.0
 */
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { CaseFile } from '../state.js'
import type { ComplaintDecision, Objection } from './answer.js'

const notInFuture = ({ dueAt, at }: Asked<'GivePromise'>): Objection =>
  dueAt <= at ? { _tag: 'DueNotInFuture', dueAt } : undefined

/** A remedy was approved, or agreed on before an outside body. */
const agreed = ({ step, accepted, outsideRuling }: CaseFile): boolean =>
  step === 'resolved'
    ? accepted !== undefined || outsideRuling === 'settled'
    : step === 'approved' || step === 'notified' || step === 'accepted'

/** Until a remedy is approved nothing binding is said of one: only a temporary agreement may be promised. */
const bindsTooSoon = (file: CaseFile, { kind, temporary }: Asked<'GivePromise'>): Objection =>
  kind === 'remedy' && !temporary && file.kind === 'complaint' && !agreed(file)
    ? { _tag: 'ApprovalNeeded', step: file.step }
    : undefined

export const givePromise = (file: CaseFile, asked: Asked<'GivePromise'>): ComplaintDecision =>
  file.promises[asked.promiseId] === undefined
    ? unless([notInFuture(asked), bindsTooSoon(file, asked)], { type: 'PromiseGiven', data: asked })
    : nothing

export const settlePromise = (file: CaseFile, asked: Asked<'SettlePromise'>): ComplaintDecision => {
  const how = file.promises[asked.promiseId]
  if (how === undefined) return reject({ _tag: 'NoSuchPromise' })
  if (how === 'open') return emit({ type: 'PromiseSettled', data: asked })
  return how === asked.how ? nothing : reject({ _tag: 'AlreadySettled', how })
}
