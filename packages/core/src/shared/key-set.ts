/**
 * A set of keys that grows by sharing: adding one key to ten thousand copies a few short arrays, so that
 * a state can remember every reply's id and still be a plain value, readable as JSON.
 *
 * @since 0.1.0
 */

/** A leaf of a few keys, or sixteen branches by the next four bits of the key's hash. */
export type KeySet =
  { readonly keys: ReadonlyArray<string> } | { readonly branches: ReadonlyArray<KeySet> }

/** No leaf has more keys, but one below the last level. */
export const leafSize = 16
/** The levels are counted from 0: on this one the last four bits of the hash are used. */
export const lastLevel = 7

export const noKeys: KeySet = { keys: [] }

/** FNV-1a, 32 bits: spreads keys evenly; nothing relies on it being hard to guess. */
export const hash = (key: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return h
}

/** Which of the sixteen branches of a level a hash leads to. */
export const branchOf = (h: number, level: number): number => (h >>> (level * 4)) & 15

export const hasKey = (set: KeySet, key: string): boolean => {
  // Few have more than one leaf, and there nobody need ask for the hash.
  if ('keys' in set) return set.keys.includes(key)
  const h = hash(key)
  let node: KeySet = set
  for (let level = 0; 'branches' in node; level++)
    node = node.branches[branchOf(h, level)] ?? noKeys
  return node.keys.includes(key)
}

const split = (keys: ReadonlyArray<string>, level: number): KeySet => ({
  branches: Array.from({ length: 16 }, (_, branch) => ({
    keys: keys.filter((key) => branchOf(hash(key), level) === branch),
  })),
})

const add = (set: KeySet, key: string, h: number, level: number): KeySet => {
  if ('branches' in set) {
    const at = branchOf(h, level)
    return {
      branches: set.branches.map((b, i) => (i === at ? add(b, key, h, level + 1) : b)),
    }
  }
  const keys = [...set.keys, key]
  return keys.length <= leafSize || level > lastLevel ? { keys } : split(keys, level)
}

/** The set with `key` in it; the set itself, when it is there already. */
export const withKey = (set: KeySet, key: string): KeySet => {
  if (hasKey(set, key)) return set
  // Not spread: an array that grows keeps room for sixteen more, and of leaves there is one in every state.
  return 'keys' in set && set.keys.length < leafSize
    ? { keys: set.keys.concat(key) }
    : add(set, key, hash(key), 0)
}
