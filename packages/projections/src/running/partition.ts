/**
 * How several processes share one view: each keeps the rows whose keys fall to it.
 *
 * @since 0.1.0
 */

/** One of `of` equal shares, `index` counted from 0. Another `of` is another division: its shares begin at the first event. */
export interface Partition {
  readonly index: number
  readonly of: number
}

const isCount = (n: number, least: number): boolean => Number.isSafeInteger(n) && n >= least

export const isPartition = ({ index, of }: Partition): boolean =>
  isCount(of, 1) && isCount(index, 0) && index < of

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 code units, 32 bits. Rows lie where it once put them, so it never changes. */
export const hash = (key: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return h >>> 0
}

/** Whether what is about `key` falls to this share; all does, where nothing is shared. */
export const falls =
  (partition: Partition | undefined) =>
  (key: string): boolean =>
    partition === undefined || hash(key) % partition.of === partition.index

/** The name under which a view, or its share, is kept: `{name}`, or `{name}.{index}of{of}`. */
export const keptAs = (name: string, partition?: Partition): string =>
  partition === undefined ? name : `${name}.${String(partition.index)}of${String(partition.of)}`

/** The names under which the whole of a view is kept, of which there are `of` shares. */
export const allKeptAs = (name: string, of: number | undefined): ReadonlyArray<string> =>
  of === undefined ? [name] : Array.from({ length: of }, (_, index) => keptAs(name, { index, of }))
