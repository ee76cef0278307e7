/**
 * What a promise answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { nothing, reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { PromiseCommand } from './commands.js'
import * as agreement from './decide/agreement.js'
import * as making from './decide/making.js'
import * as moving from './decide/moving.js'
import * as settling from './decide/settling.js'
import type { Settlement } from './events.js'
import type { PromiseRules } from './rules.js'
import type { Made, PromiseState } from './state.js'
import type { PromiseDecision } from './decide/answer.js'

type In<Life extends Made['_tag']> = Extract<Made, { _tag: Life }>

/** Unconfirmed it is no promise: it can be neither kept nor broken, and it is not late. */
const whenTemporary = (state: In<'Temporary'>, { type, data }: PromiseCommand): PromiseDecision => {
  const { file, confirmBy } = state
  switch (type) {
    case 'MakePromise':
      return making.makeAgain(file, data)
    case 'ConfirmTemporaryAgreement':
      return agreement.confirm(state, data)
    case 'DeclineTemporaryAgreement':
      return agreement.decline(state, data)
    case 'LapseTemporaryAgreement':
      return agreement.lapse(state, data)
    case 'RenegotiatePromise':
      return agreement.renegotiate(state, data)
    case 'WithdrawPromise':
      return settling.withdraw(file, data)
    case 'ExplainDelay':
    case 'KeepPromise':
    case 'BreakPromise':
      return reject({ _tag: 'NotConfirmed', confirmBy })
  }
}

const whenOpen = (
  { file }: In<'Open'>,
  { type, data }: PromiseCommand,
  rules: PromiseRules,
): PromiseDecision => {
  switch (type) {
    case 'MakePromise':
      return making.makeAgain(file, data)
    case 'ConfirmTemporaryAgreement':
      return nothing
    case 'DeclineTemporaryAgreement':
    case 'LapseTemporaryAgreement':
      return reject({ _tag: 'AlreadyBinding' })
    case 'RenegotiatePromise':
      return moving.renegotiate(file, data)
    case 'ExplainDelay':
      return moving.explainDelay(file, data)
    case 'KeepPromise':
      return settling.keep(data)
    case 'BreakPromise':
      return settling.breakIt(file, data, rules)
    case 'WithdrawPromise':
      return settling.withdraw(file, data)
  }
}

const settles: Partial<Record<PromiseCommand['type'], Settlement>> = {
  KeepPromise: 'PromiseKept',
  BreakPromise: 'PromiseBroken',
  WithdrawPromise: 'PromiseWithdrawn',
  DeclineTemporaryAgreement: 'TemporaryAgreementDeclined',
  LapseTemporaryAgreement: 'TemporaryAgreementLapsed',
}

const whenSettled = ({ how }: In<'Settled'>, { type }: PromiseCommand): PromiseDecision =>
  how === settles[type] ? nothing : reject({ _tag: 'AlreadySettled', how })

const whenMade = (state: Made, command: PromiseCommand, rules: PromiseRules): PromiseDecision => {
  switch (state._tag) {
    case 'Temporary':
      return whenTemporary(state, command)
    case 'Open':
      return whenOpen(state, command, rules)
    case 'Settled':
      return whenSettled(state, command)
  }
}

/** What was written down later is welcome, within the host's limit. */
const inTime = (
  { file }: Made,
  { data: { at } }: PromiseCommand,
  { lateBy }: PromiseRules,
  decision: PromiseDecision,
): PromiseDecision => {
  if (E.isLeft(decision) || decision.right.length === 0) return decision
  const late = outOfTime(file, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: PromiseRules) =>
  (command: PromiseCommand) =>
  (state: PromiseState): PromiseDecision => {
    if (state._tag !== 'NotMade')
      return inTime(state, command, rules, whenMade(state, command, rules))
    return command.type === 'MakePromise'
      ? making.make(command.data, rules)
      : reject({ _tag: 'NotMade' })
  }
