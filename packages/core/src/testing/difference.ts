/**
 * Where two values differ, in words; no test runner and no `node:assert` needed.
 *
 * @since 0.1.0
 */

const clip = (s: string, most: number): string => (s.length <= most ? s : `${s.slice(0, most)}…`)

const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return `${String(value)}n`
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (value === undefined) return 'undefined'
  if (value instanceof Map) return { Map: [...(value as ReadonlyMap<unknown, unknown>)] }
  if (value instanceof Set) return { Set: [...(value as ReadonlySet<unknown>)] }
  return value
}

/** A value as a person reads it: JSON, with what JSON can not say spelt out. */
export const show = (u: unknown): string => {
  try {
    return JSON.stringify(u, plain)
  } catch {
    return String(u)
  }
}

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null

const parts = (u: Readonly<Record<string, unknown>>): ReadonlyArray<readonly [string, unknown]> =>
  u instanceof Map || u instanceof Set
    ? [...(u as ReadonlySet<unknown>)].map((part, i) => [String(i), part])
    : Object.entries(u).filter(([, value]) => value !== undefined)

const kind = (u: unknown): string => Object.prototype.toString.call(u)

/** Undefined when the two are deeply equal; else the path to the first place where they are not, and both sides there. A field that is `undefined` counts as absent. */
export const difference = (actual: unknown, expected: unknown, path = ''): string | undefined => {
  if (Object.is(actual, expected)) return undefined
  const here = `${path === '' ? 'it' : path} is ${clip(show(actual), 400)}, not ${clip(show(expected), 400)}`
  if (!isObject(actual) || !isObject(expected) || kind(actual) !== kind(expected)) return here
  if (actual instanceof Date) return actual.getTime() === Number(expected) ? undefined : here
  const theirs = new Map(parts(expected))
  for (const [key, value] of parts(actual)) {
    const at = path === '' ? key : `${path}.${key}`
    if (!theirs.has(key)) return `${at} is there, as ${clip(show(value), 400)}, and should not be`
    const found = difference(value, theirs.get(key), at)
    if (found !== undefined) return found
    theirs.delete(key)
  }
  for (const [key, value] of theirs)
    return `${path === '' ? key : `${path}.${key}`} is missing; it should be ${clip(show(value), 400)}`
  return undefined
}

/** Throws what differs, and both values whole where they are short enough to read. */
export const same = (actual: unknown, expected: unknown): void => {
  const found = difference(actual, expected)
  if (found === undefined) return
  throw new Error(
    `${found}\n  actual:   ${clip(show(actual), 2_000)}\n  expected: ${clip(show(expected), 2_000)}`,
  )
}
