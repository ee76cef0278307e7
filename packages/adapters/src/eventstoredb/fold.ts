/** @since 0.1.0 */
import type { EventStore, Folded, RecordedEvent, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { wrongRevision, wrongStream } from '../shared/arguments.js'
import { type Fault, readError } from './fault.js'
import { persist } from './persist.js'
import { reading } from './reading.js'
import { isSystem, recorded } from './recorded.js'
import type { Session } from './session.js'

/** None where there is no stream; what else went wrong is an error. */
export const found = <A>(
  answer: E.Either<Fault, A>,
  stream: string,
): E.Either<StoreError, O.Option<A>> => {
  if (E.isRight(answer)) return E.right(O.some(answer.right))
  return answer.left._tag === 'Absent' ? E.right(O.none) : E.left(readError(answer.left, stream))
}

/** A read that is broken off is taken up behind the last event folded: no event is folded twice. */
export const fold =
  (session: Session, patience: number): EventStore['fold'] =>
  <S, F>(
    stream: string,
    from: bigint,
    init: S,
    step: (state: S, event: RecordedEvent) => E.Either<F, S>,
  ): TaskEither<StoreError | F, O.Option<Folded<S>>> =>
  async () => {
    const wrong = wrongStream(stream) ?? wrongRevision('from', from)
    if (wrong !== undefined) return E.left(wrong)
    let state = init
    let last: bigint | undefined
    const stopped: { by?: E.Left<F> } = {}
    const answer = await persist({ session, patience }, () =>
      reading(session, {
        stream,
        direction: 'forwards',
        from: last === undefined ? from : last + 1n,
        limit: Number.MAX_SAFE_INTEGER,
        each: ({ event, link }) => {
          const record = event ?? link
          if (record === undefined) return true
          // A link or the like holds nothing to fold, and yet a writer goes on behind it.
          if (!isSystem(record.type, record.streamId)) {
            const next = step(state, recorded(record))
            if (E.isLeft(next)) {
              stopped.by = next
              return false
            }
            state = next.right
          }
          last = record.revision
          return true
        },
      }),
    )
    if (stopped.by !== undefined) return stopped.by
    return E.map(O.map((): Folded<S> => ({ state, last: O.fromNullable(last) })))(
      found(answer, stream),
    )
  }
