/**
 * How history from elsewhere gets through the plain door.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { Type } from 'io-ts'

import { decodeWith } from '../shared/problem.js'
import type { ImportFacts, InvalidFact, Origin } from '../store/import-facts.js'
import type { BegunOtherwise, ImportAnswer, InvalidCommand } from './answer.js'
import { CommandFailed } from './command-failed.js'
import { fieldsOf, invalid, wrongId } from './plain-values.js'

/** What the door needs to import the history of one kind of thing. */
export interface ImportingFrom<Event, Stored> {
  readonly event: Type<Event, Stored>
  readonly importFacts: ImportFacts<Event>
}

const factsOf = <Event>(
  event: Type<Event, unknown>,
  facts: ReadonlyArray<unknown>,
): E.Either<InvalidFact, ReadonlyArray<Event>> => {
  const read: Event[] = []
  for (const [index, fact] of facts.entries()) {
    const decoded = decodeWith(event)(fact)
    if (E.isLeft(decoded)) return E.left({ _tag: 'InvalidFact', index, errors: decoded.left })
    read.push(decoded.right)
  }
  return E.right(read)
}

const originOf = ({ source, foreignId, subject, tenant }: Partial<Origin>): Origin => ({
  // What is missing is told by the import itself, by name.
  ...({ source, foreignId } as Origin),
  ...(subject !== undefined && { subject }),
  ...(tenant !== undefined && { tenant }),
})

/** Imports a thing's whole history: what can not be imported comes back as a value, a failure is thrown as `CommandFailed`. */
export const importThrough = async <Event, Stored>(
  { event, importFacts }: ImportingFrom<Event, Stored>,
  id: string,
  facts: ReadonlyArray<Stored>,
  origin: Origin,
): Promise<ImportAnswer> => {
  const refused = (why: InvalidCommand | InvalidFact | BegunOtherwise) =>
    ({ ok: false, id, why }) as const
  const wrong = [
    ...wrongId(id),
    ...(Array.isArray(facts) ? [] : [{ field: 'facts', expected: 'a list of events' }]),
  ]
  if (wrong.length > 0) return refused(invalid(wrong))
  const read = factsOf(event, facts)
  if (E.isLeft(read)) return refused(read.left)
  const all = read.right as unknown as ReadonlyNonEmptyArray<Event>
  const answer = await importFacts(id, all, originOf(fieldsOf(origin)))()
  if (E.isRight(answer)) {
    const imported = answer.right
    const { revision } = imported
    if (imported._tag === 'AlreadyImported') return { ok: true, recorded: false, id, revision }
    const where = O.isSome(imported.position) ? { position: imported.position.value } : {}
    return { ok: true, recorded: true, id, revision, ...where }
  }
  const failed = answer.left
  switch (failed._tag) {
    case 'InvalidFact':
      return refused(failed)
    case 'Conflict':
      return refused({ _tag: 'BegunOtherwise', revision: failed.actual })
    case 'InvalidArgument':
      return refused(invalid([{ field: failed.field, expected: failed.expected }]))
    default:
      throw new CommandFailed(failed)
  }
}
