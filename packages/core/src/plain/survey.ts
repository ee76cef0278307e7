/**
 * The survey's commands, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import type { Runtime } from '../store/runtime.js'
import { SurveyCommand } from '../survey/commands.js'
import { SurveyEvent } from '../survey/events.js'
import type { SurveyRejection } from '../survey/rejections.js'
import type { SurveyState } from '../survey/state.js'
import type { Answer } from './answer.js'
import { direct, type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A survey's command as it is sent: plain values, instants as ISO text. */
export type PlainSurveyCommand = OutputOf<typeof SurveyCommand>

/** A survey's event as it is stored: plain values, instants as ISO text. */
export type PlainSurveyEvent = OutputOf<typeof SurveyEvent>

/** How each command is called at the door. */
export const surveyMethods = {
  IssueSurvey: 'issue',
  SuppressSurvey: 'suppress',
  OpenSurvey: 'open',
  AnswerSurvey: 'answer',
  CorrectAnswer: 'correctAnswer',
  DeclineSurvey: 'decline',
  ExpireSurvey: 'expire',
} as const satisfies MethodNames<PlainSurveyCommand>

export type SurveyAnswer = Answer<PlainSurveyEvent, SurveyRejection>

/** `await troth.survey.issue(id, {…}, { by })` */
export type SurveyDoor = Door<
  PlainSurveyCommand,
  typeof surveyMethods,
  PlainSurveyEvent,
  SurveyRejection
>

export const surveyDoor = (
  { handle, importFacts }: Stream<SurveyCommand, SurveyState, SurveyEvent, SurveyRejection>,
  runtime: Runtime,
): SurveyDoor =>
  door(surveyMethods, {
    command: SurveyCommand,
    event: SurveyEvent,
    ask: direct(handle),
    importFacts,
    runtime,
  })
