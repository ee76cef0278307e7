/**
 * The commands of a customer's dealings, one method each.
 *
 * @since 0.1.0
 */
import type { OutputOf } from 'io-ts'

import { DealingsCommand } from '../dealings/commands.js'
import { DealingsEvent } from '../dealings/events.js'
import type { DealingsRejection } from '../dealings/rejections.js'
import type { DealingsState } from '../dealings/state.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer } from './answer.js'
import { direct, type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A command of dealings as it is sent: plain values, instants as ISO text. */
export type PlainDealingsCommand = OutputOf<typeof DealingsCommand>

/** An event of dealings as it is stored: plain values, instants as ISO text. */
export type PlainDealingsEvent = OutputOf<typeof DealingsEvent>

/** How each command is called at the door. */
export const dealingsMethods = {
  RecordPurchase: 'recordPurchase',
  HandOverForUse: 'handOverForUse',
  ReturnPurchase: 'returnPurchase',
  RecordVisit: 'recordVisit',
  RecordReferral: 'recordReferral',
  ReportRivalPurchase: 'reportRivalPurchase',
  StateIntent: 'stateIntent',
  StateAttitude: 'stateAttitude',
  GrantBenefit: 'grantBenefit',
} as const satisfies MethodNames<PlainDealingsCommand>

export type DealingsAnswer = Answer<PlainDealingsEvent, DealingsRejection>

/** `await troth.dealings.recordPurchase(customer, {…}, { by })`; they are called by their customer's id, merged or not. */
export type DealingsDoor = Door<
  PlainDealingsCommand,
  typeof dealingsMethods,
  PlainDealingsEvent,
  DealingsRejection
>

export const dealingsDoor = (
  { handle, importFacts }: Stream<DealingsCommand, DealingsState, DealingsEvent, DealingsRejection>,
  runtime: Runtime,
): DealingsDoor =>
  door(dealingsMethods, {
    command: DealingsCommand,
    event: DealingsEvent,
    ask: direct(handle),
    importFacts,
    runtime,
  })
