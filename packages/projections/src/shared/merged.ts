/**
 * Things that were merged, as a view joins them when it is read. Every fact stays in its own thing's row: so a merge that
 * is undone leaves no trace, and each has again what was his.
 *
 * @since 0.1.0
 */

/** The key of another thing, under the same tenant as `key`. */
export const keyLike = (key: string, id: string): string =>
  key.slice(0, key.lastIndexOf('.') + 1) + id

/** The tenant of a row's key; undefined where there are none. */
export const tenantOf = (key: string): string | undefined => {
  const dot = key.lastIndexOf('.')
  return dot < 0 ? undefined : key.slice(0, dot)
}

/** Whom the thing of this key was merged into, by key; undefined where it stands for itself. */
export type MergedInto = (key: string) => string | undefined

/** Whoever stands for `key`: the end of the chain; the last one known, where it leads to none; in a circle the least. */
export const standsFor = (
  mergedInto: MergedInto,
  isKnown: (key: string) => boolean,
): ((key: string) => string) => {
  return (key) => {
    // Most stand for themselves, and are asked about much.
    if (mergedInto(key) === undefined) return key
    const chain = [key]
    for (let at = key; ;) {
      const next = mergedInto(at)
      if (next === undefined) return at
      const back = chain.indexOf(next)
      if (back >= 0) return chain.slice(back).reduce((a, b) => (a < b ? a : b))
      if (!isKnown(next)) return at
      chain.push(next)
      at = next
    }
  }
}
