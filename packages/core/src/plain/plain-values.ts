/**
 * What comes in from a host without types may be anything, and is asked for its parts before they are used.
 *
 * @since 0.1.0
 */
import { EntryId } from '../shared/ids.js'
import { Instant } from '../shared/instant.js'
import type { Problem } from '../shared/problem.js'
import type { InvalidCommand } from './answer.js'

/** Hosts can leave out or mistake whole arguments: what is no object, or can not be read, has no fields. */
export const fieldsOf = <A extends object>(u: A): Partial<A> => {
  try {
    return typeof u === 'object' ? { ...u } : {}
  } catch {
    return {}
  }
}

/** Ids of every kind are spelt alike. */
export const wrongId = (id: unknown): ReadonlyArray<Problem> =>
  EntryId.is(id) ? [] : [{ field: 'id', expected: 'a UUID in lower case' }]

/** An instant, in any of the forms that `With` names, as messages write it. */
export const isoOf = (at: unknown): unknown => {
  const ms = at instanceof Date ? at.getTime() : at
  return Instant.is(ms) ? Instant.encode(ms) : ms
}

export const invalid = (problems: ReadonlyArray<Problem>): InvalidCommand => ({
  _tag: 'InvalidCommand',
  problems,
})
