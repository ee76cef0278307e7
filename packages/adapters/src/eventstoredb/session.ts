/**
 * The client in use, and another one in its place where it will never answer again.
 *
 * @since 0.1.0
 */
import type { Cancellation } from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'

import type { EventStoreDBClient } from './client.js'
import { guarded } from './guarded.js'
import { away, type Fault, faultOf, isPassing, silent } from './fault.js'

/** A client while it is used; it is not disposed of before it is released. */
export interface Held {
  readonly client: EventStoreDBClient
  readonly release: () => void
  /** Says how the use ended; a client that fails again and again is replaced. */
  readonly report: (fault: Fault | undefined) => void
}

export interface Session {
  readonly hold: () => E.Either<Fault, Held>
  /** One call, that ends with an answer, a fault, or after `timeout` milliseconds. */
  readonly call: <A>(run: (client: EventStoreDBClient) => Promise<A>) => Promise<E.Either<Fault, A>>
  /** Aborted when the store is closed. */
  readonly closing: Cancellation
  readonly timeout: number
  /** Lets open calls end, for `timeout` at most, and disposes of the clients. */
  readonly close: () => Promise<void>
}

interface Connection {
  readonly client: EventStoreDBClient
  users: number
}

/** So many failures one after another, with no success between, and a client is given up. */
const patienceWithAClient = 3

/** Milliseconds between two new clients at least, and for which a client may take its leave. */
const replaceEvery = 1_000
const leaveWithin = 2_000

const closed = away('the store was closed')

const wait = (ms: number): { readonly over: Promise<void>; readonly end: () => void } => {
  let end: () => void = constVoid
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    end = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { over, end }
}

/** Its promise may never settle, after an answer of a node that is not the leader. */
const dispose = async ({ client }: Connection): Promise<void> => {
  const leave = wait(leaveWithin)
  const left = Promise.resolve()
    .then(() => client.dispose())
    .catch(constVoid)
  await Promise.race([left, leave.over])
  leave.end()
}

/** `refusal`: why no client is to be made at all. */
export const session = (
  connect: () => EventStoreDBClient,
  timeout: number,
  refusal?: Fault,
): Session => {
  const closing = new AbortController()
  const open = new Set<(fault: Fault) => void>()
  let current: Connection | undefined
  let replacedAt = -Infinity
  /** Failures in a row; calls that fail together count once. */
  let failures = 0
  let idle: () => void = constVoid
  let ending: Promise<void> | undefined
  const leaving = new Set<Promise<void>>()

  const retire = (connection: Connection): void => {
    if (connection.users > 0) return
    const left = dispose(connection).finally(() => leaving.delete(left))
    leaving.add(left)
  }

  const replace = (connection: Connection): void => {
    const now = performance.now()
    if (current !== connection || now - replacedAt < replaceEvery) return
    replacedAt = now
    current = undefined
    failures = 0
    retire(connection)
  }

  const hold = (): E.Either<Fault, Held> => {
    if (closing.signal.aborted) return E.left(closed)
    if (refusal !== undefined) return E.left(refusal)
    try {
      current ??= { client: guarded(connect()), users: 0 }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return E.left({ _tag: 'Refused', field: 'connect', reason })
    }
    const connection = current
    const before = failures
    connection.users++
    let released = false
    return E.right({
      client: connection.client,
      release: () => {
        if (released) return
        released = true
        connection.users--
        if (connection !== current) retire(connection)
      },
      report: (fault) => {
        if (connection !== current) return
        if (fault === undefined || !isPassing(fault)) {
          failures = 0
          return
        }
        if (failures === before) failures++
        const isLost = 'isLost' in fault && fault.isLost
        if (isLost || failures >= patienceWithAClient) replace(connection)
      },
    })
  }

  const call = <A>(
    run: (client: EventStoreDBClient) => Promise<A>,
  ): Promise<E.Either<Fault, A>> => {
    const held = hold()
    if (E.isLeft(held)) return Promise.resolve(held)
    const { client, release, report } = held.right
    return new Promise((resolve) => {
      const settle = (answer: E.Either<Fault, A>): void => {
        if (!open.delete(give)) return
        clearTimeout(timer)
        report(E.isLeft(answer) ? answer.left : undefined)
        release()
        resolve(answer)
        if (open.size === 0) idle()
      }
      const give = (fault: Fault): void => {
        settle(E.left(fault))
      }
      const timer = setTimeout(give, timeout, silent(timeout))
      open.add(give)
      // A client may throw before it gives a promise.
      new Promise<A>((done) => {
        done(run(client))
      }).then(
        (answer) => {
          settle(E.right(answer))
        },
        (error: unknown) => {
          settle(E.left(faultOf(error)))
        },
      )
    })
  }

  const end = async (): Promise<void> => {
    closing.abort()
    if (open.size > 0) {
      const grace = wait(timeout)
      idle = grace.end
      await grace.over
      for (const give of [...open])
        give({ _tag: 'Unsure', reason: 'the store was closed meanwhile', isLost: false })
    }
    const last = current
    current = undefined
    if (last !== undefined) leaving.add(dispose(last))
    await Promise.all(leaving)
  }

  return {
    hold,
    call,
    closing: closing.signal,
    timeout,
    close: () => (ending ??= end()),
  }
}
