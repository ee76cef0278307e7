/**
 * Work shared out by the server: each event to one of a group's consumers, at least once and in no order.
 *
 * @since 0.1.0
 */
import type { StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { wrongRevision, wrongStream } from '../shared/arguments.js'
import { invalid } from '../shared/store-errors.js'
import type { EventStoreDBClient, GroupSettings } from './client.js'
import { type Consumer, deliveries, type Delivery } from './deliveries.js'
import { type Fault, readError } from './fault.js'
import { session } from './session.js'

export type { Delivery } from './deliveries.js'

export interface PersistentSubscriptionOptions {
  /** A stream, or one of the server's own, such as `$ce-complaint` (where its projections run). */
  readonly stream: string
  readonly group: string
  /** Milliseconds that one call may take; 10,000 unless given. */
  readonly timeout?: number
  /** How many events a consumer holds unanswered, at most; 10 unless given. */
  readonly bufferSize?: number
}

/** How a group is kept by the server. What is not given is the server's own default, but the start: the first event. */
export interface NewGroup {
  readonly startFrom?: bigint | 'start' | 'end'
  /** Milliseconds within which an event is to be answered; after that it is given again. */
  readonly messageTimeout?: number
  /** How often an event is given again before it is parked: from 0. */
  readonly maxRetryCount?: number
}

export interface PersistentSubscription {
  /** Makes the group; one that is there already is left as it is. */
  readonly create: (group?: NewGroup) => TaskEither<StoreError, void>
  /** Removes the group and what it has parked; one that is not there is no error. */
  readonly remove: TaskEither<StoreError, void>
  /** Gives the parked events again, before the others. */
  readonly replayParked: TaskEither<StoreError, void>
  /**
   * What is given to this consumer, for as long as it reads: a connection that is lost is opened again, and what was
   * unanswered is given again. It ends by itself only with an error that will not pass. Leaving the loop ends it.
   */
  readonly deliveries: () => AsyncIterable<E.Either<StoreError, Delivery>>
  readonly close: Task<void>
}

const defaults: GroupSettings = {
  startFrom: 'start',
  resolveLinkTos: true,
  extraStatistics: false,
  messageTimeout: 30_000,
  maxRetryCount: 10,
  checkPointAfter: 2_000,
  checkPointLowerBound: 10,
  checkPointUpperBound: 1_000,
  maxSubscriberCount: 'unbounded',
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  consumerStrategyName: 'RoundRobin',
}

/** Milliseconds in which an answer has surely left for the server. */
const answerTime = 50

/** gRPC's codes for "exists" and "does not exist". */
const isCode =
  (code: number) =>
  (error: unknown): boolean =>
    typeof error === 'object' && error !== null && 'code' in error && error.code === code

const unless =
  (isFine: (error: unknown) => boolean) =>
  async (run: Promise<void>): Promise<void> => {
    try {
      await run
    } catch (error) {
      if (!isFine(error)) throw error
    }
  }

const isCount = (u: unknown, least: number): boolean =>
  Number.isSafeInteger(u) && Number(u) >= least && Number(u) <= 2 ** 31 - 1

const wrongOptions = ({
  stream,
  group,
  timeout = 10_000,
  bufferSize = 10,
}: PersistentSubscriptionOptions): StoreError | undefined => {
  const wrong = wrongStream(stream.replace(/^\$(ce|et|bc|streams)-?/, 'x'))
  if (wrong !== undefined) return wrong
  if (group === '') return invalid('group', 'a name')
  if (!isCount(timeout, 1)) return invalid('timeout', 'a whole number from 1')
  return isCount(bufferSize, 1) ? undefined : invalid('bufferSize', 'a whole number from 1')
}

const wrongGroup = ({
  startFrom = 'start',
  messageTimeout = 1,
  maxRetryCount = 0,
}: NewGroup): StoreError | undefined => {
  if (startFrom !== 'start' && startFrom !== 'end' && wrongRevision('startFrom', startFrom))
    return invalid('startFrom', "'start', 'end' or a bigint from 0")
  if (!isCount(messageTimeout, 1))
    return invalid('messageTimeout', 'milliseconds, a whole number from 1')
  return isCount(maxRetryCount, 0) ? undefined : invalid('maxRetryCount', 'a whole number from 0')
}

export const persistentSubscription = (
  connect: () => EventStoreDBClient,
  given: PersistentSubscriptionOptions,
): PersistentSubscription => {
  const { stream, group, timeout = 10_000, bufferSize = 10 } = given
  const wrong = wrongOptions(given)
  const connected = session(connect, timeout)
  const { closing } = connected
  const options = { deadline: timeout }

  const errorOf = (fault: Fault): StoreError =>
    fault._tag === 'Absent' ? invalid('group', 'one that was created') : readError(fault, stream)

  const asked =
    (
      run: (client: EventStoreDBClient) => Promise<void>,
      wrongBesides?: StoreError,
    ): TaskEither<StoreError, void> =>
    async () => {
      const refused = wrong ?? wrongBesides
      if (refused !== undefined) return E.left(refused)
      return E.mapLeft(errorOf)(await connected.call(run))
    }

  const consumer: Consumer = {
    connected,
    subscribe: (client) =>
      client.subscribeToPersistentSubscriptionToStream(stream, group, { bufferSize }),
    errorOf,
    onAnswer: () => {
      answeredAt = performance.now()
    },
  }
  let answeredAt = -Infinity
  /** An answer leaves a moment after it was given, and one that has not left when the connection ends is lost. */
  const answersLeft = (): Promise<void> => {
    const ms = answeredAt + answerTime - performance.now()
    return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
  }
  const refused = (error: StoreError): AsyncIterable<E.Either<StoreError, Delivery>> =>
    // eslint-disable-next-line @typescript-eslint/require-await
    (async function* () {
      yield E.left(error)
    })()

  /** One consumer, which ends with the subscription's close or when it is left. */
  const follow = (): AsyncIterator<E.Either<StoreError, Delivery>, undefined> => {
    const leaving = new AbortController()
    const leave = (): void => {
      leaving.abort()
    }
    closing.addEventListener('abort', leave)
    const items = deliveries(consumer, leaving.signal)
    const end = (): IteratorReturnResult<undefined> => {
      closing.removeEventListener('abort', leave)
      return { done: true, value: undefined }
    }
    return {
      next: async () => {
        const result = await items.next()
        return result.done === true ? end() : result
      },
      return: async () => {
        await answersLeft()
        // A generator that waits is left only when it wakes.
        leave()
        await items.return(undefined)
        return end()
      },
    }
  }

  return {
    create: (made = {}) =>
      asked(
        (client) =>
          unless(isCode(6))(
            client.createPersistentSubscriptionToStream(
              stream,
              group,
              { ...defaults, ...made },
              options,
            ),
          ),
        wrongGroup(made),
      ),
    remove: asked((client) =>
      unless(isCode(5))(client.deletePersistentSubscriptionToStream(stream, group, options)),
    ),
    replayParked: asked((client) => client.replayParkedMessagesToStream(stream, group, options)),
    deliveries: () => (wrong === undefined ? { [Symbol.asyncIterator]: follow } : refused(wrong)),
    close: async () => {
      await answersLeft()
      await connected.close()
    },
  }
}
