/**
 * The follow-up's commands, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import { FollowUpCommand } from '../follow-up/commands.js'
import { FollowUpEvent } from '../follow-up/events.js'
import type { FollowUpRejection } from '../follow-up/rejections.js'
import type { FollowUpState } from '../follow-up/state.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer } from './answer.js'
import { direct, type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A follow-up's command as it is sent: plain values, instants as ISO text. */
export type PlainFollowUpCommand = OutputOf<typeof FollowUpCommand>

/** A follow-up's event as it is stored: plain values, instants as ISO text. */
export type PlainFollowUpEvent = OutputOf<typeof FollowUpEvent>

/** How each command is called at the door. */
export const followUpMethods = {
  OpenPlan: 'openPlan',
  ScheduleCallBack: 'scheduleCallBack',
  ChangePlanClass: 'changePlanClass',
  SubscribeTouches: 'subscribeTouches',
  UnsubscribeTouches: 'unsubscribeTouches',
  AddGreetingDate: 'addGreetingDate',
  RemoveGreetingDate: 'removeGreetingDate',
  AssignVisitor: 'assignVisitor',
  CompleteVisit: 'completeVisit',
  RecordMissedVisit: 'recordMissedVisit',
  RescheduleVisit: 'rescheduleVisit',
  SkipVisit: 'skipVisit',
  SendVisitReminder: 'sendVisitReminder',
  CloseFollowUp: 'close',
} as const satisfies MethodNames<PlainFollowUpCommand>

export type FollowUpAnswer = Answer<PlainFollowUpEvent, FollowUpRejection>

/** `await troth.followUp.openPlan(id, {…}, { by })` */
export type FollowUpDoor = Door<
  PlainFollowUpCommand,
  typeof followUpMethods,
  PlainFollowUpEvent,
  FollowUpRejection
>

export const followUpDoor = (
  { handle, importFacts }: Stream<FollowUpCommand, FollowUpState, FollowUpEvent, FollowUpRejection>,
  runtime: Runtime,
): FollowUpDoor =>
  door(followUpMethods, {
    command: FollowUpCommand,
    event: FollowUpEvent,
    ask: direct(handle),
    importFacts,
    runtime,
  })
