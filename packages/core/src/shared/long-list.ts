/**
 * A list that grows at its end by sharing: adding one entry to ten thousand copies two short arrays,
 * and the list is still a plain value, readable as JSON.
 *
 * @since 0.1.0
 */

/** Pages of entries, none empty, all but the last of them full. */
export type LongList<A> = ReadonlyArray<ReadonlyArray<A>>

const pageSize = 100

export const append = <A>(list: LongList<A>, entry: A): LongList<A> => {
  const last = list.at(-1)
  return last === undefined || last.length === pageSize
    ? [...list, [entry]]
    : [...list.slice(0, -1), [...last, entry]]
}

export const fromArray = <A>(entries: ReadonlyArray<A>): LongList<A> =>
  Array.from({ length: Math.ceil(entries.length / pageSize) }, (_, page) =>
    entries.slice(page * pageSize, (page + 1) * pageSize),
  )

export const first = <A>(list: LongList<A>): A | undefined => list[0]?.[0]

export const last = <A>(list: LongList<A>): A | undefined => list.at(-1)?.at(-1)
