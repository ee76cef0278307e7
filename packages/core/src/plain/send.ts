/**
 * How one command gets through the plain door.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Type } from 'io-ts'

import { decodeWith, type Problem } from '../shared/problem.js'
import type { CommandContext } from '../store/command-context.js'
import type { StoreError } from '../store/event-store.js'
import type { Followed } from '../store/follow-merges.js'
import type { Handled } from '../store/handle.js'
import type { Undecodable } from '../store/registry.js'
import type { Runtime } from '../store/runtime.js'
import type { Answer, InvalidCommand, With } from './answer.js'
import { CommandFailed } from './command-failed.js'
import { fieldsOf, invalid, isoOf, wrongId } from './plain-values.js'

/** What the door needs to send one kind of command. */
export interface Sending<Command, Event, Stored, Rejection> {
  readonly command: Type<Command, unknown>
  readonly event: Type<Event, Stored>
  readonly ask: (
    id: string,
    command: Command,
    context: CommandContext,
  ) => TaskEither<StoreError | Undecodable, Asked<Event, Rejection>>
  readonly runtime: Pick<Runtime, 'now' | 'newId'>
}

/** What became of a command, and whose stream said so. */
export interface Asked<Event, Rejection> extends Omit<Followed<Event, Rejection>, 'handled'> {
  readonly handled: Handled<Event, Rejection>
}

const withoutData = ({ field, ...problem }: Problem): Problem => ({
  ...problem,
  field: field.replace(/^data\./, ''),
})

const contextOf = (
  commandId: string,
  { correlationId, causationId, tenant, subject }: Partial<With>,
): CommandContext => ({
  commandId,
  ...(correlationId !== undefined && { correlationId }),
  ...(causationId !== undefined && { causationId }),
  ...(tenant !== undefined && { tenant }),
  ...(subject !== undefined && { subject }),
})

/** Sends one command: a refusal comes back as a value, a failure is thrown as `CommandFailed`. */
export const send = async <Command, Event, Stored, Rejection>(
  { command: codec, event, ask, runtime }: Sending<Command, Event, Stored, Rejection>,
  type: string,
  named: string,
  data: object,
  context: With,
): Promise<Answer<Stored, Rejection>> => {
  const given = fieldsOf(context)
  const { by, at = runtime.now(), commandId = runtime.newId() } = given
  const refused = (id: string, why: Rejection | InvalidCommand) =>
    ({ ok: false, id, commandId, why }) as const
  const command = decodeWith(codec)({ type, data: { ...fieldsOf(data), at: isoOf(at), by } })
  const wrong = [...wrongId(named), ...(E.isLeft(command) ? command.left.map(withoutData) : [])]
  if (E.isLeft(command) || wrong.length > 0) return refused(named, invalid(wrong))
  const answer = await ask(named, command.right, contextOf(commandId, given))()
  if (E.isLeft(answer)) {
    if (answer.left._tag !== 'InvalidArgument') throw new CommandFailed(answer.left, commandId)
    const { field, expected } = answer.left
    return refused(named, invalid([{ field, expected }]))
  }
  const { id, handled } = answer.right
  const done = { ok: true, id, commandId } as const
  switch (handled._tag) {
    case 'Rejected':
      return refused(id, handled.why)
    case 'AlreadyDone':
      return { ...done, recorded: false, revision: handled.revision, events: [] }
    case 'Appended': {
      const { revision, position, events } = handled
      const where = O.isSome(position) ? { position: position.value } : {}
      return { ...done, recorded: true, revision, ...where, events: events.map(event.encode) }
    }
  }
}
