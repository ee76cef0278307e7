/**
 * The answers that every store gives in the same words.
 *
 * @since 0.1.0
 */
import type { ExpectedRevision, StoreError } from '@troth/core/store'

export const invalid = (field: string, expected: string): StoreError => ({
  _tag: 'InvalidArgument',
  field,
  expected,
})

/** `last` is the revision of the stream's last event; -1 where it never had one. */
export const conflict = (expected: ExpectedRevision, last: number | bigint): StoreError => ({
  _tag: 'Conflict',
  expected,
  actual: last < 0 ? 'noStream' : BigInt(last),
})

export const streamDeleted = (stream: string): StoreError => ({ _tag: 'StreamDeleted', stream })

export const unavailable = (reason: string): StoreError => ({ _tag: 'Unavailable', reason })
