/** @since 0.1.0 */
import type { StoreError } from '@troth/core/store'

import { isPartition } from './partition.js'
import type { Running, View } from './running.js'

export const invalid = (field: string, expected: string): StoreError => ({
  _tag: 'InvalidArgument',
  field,
  expected,
})

const isCount = (n: number | undefined): boolean =>
  n === undefined || (Number.isSafeInteger(n) && n >= 1)

/** Why a view can not be run as it is meant to be. */
export const wrongView = (
  { projection, partition }: View,
  { batch, keep }: Pick<Running, 'batch' | 'keep'>,
): StoreError | undefined => {
  if (!/^[\w-]{1,100}$/.test(projection.name))
    return invalid('projection.name', "1 to 100 letters, digits, '-' and '_'")
  if (partition && !isPartition(partition))
    return invalid('partition', 'an index from 0, below the number of shares')
  if (!isCount(batch)) return invalid('batch', 'a whole number from 1')
  return isCount(keep) ? undefined : invalid('keep', 'a whole number from 1')
}
