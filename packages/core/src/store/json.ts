/**
 * What a store keeps: JSON and nothing else.
 *
 * @since 0.1.0
 */
export type Json = string | number | boolean | null | JsonArray | JsonObject

export type JsonArray = ReadonlyArray<Json>

export interface JsonObject {
  readonly [key: string]: Json
}

const isPlain = (o: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(o)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** Whether JSON holds it whole; members that are `undefined` are as good as absent. */
export const isJson = (u: unknown): u is Json => {
  if (typeof u === 'number') return Number.isFinite(u)
  if (typeof u !== 'object') return typeof u === 'string' || typeof u === 'boolean'
  if (u === null) return true
  if (Array.isArray(u)) return u.every(isJson)
  return isPlain(u) && Object.values(u).every((member) => member === undefined || isJson(member))
}

/** Whether something is an object and no array; of JSON, that makes it a `JsonObject`. */
export const isObject = (u: unknown): u is JsonObject =>
  typeof u === 'object' && u !== null && !Array.isArray(u)
