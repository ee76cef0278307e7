/**
 * Whether two plain values say the same.
 *
 * @since 0.1.0
 */
const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** Deep equality of JSON-like values. A field that is `undefined` counts as absent. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => same(each, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const fields = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...fields].every((field) => same(a[field], b[field]))
}
