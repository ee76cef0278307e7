/**
 * What a desk looks at in other streams before it asks one: no stream knows its own name, nor another's state.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { CommandContext } from '../store/command-context.js'
import type { StoreError } from '../store/event-store.js'
import type { Handle } from '../store/handle.js'
import type { Undecodable } from '../store/registry.js'

/** What speaks against a command; undefined, if nothing does. */
export type Objection<Rejection> = E.Either<StoreError | Undecodable, Rejection | undefined>

export const noObjection: Objection<never> = E.right(undefined)

export type Check<Command, Rejection> = (
  id: string,
  command: Command,
  context: CommandContext,
) => Objection<Rejection> | Promise<Objection<Rejection>>

/** As `handle`, where nothing speaks against it. What was looked at may be otherwise when the command is decided. */
export const checked =
  <Command, Event, Rejection, More>(
    handle: Handle<Command, Event, Rejection>,
    check: Check<Command, More>,
  ): Handle<Command, Event, Rejection | More> =>
  (id, command, context) =>
  async () => {
    const objection = await check(id, command, context)
    if (E.isLeft(objection)) return objection
    return objection.right === undefined
      ? handle(id, command, context)()
      : E.right({ _tag: 'Rejected', why: objection.right })
  }
