/**
 * One subscription of the client's, as one ordered sequence that is pulled.
 *
 * The client tells of checkpoints and of having caught up by callbacks, ahead of events that it holds back in its
 * buffer. Each is put behind the events that were in the buffer when it came.
 *
 * @since 0.1.0
 */
import * as E from 'fp-ts/lib/Either.js'
import { constVoid } from 'fp-ts/lib/function.js'

import type { LogPosition, Resolved, ServerFilter, SubscriptionStream } from './client.js'
import { away, type Fault, silent } from './fault.js'
import { letGo } from './reading.js'
import type { Session } from './session.js'

export type Signal =
  | { readonly _tag: 'Item'; readonly item: Resolved }
  | { readonly _tag: 'Checkpoint'; readonly position: LogPosition }
  | { readonly _tag: 'CaughtUp' }
  | { readonly _tag: 'FellBehind' }
  /** The server has accepted the subscription. */
  | { readonly _tag: 'Confirmed' }
  /** The last: nothing comes any more. */
  | { readonly _tag: 'Dropped'; readonly fault: Fault }

export interface Source {
  /** The next in order; undefined while there is none. */
  readonly take: () => Signal | undefined
  readonly leave: () => void
}

export interface Following {
  readonly from: LogPosition | 'start'
  readonly filter: ServerFilter
  /** Called whenever there may be something to take. */
  readonly wake: () => void
}

const dropped = (fault: Fault): Source => ({
  take: () => ({ _tag: 'Dropped', fault }),
  leave: constVoid,
})

/** A subscription that is silent once it stands is in order; the connection's keepalive tells of one that is dead. */
export const source = (session: Session, { from, filter, wake }: Following): Source => {
  const held = session.hold()
  if (E.isLeft(held)) return dropped(held.left)
  const { client, release, report, faultOf } = held.right
  const marks: { readonly at: number; readonly signal: Signal }[] = []
  let taken = 0
  let stream: SubscriptionStream | undefined
  let end: Fault | undefined
  let isOver = false

  const mark = (signal: Signal): void => {
    marks.push({ at: taken + (stream?.readableLength ?? 0), signal })
    wake()
  }
  const drop = (fault: Fault): void => {
    if (end !== undefined || isOver) return
    end = fault
    clearTimeout(timer)
    report(fault)
    wake()
  }
  const timer = setTimeout(() => {
    drop(silent(session.timeout))
  }, session.timeout)

  const open = (): SubscriptionStream => {
    const opened = client.subscribeToAll({
      fromPosition: from,
      filter: {
        ...filter,
        checkpointReached: (_, position) => {
          mark({ _tag: 'Checkpoint', position })
        },
      },
    })
    opened.on('confirmation', () => {
      clearTimeout(timer)
      report(undefined)
      mark({ _tag: 'Confirmed' })
    })
    opened.on('caughtUp', () => {
      mark({ _tag: 'CaughtUp' })
    })
    opened.on('fellBehind', () => {
      mark({ _tag: 'FellBehind' })
    })
    opened.on('readable', wake)
    opened.on('error', (error) => {
      drop(faultOf(error))
    })
    for (const event of ['end', 'close'])
      opened.on(event, () => {
        drop(away('the server ended the subscription'))
      })
    return opened
  }
  try {
    stream = open()
  } catch (error) {
    drop(faultOf(error))
  }

  return {
    take: () => {
      const next = marks[0]
      if (next !== undefined && next.at <= taken) {
        marks.shift()
        return next.signal
      }
      const item = isOver ? null : (stream?.read() ?? null)
      if (item !== null) {
        taken++
        return { _tag: 'Item', item: item }
      }
      return end && { _tag: 'Dropped', fault: end }
    },
    leave: () => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      release()
      if (stream === undefined) return
      letGo(stream)
      stream.unsubscribe().catch(constVoid)
    },
  }
}
