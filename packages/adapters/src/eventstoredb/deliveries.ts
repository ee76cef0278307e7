/**
 * What one consumer of a group is given, over as many connections as it takes.
 *
 * @since 0.1.0
 */
import type { Cancellation, RecordedEvent, StoreError } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'
import type { Task } from 'fp-ts/lib/Task.js'

import type { EventStoreDBClient, PersistentStream, Resolved } from './client.js'
import { away, type Fault, isPassing, silent } from './fault.js'
import { backOff, pause } from './persist.js'
import { letGo } from './reading.js'
import { isSystem, recorded } from './recorded.js'
import type { Held, Session } from './session.js'

/** An event to be worked on. It counts as unanswered until it is acknowledged or refused. */
export interface Delivery {
  readonly event: RecordedEvent
  /** How often it was given before; from 0 again after a replay. */
  readonly retryCount: number
  readonly acknowledge: Task<void>
  /** `retry` gives it again, `park` lays it aside for `replayParked`, `skip` forgets it. */
  readonly refuse: (action: 'retry' | 'park' | 'skip', reason: string) => Task<void>
}

export interface Consumer {
  readonly connected: Session
  readonly subscribe: (client: EventStoreDBClient) => PersistentStream
  readonly errorOf: (fault: Fault) => StoreError
  /** Called when an answer was handed over to be sent. */
  readonly onAnswer: () => void
}

/** One connection of a consumer's, until it is lost. */
const consume = async function* (
  source: PersistentStream,
  { report, faultOf }: Held,
  { connected: { timeout }, onAnswer }: Consumer,
  leaving: Cancellation,
): AsyncGenerator<Delivery, Fault> {
  let lost: Fault | undefined
  let wake: () => void = constVoid
  const answers = new Set<() => void>()
  const lose = (fault: Fault): void => {
    lost ??= fault
    clearTimeout(timer)
    wake()
    for (const end of [...answers]) end()
  }
  const timer = setTimeout(() => {
    lose(silent(timeout))
  }, timeout)
  const leave = (): void => {
    lose(away('the consumer has left'))
  }
  source.on('confirmation', () => {
    clearTimeout(timer)
    report(undefined)
  })
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
  leaving.addEventListener('abort', leave)
  if (leaving.aborted) leave()
  // An answer that does not arrive is given up, and so is one to a connection that is lost: the server gives the event again.
  const quietly = (run: () => Promise<void>) => () =>
    new Promise<void>((resolve) => {
      const end = (): void => {
        answers.delete(end)
        resolve()
      }
      answers.add(end)
      if (lost !== undefined) end()
      else void run().then(onAnswer, constVoid).then(end)
    })
  try {
    for (;;) {
      // What lies in the buffer of a lost connection can not be answered: it is given again.
      if (lost !== undefined) return lost
      const item = source.read() as Resolved | null
      if (item === null) {
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
  } finally {
    clearTimeout(timer)
    leaving.removeEventListener('abort', leave)
  }
}

/** What a consumer is given over one connection; why it ended comes last. */
const connection = async function* (
  consumer: Consumer,
  held: Held,
  leaving: Cancellation,
): AsyncGenerator<Delivery, Fault> {
  const { client, release, report, faultOf } = held
  try {
    const source = consumer.subscribe(client)
    try {
      const fault = yield* consume(source, held, consumer, leaving)
      if (!leaving.aborted) report(fault)
      return fault
    } finally {
      letGo(source)
      source.unsubscribe().catch(constVoid)
    }
  } catch (error) {
    return faultOf(error)
  } finally {
    release()
  }
}

/** As many connections of the client's as it takes; its last item is why there is none any more. */
export const deliveries = async function* (
  consumer: Consumer,
  leaving: Cancellation,
): AsyncGenerator<E.Either<StoreError, Delivery>> {
  const { connected, errorOf } = consumer
  for (let failures = 1; !leaving.aborted; failures++) {
    const held = connected.hold()
    let fault: Fault
    if (E.isLeft(held)) fault = held.left
    else {
      const items = connection(consumer, held.right, leaving)
      try {
        let item = await items.next()
        for (; item.done !== true; item = await items.next()) {
          failures = 0
          yield E.right(item.value)
        }
        fault = item.value
      } finally {
        // Where the consumer has left.
        void items.return(away('the consumer has left'))
      }
    }
    if (!isPassing(fault) || (E.isLeft(held) && connected.closing.aborted)) {
      yield E.left(errorOf(fault))
      return
    }
    await pause(backOff(failures + 1), leaving)
  }
}
