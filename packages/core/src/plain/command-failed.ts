/** @since 0.1.0 */
import type { Problem } from '../shared/problem.js'
import type { StoreError } from '../store/event-store.js'
import type { Undecodable } from '../store/registry.js'

/** The host's settings can not be meant; each is named by its path. */
export interface InvalidConfiguration {
  readonly _tag: 'InvalidConfiguration'
  readonly problems: ReadonlyArray<Problem>
}

/** What failed: the store, an event on record that can not be read, or, at the start, the host's settings. */
export type Failure = StoreError | Undecodable | InvalidConfiguration

/**
 * The one thing that is thrown: no answer could be had. What was refused is an answer, and comes back as a value.
 * `commandId` is the command's that failed: sent again under the same id it is on record once, whatever had become of it.
 */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly failure: Failure
  readonly commandId: string | undefined

  constructor(failure: Failure, commandId?: string) {
    super(`${failure._tag}: ${said(failure)}`)
    this.failure = failure
    this.commandId = commandId
  }
}

const listed = (problems: ReadonlyArray<Problem>): string =>
  problems.map(({ field, expected }) => `${field} should be ${expected}`).join('; ')

const said = (failure: Failure): string => {
  switch (failure._tag) {
    case 'Conflict':
      return `the stream is at ${String(failure.actual)}, not ${String(failure.expected)}`
    case 'Contended':
      return `decided ${String(failure.attempts)} times over other writers' events`
    case 'Unavailable':
    case 'OutcomeUnknown':
    case 'AccessDenied':
      return failure.reason
    case 'TooLarge':
      return `${String(failure.size)} bytes, and at most ${String(failure.limit)} are taken`
    case 'StreamDeleted':
      return failure.stream
    case 'InvalidArgument':
      return `${failure.field} should be ${failure.expected}`
    case 'Undecodable':
      return `${failure.type} at ${String(failure.revision)} of ${failure.stream}: ${listed(failure.errors)}`
    case 'InvalidConfiguration':
      return listed(failure.problems)
  }
}
