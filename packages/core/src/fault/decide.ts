/**
 * What a fault answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { nothing, reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { FaultCommand } from './commands.js'
import * as crisis from './decide/crisis.js'
import * as reporting from './decide/reporting.js'
import * as telling from './decide/telling.js'
import * as tracking from './decide/tracking.js'
import type { FaultRules } from './rules.js'
import type { FaultFile, FaultState, Reported } from './state.js'
import type { FaultDecision } from './decide/answer.js'

const whenOpen = (file: FaultFile, command: FaultCommand, rules: FaultRules): FaultDecision => {
  switch (command.type) {
    case 'ReportFault':
      return reporting.reportAgain(file, command.data)
    case 'AssignFaultOwner':
      return reporting.assignOwner(file, command.data)
    case 'TellContractSigner':
      return telling.tellContractSigner(file, command.data)
    case 'TellManager':
      return telling.tellManager(file, command.data)
    case 'FileFault':
      return telling.fileFault(file, command.data)
    case 'TellLeadership':
      return telling.tellLeadership(file, command.data)
    case 'TrackFault':
      return tracking.track(file, command.data)
    case 'ClearFault':
      return tracking.clear(file, command.data)
    case 'LinkComplaint':
      return tracking.linkComplaint(file, command.data)
    case 'DeclareCrisis':
      return crisis.declareCrisis(file, command.data, rules)
  }
}

/**
 * Cleared, nothing more happens to it: complaints are still linked, and what happened before that may still be
 * written down.
 */
const whenCleared = (
  { file, at: clearedAt }: Extract<Reported, { _tag: 'Cleared' }>,
  command: FaultCommand,
  rules: FaultRules,
): FaultDecision => {
  const { type, data } = command
  if (type === 'ClearFault') return nothing
  const answer = whenOpen(file, command, rules)
  if (type === 'ReportFault' || type === 'LinkComplaint' || data.at <= clearedAt) return answer
  return E.isRight(answer) && answer.right.length === 0
    ? nothing
    : reject({ _tag: 'AlreadyCleared', clearedAt })
}

/** What was written down later is welcome, within the host's limit. */
const inTime = (
  { file }: Reported,
  { data: { at } }: FaultCommand,
  { lateBy }: FaultRules,
  decision: FaultDecision,
): FaultDecision => {
  if (E.isLeft(decision) || decision.right.length === 0) return decision
  const late = outOfTime(file, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: FaultRules) =>
  (command: FaultCommand) =>
  (state: FaultState): FaultDecision => {
    if (state._tag === 'NotReported')
      return command.type === 'ReportFault'
        ? reporting.report(command.data)
        : reject({ _tag: 'NotReported' })
    const answer =
      state._tag === 'Open'
        ? whenOpen(state.file, command, rules)
        : whenCleared(state, command, rules)
    return inTime(state, command, rules, answer)
  }
