/**
 * One read of a stream, event by event, that neither hangs on a silent server nor is left running.
 *
 * @since 0.1.0
 */
import { inPassing } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'

import type { EventStoreDBClient, ItemStream, ReadStream, Resolved } from './client.js'
import { away, type Fault, silent } from './fault.js'
import type { Session } from './session.js'

/** What to read, and what to do with each item: `false` ends the reading. */
export interface Reading {
  readonly stream: string
  readonly direction: 'forwards' | 'backwards'
  readonly from: bigint | 'start' | 'end'
  readonly limit: number
  readonly each: (item: Resolved) => boolean
}

const isReadStream = (u: unknown): u is ReadStream =>
  typeof u === 'object' && u !== null && 'read' in u && 'cancel' in u

/** How a read goes on: `end` without an argument at its end; `alive` after each sign of life. */
interface Progress {
  readonly end: (error?: unknown) => void
  readonly alive: () => void
  readonly isOver: () => boolean
}

/** What still comes is passed over: the client would wait for ever for the end of a stream that nobody reads. */
export const letGo = (source: ItemStream): void => {
  source.removeAllListeners('readable')
  source.resume()
}

/** Pulled in batches, as they come: half the work of an async iterator, which waits after each event. */
const fromStream = (
  source: ReadStream,
  each: (item: Resolved) => boolean,
  { end, alive, isOver }: Progress,
): (() => void) => {
  source.on('error', end)
  source.on('end', () => {
    end()
  })
  source.on('close', () => {
    end(new Error('the read was closed before its end'))
  })
  source.on('readable', () => {
    if (isOver()) return
    alive()
    for (let item = source.read(); item !== null; item = source.read())
      if (!each(item as Resolved)) {
        end()
        return
      }
  })
  return () => {
    letGo(source)
    source.cancel().catch(constVoid)
  }
}

const fromIterable = (
  source: AsyncIterable<Resolved>,
  each: (item: Resolved) => boolean,
  { end, alive, isOver }: Progress,
): (() => void) => {
  const items = source[Symbol.asyncIterator]()
  const go = async (): Promise<void> => {
    for (let item = await items.next(); !isOver(); item = await items.next()) {
      alive()
      if (item.done === true || !each(item.value)) break
    }
    end()
  }
  go().catch(end)
  return () => {
    // It settles only when the next item comes, which may be never.
    inPassing(() => items.return?.())
  }
}

/** Reads from the leader: what is decided on a follower's older answer is decided in vain. */
const open = (
  client: EventStoreDBClient,
  { stream, direction, from, limit }: Reading,
): ReadStream | AsyncIterable<Resolved> =>
  client.readStream(stream, {
    direction,
    fromRevision: from,
    maxCount: limit,
    requiresLeader: true,
  }) as ReadStream | AsyncIterable<Resolved>

/** Right at the end, or when `each` had enough. What `each` throws comes out as it is, after the read was cancelled. */
export const reading = (session: Session, what: Reading): Promise<E.Either<Fault, void>> => {
  const held = session.hold()
  if (E.isLeft(held)) return Promise.resolve(held)
  const { client, release, report, faultOf } = held.right
  const { closing, timeout } = session
  return new Promise((resolve, reject) => {
    let isOver = false
    let cancel = constVoid
    const finish = (fault: Fault | undefined): boolean => {
      if (isOver) return false
      isOver = true
      clearTimeout(timer)
      closing.removeEventListener('abort', close)
      cancel()
      report(fault)
      release()
      return true
    }
    const fail = (fault: Fault): void => {
      if (finish(fault)) resolve(E.left(fault))
    }
    const close = (): void => {
      fail(away('the store was closed'))
    }
    const timer = setTimeout(() => {
      fail(silent(timeout))
    }, timeout)
    closing.addEventListener('abort', close)

    const each = (item: Resolved): boolean => {
      try {
        return what.each(item)
      } catch (thrown) {
        // Whatever it is: it is the caller's own, and no failure of the store.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        if (finish(undefined)) reject(thrown)
        return false
      }
    }
    const progress: Progress = {
      end: (error) => {
        if (error !== undefined) fail(faultOf(error))
        else if (finish(undefined)) resolve(E.right(undefined))
      },
      alive: () => timer.refresh(),
      isOver: () => isOver,
    }
    try {
      const source = open(client, what)
      cancel = isReadStream(source)
        ? fromStream(source, each, progress)
        : fromIterable(source, each, progress)
    } catch (error) {
      progress.end(error)
    }
  })
}
