/** @since 0.1.0 */
import type { Appended, EventStore, ExpectedRevision, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

import { checkAppend, sizeOf } from '../shared/arguments.js'
import type { ClientEvent, ClientRevision } from './client.js'
import { type Fault, writeError } from './fault.js'
import { positionOf } from './recorded.js'
import type { Session } from './session.js'

/** In the clients' words. */
export const revisionOf = (expected: ExpectedRevision): ClientRevision => {
  switch (expected) {
    case 'noStream':
      return 'no_stream'
    case 'streamExists':
      return 'stream_exists'
    default:
      return expected
  }
}

/** One append as the client makes it, whatever it is of. */
export const send = (
  { call, timeout }: Session,
  stream: string,
  expected: ExpectedRevision,
  events: ClientEvent[],
): Promise<E.Either<Fault, Appended>> => {
  const revision = revisionOf(expected)
  return call(async (client) => {
    const { nextExpectedRevision, position } = await client.appendToStream(stream, events, {
      expectedRevision: revision,
      streamState: revision,
      deadline: timeout,
    })
    return {
      revision: nextExpectedRevision,
      position: position === undefined ? O.none : O.some(positionOf(position)),
    }
  })
}

/** Whether the same append, sent again, is known by the server for certain. */
const isRepeatable = (expected: ExpectedRevision): boolean =>
  expected !== 'any' && expected !== 'streamExists'

export const append =
  (session: Session, maxAppendSize: number): EventStore['append'] =>
  (stream, expected, events) =>
  async (): Promise<E.Either<StoreError, Appended>> => {
    const checked = checkAppend(stream, expected, events, maxAppendSize)
    if (E.isLeft(checked)) return checked
    const ready = checked.right.map(({ id, type }, i): ClientEvent => {
      const { data, metadata } = events[i] ?? events[0]
      return {
        id,
        contentType: 'application/json',
        type,
        // Any JSON will do: the client makes text of it.
        data: data as Record<string, unknown>,
        metadata,
      }
    })
    let answer = await send(session, stream, expected, ready)
    if (E.isLeft(answer) && answer.left._tag === 'Internal' && isRepeatable(expected))
      answer = await send(session, stream, expected, ready)
    if (E.isRight(answer)) return answer
    const size = checked.right.reduce((n, event) => n + sizeOf(event), 0)
    return E.left(writeError(answer.left, stream, expected, size))
  }
