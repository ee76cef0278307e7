/**
 * What a host should know when it opens a store: asked once, and said in one sentence each.
 *
 * @since 0.1.0
 */
import type { StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { checkConnectionString, droppedCredentials } from './connection-string.js'
import { dropsCredentials } from './drops-credentials.js'
import { away, type Fault, readError } from './fault.js'
import type { Session } from './session.js'
import { source } from './source.js'

/** A subscription that lets nothing through: it takes the same way as all calls, and the right to read `$all`. */
const knock = (session: Session): Promise<Fault | undefined> =>
  new Promise((resolve) => {
    let isOver = false
    const end = (fault: Fault | undefined): void => {
      if (isOver) return
      isOver = true
      session.closing.removeEventListener('abort', close)
      asked.leave()
      resolve(fault)
    }
    const close = (): void => {
      end(away('the store was closed'))
    }
    const look = (): void => {
      const signal = isOver ? undefined : asked.take()
      if (signal !== undefined) end(signal._tag === 'Dropped' ? signal.fault : undefined)
    }
    const asked = source(session, {
      from: 'start',
      filter: { filterOn: 'streamName', checkpointInterval: 1, regex: '(?!)' },
      // Later, since it may be called before there is anything to take from.
      wake: () => {
        queueMicrotask(look)
      },
    })
    session.closing.addEventListener('abort', close)
    look()
  })

export interface Opening {
  /** `Left`: why the server can not be worked with. `Right`: what will be regretted. One sentence each. */
  readonly probe: TaskEither<StoreError, ReadonlyArray<string>>
  /** To be called when there is something to ask with: what `probe` finds is said, unless the host has asked already. */
  readonly begin: () => void
}

/** How it is said that the server does not do what it is asked. */
export const trouble = (reason: string): string =>
  `EventStoreDB does not answer as it should: ${reason}`

export const opening = (
  session: Session,
  connectionString: string | undefined,
  say: (sentence: string) => void,
): Opening => {
  let isBegun = false

  const regrets = async (): Promise<E.Either<StoreError, ReadonlyArray<string>>> => {
    const checked =
      connectionString === undefined ? E.right([]) : checkConnectionString(connectionString)
    if (E.isLeft(checked) || checked.right.includes(droppedCredentials)) return checked
    const held = session.hold()
    if (E.isLeft(held)) return E.left(readError(held.left, '$all'))
    const isDropping = await dropsCredentials(held.right.client)
    held.right.release()
    return E.right(isDropping ? [...checked.right, droppedCredentials] : checked.right)
  }

  const begin = async (): Promise<void> => {
    const warnings = await regrets()
    if (E.isRight(warnings)) for (const warning of warnings.right) say(warning)
    const fault = await knock(session)
    if (fault === undefined || session.closing.aborted) return
    // What is refused is the answer of every call.
    if ('reason' in fault && fault._tag !== 'Refused') say(trouble(fault.reason))
  }

  return {
    probe: async () => {
      isBegun = true
      const warnings = await regrets()
      if (E.isLeft(warnings)) return warnings
      const fault = await knock(session)
      return fault === undefined ? warnings : E.left(readError(fault, '$all'))
    },
    begin: () => {
      if (isBegun) return
      isBegun = true
      void begin()
    },
  }
}
