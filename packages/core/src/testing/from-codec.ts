/**
 * Values that a codec accepts, made from the codec itself: a message added later is generated without a word here.
 *
 * @since 0.1.0
 */
import * as fc from 'fast-check'
import type * as t from 'io-ts'

import { redacted } from '../privacy/personal.js'

/** The parts of a codec that are looked at here. */
interface Anatomy {
  readonly name: string
  readonly _tag?: string
  readonly value?: unknown
  readonly values?: ReadonlyArray<unknown>
  readonly type?: Anatomy
  readonly types?: ReadonlyArray<Anatomy>
  readonly props?: Readonly<Record<string, Anatomy>>
  readonly least?: number
}

/** Where the values of a codec come from that can not be told from its parts: branded ones, above all. */
export type Pools = ReadonlyMap<unknown, fc.Arbitrary<unknown>>

const plain = { noNullPrototype: true } as const

const made = (codec: Anatomy, pools: Pools): fc.Arbitrary<unknown> => {
  const pool = pools.get(codec)
  if (pool) return pool
  const { _tag, name, type, types = [], props = {}, values, value, least = 0 } = codec
  if (values) return fc.constantFrom(...values)
  const each = types.map((part) => made(part, pools))
  const fields = () =>
    Object.fromEntries(Object.entries(props).map(([key, prop]) => [key, made(prop, pools)]))
  if (_tag === 'LiteralType') return fc.constant(value)
  if (_tag === 'BooleanType') return fc.boolean()
  if (_tag === 'InterfaceType') return fc.record(fields(), plain)
  if (_tag === 'PartialType') return fc.record(fields(), { ...plain, requiredKeys: [] })
  if (_tag === 'UnionType') return fc.oneof(...each)
  if (_tag === 'IntersectionType')
    return fc.tuple(...each).map((parts): unknown => Object.assign({}, ...parts))

  if (type === undefined) throw new Error(`no pool for ${name}, and no way into it`)
  const inner = made(type, pools)
  if (_tag === 'ReadonlyArrayType' || _tag === 'ListType')
    return fc.array(inner, { minLength: least, maxLength: least + 2 })
  return _tag === 'PersonalType'
    ? fc.oneof({ arbitrary: inner, weight: 5 }, { arbitrary: fc.constant(redacted), weight: 1 })
    : inner
}

/** Any value that `codec` accepts, its branded parts taken from `pools`. Throws for a codec that it can not see into. */
export const fromCodec = <A>(codec: t.Type<A, unknown>, pools: Pools): fc.Arbitrary<A> =>
  made(codec, pools) as fc.Arbitrary<A>
