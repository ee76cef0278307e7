/**
 * Looking a case up: by what it came from, what it was about, and what was written of it.
 *
 * @since 0.1.0
 */
import type { complaint } from '@troth/core'
import * as O from 'fp-ts/lib/Option.js'

import type { Case } from './cases.js'

/** What is asked for; what is left out is not asked. Each thing asked must hold. */
export interface Query {
  readonly origin?: complaint.Cause['origin']
  readonly factor?: complaint.Cause['factor']
  readonly category?: complaint.Content['category']
  readonly subtype?: complaint.Content['subtype']
  readonly department?: string
  readonly givenTo?: string
  /** `unknown`: nobody has confirmed it either way. */
  readonly avoided?: boolean | 'unknown'
  /**
   * Words, each of which stands somewhere in the summary, the lesson, or the name of what it was about: as a part of a word
   * too, whatever the case of letters and however their accents are written. What was forgotten is not found.
   */
  readonly text?: string
}

/** One and the same for `É`, `é`, and `e` with the accent after it, and for full-width letters. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

const textOf = ({ summary, lesson, about }: Case): string =>
  folded(
    [typeof summary === 'string' ? summary : '', O.toNullable(lesson) ?? '', about.ref].join('\n'),
  )

const isEither = <A>(asked: A | undefined, found: A | undefined): boolean =>
  asked === undefined || asked === found

const matches =
  (query: Query, words: ReadonlyArray<string>) =>
  (each: Case): boolean => {
    const { origin, factor, category, subtype, department, givenTo, avoided } = query
    const cause = O.toUndefined(each.cause)
    const content = O.toUndefined(each.content)
    const known = O.toUndefined(each.avoided) ?? 'unknown'
    const facts =
      isEither<string>(origin, cause?.origin) &&
      isEither<string>(factor, cause?.factor) &&
      isEither<string>(category, content?.category) &&
      isEither<string>(subtype, content?.subtype) &&
      isEither(department, O.toUndefined(each.department)) &&
      isEither<boolean | 'unknown'>(avoided, known) &&
      (givenTo === undefined || each.given.some(({ to }) => to === givenTo))
    if (!facts || words.length === 0) return facts
    const text = textOf(each)
    return words.every((word) => text.includes(word))
  }

/** The cases that a query asks for, in the order in which they were given. */
export const search =
  (query: Query) =>
  (all: ReadonlyArray<Case>): ReadonlyArray<Case> => {
    const words = folded(query.text ?? '')
      .split(/\s+/u)
      .filter((word) => word !== '')
    return all.filter(matches(query, words))
  }
