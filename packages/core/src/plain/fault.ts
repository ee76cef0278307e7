/**
 * The fault's commands, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import { FaultCommand } from '../fault/commands.js'
import { FaultEvent } from '../fault/events.js'
import type { FaultRejection } from '../fault/rejections.js'
import type { FaultState } from '../fault/state.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer } from './answer.js'
import { direct, type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A fault's command as it is sent: plain values, instants as ISO text. */
export type PlainFaultCommand = OutputOf<typeof FaultCommand>

/** A fault's event as it is stored: plain values, instants as ISO text. */
export type PlainFaultEvent = OutputOf<typeof FaultEvent>

/** How each command is called at the door. */
export const faultMethods = {
  ReportFault: 'report',
  AssignFaultOwner: 'assignOwner',
  TellContractSigner: 'tellContractSigner',
  TellManager: 'tellManager',
  FileFault: 'file',
  TellLeadership: 'tellLeadership',
  TrackFault: 'track',
  ClearFault: 'clear',
  LinkComplaint: 'linkComplaint',
  DeclareCrisis: 'declareCrisis',
} as const satisfies MethodNames<PlainFaultCommand>

export type FaultAnswer = Answer<PlainFaultEvent, FaultRejection>

/** `await troth.fault.report(id, {…}, { by })` */
export type FaultDoor = Door<
  PlainFaultCommand,
  typeof faultMethods,
  PlainFaultEvent,
  FaultRejection
>

export const faultDoor = (
  { handle, importFacts }: Stream<FaultCommand, FaultState, FaultEvent, FaultRejection>,
  runtime: Runtime,
): FaultDoor =>
  door(faultMethods, {
    command: FaultCommand,
    event: FaultEvent,
    ask: direct(handle),
    importFacts,
    runtime,
  })
