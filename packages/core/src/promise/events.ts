/**
 * What is on record of a promise: the stored format. Add events and optional fields; never rename one.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Role } from '../shared/actor.js'
import { Grant, Matter } from '../shared/authority.js'
import { Instant } from '../shared/instant.js'
import { message } from '../shared/message.js'
import { oneOf } from '../shared/one-of.js'
import * as f from './fields.js'

export const PromiseEvent = t.union(
  [
    // #region made
    // `authority` is the line of the host's matrix that it was made under; absent where nothing was to be decided.
    message('PromiseMade', { ...f.said, ...f.basis }, { ...f.saidMore, authority: Grant }),
    // #endregion made
    message(
      'TemporaryAgreementMade',
      {
        ...f.said,
        ...f.basis,
        matter: Matter,
        approvers: t.readonlyArray(Role),
        confirmBy: Instant,
      },
      f.saidMore,
    ),
    message('TemporaryAgreementConfirmed', {}),
    message('TemporaryAgreementDeclined', f.why),
    message('TemporaryAgreementLapsed', { confirmBy: Instant }),
    // `from` is the due instant that it moves: every earlier one stays on record.
    message('PromiseRenegotiated', { dueAt: Instant, from: Instant, informed: f.Informed }),
    message('DelayExplained', f.delay, f.why),
    message('PromiseKept', f.evidence),
    message('PromiseBroken', { ...f.why, dueAt: Instant }),
    message('PromiseWithdrawn', { ...f.why, informed: f.Informed }),
  ],
  'PromiseEvent',
)
export type PromiseEvent = t.TypeOf<typeof PromiseEvent>

/** The facts of one kind of event. */
export type FactsOf<T extends PromiseEvent['type']> = Extract<PromiseEvent, { type: T }>['data']

/** How a promise, or the temporary agreement that it would have been, came to its end: the event that settled it. */
export const Settlement = oneOf('Settlement', [
  'PromiseKept',
  'PromiseBroken',
  'PromiseWithdrawn',
  'TemporaryAgreementDeclined',
  'TemporaryAgreementLapsed',
])
export type Settlement = t.TypeOf<typeof Settlement>
