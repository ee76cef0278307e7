/** @since 0.1.0 */

/** Whether the prototype is a plain object's: `null`, or one that inherits from nothing. */
const isPlain = (o: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(o)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const holds = (u: unknown): boolean => {
  if (typeof u === 'number') return Number.isFinite(u)
  if (typeof u !== 'object' || u === null)
    return u === null || typeof u === 'string' || typeof u === 'boolean'
  // Spread, since `every` passes over holes.
  if (Array.isArray(u)) return [...(u as ReadonlyArray<unknown>)].every(holds)
  return isPlain(u) && Object.values(u).every(holds)
}

/** Whether JSON gives a row back as it was; asked to find out which one a store has refused, never before. */
export const isHeld = (row: unknown): boolean => {
  try {
    return holds(row)
  } catch {
    // A circle.
    return false
  }
}
