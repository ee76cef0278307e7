/**
 * What comes with a command and is not the domain's: whose it is, and what it belongs to.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import type { EventMetadata } from './metadata.js'
import type { Cancellation } from './runtime.js'
import { type InvalidArgument, invalidArgument, streamName } from './stream-name.js'

export interface CommandContext {
  /** A UUID. The same id is the same command: sent again, it records nothing more. */
  readonly commandId: string
  /** What a chain of messages has in common; the command's id, unless given. */
  readonly correlationId?: string
  /** The message that brought this one about. */
  readonly causationId?: string
  /** A part of the stream's name: two tenants with the same ids never meet. */
  readonly tenant?: string
  /** The customer whom it concerns. */
  readonly subject?: string
  /** Ends the waits of this command. */
  readonly signal?: Cancellation
}

/** The stream of a command, and the metadata of its events in version 1. */
export interface Addressed {
  readonly stream: string
  readonly metadata: EventMetadata
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** 1 to 200 UTF-16 units that every store can keep: no control characters, no half of a surrogate pair. */
export const isLabel = (u: unknown): u is string =>
  typeof u === 'string' && u.length > 0 && u.length <= 200 && !/[\p{Cc}\p{Surrogate}]/u.test(u)

/** Where a command goes and under which name; `InvalidArgument` names the part that can not be right. */
export const address = (
  category: string,
  id: string,
  { commandId, correlationId, causationId, tenant, subject }: CommandContext,
): E.Either<InvalidArgument, Addressed> => {
  const stream = streamName(category, id, tenant)
  if (E.isLeft(stream)) return stream
  if (typeof commandId !== 'string' || !uuid.test(commandId))
    return invalidArgument('commandId', 'a UUID')
  for (const [field, label] of [
    ['correlationId', correlationId],
    ['causationId', causationId],
    ['subject', subject],
  ] as const)
    if (label !== undefined && !isLabel(label))
      return invalidArgument(field, '1 to 200 characters, none of them a control character')
  const lower = commandId.toLowerCase()
  return E.right({
    stream: stream.right,
    metadata: {
      schemaVersion: 1,
      commandId: lower,
      $correlationId: correlationId ?? lower,
      ...(causationId === undefined ? {} : { $causationId: causationId }),
      ...(subject === undefined ? {} : { subject }),
      ...(tenant === undefined ? {} : { tenant }),
    },
  })
}
