/** @since 0.1.0 */
import type { StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { checkConnectionString } from './connection-string.js'
import { type Fault, readError } from './fault.js'
import type { Session } from './session.js'
import { source } from './source.js'

/** A subscription that lets nothing through: it takes the same way as all calls, and the right to read `$all`. */
const knock = (session: Session): Promise<Fault | undefined> =>
  new Promise((resolve) => {
    let isOver = false
    const look = (): void => {
      if (isOver) return
      const signal = asked.take()
      if (signal === undefined) return
      isOver = true
      asked.leave()
      resolve(signal._tag === 'Dropped' ? signal.fault : undefined)
    }
    const asked = source(session, {
      from: 'start',
      filter: { filterOn: 'streamName', checkpointInterval: 1, regex: '(?!)' },
      // Later, since it may be called before there is anything to take from.
      wake: () => {
        queueMicrotask(look)
      },
    })
    look()
  })

export const probe =
  (
    session: Session,
    connectionString: string | undefined,
  ): TaskEither<StoreError, ReadonlyArray<string>> =>
  async () => {
    const checked =
      connectionString === undefined ? E.right([]) : checkConnectionString(connectionString)
    if (E.isLeft(checked)) return checked
    const fault = await knock(session)
    return fault === undefined ? checked : E.left(readError(fault, '$all'))
  }
