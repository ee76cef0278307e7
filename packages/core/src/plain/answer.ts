/**
 * What the plain door is told beside a command, and what it answers.
 *
 * @since 0.1.0
 */
import type { Problem } from '../shared/problem.js'
import type { InvalidFact } from '../store/import-facts.js'

/** Who acts, when, and under which id the command is known; `at` is now and `commandId` a new one unless given. */
export interface With {
  readonly by: { readonly id: string; readonly role: string }
  /** A `Date`, epoch milliseconds, or ISO 8601 text in UTC with milliseconds. */
  readonly at?: Date | number | string
  readonly commandId?: string
  readonly correlationId?: string
  readonly causationId?: string
  readonly tenant?: string
  /** The customer whom it concerns, where it is not the one that the stream itself names. */
  readonly subject?: string
}

/** What was sent can not be meant: each field that is wrong, and what was expected there. */
export interface InvalidCommand {
  readonly _tag: 'InvalidCommand'
  readonly problems: ReadonlyArray<Problem>
}

/**
 * Done, or why not. `recorded` is false where it was so already, and then `events` is empty.
 * `id` is whose stream it was that answered: the survivor's, where a merged customer was asked.
 */
export type Answer<Event, Rejection> =
  | {
      readonly ok: true
      readonly recorded: boolean
      readonly id: string
      readonly commandId: string
      /** The stream's revision after the command. */
      readonly revision: bigint | 'noStream'
      /** Where the last event stands among all events, for views that wait for it; absent where the store does not say. */
      readonly position?: string
      readonly events: ReadonlyArray<Event>
    }
  | {
      readonly ok: false
      readonly id: string
      readonly commandId: string
      readonly why: Rejection | InvalidCommand
    }

/** The stream has a history already, and it does not begin with these facts. */
export interface BegunOtherwise {
  readonly _tag: 'BegunOtherwise'
  readonly revision: bigint | 'noStream'
}

/** All of it is on record, or nothing and why. `recorded` is false where it was imported before. */
export type ImportAnswer =
  | {
      readonly ok: true
      readonly recorded: boolean
      readonly id: string
      /** That of the last of these facts. */
      readonly revision: bigint
      readonly position?: string
    }
  | {
      readonly ok: false
      readonly id: string
      readonly why: InvalidCommand | InvalidFact | BegunOtherwise
    }
