/**
 * Words, as people write them and as hosts name things.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

/** Half of a pair: it has no UTF-8 form, and stores and peers would each mend it differently. */
const loneSurrogate = /\p{Surrogate}/u

const wellFormed = (s: string, most: number): boolean =>
  s.length <= most && s.trim() !== '' && !loneSurrogate.test(s)

export interface NonEmptyTextBrand {
  readonly NonEmptyText: unique symbol
}

/** Well-formed text with at least one visible character, at most 10,000 UTF-16 units. */
export type NonEmptyText = t.Branded<string, NonEmptyTextBrand>

export const NonEmptyText: t.Type<NonEmptyText, string> = t.brand(
  t.string,
  (s): s is NonEmptyText => wellFormed(s, 10_000),
  'NonEmptyText',
)

export interface NameBrand {
  readonly Name: unique symbol
}

/** What a host calls a thing of his own (a department, a tier, a rule): well-formed, 1 to 200 UTF-16 units. */
export type Name = t.Branded<string, NameBrand>

export const Name: t.Type<Name, string> = t.brand(
  t.string,
  (s): s is Name => wellFormed(s, 200),
  'Name',
)
