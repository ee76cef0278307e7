/**
 * The promise's commands, one method each.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { OutputOf } from 'io-ts'

import { PromiseCommand } from '../promise/commands.js'
import { PromiseEvent } from '../promise/events.js'
import type { PromiseRejection } from '../promise/rejections.js'
import type { PromiseState } from '../promise/state.js'
import type { Runtime } from '../store/runtime.js'
import type { ReadState } from '../store/state-reader.js'
import type { Answer } from './answer.js'
import type { Blacklisted, MayPromise } from './barred.js'
import { type Check, checked, noObjection } from './checked.js'
import { direct, type Door, door, type MethodNames } from './door.js'
import type { Stream } from './stream.js'

/** A promise's command as it is sent: plain values, instants as ISO text. */
export type PlainPromiseCommand = OutputOf<typeof PromiseCommand>

/** A promise's event as it is stored: plain values, instants as ISO text. */
export type PlainPromiseEvent = OutputOf<typeof PromiseEvent>

/** How each command is called at the door. */
export const promiseMethods = {
  MakePromise: 'make',
  ConfirmTemporaryAgreement: 'confirm',
  DeclineTemporaryAgreement: 'decline',
  LapseTemporaryAgreement: 'lapse',
  RenegotiatePromise: 'renegotiate',
  ExplainDelay: 'explainDelay',
  KeepPromise: 'keep',
  BreakPromise: 'break',
  WithdrawPromise: 'withdraw',
} as const satisfies MethodNames<PlainPromiseCommand>

/** Why not, at this door. */
export type PlainPromiseRejection = PromiseRejection | Blacklisted

export type PromiseAnswer = Answer<PlainPromiseEvent, PlainPromiseRejection>

/** `await troth.promise.make(id, {…}, { by })` */
export type PromiseDoor = Door<
  PlainPromiseCommand,
  typeof promiseMethods,
  PlainPromiseEvent,
  PlainPromiseRejection
>

/** What was made already answers for itself, as it did to the same command before. */
const objectionTo =
  (look: ReadState<PromiseState>, mayPromise: MayPromise): Check<PromiseCommand, Blacklisted> =>
  async (id, { type, data }, { tenant }) => {
    if (type !== 'MakePromise') return noObjection
    const own = await look(id, tenant)()
    if (E.isLeft(own)) return own
    return own.right._tag === 'NotMade' ? mayPromise(data.customer, data.by, tenant) : noObjection
  }

export const promiseDoor = (
  {
    handle,
    read,
    importFacts,
  }: Stream<PromiseCommand, PromiseState, PromiseEvent, PromiseRejection>,
  mayPromise: MayPromise,
  runtime: Runtime,
): PromiseDoor =>
  door(promiseMethods, {
    command: PromiseCommand,
    event: PromiseEvent,
    ask: direct(checked(handle, objectionTo(read, mayPromise))),
    importFacts,
    runtime,
  })
