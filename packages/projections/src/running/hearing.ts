/**
 * What a view has heard, and who waits for it. Positions have no order: all that can be known is whether this one was
 * heard, or whether nothing that was on record is left to hear.
 *
 * @since 0.1.0
 */
import {
  cancellable,
  type EventFeed,
  type Position,
  type Runtime,
  type Subscription,
} from '@troth/core/store'
import * as E from 'fp-ts/lib/Either.js'

import { endOfRecord } from './end-of-record.js'
import type { NotReached, Stopped } from './running.js'

export interface HearingParts {
  readonly view: string
  readonly feed: EventFeed
  readonly runtime: Pick<Runtime, 'pause'>
  /** What the view hears behind the place up to which its rows are on record; undefined while it is not live. */
  readonly ahead: () => Subscription | undefined
}

export interface Hearing {
  readonly heard: (places: ReadonlyArray<Position>) => void
  /** Whether it is among what was heard lately. */
  readonly hasHeard: (position: Position) => boolean
  /** All that was heard is in the rows on record. */
  readonly saved: () => void
  /** What was heard and not saved counts as not heard. */
  readonly forget: () => void
  /** Whoever waits for what can not be heard any more takes a look at the feed's end. */
  readonly caughtUp: () => void
  readonly stop: (stopped: Stopped) => void
  /** Whether somebody waits. */
  readonly isAwaited: () => boolean
  readonly reached: (position: string, timeout: number) => Promise<E.Either<NotReached, void>>
}

/** How many positions are known again, at least. */
const remembered = 5_000

/** What was just written is on its way as a rule, and asking would take longer. */
const patience = 100

interface Waiter {
  readonly awaits: Set<string>
  readonly settle: (answer: E.Either<NotReached, void>) => void
}

export const hearing = ({ view, feed, runtime, ahead }: HearingParts): Hearing => {
  let onRecord = new Set<string>()
  let before = new Set<string>()
  /** Stretches of places, as they were told: all views of a course are told the same ones. */
  let unsaved: ReadonlyArray<Position>[] = []
  /** On record, and not looked for yet: while nobody asks, no more is kept of them. */
  let late: ReadonlyArray<Position>[] = []
  let lateCount = 0
  const waiters = new Set<Waiter>()
  const asking = new Set<Waiter>()
  const closing = cancellable()
  let looking = false
  let end: Stopped | undefined

  const remember = (): void => {
    for (const places of unsaved) {
      late.push(places)
      lateCount += places.length
    }
    unsaved = []
    // Whoever waits may wait for any of them, and looks when this is done.
    if (waiters.size > 0) return
    for (let n = late[0]?.length ?? 0; lateCount - n >= remembered; n = late[0]?.length ?? 0) {
      late.shift()
      lateCount -= n
    }
  }
  const sortIn = (): void => {
    for (const places of late) for (const position of places) onRecord.add(position)
    late = []
    lateCount = 0
    // Two halves, of which the older is dropped whole: to drop one by one costs more than to hear.
    if (onRecord.size < remembered) return
    before = onRecord
    onRecord = new Set()
  }
  const isOnRecord = (position: string): boolean => {
    if (late.length > 0) sortIn()
    return onRecord.has(position) || before.has(position)
  }
  const isIn = ({ awaits }: Waiter): boolean => [...awaits].some(isOnRecord)

  /** One look for all who ask by then: whoever asks while somebody looks has the next one. */
  const look = async (waiter: Waiter): Promise<void> => {
    asking.add(waiter)
    if (looking) return
    looking = true
    for (let subscription = ahead(); subscription !== undefined && asking.size > 0;) {
      const group = [...asking]
      asking.clear()
      const last = await endOfRecord(feed, subscription, closing.signal)
      for (const each of group) {
        // Nothing came before the end, and what he waits for was written before the look: so it was heard.
        if (last === 'nothing') each.settle(E.right(undefined))
        else if (last !== undefined) each.awaits.add(last)
        if (isIn(each)) each.settle(E.right(undefined))
      }
      subscription = ahead()
    }
    looking = false
  }

  return {
    heard: (places) => {
      unsaved.push(places)
    },
    hasHeard: (position) =>
      isOnRecord(position) || unsaved.some((places) => places.includes(position)),
    saved: () => {
      remember()
      if (waiters.size === 0) return
      for (const waiter of [...waiters]) if (isIn(waiter)) waiter.settle(E.right(undefined))
    },
    forget: () => {
      unsaved = []
    },
    caughtUp: () => {
      for (const waiter of waiters) void look(waiter)
    },
    stop: (stopped) => {
      end = stopped
      closing.cancel()
      for (const waiter of [...waiters]) waiter.settle(E.left({ _tag: 'Stopped', stopped }))
    },
    isAwaited: () => waiters.size > 0,
    reached: (position, timeout) =>
      new Promise((resolve) => {
        if (isOnRecord(position)) {
          resolve(E.right(undefined))
          return
        }
        if (end !== undefined) {
          resolve(E.left({ _tag: 'Stopped', stopped: end }))
          return
        }
        const over = cancellable()
        const waiter: Waiter = {
          awaits: new Set([position]),
          settle: (answer) => {
            waiters.delete(waiter)
            asking.delete(waiter)
            over.cancel()
            resolve(answer)
          },
        }
        waiters.add(waiter)
        void runtime
          .pause(timeout, over.signal)()
          .then(() => {
            waiter.settle(E.left({ _tag: 'TimedOut', view, position, timeout }))
          })
        void runtime
          .pause(patience, over.signal)()
          .then(() => {
            if (!over.signal.aborted) void look(waiter)
          })
      }),
  }
}
