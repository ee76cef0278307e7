/**
 * Which messages a codec knows.
 *
 * @since 0.1.0
 */
import type * as t from 'io-ts'

/** The parts of io-ts' own codecs that are looked at here. */
interface Anatomy {
  readonly name: string
  readonly _tag?: string
  readonly type?: Anatomy
  readonly types?: ReadonlyArray<Anatomy>
  readonly props?: Readonly<Record<string, Anatomy & { readonly value?: unknown }>>
}

const bare = (codec: Anatomy): Anatomy =>
  codec.type !== undefined && codec.props === undefined ? bare(codec.type) : codec

const branches = (codec: Anatomy): ReadonlyArray<Anatomy> => {
  const { _tag, types } = bare(codec)
  return _tag === 'UnionType' && types !== undefined ? types.flatMap(branches) : [codec]
}

/**
 * The codec of each message by its type, in the order of the union.
 * Undefined where a branch has no literal, non-empty `type` at its top, or two have the same.
 */
export const typesOf = <A>(
  codec: t.Type<A, unknown>,
): ReadonlyMap<string, t.Type<A, unknown>> | undefined => {
  const found = new Map<string, t.Type<A, unknown>>()
  for (const branch of branches(codec)) {
    const name = bare(branch).props?.['type']?.value
    if (typeof name !== 'string' || name === '' || found.has(name)) return undefined
    found.set(name, branch as unknown as t.Type<A, unknown>)
  }
  return found
}
