/**
 * What all stores of snapshots take and refuse alike.
 *
 * @since 0.1.0
 */
import { type JsonObject, jsonText, type StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { wrongStream } from './arguments.js'
import { invalid } from './store-errors.js'

/** A snapshot as JSON text, or why it can not be kept. */
export const snapshotText = (key: string, snapshot: JsonObject): E.Either<StoreError, string> => {
  const wrong = wrongStream(key)
  if (wrong !== undefined) return E.left(wrong)
  const text = jsonText(snapshot)
  return text === undefined
    ? E.left(invalid('snapshot', 'an object that JSON holds unchanged'))
    : E.right(text)
}
