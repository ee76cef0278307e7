/**
 * The codec of one event or command.
 *
 * @since 0.1.0
 */
import * as t from 'io-ts'

import { Actor } from './actor.js'
import { Instant } from './instant.js'

/** The fields of every message. */
export type Always = Readonly<{ at: typeof Instant; by: typeof Actor }>

const always: Always = { at: Instant, by: Actor }

export type MessageC<T extends string, P extends t.Props, O extends t.Props> = t.ReadonlyC<
  t.ExactC<t.TypeC<{ type: t.LiteralC<T>; data: DataC<P & Always, O> }>>
>

export type DataC<P extends t.Props, O extends t.Props> = t.ReadonlyC<
  t.ExactC<t.IntersectionC<[t.TypeC<P>, t.PartialC<O>]>>
>

/**
 * Encodes in one pass, in the order of the codec. io-ts copies the object once for each of its layers
 * (type, partial, intersection, exact): the same takes half as long again that way.
 */
const inOnePass = <A, O>(required: t.Props, optional: t.Props): t.Encode<A, O> => {
  const musts = Object.entries(required)
  const mays = Object.entries(optional)
  const encode = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const encoded: Record<string, unknown> = {}
    for (const [key, field] of musts) encoded[key] = field.encode(fields[key])
    for (const [key, field] of mays) {
      const value = fields[key]
      if (value !== undefined) encoded[key] = field.encode(value)
    }
    return encoded
  }
  return encode as unknown as t.Encode<A, O>
}

/** A plain object, readonly, with required and optional fields; unknown fields are dropped, and absent ones stay absent. */
export const data = <P extends t.Props, O extends t.Props = Record<never, never>>(
  required: P,
  optional: O,
  name?: string,
): DataC<P, O> => {
  const codec = t.readonly(t.exact(t.intersection([t.type(required), t.partial(optional)])), name)
  return Object.assign(codec, {
    encode: inOnePass<typeof codec._A, typeof codec._O>(required, optional),
  })
}

/**
 * `{ type, data }`, readonly, unknown fields dropped.
 * Every message carries `at`, the instant it happened or was asked, and `by`, who did or asked it.
 *
 * The literal `type` stays at the top level, which keeps `t.union`'s tag lookup:
 * a bad payload reports its own branch only, not every branch of the union.
 */
export const message = <
  T extends string,
  P extends t.Props,
  O extends t.Props = Record<never, never>,
>(
  type: T,
  required: P,
  optional: O = {} as O,
): MessageC<T, P, O> => {
  const fields = { type: t.literal(type), data: data({ ...required, ...always }, optional) }
  const codec = t.readonly(t.strict(fields), type)
  return Object.assign(codec, { encode: inOnePass<typeof codec._A, typeof codec._O>(fields, {}) })
}
