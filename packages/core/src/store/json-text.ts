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
  if (prototype === Object.prototype) return true
  return (
    (prototype === null || Object.getPrototypeOf(prototype) === null) &&
    // JSON would write what this answers.
    (!('toJSON' in o) || typeof o.toJSON !== 'function')
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
      if (Array.isArray(u)) {
        // A loop, since `every` passes over holes, which would come back as null.
        for (const each of u) if (!survives(each)) return false
        return true
      }
      return isPlain(u) && membersSurvive(u as Readonly<Record<string, unknown>>)
    default:
      return false
  }
}

/** Every row that is kept goes through here: `in` makes no list of the keys, and most of what rows hold is text. */
const membersSurvive = (o: Readonly<Record<string, unknown>>): boolean => {
  for (const key in o) {
    const member = o[key]
    // What is inherited JSON does not write.
    if (typeof member !== 'string' && !survives(member) && Object.hasOwn(o, key)) return false
  }
  return true
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
