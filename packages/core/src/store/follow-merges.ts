/**
 * Commands for a thing that was merged into another: they go to the survivor, through every merge between.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import type { StoreError } from './event-store.js'
import type { Handle, Handled } from './handle.js'
import type { Undecodable } from './registry.js'

/** How a kind of thing says that it was merged, and how its commands are passed on. */
export interface Merges<Command, Rejection> {
  /** Whom a refusal points to; undefined, where it is about something else. */
  readonly mergedInto: (why: Rejection) => string | undefined
  /** What is asked of the survivor where `from` points on; the same again, unless given. */
  readonly onward?: (command: Command, from: string) => Command
}

/** The merges lead back to one of these, or through too many of them: `through` are those who were asked, in order. */
export interface SurvivorNotFound {
  readonly _tag: 'SurvivorNotFound'
  readonly through: ReadonlyArray<string>
}

/** What became of a command, and whose stream said so. */
export interface Followed<Event, Rejection> {
  readonly id: string
  readonly handled: Handled<Event, Rejection | SurvivorNotFound>
}

/** How many are asked, at most, before a survivor counts as not found. */
export const mostMerges = 100

/**
 * As `handle`, for things that can be merged. A command is known again by its id in each stream that it is asked of: one that
 * the survivor recorded, and that is sent again after the two were parted, is a new one to the thing that it names.
 */
export const followMerges =
  <Command, Event, Rejection>(
    handle: Handle<Command, Event, Rejection>,
    { mergedInto, onward = (command) => command }: Merges<Command, Rejection>,
  ) =>
  (
    ...[id, command, context]: Parameters<Handle<Command, Event, Rejection>>
  ): TaskEither<StoreError | Undecodable, Followed<Event, Rejection>> =>
  async () => {
    const through: string[] = []
    let [asked, at] = [command, id]
    for (;;) {
      const answer = await handle(at, asked, context)()
      if (E.isLeft(answer)) return answer
      const handled = answer.right
      const survivor = handled._tag === 'Rejected' ? mergedInto(handled.why) : undefined
      if (survivor === undefined) return E.right({ id: at, handled })
      through.push(at)
      if (through.includes(survivor) || through.length === mostMerges)
        return E.right({
          id,
          handled: { _tag: 'Rejected', why: { _tag: 'SurvivorNotFound', through } },
        })
      asked = onward(asked, at)
      at = survivor
    }
  }
