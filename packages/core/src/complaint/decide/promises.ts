/**
 * Promises begin in the complaint that they were given in; their own streams settle them.
 *
 * @since 0.1.0
 */
import { whoMayDecide } from '../../shared/authority.js'
import { emit, nothing, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { ComplaintRules } from '../rules.js'
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

/** A sum says what it is for, and money given says how much. */
const sumUnclear = ({ matter, cost }: Asked<'GivePromise'>): Objection => {
  if (matter === undefined) return cost && { _tag: 'MatterMissing', cost }
  return cost === undefined && (matter === 'compensation' || matter === 'priceReduction')
    ? { _tag: 'CostMissing', remedy: matter }
    : undefined
}

const nobodyMay = (
  { authority }: ComplaintRules,
  { matter, cost }: Asked<'GivePromise'>,
): Objection =>
  matter !== undefined && whoMayDecide(authority, matter, cost).length === 0
    ? { _tag: 'NobodyMayDecide', matter, ...(cost && { cost }) }
    : undefined

const confirmedOutOfTime = ({ at, dueAt, confirmBy }: Asked<'GivePromise'>): Objection => {
  if (confirmBy === undefined) return undefined
  if (confirmBy <= at) return { _tag: 'ConfirmByNotInFuture', confirmBy }
  return confirmBy > dueAt ? { _tag: 'ConfirmByAfterDue', confirmBy, dueAt } : undefined
}

/**
 * It begins here, and its own stream is opened from the event: what that stream would refuse on its terms is refused
 * here, lest the complaint wait for a promise that nowhere is. What only the rules of promises know is not asked.
 */
export const givePromise = (
  file: CaseFile,
  asked: Asked<'GivePromise'>,
  rules: ComplaintRules,
): ComplaintDecision =>
  file.promises[asked.promiseId] === undefined
    ? unless(
        [
          notInFuture(asked),
          bindsTooSoon(file, asked),
          sumUnclear(asked),
          nobodyMay(rules, asked),
          confirmedOutOfTime(asked),
        ],
        { type: 'PromiseGiven', data: { ...asked, customer: file.customer } },
      )
    : nothing

export const settlePromise = (file: CaseFile, asked: Asked<'SettlePromise'>): ComplaintDecision => {
  const how = file.promises[asked.promiseId]
  if (how === undefined) return reject({ _tag: 'NoSuchPromise' })
  if (how === 'open') return emit({ type: 'PromiseSettled', data: asked })
  return how === asked.how ? nothing : reject({ _tag: 'AlreadySettled', how })
}
