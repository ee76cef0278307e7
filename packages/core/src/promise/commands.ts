/**
 * What may be asked of a promise. `at` is when, `by` is who: nothing in the domain reads a clock.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Instant } from '../shared/instant.js'
import { message } from '../shared/message.js'
import * as f from './fields.js'

export const PromiseCommand = t.union(
  [
    // Without a basis it is refused as blind. `temporary`: no more than a temporary agreement, whatever the giver
    // may decide; `confirmBy`: by when that is to be confirmed, where it turns out to be one.
    message('MakePromise', f.said, {
      ...f.saidMore,
      ...f.basis,
      temporary: t.boolean,
      confirmBy: Instant,
    }),
    message('ConfirmTemporaryAgreement', {}),
    message('DeclineTemporaryAgreement', f.why),
    message('LapseTemporaryAgreement', {}),
    // Refused while the customer was not informed.
    message('RenegotiatePromise', { dueAt: Instant }, { informed: f.Informed }),
    message('ExplainDelay', f.delay, f.why),
    message('KeepPromise', f.evidence),
    message('BreakPromise', f.why),
    message('WithdrawPromise', f.why, { informed: f.Informed }),
  ],
  'PromiseCommand',
)
export type PromiseCommand = t.TypeOf<typeof PromiseCommand>

/** What one kind of command carries. */
export type Asked<T extends PromiseCommand['type']> = Extract<PromiseCommand, { type: T }>['data']
