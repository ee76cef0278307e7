/**
 * The door to one kind of stream: a method for each of its commands, and one for history from elsewhere.
 *
 * @since 0.1.0
 */
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Type } from 'io-ts'

import type { Handle } from '../store/handle.js'
import type { Origin } from '../store/import-facts.js'
import type { Answer, ImportAnswer, With } from './answer.js'
import { importThrough, type ImportingFrom } from './import.js'
import { send, type Sending } from './send.js'

/** A command as it is sent, in plain values: instants as ISO text, ids as text. */
export interface Sent {
  readonly type: string
  readonly data: object
}

/** What one kind of command carries; who and when come beside it. */
export type Said<Command extends Sent, T extends Command['type']> = Omit<
  Extract<Command, { readonly type: T }>['data'],
  'at' | 'by'
>

/** How each command is called at the door: all of them, and no other. */
export type MethodNames<Command extends Sent> = Readonly<Record<Command['type'], string>>

/** `await troth.complaint.record(id, {…}, { by })`; `id` is the thing's own, a UUID in lower case. */
export type Door<Command extends Sent, Names extends MethodNames<Command>, Stored, Rejection> = {
  readonly [T in Command['type'] as Names[T]]: (
    id: string,
    data: Said<Command, T>,
    context: With,
  ) => Promise<Answer<Stored, Rejection>>
} & {
  /**
   * A thing's whole history from another system, past every rule, all of it or nothing; `facts` are events as they are stored.
   * The same history a second time records nothing.
   */
  readonly import: (
    id: string,
    facts: ReadonlyArray<Stored>,
    origin: Origin,
  ) => Promise<ImportAnswer>
}

/** Asks the thing itself, wherever it may have been merged. */
export const direct =
  <Command, Event, Rejection>(
    handle: Handle<Command, Event, Rejection>,
  ): Sending<Command, Event, unknown, Rejection>['ask'] =>
  (id, command, context) =>
    pipe(
      handle(id, command, context),
      TE.map((handled) => ({ id, handled })),
    )

/** The door that `names` says. */
export const door = <
  Command extends Sent,
  const Names extends MethodNames<Command>,
  Decoded,
  Event,
  Stored,
  Rejection,
>(
  names: Names,
  through: Sending<Decoded, Event, Stored, Rejection> &
    ImportingFrom<Event, Stored> & { readonly command: Type<Decoded, Command> },
): Door<Command, Names, Stored, Rejection> => {
  const method = (type: string) => (id: string, data: object, context: With) =>
    send(through, type, id, data, context)
  const methods = Object.entries<string>(names).map(([type, name]) => [name, method(type)] as const)
  return {
    ...Object.fromEntries(methods),
    import: (id: string, facts: ReadonlyArray<Stored>, origin: Origin) =>
      importThrough(through, id, facts, origin),
  } as unknown as Door<Command, Names, Stored, Rejection>
}
