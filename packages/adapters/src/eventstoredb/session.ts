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
import { away, type Fault, faultOf, isPassing, isWordless, misfitOf, silent } from './fault.js'
import { wrongClient } from './wrong-client.js'

/** A client while it is used; it is not disposed of before it is released. */
export interface Held {
  readonly client: EventStoreDBClient
  readonly release: () => void
  /** What an error of the client's comes to. */
  readonly faultOf: (error: unknown) => Fault
  /** Says how the use ended; a client that fails again and again is replaced. */
  readonly report: (fault: Fault | undefined) => void
}

export interface Session {
  readonly hold: () => E.Either<Fault, Held>
  /** One call, that ends with an answer, a fault, or after `timeout` milliseconds. */
  readonly call: <A>(run: (client: EventStoreDBClient) => Promise<A>) => Promise<E.Either<Fault, A>>
  /** Whether a server has ever answered: what is wrong before that is no outage. */
  readonly isOpened: () => boolean
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

const connected = (connect: () => unknown): E.Either<Fault, EventStoreDBClient> => {
  const refused = (reason: string) => E.left<Fault>({ _tag: 'Refused', field: 'connect', reason })
  try {
    const made = connect()
    const wrong = wrongClient(made)
    return wrong === undefined ? E.right(made as EventStoreDBClient) : refused(wrong)
  } catch (error) {
    return refused(error instanceof Error && error.message !== '' ? error.message : String(error))
  }
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

export interface Watching {
  /** Why no client is to be made at all. */
  readonly refusal?: Fault | undefined
  /** Called with each client when it was made, before its first use. */
  readonly onClient?: (client: EventStoreDBClient) => void
  /** Called with each failure that may pass. */
  readonly onPassing?: (fault: Fault) => void
}

export const session = (
  connect: () => EventStoreDBClient,
  timeout: number,
  { refusal, onClient = constVoid, onPassing = constVoid }: Watching = {},
): Session => {
  const closing = new AbortController()
  const open = new Set<(fault: Fault) => void>()
  let current: Connection | undefined
  let replacedAt = -Infinity
  /** Failures in a row; calls that fail together count once. */
  let failures = 0
  let isOpened = false
  /** What was last said in words, before a server answered: some calls of the newer client fail without any. */
  let told: Fault | undefined
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
    if (current === undefined) {
      const made = connected(connect)
      if (E.isLeft(made)) return made
      current = { client: guarded(made.right), users: 0 }
      onClient(current.client)
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
      faultOf: (error) => {
        const fault = faultOf(error)
        if (isOpened) return fault
        if (!isWordless(fault)) return (told = misfitOf(fault))
        return told?._tag === fault._tag || isPassing(fault) ? (told ?? fault) : fault
      },
      report: (fault) => {
        if (fault !== undefined && isPassing(fault)) onPassing(fault)
        else if (fault?._tag !== 'Refused' && fault?._tag !== 'Denied') isOpened = true
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
          settle(E.left(held.right.faultOf(error)))
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
    isOpened: () => isOpened,
    closing: closing.signal,
    timeout,
    close: () => (ending ??= end()),
  }
}
