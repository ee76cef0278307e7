/**
 * Values by keys, in a map that grows by sharing as the set of keys does: putting one of ten thousand in
 * copies a few short arrays, and the map is still a plain value, readable as JSON.
 *
 * @since 0.1.0
 */
import { branchOf, hash, lastLevel, leafSize } from './key-set.js'

/** A leaf of a few keys with their values, or sixteen branches by the next four bits of the key's hash. */
export type KeyMap<A> =
  | { readonly entries: ReadonlyArray<readonly [key: string, value: A]> }
  | { readonly branches: ReadonlyArray<KeyMap<A>> }

type Entry<A> = readonly [key: string, value: A]

/** The map without a key. */
export const noEntries: KeyMap<never> = { entries: [] }

/** The value that `key` leads to; undefined where it leads to none. */
export const valueOf = <A>(map: KeyMap<A>, key: string): A | undefined => {
  const h = hash(key)
  let node: KeyMap<A> = map
  for (let level = 0; 'branches' in node; level++)
    node = node.branches[branchOf(h, level)] ?? noEntries
  return node.entries.find(([each]) => each === key)?.[1]
}

/** Each key with its value, in an order of no meaning: that of the keys' hashes, once there are many. */
export const entriesOf = <A>(map: KeyMap<A>): ReadonlyArray<readonly [key: string, value: A]> =>
  'branches' in map ? map.branches.flatMap((branch) => entriesOf(branch)) : map.entries

const split = <A>(entries: ReadonlyArray<Entry<A>>, level: number): KeyMap<A> => ({
  branches: Array.from({ length: 16 }, (_, branch) => ({
    entries: entries.filter(([key]) => branchOf(hash(key), level) === branch),
  })),
})

const replaced = <A>(entries: ReadonlyArray<Entry<A>>, entry: Entry<A>): ReadonlyArray<Entry<A>> =>
  entries.some(([key]) => key === entry[0])
    ? entries.map((each) => (each[0] === entry[0] ? entry : each))
    : [...entries, entry]

const put = <A>(map: KeyMap<A>, entry: Entry<A>, h: number, level: number): KeyMap<A> => {
  if ('branches' in map) {
    const at = branchOf(h, level)
    return { branches: map.branches.map((b, i) => (i === at ? put(b, entry, h, level + 1) : b)) }
  }
  const entries = replaced(map.entries, entry)
  return entries.length <= leafSize || level > lastLevel ? { entries } : split(entries, level)
}

/** The map in which `key` leads to `value`, whatever it led to before. */
export const withValue = <A>(map: KeyMap<A>, key: string, value: A): KeyMap<A> =>
  put(map, [key, value], hash(key), 0)
