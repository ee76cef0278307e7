/**
 * What the server keeps about a stream: its metadata, in a stream of their own.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'

import { send } from './append.js'
import type { ClientRecord } from './client.js'
import { away, type Fault } from './fault.js'
import { persist } from './persist.js'
import { reading } from './reading.js'
import type { Session } from './session.js'

/** The last event of a stream; undefined where it holds none that can be read. */
export const lastEvent = async (
  session: Session,
  stream: string,
): Promise<E.Either<Fault, ClientRecord | undefined>> => {
  let last: ClientRecord | undefined
  const read = await reading(session, {
    stream,
    direction: 'backwards',
    from: 'end',
    limit: 1,
    each: ({ event, link }) => {
      last = event ?? link
      return true
    },
  })
  return E.isLeft(read) ? read : E.right(last)
}

/** A stream's metadata, under the server's own names (`$maxAge`, `$maxCount`, `$tb`, …), and their revision. */
export interface Metastream {
  readonly fields: Readonly<Record<string, unknown>>
  readonly revision: bigint | 'noStream'
}

const nothing: Metastream = { fields: {}, revision: 'noStream' }

export const readMetadata = async (
  session: Session,
  stream: string,
): Promise<E.Either<Fault, Metastream>> => {
  const last = await lastEvent(session, `$$${stream}`)
  if (E.isLeft(last)) return last.left._tag === 'Absent' ? E.right(nothing) : last
  if (last.right === undefined) return E.right(nothing)
  const { data, revision } = last.right
  return E.right({ fields: typeof data === 'object' && data !== null ? { ...data } : {}, revision })
}

/** How the server marks a stream as soft-deleted: truncated before a revision that no event will have. */
export const isSoftDeleted = ({ fields }: Metastream): boolean =>
  typeof fields['$tb'] === 'number' && fields['$tb'] >= 2 ** 62

/**
 * Changes what is kept about a stream, and leaves alone what it does not know of. `change` answers `undefined` where
 * nothing is to be changed; others may do the same at the same time.
 */
export const changeMetadata = (
  session: Session,
  patience: number,
  stream: string,
  change: (present: Metastream) => Readonly<Record<string, unknown>> | undefined,
): Promise<E.Either<Fault, void>> => {
  return persist({ session, patience }, async () => {
    const present = await readMetadata(session, stream)
    if (E.isLeft(present)) return present
    const data = change(present.right)
    if (data === undefined) return E.right(undefined)
    const event = {
      id: crypto.randomUUID(),
      contentType: 'application/json' as const,
      type: '$metadata',
      data: { ...data },
      metadata: {},
    }
    const sent = await send(session, `$$${stream}`, present.right.revision, [event])
    if (E.isRight(sent)) return E.right(undefined)
    // Somebody else was first: what he wrote is read, and the change made to that.
    return E.left(
      sent.left._tag === 'Conflict' ? away('the stream’s metadata change all the time') : sent.left,
    )
  })
}

/** Tells the server to keep the last event of a stream alone; one that does so already is left as it is. */
export const keepLast = (
  session: Session,
  patience: number,
  stream: string,
): Promise<E.Either<Fault, void>> =>
  changeMetadata(session, patience, stream, ({ fields }) =>
    fields['$maxCount'] === 1 ? undefined : { ...fields, $maxCount: 1 },
  )
