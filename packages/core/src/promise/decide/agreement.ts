/**
 * A temporary agreement is confirmed or declined by somebody who may, in time; or it lapses.
 *
 * @since 0.1.0
 */
import { reject, unless } from '../../shared/decider.js'
import type { Asked } from '../commands.js'
import type { Made } from '../state.js'
import * as moving from './moving.js'
import type { Objection, PromiseDecision } from './answer.js'

type Temporary = Extract<Made, { _tag: 'Temporary' }>

/** Asked of the matrix when it was made: a later change of the rules does not touch it. */
const overAuthority = (
  { approvers, file: { terms } }: Temporary,
  { by }: Asked<'ConfirmTemporaryAgreement'>,
): Objection => {
  const { matter, cost } = terms
  return matter === undefined || approvers.includes(by.role)
    ? undefined
    : { _tag: 'OverAuthority', matter, ...(cost && { cost }), deciders: approvers }
}

const passed = ({ confirmBy }: Temporary, { at }: Asked<'ConfirmTemporaryAgreement'>): Objection =>
  at > confirmBy ? { _tag: 'ConfirmByPassed', confirmBy } : undefined

export const confirm = (
  agreement: Temporary,
  asked: Asked<'ConfirmTemporaryAgreement'>,
): PromiseDecision =>
  unless([overAuthority(agreement, asked), passed(agreement, asked)], {
    type: 'TemporaryAgreementConfirmed',
    data: asked,
  })

export const decline = (
  agreement: Temporary,
  asked: Asked<'DeclineTemporaryAgreement'>,
): PromiseDecision =>
  unless([overAuthority(agreement, asked), passed(agreement, asked)], {
    type: 'TemporaryAgreementDeclined',
    data: asked,
  })

/** What may still be confirmed may still be moved; what may not only lapses. */
export const renegotiate = (
  agreement: Temporary,
  asked: Asked<'RenegotiatePromise'>,
): PromiseDecision => {
  const over = passed(agreement, asked)
  return over ? reject(over) : moving.renegotiate(agreement.file, asked)
}

/** For the tick: nobody said yes in time, so it never was a promise. */
export const lapse = (
  { confirmBy }: Temporary,
  asked: Asked<'LapseTemporaryAgreement'>,
): PromiseDecision =>
  unless([asked.at > confirmBy ? undefined : { _tag: 'ConfirmByNotPassed', confirmBy }], {
    type: 'TemporaryAgreementLapsed',
    data: { ...asked, confirmBy },
  })
