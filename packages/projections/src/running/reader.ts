/**
 * What a recorded event is to a view.
 *
 * @since 0.1.0
 */
import { type RecordedEvent, registry, type StoreError, type Undecodable } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { Mixed, Type } from 'io-ts'

import { categoryOf, type Dated, factOf } from '../shared/projection.js'
import { falls } from './partition.js'
import { type Poison, threw } from './poison.js'
import type { AnyProjection, EventReader, View } from './running.js'

export type Read =
  /** Not of its kind, or not of its share. */
  | { readonly _tag: 'NotIts' }
  | { readonly _tag: 'Fact'; readonly key: string; readonly fact: unknown }
  | { readonly _tag: 'Unknown'; readonly why: Undecodable }
  | { readonly _tag: 'Poison'; readonly why: Poison }

export type Reader = (recorded: RecordedEvent) => Read

type FactRead = E.Either<Undecodable, unknown>

/** How the events of one category are read: each once, however many views hear it. */
interface Shared {
  readonly knows: (type: string) => boolean
  readonly factOf: (recorded: RecordedEvent) => FactRead
}

export type Sharing = (codec: Mixed, given?: EventReader) => E.Either<StoreError, Shared>

const notIts: Read = { _tag: 'NotIts' }

const shared = ({ types, decode }: EventReader): Shared => {
  const known = new Set(types)
  let last: RecordedEvent | undefined
  let read: FactRead | undefined
  return {
    knows: (type) => known.has(type),
    factOf: (recorded) => {
      if (recorded === last && read !== undefined) return read
      const category = categoryOf(recorded.stream)
      last = recorded
      read = undefined
      read = E.map((event: unknown) => ({
        // Whatever its codec, it is a message of the domain: those alone have projections.
        ...factOf(recorded, event as Dated),
        category,
      }))(decode(recorded))
      return read
    },
  }
}

/** Views that are run together share what they read. */
export const sharing = (): Sharing => {
  const byCodec = new Map<unknown, Shared>()
  return (codec, given) => {
    const known = byCodec.get(given ?? codec)
    if (known !== undefined) return E.right(known)
    const made = given
      ? E.right(given)
      : registry(codec as unknown as Type<{ readonly type: string }, unknown>)
    if (E.isLeft(made))
      return E.left({
        _tag: 'InvalidArgument',
        field: 'projection.event',
        expected: 'one message, or a union of them, each of its own type',
      })
    const reader = shared(made.right)
    byCodec.set(given ?? codec, reader)
    return E.right(reader)
  }
}

/** The codecs of a projection's events, by category. */
export const codecsOf = (projection: AnyProjection): ReadonlyArray<readonly [string, Mixed]> =>
  'events' in projection
    ? Object.entries(projection.events)
    : [[projection.category, projection.event]]

export const categoriesOf = (projection: AnyProjection): ReadonlyArray<string> =>
  codecsOf(projection).map(([category]) => category)

export const readerOf = (
  { projection, partition, registries = {} }: View,
  share: Sharing,
): E.Either<StoreError, Reader> => {
  const byCategory = new Map<string, Shared>()
  for (const [category, codec] of codecsOf(projection)) {
    const made = share(codec, registries[category])
    if (E.isLeft(made)) return made
    byCategory.set(category, made.right)
  }
  const types = projection.types && new Set(projection.types)
  const isIts = falls(partition)
  const { concerns } = projection
  const keyOf = projection.key as (fact: unknown) => string

  const read: Reader = (recorded) => {
    const category = byCategory.get(categoryOf(recorded.stream))
    if (category === undefined || types?.has(recorded.type) === false) return notIts
    if (concerns !== undefined && partition !== undefined && !isIts(concerns(recorded)))
      return notIts
    const fact = category.factOf(recorded)
    if (E.isLeft(fact))
      return { _tag: category.knows(recorded.type) ? 'Poison' : 'Unknown', why: fact.left }
    const key = keyOf(fact.right)
    if (concerns === undefined && !isIts(key)) return notIts
    return { _tag: 'Fact', key, fact: fact.right }
  }
  return E.right((recorded) => {
    try {
      return read(recorded)
    } catch (error) {
      return { _tag: 'Poison', why: threw(error) }
    }
  })
}
