/**
 * What is written beside every event: technical, and the same for all aggregates.
 *
 * @since 0.1.0
 */
import { isObject, type JsonObject } from './json.js'

/** Where an imported fact came from: the system, and what it calls the thing. */
export interface ImportedFrom extends JsonObject {
  readonly source: string
  readonly foreignId: string
}

/**
 * The two names with `$` are the ones EventStoreDB's own projections read. `$correlationId` is the command's id where nothing
 * else was given; `subject` is the customer whom the event concerns. An imported fact has `importedFrom`, and a `commandId` made from it.
 */
export interface EventMetadata extends JsonObject {
  readonly schemaVersion: number
  readonly commandId: string
  readonly $correlationId: string
  readonly $causationId?: string
  readonly subject?: string
  readonly tenant?: string
  readonly importedFrom?: ImportedFrom
}

// What others have written beside their events need not be what is said above, nor there at all.
const fieldOf = (metadata: unknown, field: keyof EventMetadata): unknown =>
  isObject(metadata) ? metadata[field] : undefined

/** The version of an event's data; 1, where nothing is said. */
export const versionOf = (metadata: unknown): unknown => fieldOf(metadata, 'schemaVersion') ?? 1

/** The command that recorded an event; undefined where the metadata does not say. */
export const commandIdOf = (metadata: unknown): string | undefined => {
  const commandId = fieldOf(metadata, 'commandId')
  return typeof commandId === 'string' ? commandId : undefined
}

/** Whether an event is a fact from elsewhere, that no command here brought about: policies leave it alone. */
export const isImported = (metadata: JsonObject): boolean =>
  fieldOf(metadata, 'importedFrom') !== undefined
