/** @since 0.1.0 */
import type { KeyStore } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import type { Answer } from './event-store.js'

export const keyStore = (answer: Answer): KeyStore => {
  const keys = new Map<string, string>()
  return {
    get: (subject) => answer(() => E.right(O.fromNullable(keys.get(subject)))),
    put: (subject, key) =>
      answer(() => {
        keys.set(subject, key)
        return E.right(undefined)
      }),
    drop: (subject) =>
      answer(() => {
        keys.delete(subject)
        return E.right(undefined)
      }),
  }
}
