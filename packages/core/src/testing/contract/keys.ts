/** @since 0.1.0 */
import * as O from 'fp-ts/lib/Option.js'

import { equal, type Lines, right, uuid } from './case.js'

/** Stores without a `keyStore` pass: they keep no keys. */
export const forgetting: Lines = {
  'a subject’s key is kept until it is dropped': async ({ keyStore }) => {
    if (keyStore === undefined) return
    const [one, two] = [uuid(), uuid()]
    equal(await right(keyStore.get(one)), O.none)
    await right(keyStore.put(one, 'first'))
    await right(keyStore.put(two, 'second'))
    equal(await right(keyStore.get(one)), O.some('first'))
    await right(keyStore.drop(one))
    equal(await right(keyStore.get(one)), O.none)
    equal(await right(keyStore.get(two)), O.some('second'))
  },

  'a key that is not there is dropped all the same': async ({ keyStore }) => {
    if (keyStore === undefined) return
    await right(keyStore.drop(uuid()))
  },
}
