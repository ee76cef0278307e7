/**
 * Ids that are made from what they stand for, so that the same thing sent again has the same id (UUID version 5, RFC 9562).
 *
 * @since 0.1.0
 */
import { parse, v5 } from 'uuid'

import type { Json } from './json.js'

/** The namespace of every id that is made here. It is part of the stored format: another one would write twice what is on record. */
export const trothNamespace = '6f7c1c1e-5b0f-5d0a-9a2e-3c1d6a8f0a52'

const namespace = parse(trothNamespace)

/** Joined as JSON, two lists of words never meet, whatever is in the words; and half a surrogate pair is escaped. */
const idOf = (...parts: ReadonlyArray<string>): string => v5(JSON.stringify(parts), namespace)

/**
 * The id of the event that a command puts at `place` (from 0) of its decision on a stream.
 *
 * What is recorded is a part of it: a store knows an append again by its ids and never compares the data, so that
 * a second sender of the same command, who decided otherwise, would be told that his events are on record.
 * This way he gets a conflict, reads, and learns what the command has done.
 */
export const eventId = (commandId: string, stream: string, place: number, data: Json): string =>
  v5(`${commandId}/${String(place)}/${stream}/${JSON.stringify(data)}`, namespace)

/** The UUID, here, of a thing that another system calls `foreignId`. `source` names that system. */
export const foreignUuid = (source: string, foreignId: string): string =>
  idOf('thing', source, foreignId)

/** The id that stands for a command where facts of a foreign thing are imported. */
export const importId = (source: string, foreignId: string): string =>
  idOf('import', source, foreignId)

/** The id of what a policy does about something: the same policy, reason and target give the same id. */
export const policyId = (policy: string, ...because: ReadonlyArray<string>): string =>
  idOf('policy', policy, ...because)
