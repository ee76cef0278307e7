/**
 * What a follow-up answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import { once } from '../shared/entries.js'
import * as E from 'fp-ts/lib/Either.js'

import { emit, nothing, reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { FollowUpCommand } from './commands.js'
import * as opening from './decide/opening.js'
import * as plan from './decide/plan.js'
import * as visits from './decide/visits.js'
import type { FollowUpRules } from './rules.js'
import type { FollowUpState, Opened } from './state.js'
import type { FollowUpDecision } from './decide/answer.js'

const whenNotOpened = (command: FollowUpCommand, rules: FollowUpRules): FollowUpDecision => {
  if (command.type === 'OpenPlan') return opening.openPlan(command.data, rules)
  if (command.type === 'ScheduleCallBack') return opening.scheduleCallBack(command.data, rules)
  return reject({ _tag: 'NotOpened' })
}

const whenOpen = (
  { file }: Opened,
  command: FollowUpCommand,
  rules: FollowUpRules,
): FollowUpDecision => {
  switch (command.type) {
    case 'OpenPlan':
      return opening.openAgain(file, command.data)
    case 'ScheduleCallBack':
      return opening.scheduleAgain(file, command.data)
    case 'ChangePlanClass':
      return plan.changeClass(file, command.data, rules)
    case 'SubscribeTouches':
      return plan.subscribe(file, command.data, rules)
    case 'UnsubscribeTouches':
      return plan.unsubscribe(file, command.data)
    case 'AddGreetingDate':
      return plan.addGreeting(file, command.data)
    case 'RemoveGreetingDate':
      return plan.removeGreeting(file, command.data)
    case 'AssignVisitor':
      return plan.assignVisitor(file, command.data)
    case 'CompleteVisit':
      return visits.complete(file, command.data)
    case 'RecordMissedVisit':
      return visits.recordMissed(file, command.data)
    case 'RescheduleVisit':
      return visits.reschedule(file, command.data)
    case 'SkipVisit':
      return visits.skip(file, command.data)
    case 'SendVisitReminder':
      return visits.remind(file, command.data)
    case 'CloseFollowUp':
      return emit({ type: 'FollowUpClosed', data: command.data })
  }
}

/**
 * Whatever closed it stops its visits and reminders. A visit made before that may still be written down,
 * and a call back that was missed may still be made.
 */
const whenClosed = (
  state: Extract<Opened, { _tag: 'Closed' }>,
  command: FollowUpCommand,
  rules: FollowUpRules,
): FollowUpDecision => {
  const { how, at: closedAt } = state
  const refused = reject({ _tag: 'AlreadyClosed', how, closedAt } as const)
  switch (command.type) {
    case 'OpenPlan':
    case 'ScheduleCallBack':
      return whenOpen(state, command, rules)
    case 'CompleteVisit':
      return command.data.at <= closedAt || how === 'missed'
        ? whenOpen(state, command, rules)
        : once(state.file, 'visit', command.data.visitId, () => refused)
    case 'RecordMissedVisit':
      return how === 'missed' ? whenOpen(state, command, rules) : refused
    case 'SkipVisit':
      return how === 'skipped' ? whenOpen(state, command, rules) : refused
    case 'CloseFollowUp':
      return how === 'closed' ? nothing : refused
    default:
      return refused
  }
}

/** What was written down later is welcome, within the host's limit. */
const inTime = (
  { file }: Opened,
  { data: { at } }: FollowUpCommand,
  { lateBy }: FollowUpRules,
  decision: FollowUpDecision,
): FollowUpDecision => {
  if (E.isLeft(decision) || decision.right.length === 0) return decision
  const late = outOfTime(file, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: FollowUpRules) =>
  (command: FollowUpCommand) =>
  (state: FollowUpState): FollowUpDecision => {
    if (state._tag === 'NotOpened') return whenNotOpened(command, rules)
    const answer =
      state._tag === 'Open' ? whenOpen(state, command, rules) : whenClosed(state, command, rules)
    return inTime(state, command, rules, answer)
  }
