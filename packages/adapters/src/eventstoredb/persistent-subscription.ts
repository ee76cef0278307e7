/**
 * Work shared out by the server: each event to one of a group's consumers, at least once and in no order.
 *
 * @since 0.1.0
 */
import type { RecordedEvent, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import type { Task } from 'fp-ts/lib/Task.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'

import { wrongStream } from '../shared/arguments.js'
import { invalid } from '../shared/store-errors.js'
import type { EventStoreDBClient, GroupSettings, PersistentStream, Resolved } from './client.js'
import { away, type Fault, faultOf, isPassing, readError } from './fault.js'
import { backOff, pause } from './persist.js'
import { letGo } from './reading.js'
import { isSystem, recorded } from './recorded.js'
import { session } from './session.js'

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
  /** How often an event is given again before it is parked. */
  readonly maxRetryCount?: number
}

/** An event to be worked on. It counts as unanswered until it is acknowledged or refused. */
export interface Delivery {
  readonly event: RecordedEvent
  /** How often it was given before; from 0 again after a replay. */
  readonly retryCount: number
  readonly acknowledge: Task<void>
  /** `retry` gives it again, `park` lays it aside for `replayParked`, `skip` forgets it. */
  readonly refuse: (action: 'retry' | 'park' | 'skip', reason: string) => Task<void>
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

export const persistentSubscription = (
  connect: () => EventStoreDBClient,
  { stream, group, timeout = 10_000, bufferSize = 10 }: PersistentSubscriptionOptions,
): PersistentSubscription => {
  const connected = session(connect, timeout)
  const { closing } = connected
  const options = { deadline: timeout }
  const wrong =
    wrongStream(stream.replace(/^\$(ce|et|bc|streams)-?/, 'x')) ??
    (group === '' ? invalid('group', 'a name') : undefined)

  const asked =
    (run: (client: EventStoreDBClient) => Promise<void>): TaskEither<StoreError, void> =>
    async () => {
      if (wrong !== undefined) return E.left(wrong)
      const answer = await connected.call(run)
      return E.mapLeft((fault: Fault) =>
        fault._tag === 'Absent'
          ? invalid('group', 'one that was created')
          : readError(fault, stream),
      )(answer)
    }

  /** One connection of a consumer's, until it is lost. */
  const consume = async function* (
    source: PersistentStream,
    leaving: AbortSignal,
  ): AsyncGenerator<Delivery, Fault> {
    let lost: Fault | undefined
    let wake: () => void = () => undefined
    const lose = (fault: Fault): void => {
      lost ??= fault
      wake()
    }
    source.on('readable', () => {
      wake()
    })
    source.on('error', (error) => {
      lose(faultOf(error))
    })
    for (const event of ['end', 'close'])
      source.on(event, () => {
        lose(away('the server ended the subscription'))
      })
    leaving.addEventListener('abort', () => {
      lose(away('the store was closed'))
    })
    // An answer that does not arrive is given up: the server gives the event again.
    const quietly = (run: () => Promise<void>) => () => run().catch(() => undefined)
    for (;;) {
      const item = source.read() as Resolved | null
      if (item === null) {
        if (lost !== undefined) return lost
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      const { event, retryCount = 0 } = item
      if (event === undefined || isSystem(event.type, event.streamId)) {
        await quietly(() => source.ack(item))()
        continue
      }
      yield {
        event: recorded(event),
        retryCount,
        acknowledge: quietly(() => source.ack(item)),
        refuse: (action, reason) => quietly(() => source.nack(action, reason, item)),
      }
    }
  }

  const deliveries = async function* (
    leaving: AbortSignal,
  ): AsyncGenerator<E.Either<StoreError, Delivery>> {
    for (let failures = 1; !leaving.aborted; failures++) {
      const held = connected.hold()
      let fault: Fault
      if (E.isLeft(held)) fault = held.left
      else {
        const { client, release, report } = held.right
        const source = client.subscribeToPersistentSubscriptionToStream(stream, group, {
          bufferSize,
        })
        try {
          const items = consume(source, leaving)
          for (let item = await items.next(); ; item = await items.next()) {
            if (item.done === true) {
              fault = item.value
              break
            }
            failures = 0
            yield E.right(item.value)
          }
          report(fault)
        } finally {
          letGo(source)
          source.unsubscribe().catch(() => undefined)
          release()
        }
      }
      if (!isPassing(fault)) {
        const error =
          fault._tag === 'Absent'
            ? invalid('group', 'one that was created')
            : readError(fault, stream)
        yield E.left(error)
        return
      }
      await pause(backOff(failures + 1), leaving)
    }
  }

  return {
    create: (given = {}) =>
      asked((client) =>
        unless(isCode(6))(
          client.createPersistentSubscriptionToStream(
            stream,
            group,
            { ...defaults, ...given },
            options,
          ),
        ),
      ),
    remove: asked((client) =>
      unless(isCode(5))(client.deletePersistentSubscriptionToStream(stream, group, options)),
    ),
    replayParked: asked((client) => client.replayParkedMessagesToStream(stream, group, options)),
    deliveries: () => ({
      [Symbol.asyncIterator]: () => {
        const leaving = new AbortController()
        const leave = (): void => {
          leaving.abort()
        }
        closing.addEventListener('abort', leave)
        const items = deliveries(leaving.signal)
        return {
          next: () => items.next(),
          return: async () => {
            // A generator that waits is left only when it wakes.
            leave()
            closing.removeEventListener('abort', leave)
            await items.return(undefined)
            return { done: true, value: undefined }
          },
        }
      },
    }),
    close: connected.close,
  }
}
