/** @since 0.1.0 */
import { hash } from './partition.js'

/** Keys that were seen. Of one that is not marked it is certain that it was not; of one that is, next to certain that it was. */
export interface Marks {
  readonly mark: (key: string) => void
  readonly has: (key: string) => boolean
}

/** A megabyte: of a million keys, one in nine that were not seen is taken for one that was; of a hundred thousand, one in eighty. */
const bits = 23

/** The keys themselves would be many times larger. By the hash's upper bits, since shares are made by its remainder. */
export const marks = (keys: Iterable<string>): Marks => {
  const table = new Uint8Array(2 ** (bits - 3))
  const place = (key: string): number => hash(key) >>> (32 - bits)
  const mark = (key: string): void => {
    const at = place(key)
    table[at >>> 3] = (table[at >>> 3] ?? 0) | (1 << (at & 7))
  }
  for (const key of keys) mark(key)
  return {
    mark,
    has: (key) => {
      const at = place(key)
      return ((table[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0
    },
  }
}
