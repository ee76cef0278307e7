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

/** Whether something is an object and no array; of JSON, that makes it a `JsonObject`. */
export const isObject = (u: unknown): u is JsonObject =>
  typeof u === 'object' && u !== null && !Array.isArray(u)
