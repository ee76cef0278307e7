/**
 * Deleting, truncating, and how long events are kept.
 *
 * @since 0.1.0
 */
import type { EventStore, ExpectedRevision, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { wrongExpected, wrongRevision, wrongStream } from '../shared/arguments.js'
import { conflict, invalid, streamDeleted } from '../shared/store-errors.js'
import type { EventStoreDBClient } from './client.js'
import { type Fault, readError, writeError } from './fault.js'
import { changeMetadata, isSoftDeleted, lastEvent, readMetadata } from './metastream.js'
import { persist } from './persist.js'
import type { Session } from './session.js'

type Removal = (
  client: EventStoreDBClient,
  stream: string,
  options: { expectedRevision: 'any' | 'no_stream' | bigint; deadline: number },
) => Promise<unknown>

type Answer = E.Either<StoreError, void>

/** What `streamExists` comes to: the clients can not send it, so that the stream is looked at first. */
const present = async (
  session: Session,
  patience: number,
  stream: string,
): Promise<E.Either<StoreError, 'any' | bigint>> => {
  const last = await persist({ session, patience }, () => lastEvent(session, stream))
  if (E.isRight(last)) return E.right(last.right?.revision ?? 'any')
  if (last.left._tag !== 'Absent') return E.left(readError(last.left, stream))
  const metadata = await persist({ session, patience }, () => readMetadata(session, stream))
  if (E.isLeft(metadata)) return E.left(readError(metadata.left, stream))
  return E.left(
    isSoftDeleted(metadata.right) ? streamDeleted(stream) : conflict('streamExists', -1n),
  )
}

const removal =
  (session: Session, patience: number, run: Removal) =>
  (stream: string, expected: ExpectedRevision) =>
  async (): Promise<Answer> => {
    const wrong = wrongStream(stream) ?? wrongExpected(expected)
    if (wrong !== undefined) return E.left(wrong)
    for (;;) {
      const known =
        expected === 'streamExists' ? await present(session, patience, stream) : E.right(expected)
      if (E.isLeft(known)) return known
      const revision = known.right === 'noStream' ? 'no_stream' : known.right
      const answer = await session.call((client) =>
        run(client, stream, { expectedRevision: revision, deadline: session.timeout }),
      )
      if (E.isRight(answer)) return E.right(undefined)
      // Others wrote since the stream was looked at, which `streamExists` does not mind.
      if (answer.left._tag === 'Conflict' && expected === 'streamExists') continue
      return E.left(writeError(answer.left, stream, expected, 0))
    }
  }

export const truncateBefore =
  (session: Session, patience: number): EventStore['truncateBefore'] =>
  (stream, revision) =>
  async (): Promise<Answer> => {
    const wrong = wrongStream(stream) ?? wrongRevision('revision', revision)
    if (wrong !== undefined) return E.left(wrong)
    const changed = await changeMetadata(session, patience, stream, (present) => {
      const before = present.fields['$tb']
      // Nothing that was truncated or deleted comes back.
      return typeof before === 'number' && before >= revision
        ? undefined
        : { ...present.fields, $tb: Number(revision) }
    })
    return E.mapLeft((fault: Fault) => readError(fault, stream))(changed)
  }

/** For how long, or how many, events of a stream can be read. What is not given has no limit. */
export interface Retention {
  /** Milliseconds since an event was recorded, in whole seconds, as the server counts them. */
  readonly maxAge?: number
  /** So many of the last events: from 1. */
  readonly maxCount?: number
}

const second = 1_000

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 1

const wrongRetention = ({ maxAge, maxCount }: Retention): StoreError | undefined => {
  if (maxAge !== undefined && !isCount(maxAge / second))
    return invalid('maxAge', 'milliseconds in whole seconds, from 1,000')
  return maxCount === undefined || isCount(maxCount)
    ? undefined
    : invalid('maxCount', 'a whole number from 1')
}

export const retain =
  (session: Session, patience: number) =>
  (stream: string, retention: Retention) =>
  async (): Promise<Answer> => {
    const wrong = wrongStream(stream) ?? wrongRetention(retention)
    if (wrong !== undefined) return E.left(wrong)
    const { maxAge, maxCount } = retention
    const limits = {
      ...(maxAge !== undefined && { $maxAge: maxAge / second }),
      ...(maxCount !== undefined && { $maxCount: maxCount }),
    }
    const changed = await changeMetadata(session, patience, stream, ({ fields }) => {
      const { $maxAge, $maxCount, ...others } = fields
      return $maxAge === limits.$maxAge && $maxCount === limits.$maxCount
        ? undefined
        : { ...others, ...limits }
    })
    return E.mapLeft((fault: Fault) => readError(fault, stream))(changed)
  }

export const removing = (
  session: Session,
  patience: number,
): Pick<EventStore, 'delete' | 'tombstone' | 'truncateBefore'> => ({
  delete: removal(session, patience, (client, stream, options) =>
    client.deleteStream(stream, options),
  ),
  tombstone: removal(session, patience, (client, stream, options) =>
    client.tombstoneStream(stream, options),
  ),
  truncateBefore: truncateBefore(session, patience),
})
