/**
 * How a promise ends: kept, broken, or withdrawn by agreement of both.
 *
 * @since 0.1.0
 */
import { emit, reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { PromiseRules } from '../rules.js'
import { dueOf, type PromiseFile } from '../state.js'
import { type PromiseDecision, toldOutOfTime } from './answer.js'

// #region settling
/** Late or not is told by comparing `at` with the due instant: it is never stored twice. */
export const keep = (asked: Asked<'KeepPromise'>): PromiseDecision =>
  emit({ type: 'PromiseKept', data: asked })

export const breakIt = (
  file: PromiseFile,
  asked: Asked<'BreakPromise'>,
  { grace = 0 }: PromiseRules,
): PromiseDecision => {
  const dueAt = dueOf(file)
  return asked.at > dueAt + grace
    ? emit({ type: 'PromiseBroken', data: { ...asked, dueAt } })
    : reject({ _tag: 'DueNotPassed', dueAt })
}
// #endregion settling

/** Whoever asks for it speaks for the business; the customer must have said yes. */
export const withdraw = (
  file: PromiseFile,
  { informed, ...asked }: Asked<'WithdrawPromise'>,
): PromiseDecision =>
  informed === undefined
    ? reject({ _tag: 'CustomerNotInformed' })
    : unless(
        [
          informed.agreed ? undefined : { _tag: 'CustomerNotAgreed' },
          toldOutOfTime(file, informed, asked.at),
        ],
        { type: 'PromiseWithdrawn', data: { ...asked, informed } },
      )
