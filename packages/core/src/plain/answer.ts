/**
 * What the plain door answers, and how a command gets through it.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Type } from 'io-ts'

import { decodeWith, type Problem } from '../shared/problem.js'
import type { CommandContext } from '../store/command-context.js'
import type { Handle } from '../store/handle.js'
import { CommandFailed } from './command-failed.js'

/** Who acts, when, and under which id the command is known; `at` is now and `commandId` a new one unless given. */
export interface With {
  readonly by: { readonly id: string; readonly role: string }
  /** A `Date`, epoch milliseconds, or ISO 8601 text in UTC with milliseconds. */
  readonly at?: Date | number | string
  readonly commandId?: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly tenant?: string
  /** The customer whom it concerns. */
  readonly subject?: string
}

/** What was sent is not a command: each field that is wrong, and what was expected there. */
export interface InvalidCommand {
  readonly _tag: 'InvalidCommand'
  readonly problems: ReadonlyArray<Problem>
}

/** Done, or why not. `recorded` is false where it was so already, and then `events` is empty. */
export type Answer<Event, Rejection> =
  | {
      readonly ok: true
      readonly recorded: boolean
      readonly commandId: string
      /** The stream's revision after the command. */
      readonly revision: bigint | 'noStream'
      /** Where the last event stands among all events, for views that wait for it; absent where the store does not say. */
      readonly position?: string
      readonly events: ReadonlyArray<Event>
    }
  | { readonly ok: false; readonly commandId: string; readonly why: Rejection | InvalidCommand }

const isoOf = (at: unknown): unknown => {
  const ms = at instanceof Date ? at.getTime() : at
  return typeof ms === 'number' && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : ms
}

/** JavaScript hosts can leave out or mistake whole arguments: what is no object has no fields. */
const fieldsOf = <A extends object>(u: A): Partial<A> =>
  typeof u === 'object' && (u as A | null) !== null ? u : {}

const withoutData = ({ field, ...problem }: Problem): Problem => ({
  ...problem,
  field: field.replace(/^data\./, ''),
})

/** What the door needs to send one kind of command. */
export interface Sending<Command, Event, PlainEvent, Rejection> {
  readonly codec: Type<Command, unknown>
  readonly encode: (event: Event) => PlainEvent
  readonly handle: Handle<Command, Event, Rejection>
  readonly now: () => number
  readonly newId: () => string
}

const contextOf = (
  commandId: string,
  { correlationId, causationId, tenant, subject }: Partial<With>,
): CommandContext => {
  return {
    commandId,
    ...(correlationId !== undefined && { correlationId }),
    ...(causationId !== undefined && { causationId }),
    ...(tenant !== undefined && { tenant }),
    ...(subject !== undefined && { subject }),
  }
}

/** Sends one command: a refusal comes back as a value, a failure is thrown as `CommandFailed`. */
export const send = async <Command, Event, PlainEvent, Rejection>(
  { codec, encode, handle, now, newId }: Sending<Command, Event, PlainEvent, Rejection>,
  type: string,
  id: string,
  data: object,
  context: With,
): Promise<Answer<PlainEvent, Rejection>> => {
  const { by, at = now(), commandId = newId() } = fieldsOf(context)
  const refused = (why: Rejection | InvalidCommand) => ({ ok: false, commandId, why }) as const
  const invalid = (problems: ReadonlyArray<Problem>) =>
    refused({ _tag: 'InvalidCommand', problems })
  const command = decodeWith(codec)({ type, data: { ...fieldsOf(data), at: isoOf(at), by } })
  if (E.isLeft(command)) return invalid(command.left.map(withoutData))
  const answer = await handle(id, command.right, contextOf(commandId, fieldsOf(context)))()
  if (E.isLeft(answer)) {
    if (answer.left._tag !== 'InvalidArgument') throw new CommandFailed(answer.left, commandId)
    const { field, expected } = answer.left
    return invalid([{ field, expected }])
  }
  const handled = answer.right
  switch (handled._tag) {
    case 'Rejected':
      return refused(handled.why)
    case 'AlreadyDone':
      return { ok: true, recorded: false, commandId, revision: handled.revision, events: [] }
    case 'Appended': {
      const { revision, position, events } = handled
      const where = O.isSome(position) ? { position: position.value } : {}
      return { ok: true, recorded: true, commandId, revision, ...where, events: events.map(encode) }
    }
  }
}
