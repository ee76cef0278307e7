/**
 * Closed lists, and lists of bounded length.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

export interface OneOfC<A extends string> extends t.Type<A, A> {
  /** All that may be said, in the order in which people are shown it. */
  readonly values: ReadonlyArray<A>
}

/** One of a closed list of words. */
export const oneOf = <const A extends string>(
  name: string,
  values: ReadonlyArray<A>,
): OneOfC<A> => {
  const known: ReadonlySet<unknown> = new Set(values)
  const is = (u: unknown): u is A => known.has(u)
  return Object.assign(
    new t.Type<A, A>(name, is, (u, c) => (is(u) ? t.success(u) : t.failure(u, c)), t.identity),
    { values },
  )
}

/** A list of at least `least` and at most 100 entries: longer ones are not written by people. */
export const listOf = <C extends t.Mixed>(
  codec: C,
  least = 0,
): t.Type<ReadonlyArray<t.TypeOf<C>>, ReadonlyArray<t.OutputOf<C>>> => {
  const list = t.readonlyArray(codec)
  const fits = (u: { readonly length: number }): boolean => u.length >= least && u.length <= 100
  const name = `a list of ${String(least)} to 100 ${codec.name}`
  const bounded = new t.Type<ReadonlyArray<t.TypeOf<C>>, ReadonlyArray<t.OutputOf<C>>>(
    name,
    (u): u is ReadonlyArray<t.TypeOf<C>> => list.is(u) && fits(u),
    // The length is looked at first, so that a list of a million is refused for its length alone.
    (u, c) => (Array.isArray(u) && !fits(u) ? t.failure(u, c, name) : list.validate(u, c)),
    (as) => list.encode(as),
  )
  // For whoever walks a codec: what its entries are, and how few there may be.
  return Object.assign(bounded, { _tag: 'ListType', type: codec, least })
}
