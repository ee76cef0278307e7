import * as E from 'fp-ts/lib/Either.js'
import type { Type } from 'io-ts'

/** The value that a codec decodes to; a test that is given anything else is wrong itself. */
export const make =
  <A, O>(codec: Type<A, O>) =>
  (from: O): A => {
    const decoded = codec.decode(from)
    if (E.isLeft(decoded)) throw new Error(`not a ${codec.name}: ${String(from)}`)
    return decoded.right
  }
