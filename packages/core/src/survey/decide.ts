/**
 * What a survey answers to a command. Asking again for what is already so yields no events.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { nothing, reject } from '../shared/decider.js'
import { outOfTime } from '../shared/written-later.js'
import type { SurveyCommand } from './commands.js'
import type { SurveyDecision } from './decide/answer.js'
import * as answering from './decide/answering.js'
import * as ending from './decide/ending.js'
import * as issuing from './decide/issuing.js'
import type { SurveyRules } from './rules.js'
import type { Answered, Issued, Suppressed, SurveyState, Unanswered } from './state.js'

const whenNotIssued = (command: SurveyCommand, rules: SurveyRules): SurveyDecision => {
  if (command.type === 'IssueSurvey') return issuing.issue(command.data, rules)
  if (command.type === 'SuppressSurvey') return issuing.suppress(command.data)
  return reject({ _tag: 'NotIssued' })
}

/** Nothing was sent, so nothing can come of it. */
const whenSuppressed = (state: Suppressed, { type, data }: SurveyCommand): SurveyDecision =>
  type === 'SuppressSurvey'
    ? issuing.suppressAgain(state, data)
    : reject({ _tag: 'AlreadySuppressed', why: state.why })

const whenUnanswered = (
  state: Unanswered,
  { type, data }: SurveyCommand,
  rules: SurveyRules,
): SurveyDecision => {
  switch (type) {
    case 'IssueSurvey':
      return issuing.issueAgain(state, data)
    case 'SuppressSurvey':
      return reject({ _tag: 'AlreadyIssued' })
    case 'OpenSurvey':
      return ending.open(state, data)
    case 'AnswerSurvey':
      return answering.answer(state, data, rules)
    case 'CorrectAnswer':
      return reject({ _tag: 'NotAnswered' })
    case 'DeclineSurvey':
      return ending.decline(state, data)
    case 'ExpireSurvey':
      return ending.expire(state, data)
  }
}

const whenAnswered = (state: Answered, { type, data }: SurveyCommand): SurveyDecision => {
  switch (type) {
    case 'IssueSurvey':
      return issuing.issueAgain(state, data)
    case 'SuppressSurvey':
      return reject({ _tag: 'AlreadyIssued' })
    case 'OpenSurvey':
      // Who has answered has opened it.
      return nothing
    case 'AnswerSurvey':
      return answering.answerAgain(state, data)
    case 'CorrectAnswer':
      return answering.correct(state, data)
    case 'DeclineSurvey':
    case 'ExpireSurvey':
      return reject({ _tag: 'AlreadyAnswered', answeredAt: state.answeredAt })
  }
}

/** What was written down later is welcome, within the host's limit. */
const inTime = (
  { file }: Issued,
  { data: { at } }: SurveyCommand,
  { lateBy }: SurveyRules,
  decision: SurveyDecision,
): SurveyDecision => {
  if (E.isLeft(decision) || decision.right.length === 0) return decision
  const late = outOfTime(file, at, lateBy)
  return late ? reject(late) : decision
}

export const decide =
  (rules: SurveyRules) =>
  (command: SurveyCommand) =>
  (state: SurveyState): SurveyDecision => {
    if (state._tag === 'NotIssued') return whenNotIssued(command, rules)
    if (state._tag === 'Suppressed') return whenSuppressed(state, command)
    const answer =
      state._tag === 'Answered'
        ? whenAnswered(state, command)
        : whenUnanswered(state, command, rules)
    return inTime(state, command, rules, answer)
  }
