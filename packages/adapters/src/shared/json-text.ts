/**
 * JSON as text, which is what a store keeps.
 *
 * @since 0.1.0
 */

/** Half of a pair, as `JSON.stringify` writes it: whole pairs and all other text it leaves as they are. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/

/** Whether the prototype is a plain object's: `null`, or one that inherits from nothing (any realm's own). */
const isPlain = (o: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(o)
  return (
    prototype === Object.prototype ||
    prototype === null ||
    Object.getPrototypeOf(prototype) === null
  )
}

const survives = (u: unknown): boolean => {
  switch (typeof u) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(u)
    case 'object':
      if (u === null) return true
      // A loop, since `every` passes over holes, which would come back as null.
      if (Array.isArray(u)) {
        for (const each of u) if (!survives(each)) return false
        return true
      }
      if (!isPlain(u)) return false
      for (const key of Object.keys(u)) if (!survives(u[key as keyof typeof u])) return false
      return true
    default:
      return false
  }
}

/**
 * The text of what JSON can hold whole, `undefined` of all else: a bigint, a function, `undefined`, NaN, a `Date` or
 * another class's object, a circle, half of a surrogate pair. (`-0` is written as `0`, as JSON writes it.)
 */
export const jsonText = (u: unknown): string | undefined => {
  try {
    if (!survives(u)) return undefined
    const text = JSON.stringify(u)
    return text.includes('\\ud') && loneSurrogate.test(text) ? undefined : text
  } catch {
    // A circle or a nesting beyond the stack, or a getter that throws.
    return undefined
  }
}
