/** @since 0.1.0 */
import type { StoreError } from '@troth/core/store'

import { isPartition } from './partition.js'
import { codecsOf } from './reader.js'
import type { Running, View } from './running.js'

export const invalid = (field: string, expected: string): StoreError => ({
  _tag: 'InvalidArgument',
  field,
  expected,
})

/** Unless it is left out: a whole number from 1. */
export const isCount = (n: number | undefined): boolean =>
  n === undefined || (Number.isSafeInteger(n) && n >= 1)

// A host without types may say what no type allows; taken for its opposite it would do the wrong thing in silence.
const isOneOf = (u: unknown, ...all: ReadonlyArray<string>): boolean =>
  u === undefined || all.some((each) => each === u)

/** Why a view can not be run as it is meant to be. */
export const wrongView = (
  { projection, partition, poison, unknown }: View,
  { batch, keep }: Pick<Running, 'batch' | 'keep'>,
): StoreError | undefined => {
  const { name, types } = projection
  if (typeof name !== 'string' || !/^[\w-]{1,100}$/.test(name))
    return invalid('projection.name', "1 to 100 letters, digits, '-' and '_'")
  if (codecsOf(projection).length === 0)
    return invalid('projection.events', 'one kind of stream at least')
  if (types?.length === 0) return invalid('projection.types', 'one at least, or none given')
  if (!isOneOf(poison, 'stop', 'setAside')) return invalid('poison', 'stop or setAside')
  if (!isOneOf(unknown, 'fail', 'skip', 'setAside'))
    return invalid('unknown', 'fail, skip or setAside')
  if (partition && !isPartition(partition))
    return invalid('partition', 'an index from 0, below the number of shares')
  if (!isCount(batch)) return invalid('batch', 'a whole number from 1')
  return isCount(keep) ? undefined : invalid('keep', 'a whole number from 1')
}
